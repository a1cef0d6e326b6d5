"""What a Word file keeps and does not show: hidden text, black on black, white on white, a speck."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.etree import ElementTree as ET

from casebook.importing.pieces import BLACK

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})
_HIDING = ("vanish", "webHidden", "specVanish")
_DARK, _LIGHT = 60, 240
"""The most that a dark colour, and the least that a light one, has of red, green and blue."""
_SPECK = 3
"""Half points: nobody reads smaller letters."""
_DEEPEST = 20


class _Place(NamedTuple):
    """What is known of where a run stands."""

    is_hidden: bool = False
    """Whether its paragraph's style hides it."""
    is_shaded: bool = False
    """Whether white letters may stand there to be read: in a table, and on a colour."""


def without_hidden(root: ET.Element, styles: ET.Element) -> None:
    """Drop what a part of a Word file does not show, and black out what stands on black."""
    hiding = _hiding(styles)
    is_on_colour = root.find(f"{_WORD}background") is not None
    pending = [(root, _Place(is_shaded=is_on_colour))]
    while pending:
        parent, place = pending.pop()
        if parent.tag == f"{_WORD}p":
            own = parent.find(f"{_WORD}pPr")
            is_shaded = place.is_shaded or _is_shaded(own)
            place = _Place(_style_of(own, "pStyle") in hiding, is_shaded)
        elif parent.tag == f"{_WORD}tbl":
            place = place._replace(is_shaded=True)
        seen = [
            child
            for child in parent
            if child.tag != f"{_WORD}r" or not _is_unseen(child.find(f"{_WORD}rPr"), hiding, place)
        ]
        if len(seen) < len(parent):
            parent[:] = seen
        for child in seen:
            if child.tag == f"{_WORD}r":
                _black_out(child)
            pending.append((child, place))


def _black_out(run: ET.Element) -> None:
    properties = run.find(f"{_WORD}rPr")
    if properties is not None and _is_black(properties):
        for words in run.iter(f"{_WORD}t"):
            words.text = "".join(BLACK if mark > " " else mark for mark in words.text or "")


def _hiding(styles: ET.Element) -> frozenset[str]:
    """Return the ids of the styles whose text is hidden, their own way or another's."""
    held = {each.get(f"{_WORD}styleId", ""): each for each in styles.iter(f"{_WORD}style")}
    return frozenset(name for name in held if _hides(name, held))


def _hides(name: str, held: Mapping[str, ET.Element]) -> bool:
    for _ in range(_DEEPEST):
        style = held.get(name)
        if style is None:
            return False
        said = _said(style.find(f"{_WORD}rPr"), _HIDING)
        if said is not None:
            return said
        base = style.find(f"{_WORD}basedOn")
        name = base.get(f"{_WORD}val", "") if base is not None else ""
    return False


def _style_of(properties: ET.Element | None, kind: str) -> str | None:
    style = properties.find(f"{_WORD}{kind}") if properties is not None else None
    return style.get(f"{_WORD}val") if style is not None else None


def _said(properties: ET.Element | None, names: Iterable[str]) -> bool | None:
    """Return whether properties switch one of these on; None where they say nothing of them."""
    if properties is None:
        return None
    held = [each for name in names if (each := properties.find(f"{_WORD}{name}")) is not None]
    return any(each.get(f"{_WORD}val", "1") not in _OFF for each in held) if held else None


def _is_unseen(properties: ET.Element | None, hiding: frozenset[str], place: _Place) -> bool:
    said = _said(properties, _HIDING)
    if said is not None:
        return said
    if place.is_hidden or _style_of(properties, "rStyle") in hiding:
        return True
    if properties is None:
        return False
    size = properties.find(f"{_WORD}sz")
    points = size.get(f"{_WORD}val", "") if size is not None else ""
    if points.isdecimal() and int(points[:4]) <= _SPECK:
        return True
    colour = _colour(properties)
    is_plain = properties.find(f"{_WORD}highlight") is None and not _is_shaded(properties)
    return colour is not None and min(colour) >= _LIGHT and is_plain and not place.is_shaded


def _rgb(value: str) -> tuple[int, ...] | None:
    try:
        return tuple(bytes.fromhex(value)) if len(value) == 6 else None
    except ValueError:
        return None


def _colour(properties: ET.Element) -> tuple[int, ...] | None:
    colour = properties.find(f"{_WORD}color")
    return _rgb(colour.get(f"{_WORD}val", "")) if colour is not None else None


def _fill(properties: ET.Element | None) -> tuple[int, ...] | None:
    shading = properties.find(f"{_WORD}shd") if properties is not None else None
    return _rgb(shading.get(f"{_WORD}fill", "")) if shading is not None else None


def _is_shaded(properties: ET.Element | None) -> bool:
    fill = _fill(properties)
    return fill is not None and min(fill) < _LIGHT


def _is_black(properties: ET.Element) -> bool:
    """Whether black letters stand on black; white ones are there to be read."""
    highlight = properties.find(f"{_WORD}highlight")
    is_highlighted = highlight is not None and highlight.get(f"{_WORD}val") == "black"
    fill, colour = _fill(properties), _colour(properties)
    is_shaded = fill is not None and max(fill) <= _DARK
    if colour is None:  # Word prints it white on a black shading, and black on a highlight
        return is_highlighted
    return max(colour) <= _DARK and (is_highlighted or is_shaded)
