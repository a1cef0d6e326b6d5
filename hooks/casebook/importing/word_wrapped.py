"""Words that a Word file wraps in what mammoth passes over: fields, directions, shapes, formulas."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = _WORD.strip("{}").encode()
_WRAPPERS = frozenset(f"{_WORD}{name}" for name in ("fldSimple", "dir", "bdo"))
_BOX = f"{_WORD}txbxContent"
_ELSEWHERE = f"{_WORD}altChunk"


def in_usual_names(part: bytes) -> bytes:
    """Return a part with the names that Word uses, where it was saved as Strict Open XML."""
    return part.replace(_STRICT, _USUAL)


def has_words_elsewhere(root: ET.Element) -> bool:
    """Whether the document takes words from another file in its archive."""
    return next(root.iter(_ELSEWHERE), None) is not None


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
    if element.tag == f"{_WORD}ruby":
        return [run for base in element.findall(f"{_WORD}rubyBase") for run in base]
    if element.tag == f"{_FORMULA}oMath":
        return [_run("".join(words.text or "" for words in element.iter(f"{_FORMULA}t")))]
    if element.tag == f"{_CHOICES}AlternateContent":
        fallback = element.find(f"{_CHOICES}Fallback")
        has_words = fallback is not None and _has_words(fallback)
        return None if has_words else _boxes(element)
    if element.tag == f"{_WORD}drawing":
        return _boxes(element)
    return None


def _boxes(element: ET.Element) -> list[ET.Element] | None:
    """Return the text boxes of a shape, the outermost ones; None where it has none."""
    boxes = [box for box in element.iter(_BOX) if _has_words(box)]
    inner = {id(below) for box in boxes for below in box.iter(_BOX) if below is not box}
    if not boxes:
        return None
    picture = ET.Element(f"{_WORD}pict")  # as older Words keep a box: read behind its paragraph
    picture.extend(box for box in boxes if id(box) not in inner)
    return [picture]


def _has_words(element: ET.Element) -> bool:
    return any(words.text for words in element.iter(f"{_WORD}t"))


def _run(words: str) -> ET.Element:
    run = ET.Element(f"{_WORD}r")
    ET.SubElement(run, f"{_WORD}t").text = words
    return run
