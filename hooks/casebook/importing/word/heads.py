"""The head of a Word file's first page, where a letter has who sends it: put above its words.

What the heads and feet of later pages repeat is no part of a document; what only the first page
has at its foot is, as an address.
"""

from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree as ET

from casebook.importing.word.elements import OFF, WORD

_RELATED = "/relationships}"
"""How the space of names ends, in every edition of the format, that refers to other parts."""
_COUNTS = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES"))
"""The fields that count pages."""


def put_heads(
    root: ET.Element, heads: Mapping[str, bytes], parse: Callable[[bytes], ET.Element]
) -> None:
    """Put what the first page has at its head, and at its foot alone, before the other words.

    `heads` are the parts of heads and feet, by the ids that the document gives them.
    """
    body, section = root.find(f"{WORD}body"), next(root.iter(f"{WORD}sectPr"), None)
    if body is None or section is None:
        return
    first = section.find(f"{WORD}titlePg")
    has_own = first is not None and first.get(f"{WORD}val", "1") not in OFF
    found = [*_named(section, "headerReference", "first" if has_own else "default")]
    if has_own:
        found += _named(section, "footerReference", "first")
    above = [each for name in found if name in heads for each in _words(parse(heads[name]))]
    body[:0] = above


def _named(section: ET.Element, kind: str, page: str) -> Iterator[str]:
    for each in section.findall(f"{WORD}{kind}"):
        if each.get(f"{WORD}type", "default") == page:
            yield next((name for key, name in each.items() if key.endswith(f"{_RELATED}id")), "")


def _words(head: ET.Element) -> Iterator[ET.Element]:
    """Yield the paragraphs and tables of a head that do not count pages."""
    for each in head:
        if not any(_COUNTS.intersection(code.split()) for code in _codes(each)):
            for inner in each.iter():
                # What a head refers to has its name there, and another or none in the document.
                for key in [key for key in inner.attrib if _RELATED in key]:
                    del inner.attrib[key]
            yield each


def _codes(element: ET.Element) -> Iterator[str]:
    for field in element.iter(f"{WORD}fldSimple"):
        yield field.get(f"{WORD}instr", "")
    yield "".join(code.text or "" for code in element.iter(f"{WORD}instrText"))
