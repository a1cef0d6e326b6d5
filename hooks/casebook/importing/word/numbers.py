"""The numbers that Word counts itself, written out: a list goes on where Word lets it go on.

Word prints `(b)` or `12.` and keeps only which list a paragraph belongs to. Each such number
becomes a link to an anchor that nothing has, which says how deep the paragraph lies.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from casebook.importing.markers import in_letters, in_roman
from casebook.importing.normalisation import BULLETS
from casebook.importing.word.elements import WORD, Styles, value_of

ANCHOR = "casebook-number-"
"""How the anchor of a number begins; the depth of its list follows."""
_LEVELS = 9
_PRINTED = frozenset(f"{WORD}{name}" for name in ("t", "sym", "drawing", "tab"))


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
    for paragraph in [*root.iter(f"{WORD}p")]:
        marker = counted.marker(paragraph)
        if marker:
            _insert(paragraph, *marker)


class _Counter:
    def __init__(self, numbering: ET.Element, styles: ET.Element) -> None:
        self._models = {
            model.get(f"{WORD}abstractNumId", ""): dict(_levels(model))
            for model in numbering.iter(f"{WORD}abstractNum")
        }
        self._lists = {
            each.get(f"{WORD}numId", ""): _list(each) for each in numbering.iter(f"{WORD}num")
        }
        self._styles = Styles(styles)
        self._counts: dict[str, list[int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def marker(self, paragraph: ET.Element) -> tuple[str, int] | None:
        """Return the number that Word prints before a paragraph, and how deep it lies, or None."""
        found = self._membership(paragraph)
        if not found:
            return None
        name, depth = found
        held = self._lists.get(name)
        levels = self._models.get(held.model) if held else None
        is_printed = any(each.tag in _PRINTED for each in paragraph.iter())
        if not held or not levels or depth not in levels or not is_printed:
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

    def _membership(self, paragraph: ET.Element) -> tuple[str, int] | None:
        """Return the list that a paragraph belongs to, itself or by its style, and how deep."""
        depth: int | None = None
        for properties in self._styles.of(paragraph.find(f"{WORD}pPr"), "pStyle", "pPr"):
            numbers = properties.find(f"{WORD}numPr")
            if numbers is None:
                continue
            if depth is None and numbers.find(f"{WORD}ilvl") is not None:
                depth = _number(numbers, "ilvl", 0)
            if numbers.find(f"{WORD}numId") is not None:
                name = value_of(numbers, "numId")
                return None if name == "0" else (name, min(depth or 0, _LEVELS - 1))
        return None


def _levels(model: ET.Element) -> Iterator[tuple[int, _Level]]:
    for level in model.iter(f"{WORD}lvl"):
        form, text = value_of(level, "numFmt", "decimal"), value_of(level, "lvlText")
        yield _depth(level), _Level(form, text, _number(level, "start", 1))


def _list(each: ET.Element) -> _List:
    held = _List(value_of(each, "abstractNumId"))
    for override in each.iter(f"{WORD}lvlOverride"):
        if override.find(f"{WORD}startOverride") is not None:
            held.starts[_depth(override)] = _number(override, "startOverride", 1)
    return held


def _depth(level: ET.Element) -> int:
    return int(level.get(f"{WORD}ilvl") or 0)


def _number(parent: ET.Element, name: str, otherwise: int) -> int:
    value = value_of(parent, name)
    return int(value) if value.isdigit() and len(value) < 5 else otherwise


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
        case "lowerLetter":
            return in_letters(number)
        case "upperLetter":
            return in_letters(number).upper()
        case "lowerRoman":
            return in_roman(number)
        case "upperRoman":
            return in_roman(number).upper()
        case "none":
            return ""
        case _:
            return str(number)


def _insert(paragraph: ET.Element, marker: str, depth: int) -> None:
    """Put a number before the words of a paragraph."""
    if not marker:
        return
    link = ET.Element(f"{WORD}hyperlink", {f"{WORD}anchor": f"{ANCHOR}{depth}"})
    ET.SubElement(ET.SubElement(link, f"{WORD}r"), f"{WORD}t").text = marker
    at = 1 if len(paragraph) and paragraph[0].tag == f"{WORD}pPr" else 0
    paragraph.insert(at, link)
