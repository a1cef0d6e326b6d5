"""What a web page keeps and does not show: switched off, beside the page, a speck, white on white."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from casebook.importing.colours import Colour, are_near, in_hex, is_light, named

_SPECKS = {"px": 2.0, "pt": 1.5, "em": 0.1, "rem": 0.1, "%": 10.0, "": 0.0}
_RELATIVE = ("em", "rem", "%")
_FAR = -900.0
"""Points beside the page; a paragraph's first line hangs out by less."""
_SWITCHED_OFF = {
    "display": ("none",),
    "content-visibility": ("hidden",),
    "mso-hide": ("all",),
    "mso-element": ("comment", "comment-list"),
}
_CLIPPED = re.compile(
    r"rect\((?:[01](?:px)?[\s,]*){4}\)|inset\((?:50|100)%.*\)|circle\(0.*\)|polygon\((?:0 0[\s,]*)+\)"
)
_SHRUNK = re.compile(r"\bscale[xy]?\(0[\s,0]*\)")
_FADED = re.compile(r"opacity\(0(?:\.0*)?%?\)")
_LENGTH = re.compile(r"(-?[0-9]*\.?[0-9]+)\s*(px|pt|em|rem|%|)(?![\w.])")
_CODE = re.compile(r"#([0-9a-f]{3,8})\b")
_PARTS = re.compile(r"\brgba?\(([^)]*)\)")
_WORD = re.compile(r"(?<![\w#(-])[a-z]+(?![\w(-])")
_CLEAR: Colour = ()
_NAMES = named("""
    black 000000  windowtext 000000  white ffffff  window ffffff  snow fffafa  ivory fffff0
    whitesmoke f5f5f5  gray 808080  grey 808080  silver c0c0c0  red ff0000  maroon 800000
    yellow ffff00  green 008000  lime 00ff00  blue 0000ff  navy 000080  aqua 00ffff  cyan 00ffff
    fuchsia ff00ff  magenta ff00ff
""")


@dataclass(frozen=True, slots=True)
class Ground:
    """What words are printed in, and on what; None where nobody knows."""

    colour: Colour | None = (0, 0, 0)
    fill: Colour | None = (255, 255, 255)
    is_speck: bool = False
    is_invisible: bool = False
    is_blurred: bool = False
    is_struck: bool = False

    @property
    def is_unseen(self) -> bool:
        """Whether words leave no trace: white on white, a speck, without colour."""
        is_white = is_light(self.colour) and is_light(self.fill)
        return is_white or self.is_speck or self.is_invisible or self.colour == _CLEAR

    @property
    def is_covered(self) -> bool:
        """Whether words stand on their own colour, as black on black."""
        if self.is_blurred or not self.colour or not self.fill or is_light(self.fill):
            return self.is_blurred
        return are_near(self.colour, self.fill)


def ground_of(node: LexborNode, outer: Ground, looks: Mapping[str, str]) -> Ground | None:
    """Return how the words of an element are printed within `outer`; None if it is not shown."""
    attributes = node.attributes
    if "hidden" in attributes or "msocomanchor" in (attributes.get("class") or "").split():
        return None
    struck = node.tag in ("del", "s", "strike")
    said = attributes.keys() & {"color", "bgcolor", "background", "text"}
    if not looks and not said and not struck and node.tag != "a":
        return outer
    if _is_off(looks):
        return None
    length, unit = _length(looks.get("font-size", ""))
    decoration = looks.get("text-decoration", "") + looks.get("text-decoration-line", "")
    return Ground(
        _letters(node, outer, looks),
        _fill(node, outer, looks),
        outer.is_speck
        if length is None or (unit in _RELATIVE and length)
        else length <= _SPECKS[unit],
        looks.get("visibility", outer.is_invisible and "hidden") in ("hidden", "collapse"),
        outer.is_blurred or "blur(" in looks.get("filter", ""),
        outer.is_struck or struck or "line-through" in decoration,
    )


def _letters(node: LexborNode, outer: Ground, looks: Mapping[str, str]) -> Colour | None:
    attributes = node.attributes
    words = looks.get("color") or attributes.get("color") or attributes.get("text") or ""
    if _is_clear(words):
        return _CLEAR
    if words and words not in ("inherit", "currentcolor"):
        return _colour(words)
    return None if node.tag == "a" and "href" in attributes else outer.colour


def _fill(node: LexborNode, outer: Ground, looks: Mapping[str, str]) -> Colour | None:
    attributes = node.attributes
    paint = [looks.get("background", ""), looks.get("background-color", "")]
    pictures = (*paint, looks.get("background-image", ""))
    if "background" in attributes or any("url(" in each or "gradient" in each for each in pictures):
        return None
    colours = map(_colour, (attributes.get("bgcolor") or "", *paint))
    return ([outer.fill] + [each for each in colours if each])[-1]


def _is_off(looks: Mapping[str, str]) -> bool:
    if any(looks.get(name) in values for name, values in _SWITCHED_OFF.items()):
        return True
    opacity, _ = _length(looks.get("opacity", ""))
    if opacity is not None and opacity < 0.05:
        return True
    is_placed = looks.get("position") in ("absolute", "fixed")
    far = ("text-indent", "margin-left", *(("left", "top") if is_placed else ()))
    if any((_length(looks.get(name, ""))[0] or 0) <= _FAR for name in far):
        return True
    if looks.get("overflow") in ("hidden", "clip"):
        sides = (looks.get(name, "") for name in ("height", "max-height", "width"))
        if any(side is not None and side <= 1 for side, unit in map(_length, sides) if unit != "%"):
            return True
    is_clipped = is_placed and _CLIPPED.search(looks.get("clip", ""))
    return bool(
        is_clipped
        or _CLIPPED.search(looks.get("clip-path", ""))
        or _SHRUNK.search(looks.get("transform", ""))
        or _FADED.search(looks.get("filter", ""))
    )


def _length(words: str) -> tuple[float | None, str]:
    match = _LENGTH.match(words)
    return (float(match[1]), match[2]) if match else (None, "")


def _is_clear(words: str) -> bool:
    """Whether a colour is none at all."""
    code = _CODE.search(words)
    if code and len(code[1]) in (4, 8):
        return int(code[1][-1 if len(code[1]) == 4 else -2 :], 16) == 0
    parts = _PARTS.search(words)
    numbers = re.split(r"[\s,/]+", parts[1].strip()) if parts else []
    return "transparent" in words or (len(numbers) == 4 and _length(numbers[3])[0] == 0)


def _colour(words: str) -> Colour | None:
    """Return the first colour that is named; None where there is none, or one that is not known."""
    words = words.lower()
    if _is_clear(words):
        return None
    if code := _CODE.search(words):
        digits = code[1] if len(code[1]) >= 6 else "".join(mark * 2 for mark in code[1])
        return in_hex(digits[:6])
    if parts := _PARTS.search(words):
        lengths = [_length(each)[0] for each in re.split(r"[\s,/]+", parts[1].strip())[:3]]
        known = tuple(int(each) for each in lengths if each is not None)
        return known if len(known) == 3 else None
    return next((_NAMES[word] for word in _WORD.findall(words) if word in _NAMES), None)
