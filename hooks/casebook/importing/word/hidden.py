"""What a Word file keeps and does not show: hidden text, black on black, white on white, a speck."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from casebook.importing.pieces import BLACK

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})
_HIDING = ("vanish", "webHidden", "specVanish")
_LIGHT = 240
"""The least that a light colour has of red, green and blue."""
_NEAR = 60
"""By how much the colour of words may differ from what they stand on, and not be seen."""
_SPECK = 3
"""Half points: nobody reads smaller letters."""
_DEEPEST = 20
_HIGHLIGHTS = {
    "black": (0, 0, 0),
    "blue": (0, 0, 255),
    "cyan": (0, 255, 255),
    "darkBlue": (0, 0, 128),
    "darkCyan": (0, 128, 128),
    "darkGray": (128, 128, 128),
    "darkGreen": (0, 128, 0),
    "darkMagenta": (128, 0, 128),
    "darkRed": (128, 0, 0),
    "darkYellow": (128, 128, 0),
    "green": (0, 255, 0),
    "lightGray": (192, 192, 192),
    "magenta": (255, 0, 255),
    "red": (255, 0, 0),
    "white": (255, 255, 255),
    "yellow": (255, 255, 0),
}

_Colour = tuple[int, ...]


class _Place(NamedTuple):
    """What is known of where a run stands."""

    properties: tuple[ET.Element, ...] = ()
    """Those of letters that its paragraph's style gives, the nearest style first."""
    fill: _Colour | None = None
    """The colour of its paragraph, or of its cell."""
    is_shaded: bool = False
    """Whether white letters may stand there to be read: in a table, and on a colour."""


def without_hidden(root: ET.Element, styles: ET.Element) -> None:
    """Drop what a part of a Word file does not show, and black out what stands on its own colour."""
    styled = _Styles(styles)
    pending = [(root, _Place(is_shaded=root.find(f"{_WORD}background") is not None))]
    while pending:
        parent, place = pending.pop()
        if parent.tag == f"{_WORD}p":
            place = _in_paragraph(parent, place, styled)
        elif parent.tag == f"{_WORD}tbl":
            place = place._replace(is_shaded=True)
        elif parent.tag == f"{_WORD}tc":
            place = place._replace(fill=_fill(parent.find(f"{_WORD}tcPr")) or place.fill)
        seen = []
        for child in parent:
            if child.tag == f"{_WORD}r":
                own = styled.of(child.find(f"{_WORD}rPr"), "rStyle", "rPr")
                cascade = (*own, *place.properties)
                if _is_unseen(cascade, place):
                    continue
                if _is_covered(cascade, place):
                    _black_out(child)
            seen.append(child)
            pending.append((child, place))
        if len(seen) < len(parent):
            parent[:] = seen


def struck_words(root: ET.Element) -> str:
    """Return the first words of a document that are struck through by themselves; empty if none are."""
    for run in root.iter(f"{_WORD}r"):
        own = run.find(f"{_WORD}rPr")
        if own is not None and _said([own], ("strike", "dstrike")):
            words = "".join(each.text or "" for each in run.iter(f"{_WORD}t")).strip()
            if words:
                return words
    return ""


class _Styles:
    """The styles of a Word file."""

    def __init__(self, styles: ET.Element) -> None:
        self._held = {
            each.get(f"{_WORD}styleId", ""): each for each in styles.iter(f"{_WORD}style")
        }
        self._chains: dict[tuple[str, str], tuple[ET.Element, ...]] = {}

    def of(self, own: ET.Element | None, kind: str, inner: str) -> tuple[ET.Element, ...]:
        """Return properties, and those of their style and of what it is based on, nearest first."""
        if own is None:
            return ()
        return (own, *self.chain(_value(own, kind), inner))

    def chain(self, name: str, inner: str) -> tuple[ET.Element, ...]:
        """Return the properties of a style and of what it is based on."""
        if (name, inner) not in self._chains:
            self._chains[name, inner] = tuple(self._chain(name, inner))
        return self._chains[name, inner]

    def _chain(self, name: str, inner: str) -> Iterator[ET.Element]:
        for _ in range(_DEEPEST):
            style = self._held.get(name)
            if style is None:
                return
            properties = style.find(f"{_WORD}{inner}")
            if properties is not None:
                yield properties
            name = _value(style, "basedOn")


def _in_paragraph(paragraph: ET.Element, place: _Place, styled: _Styles) -> _Place:
    own = paragraph.find(f"{_WORD}pPr")
    shading = next(filter(None, map(_fill, styled.of(own, "pStyle", "pPr"))), None)
    name = _value(own, "pStyle") if own is not None else ""
    return _Place(
        styled.chain(name, "rPr"), shading or place.fill, place.is_shaded or _is_colour(shading)
    )


def _black_out(run: ET.Element) -> None:
    for words in run.iter(f"{_WORD}t"):
        words.text = "".join(BLACK if mark > " " else mark for mark in words.text or "")


def _value(parent: ET.Element, name: str) -> str:
    child = parent.find(f"{_WORD}{name}")
    return child.get(f"{_WORD}val", "") if child is not None else ""


def _said(cascade: Iterable[ET.Element], names: Iterable[str]) -> bool:
    """Whether the nearest properties that say anything of one of these switch it on."""
    for properties in cascade:
        held = [each for name in names if (each := properties.find(f"{_WORD}{name}")) is not None]
        if held:
            return any(each.get(f"{_WORD}val", "1") not in _OFF for each in held)
    return False


def _nearest(cascade: Iterable[ET.Element], name: str) -> str:
    return next(filter(None, (_value(each, name) for each in cascade)), "")


def _is_unseen(cascade: tuple[ET.Element, ...], place: _Place) -> bool:
    if not cascade:
        return False
    if _said(cascade, _HIDING):
        return True
    points = _nearest(cascade, "sz")
    if points.isdecimal() and int(points[:4]) <= _SPECK:
        return True
    colour = _rgb(_nearest(cascade, "color"))
    is_white = colour is not None and min(colour) >= _LIGHT
    return is_white and not (place.is_shaded or _nearest(cascade, "highlight") or _shaded(cascade))


def _is_covered(cascade: tuple[ET.Element, ...], place: _Place) -> bool:
    """Whether letters stand on their own colour; white ones on white are not seen at all.

    Where no colour is said, Word prints white on a dark shading, and black on a highlight.
    """
    highlight = _HIGHLIGHTS.get(_nearest(cascade, "highlight"))
    ground = highlight or next(filter(None, map(_fill, cascade)), None) or place.fill
    colour = _rgb(_nearest(cascade, "color")) or (highlight and (0, 0, 0))
    if not ground or not colour:
        return False
    return all(abs(one - other) <= _NEAR for one, other in zip(ground, colour, strict=True))


def _rgb(value: str) -> _Colour | None:
    try:
        return tuple(bytes.fromhex(value)) if len(value) == 6 else None
    except ValueError:
        return None


def _fill(properties: ET.Element | None) -> _Colour | None:
    """Return the colour that shading lays under words; a solid pattern is of its own colour."""
    shading = properties.find(f"{_WORD}shd") if properties is not None else None
    if shading is None:
        return None
    is_solid = shading.get(f"{_WORD}val") == "solid"
    if is_solid and shading.get(f"{_WORD}color", "auto") == "auto":
        return (0, 0, 0)
    return _rgb(shading.get(f"{_WORD}{'color' if is_solid else 'fill'}", ""))


def _is_colour(fill: _Colour | None) -> bool:
    return fill is not None and min(fill) < _LIGHT


def _shaded(cascade: Iterable[ET.Element]) -> bool:
    return any(_is_colour(_fill(each)) for each in cascade)
