"""The numbers that Word counts itself, written out: a list goes on where Word lets it go on.

Word prints `(b)` or `12.` and keeps only which list a paragraph belongs to. Each such number
becomes a link to an anchor that nothing has, which says how deep the paragraph lies.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from casebook.importing.normalisation import BULLETS

ANCHOR = "casebook-number-"
"""How the anchor of a number begins; the depth of its list follows."""

_ROMANS = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    )
)
_HIGHEST = 3999
_LETTERS = 26
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is printed."""

    format: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class _List:
    """A list of Word: what it is made after, and where it begins anew."""

    model: str
    starts: dict[int, int] = field(default_factory=dict)


def write_numbers(root: ET.Element, numbering: ET.Element, styles: ET.Element) -> None:
    """Write the numbers of a document's lists before the words of its paragraphs."""
    counted = _Counter(numbering, styles)
    for paragraph in _all(root, "p"):
        marker = counted.marker(paragraph)
        if marker:
            _insert(paragraph, *marker)


class _Counter:
    def __init__(self, numbering: ET.Element, styles: ET.Element) -> None:
        self._models = {
            _value(model, "abstractNumId"): dict(_levels(model))
            for model in _all(numbering, "abstractNum")
        }
        self._lists = {_value(each, "numId"): _list(each) for each in _all(numbering, "num")}
        self._styles = {_value(each, "styleId"): each for each in _all(styles, "style")}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def marker(self, paragraph: ET.Element) -> tuple[str, int] | None:
        """Return the number that Word prints before a paragraph, and how deep it lies, or None."""
        found = self._membership(_child(paragraph, "pPr"))
        if not found:
            return None
        name, depth = found
        held = self._lists.get(name)
        levels = self._models.get(held.model) if held else None
        if not held or not levels or depth not in levels or not _has_words(paragraph):
            return None
        counts = self._counts.setdefault(held.model, [0] * _LEVELS)
        start = held.starts.get(depth)
        if start is not None and (name, depth) not in self._begun:
            counts[depth] = start
            self._begun.add((name, depth))
        else:
            counts[depth] = counts[depth] + 1 if counts[depth] else levels[depth].start
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        return _printed(levels, depth, counts), depth

    def _membership(self, properties: ET.Element | None) -> tuple[str, int] | None:
        """Return the list that a paragraph belongs to, itself or by its style."""
        depth: int | None = None
        for _ in range(_LEVELS):
            numbers = _child(properties, "numPr")
            level, name = _child(numbers, "ilvl"), _child(numbers, "numId")
            if depth is None and level is not None:
                depth = _number(level, 0)
            if name is not None:
                chosen = _value(name, "val")
                return None if chosen == "0" else (chosen, min(depth or 0, _LEVELS - 1))
            style = _child(properties, "pStyle") if properties is not None else None
            if style is None:
                return None
            held = self._styles.get(_value(style, "val"))
            properties = _style_properties(held)
        return None


def _style_properties(style: ET.Element | None) -> ET.Element | None:
    """Return the properties of a style, with the style that it is based on as their own style."""
    if style is None:
        return None
    properties = ET.Element("pPr")
    held, base = _child(style, "pPr"), _child(style, "basedOn")
    if (numbers := _child(held, "numPr")) is not None:
        properties.append(numbers)
    if base is not None:
        properties.append(ET.Element("pStyle", base.attrib))
    return properties


def _levels(model: ET.Element) -> Iterator[tuple[int, _Level]]:
    for level in _all(model, "lvl"):
        text, form, start = (_child(level, name) for name in ("lvlText", "numFmt", "start"))
        yield (
            int(_value(level, "ilvl") or 0),
            _Level(
                _value(form, "val") if form is not None else "decimal",
                _value(text, "val") if text is not None else "",
                _number(start, 1),
            ),
        )


def _list(each: ET.Element) -> _List:
    model = _child(each, "abstractNumId")
    held = _List(_value(model, "val") if model is not None else "")
    for override in _all(each, "lvlOverride"):
        start = _child(override, "startOverride")
        if start is not None:
            held.starts[int(_value(override, "ilvl") or 0)] = _number(start, 1)
    return held


def _printed(levels: dict[int, _Level], depth: int, counts: list[int]) -> str:
    level = levels[depth]
    if level.format == "bullet":
        return level.text if level.text in BULLETS and level.text.isprintable() else "•"
    printed = level.text
    for at in range(depth + 1):
        below = levels.get(at, _Level())
        printed = printed.replace(f"%{at + 1}", _formatted(counts[at] or below.start, below.format))
    return printed.strip()


def _formatted(number: int, form: str) -> str:
    match form:
        case "lowerLetter" | "upperLetter":
            letter = chr(ord("a") + (number - 1) % _LETTERS) * (1 + (number - 1) // _LETTERS)
            return letter if form == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman":
            return _roman(number) if form == "lowerRoman" else _roman(number).upper()
        case "none":
            return ""
        case _:
            return str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _HIGHEST:
        return str(number)
    written = ""
    for value, letters in _ROMANS:
        written += letters * (number // value)
        number %= value
    return written


def _insert(paragraph: ET.Element, marker: str, depth: int) -> None:
    """Put a number before the words of a paragraph."""
    if not marker:
        return
    space = paragraph.tag.removesuffix("p")
    link = ET.Element(f"{space}hyperlink", {f"{space}anchor": f"{ANCHOR}{depth}"})
    ET.SubElement(ET.SubElement(link, f"{space}r"), f"{space}t").text = marker
    at = 1 if len(paragraph) and _name(paragraph[0]) == "pPr" else 0
    paragraph.insert(at, link)


# -- elements, whatever edition of the format names their space


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _all(root: ET.Element, name: str) -> list[ET.Element]:
    return [each for each in root.iter() if _name(each) == name]


def _child(element: ET.Element | None, name: str) -> ET.Element | None:
    if element is None:
        return None
    return next((each for each in element if _name(each) == name), None)


def _value(element: ET.Element, name: str) -> str:
    return next(
        (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), ""
    )


def _number(element: ET.Element | None, otherwise: int) -> int:
    value = _value(element, "val") if element is not None else ""
    return int(value) if value.isdigit() and len(value) < 5 else otherwise


def _has_words(paragraph: ET.Element) -> bool:
    return any(_name(each) in ("t", "sym", "drawing", "tab") for each in paragraph.iter())
