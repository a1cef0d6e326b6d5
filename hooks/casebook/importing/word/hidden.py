"""What a Word file keeps and does not show: hidden text, black on black, white on white, a speck."""

from collections.abc import Iterable
from typing import NamedTuple
from xml.etree import ElementTree as ET

from casebook.importing.colours import Colour, are_near, in_hex, is_light, named
from casebook.importing.pieces import blacked_out
from casebook.importing.word.elements import OFF, WORD, Styles, value_of

_HIDING = ("vanish", "webHidden", "specVanish")
_SPECK = 3
"""Half points: nobody reads smaller letters."""
_EFFECTS = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_THEME = {
    **dict.fromkeys(("background1", "light1"), (255, 255, 255)),
    **dict.fromkeys(("text1", "dark1"), (0, 0, 0)),
}
_HIGHLIGHTS = named("""
    black 000000  white ffffff  darkGray 808080  lightGray c0c0c0
    red ff0000  yellow ffff00  green 00ff00  cyan 00ffff  blue 0000ff  magenta ff00ff
    darkRed 800000  darkYellow 808000  darkGreen 008000  darkCyan 008080  darkBlue 000080
    darkMagenta 800080
""")


class _Place(NamedTuple):
    """What is known of where a run stands."""

    properties: tuple[ET.Element, ...] = ()
    """Those of letters that its paragraph's style gives, the nearest style first."""
    fill: Colour | None = None
    """The colour of its paragraph, or of its cell."""
    is_shaded: bool = False
    """Whether white letters may stand there to be read: in a table, and on a colour."""


def without_hidden(root: ET.Element, styles: ET.Element) -> None:
    """Drop what a part of a Word file does not show, and black out what stands on its own colour."""
    styled = Styles(styles)
    pending = [(root, _Place(is_shaded=root.find(f"{WORD}background") is not None))]
    while pending:
        parent, place = pending.pop()
        if parent.tag == f"{WORD}p":
            place = _in_paragraph(parent, place, styled)
        elif parent.tag == f"{WORD}tbl":
            place = place._replace(is_shaded=True)
        elif parent.tag == f"{WORD}tc":
            place = place._replace(fill=_fill(parent.find(f"{WORD}tcPr")) or place.fill)
        seen = []
        for child in parent:
            if child.tag == f"{WORD}r":
                own = styled.of(child.find(f"{WORD}rPr"), "rStyle", "rPr")
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
    for run in root.iter(f"{WORD}r"):
        own = run.find(f"{WORD}rPr")
        if own is not None and _said([own], ("strike", "dstrike")):
            words = "".join(each.text or "" for each in run.iter(f"{WORD}t")).strip()
            if words:
                return words
    return ""


def _in_paragraph(paragraph: ET.Element, place: _Place, styled: Styles) -> _Place:
    own = paragraph.find(f"{WORD}pPr")
    shading = next(filter(None, map(_fill, styled.of(own, "pStyle", "pPr"))), None)
    return _Place(
        styled.chain(value_of(own, "pStyle"), "rPr"),
        shading or place.fill,
        place.is_shaded or _is_colour(shading),
    )


def _black_out(run: ET.Element) -> None:
    for words in run.iter(f"{WORD}t"):
        words.text = blacked_out(words.text or "")


def _said(cascade: Iterable[ET.Element], names: Iterable[str]) -> bool:
    """Whether the nearest properties that say anything of one of these switch it on."""
    for properties in cascade:
        held = [each for name in names if (each := properties.find(f"{WORD}{name}")) is not None]
        if held:
            return any(each.get(f"{WORD}val", "1") not in OFF for each in held)
    return False


def _nearest(cascade: Iterable[ET.Element], name: str) -> str:
    return next(filter(None, (value_of(each, name) for each in cascade)), "")


def _is_unseen(cascade: tuple[ET.Element, ...], place: _Place) -> bool:
    if not cascade:
        return False
    if _said(cascade, _HIDING):
        return True
    if _nearest(cascade, "w").rstrip("%") in ("1", "2", "3") or _is_unfilled(cascade):
        return True
    points = _nearest(cascade, "sz")
    if points.isdecimal() and int(points[:4]) <= _SPECK:
        return True
    colour = _colour(cascade)
    return is_light(colour) and not (
        place.is_shaded or _nearest(cascade, "highlight") or _shaded(cascade)
    )


def _is_covered(cascade: tuple[ET.Element, ...], place: _Place) -> bool:
    """Whether letters stand on their own colour; white ones on white are not seen at all.

    Where no colour is said, Word prints white on a dark shading, and black on a highlight.
    """
    highlight = _HIGHLIGHTS.get(_nearest(cascade, "highlight"))
    ground = highlight or next(filter(None, map(_fill, cascade)), None) or place.fill
    colour = _colour(cascade) or (highlight and (0, 0, 0))
    return ground is not None and colour is not None and are_near(colour, ground)


def _colour(cascade: Iterable[ET.Element]) -> Colour | None:
    """Return the colour of letters; None where nobody says, or a theme of its own has it."""
    held = (each.find(f"{WORD}color") for each in cascade)
    said = next((each for each in held if each is not None), None)
    if said is None:
        return None
    return _rgb(said.get(f"{WORD}val", "")) or _of_theme(said, "themeColor")


def _of_theme(element: ET.Element, name: str) -> Colour | None:
    """Return the colour of paper or of letters that an element takes from the theme."""
    return _THEME.get(element.get(f"{WORD}{name}", ""))


def _is_unfilled(cascade: Iterable[ET.Element]) -> bool:
    """Whether letters have no filling, as an effect of newer Words, and no line around them."""
    for properties in cascade:
        filling = properties.find(f"{_EFFECTS}textFill")
        if filling is not None:
            outline = properties.find(f"{_EFFECTS}textOutline")
            return filling.find(f"{_EFFECTS}noFill") is not None and outline is None
    return False


def _rgb(value: str) -> Colour | None:
    try:
        return in_hex(value) if len(value) == 6 else None
    except ValueError:
        return None


def _fill(properties: ET.Element | None) -> Colour | None:
    """Return the colour that shading lays under words; a solid pattern is of its own colour."""
    shading = properties.find(f"{WORD}shd") if properties is not None else None
    if shading is None:
        return None
    is_solid = shading.get(f"{WORD}val") == "solid"
    is_themed = f"{WORD}themeColor" in shading.attrib
    if is_solid and not is_themed and shading.get(f"{WORD}color", "auto") == "auto":
        return (0, 0, 0)
    plain, theme = ("color", "themeColor") if is_solid else ("fill", "themeFill")
    return _rgb(shading.get(f"{WORD}{plain}", "")) or _of_theme(shading, theme)


def _is_colour(fill: Colour | None) -> bool:
    return fill is not None and not is_light(fill)


def _shaded(cascade: Iterable[ET.Element]) -> bool:
    return any(_is_colour(_fill(each)) for each in cascade)
