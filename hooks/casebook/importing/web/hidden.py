"""What a web page keeps and does not show: switched off, beside the page, a speck, white on white."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from casebook.importing.colours import Colour, are_near, is_light
from casebook.importing.web.values import CLEAR, colour_of, is_clear, length_of, resolved

_SPECKS = {"px": 2.0, "pt": 1.5, "em": 0.1, "rem": 0.1, "%": 10.0, "": 0.0}
_RELATIVE = ("em", "rem", "%")
_FAR = -900.0
"""Points beside the page; a paragraph's first line hangs out by less."""
_SCREEN = -100.0
"""Of the width or height of a window, in percent."""
_SWITCHED_OFF = {
    "display": ("none",),
    "content-visibility": ("hidden",),
    "mso-hide": ("all",),
    "mso-element": ("comment", "comment-list"),
}
_CLIPPED = re.compile(
    r"rect\((?:[01](?:px)?[\s,]*){4}\)|inset\((?:50|100)%.*\)|circle\(0.*\)|polygon\((?:0 0[\s,]*)+\)"
)
_CUT = ("background-clip", "-webkit-background-clip")
_BARE_CODE = re.compile(r"[0-9a-fA-F]{6}")
"""How attributes may write a colour."""
_SHRUNK = re.compile(r"\bscale[xy]?\(0[\s,0]*\)")
_FADED = re.compile(r"opacity\(0(?:\.0*)?%?\)")
_MOVED = re.compile(r"\btranslate(?:x|y|3d)?\(([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Ground:
    """What words are printed in, and on what; None where nobody knows."""

    colour: Colour | None = (0, 0, 0)
    fill: Colour | None = (255, 255, 255)
    is_speck: bool = False
    is_invisible: bool = False
    is_blurred: bool = False
    is_struck: bool = False
    variables: Mapping[str, str] = field(default_factory=dict)
    """What its style sheets set for other properties to name."""

    @property
    def is_unseen(self) -> bool:
        """Whether words leave no trace: white on white, a speck, without colour."""
        is_white = is_light(self.colour) and is_light(self.fill)
        return is_white or self.is_speck or self.is_invisible or self.colour == CLEAR

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
    own = {name: value for name, value in looks.items() if name.startswith("--")}
    variables = {**outer.variables, **own} if own else outer.variables
    looks = resolved(looks, variables)
    if _is_off(looks):
        return None
    length, unit = length_of(looks.get("font-size", ""))
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
        variables,
    )


def _letters(node: LexborNode, outer: Ground, looks: Mapping[str, str]) -> Colour | None:
    attributes = node.attributes
    words = (
        looks.get("-webkit-text-fill-color")
        or looks.get("color")
        or attributes.get("color")
        or attributes.get("text")
        or ""
    )
    if is_clear(words):
        # Letters may be cut out of what lies behind them.
        is_cut_out = any("text" in looks.get(name, "") for name in _CUT)
        return None if is_cut_out else CLEAR
    if words and words not in ("inherit", "currentcolor"):
        bare = _BARE_CODE.fullmatch(words.strip())
        return colour_of(f"#{words.strip()}" if bare else words)
    return None if node.tag == "a" and "href" in attributes else outer.colour


def _fill(node: LexborNode, outer: Ground, looks: Mapping[str, str]) -> Colour | None:
    attributes = node.attributes
    paint = [looks.get("background", ""), looks.get("background-color", "")]
    pictures = (*paint, looks.get("background-image", ""))
    if "background" in attributes or any("url(" in each or "gradient" in each for each in pictures):
        return None
    colours = map(colour_of, (attributes.get("bgcolor") or "", *paint))
    return ([outer.fill] + [each for each in colours if each])[-1]


def _is_off(looks: Mapping[str, str]) -> bool:
    if any(looks.get(name) in values for name, values in _SWITCHED_OFF.items()):
        return True
    opacity, _ = length_of(looks.get("opacity", ""))
    if opacity is not None and opacity < 0.05:
        return True
    is_placed = looks.get("position") in ("absolute", "fixed")
    far = [looks.get(name, "") for name in ("text-indent", "margin-left")]
    if is_placed:
        far += [looks.get(name, "") for name in ("left", "top", "right", "bottom")]
        far += looks.get("inset", "").split()
    for moved in (*_MOVED.findall(looks.get("transform", "")), looks.get("translate", "")):
        far += moved.replace(",", " ").split()
    if any(map(_is_far, far)) or length_of(looks.get("scale", ""))[0] == 0:
        return True
    if looks.get("overflow") in ("hidden", "clip"):
        sides = (looks.get(name, "") for name in ("height", "max-height", "width"))
        if any(
            side is not None and side <= 1 for side, unit in map(length_of, sides) if unit != "%"
        ):
            return True
    is_clipped = is_placed and _CLIPPED.search(looks.get("clip", ""))
    return bool(
        is_clipped
        or _CLIPPED.search(looks.get("clip-path", ""))
        or _SHRUNK.search(looks.get("transform", ""))
        or _FADED.search(looks.get("filter", ""))
    )


def _is_far(words: str) -> bool:
    length, unit = length_of(words)
    return length is not None and length <= (_SCREEN if unit in ("vw", "vh") else _FAR)
