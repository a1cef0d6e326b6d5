"""What is found in a text, and where it leads."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.citations.instruments import INSTRUMENTS, NAMES

from casebook.citations.citation import Citation, StandardTarget
from casebook.citations.finding import find_citations
from casebook.citations.members import find_members
from casebook.citations.names import Names
from casebook.citations.passages import Passage, Taken
from casebook.identifiers.provision import parse_provision
from casebook.words.vocabulary import Origin

GOLDENS = sorted((Path(__file__).parents[1] / "goldens" / "citations").glob("*.yml"))


def _rows() -> Iterator[Any]:
    for path in GOLDENS:
        for number, row in enumerate(yaml.load(path.read_bytes(), yaml.CBaseLoader), 1):
            yield pytest.param(row, id=f"{path.stem}-{number}")


ROWS = list(_rows())
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")


def passage(text: str, section: str = "") -> Passage:
    """Read "[words](iccpr#article-7)" as an editor's link, "[words]()" as one to elsewhere."""
    plain, at = "", 0
    taken = []
    for link in _LINK.finditer(text):
        plain += text[at : link.start()]
        instrument, _, place = link[2].partition("#")
        target = StandardTarget(instrument, parse_provision(place)) if instrument else None
        taken.append(Taken(len(plain), len(plain) + len(link[1]), target))
        plain += link[1]
        at = link.end()
    return Passage(plain + text[at:], section, tuple(taken))


def passages(row: dict[str, Any]) -> list[Passage]:
    if "passages" in row:
        return [passage(each["text"], each.get("section", "")) for each in row["passages"]]
    return [passage(row["text"])]


def shown(citation: Citation) -> list[str]:
    return [citation.surface, *map(str, citation.targets)]


def test_there_are_goldens_enough() -> None:
    assert len(ROWS) > 150


@pytest.mark.parametrize("row", ROWS)
def test_a_text_cites_what_it_cites_and_nothing_else(row: dict[str, Any]) -> None:
    is_known = "codes" in row or "states" in row
    names = Names(INSTRUMENTS, row.get("codes", ()), row.get("states")) if is_known else NAMES
    given = passages(row)
    found = find_citations(given, names, addressee=row.get("addressee"))
    assert [shown(citation) for each in found for citation in each] == row["finds"]
    for each, citations in zip(given, found, strict=True):
        end = 0
        for citation in citations:
            assert citation.start >= end, "citations stand in reading order and lie apart"
            assert each.text[citation.start : citation.end] == citation.surface
            assert citation.origin is Origin.FOUND
            assert bool(citation.targets) is (citation.unresolved is None)
            assert len(citation.spans) == len(citation.targets)
            end = citation.end


@pytest.mark.parametrize("row", ROWS)
def test_what_is_linked_is_not_found_again(row: dict[str, Any]) -> None:
    """Linking every member of every citation leaves only what had no target."""
    given = passages(row)
    found = find_citations(given, NAMES, addressee=row.get("addressee"))
    linked = []
    for each, citations in zip(given, found, strict=True):
        links = [
            Taken(start, end, target)
            for citation in citations
            for start, end, target in find_members(citation)
        ]
        linked.append(Passage(each.text, each.section, (*each.taken, *links)))
    again = find_citations(linked, NAMES, addressee=row.get("addressee"))
    left = [citation for each in again for citation in each]
    assert [member for citation in left for member in find_members(citation)] == []
