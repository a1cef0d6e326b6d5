"""Words that a Word file wraps in what mammoth passes over: fields, directions, shapes, formulas."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from casebook.importing.refusal import Refusal
from casebook.importing.word.elements import OFF, WORD

_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = WORD.strip("{}").encode()
_WRAPPERS = frozenset(
    (*(f"{WORD}{name}" for name in ("fldSimple", "dir", "bdo")), f"{_FORMULA}oMathPara")
)
_BETWEEN = {f"{_FORMULA}f": "/", f"{_FORMULA}sSup": "^", f"{_FORMULA}sSub": "_"}
"""What stands between the two parts of a formula that is written on one line."""
_PICTURES = ("drawing", "object", "pict")
_SHAPES = "{urn:schemas-microsoft-com:vml}"
_HIDING = re.compile(r"visibility\s*:\s*hidden|display\s*:\s*none", re.IGNORECASE)
_BOX = f"{WORD}txbxContent"
_ELSEWHERE = f"{WORD}altChunk"


def in_usual_names(part: bytes) -> bytes:
    """Return a part with the names that Word uses, where it was saved as Strict Open XML."""
    return part.replace(_STRICT, _USUAL)


def check_is_whole(root: ET.Element) -> None:
    """Refuse a document that takes words from another file in its archive."""
    if next(root.iter(_ELSEWHERE), None) is not None:
        raise Refusal(
            "The Word file keeps words in another file inside it.",
            "Open it in Word, save it anew, and import that.",
        )


def count_pictures(root: ET.Element) -> int:
    """Return how many pictures, diagrams and sheets an unwrapped document has: what has no words."""
    drawn = (each for kind in _PICTURES for each in root.iter(f"{WORD}{kind}"))
    return sum(next(each.iter(_BOX), None) is None for each in drawn)


def unwrap(root: ET.Element) -> None:
    """Put what is wrapped in the place of what wraps it."""
    pending = [root]
    while pending:
        parent = pending.pop()
        children = list(_unwrapped(parent))
        if children != list(parent):
            parent[:] = children
        pending += children


def _unwrapped(parent: ET.Element) -> Iterator[ET.Element]:
    waiting = list(reversed(parent))
    while waiting:
        child = waiting.pop()
        inner = _inside(child)
        if inner is None:
            yield child
        else:
            waiting += reversed(inner)


def _inside(element: ET.Element) -> list[ET.Element] | None:
    """Return what stands in an element that is passed over; None for one that is read."""
    if element.tag in _WRAPPERS:
        return list(element)
    if element.tag == f"{WORD}ruby":
        return [run for base in element.findall(f"{WORD}rubyBase") for run in base]
    if element.tag == f"{_FORMULA}oMath":
        return [_run(_on_one_line(element))]
    if element.tag == f"{_CHOICES}AlternateContent":
        fallback = element.find(f"{_CHOICES}Fallback")
        has_words = fallback is not None and _has_words(fallback)
        return None if has_words else _boxes(element) or _first_choice(element)
    if element.tag in (f"{WORD}drawing", f"{WORD}pict") and _is_hidden(element):
        return []
    if element.tag == f"{WORD}drawing":
        return _boxes(element)
    if element.tag == f"{WORD}br" and element.get(f"{WORD}type") in ("page", "column"):
        return [ET.Element(f"{WORD}br")]  # mammoth would join the words on both sides
    if element.tag == f"{WORD}ptab":
        return [ET.Element(f"{WORD}tab")]
    if element.tag == f"{WORD}fldChar":
        return _chosen(element)
    return None


def _chosen(field: ET.Element) -> list[ET.Element] | None:
    """Return what was chosen from a list in a form, with its field; None where there is no list."""
    offered = field.find(f"{WORD}ffData/{WORD}ddList")
    if offered is None:
        return None
    at = [*offered.findall(f"{WORD}result"), *offered.findall(f"{WORD}default")][:1]
    number = at[0].get(f"{WORD}val", "") if at else "0"
    entries = [each.get(f"{WORD}val", "") for each in offered.findall(f"{WORD}listEntry")]
    words = entries[int(number)] if number.isdecimal() and int(number) < len(entries) else ""
    return [_words(words), ET.Element(field.tag, field.attrib)]


def _on_one_line(formula: ET.Element) -> str:
    """Return a formula as one types it: 3/4, 10^6."""
    if formula.tag == f"{_FORMULA}t":
        return formula.text or ""
    parts = [words for part in formula if (words := _on_one_line(part))]
    return _BETWEEN.get(formula.tag, "").join(parts)


def _boxes(element: ET.Element) -> list[ET.Element] | None:
    """Return the text boxes of a shape, the outermost ones; None where it has none."""
    boxes = [box for box in element.iter(_BOX) if _has_words(box)]
    inner = {id(below) for box in boxes for below in box.iter(_BOX) if below is not box}
    if not boxes:
        return None
    picture = ET.Element(f"{WORD}pict")  # as older Words keep a box: read behind its paragraph
    picture.extend(box for box in boxes if id(box) not in inner)
    return [picture]


def _first_choice(element: ET.Element) -> list[ET.Element] | None:
    """Return what stands in the first of several ways to show something; None where none has words."""
    choices = element.findall(f"{_CHOICES}Choice")
    return next((list(each) for each in choices if _has_words(each)), None)


def _is_hidden(shape: ET.Element) -> bool:
    """Whether a shape is switched off, in the way of old Words or of new ones."""
    return any(
        _HIDING.search(each.get("style", "")) or each.get("hidden", "0") not in OFF
        for each in shape.iter()
        if each.tag.startswith(_SHAPES) or each.tag.endswith("}docPr")
    )


def _has_words(element: ET.Element) -> bool:
    return any(words.text for words in element.iter(f"{WORD}t"))


def _run(words: str) -> ET.Element:
    run = ET.Element(f"{WORD}r")
    run.append(_words(words))
    return run


def _words(words: str) -> ET.Element:
    element = ET.Element(f"{WORD}t")
    element.text = words
    return element
