"""The citations of a dossier, of which lists show a few."""

from collections.abc import Iterable

import pytest
from tests import factories as make
from tests.factories import build_corpus

from casebook.citations.citation import parse_target
from casebook.identifiers.symbol import parse_symbol
from casebook.model.occurrence import Occurrence, Occurrences, anchored_paragraphs
from casebook.model.text import Paragraph

LETTER = make.reference("XXX 1/2025")
CORPUS = build_corpus(
    [
        make.dossier(
            "XXX 1/2025",
            make.paragraph(
                "1", "See [article 7](iccpr#article-7) and [there](A/HRC/41/33#para-2)."
            ),
            make.paragraph("2", "Again [articles 7 and 9](iccpr#article-7 + iccpr#article-9)."),
            make.paragraph("3", "So says [the Covenant](iccpr), as does [XXX 2/2025](XXX 2/2025)."),
        )
    ],
    [make.instrument("iccpr"), make.instrument("river", symbol=parse_symbol("A/HRC/41/33"))],
)


def test_a_citation_of_several_targets_points_at_each() -> None:
    found = CORPUS.occurrences[LETTER]
    assert _surfaces(found.pointing_at({"iccpr#article-7"})) == ["article 7", "articles 7 and 9"]
    assert _surfaces(found.pointing_at({"iccpr#article-9"})) == ["articles 7 and 9"]
    assert _surfaces(found.pointing_at({"iccpr", "XXX 2/2025"})) == ["the Covenant", "XXX 2/2025"]
    assert _surfaces(found.pointing_at({"iccpr#article-8"})) == []


def test_only_citations_that_are_looked_at_are_made_and_each_once() -> None:
    whole: list[Occurrence] = [*CORPUS.occurrences[LETTER]]
    made: list[int] = []

    def make_one(index: int) -> Occurrence:
        made.append(index)
        return whole[index]

    found = Occurrences([each.citation.printed for each in whole], make_one).remembering
    assert [*found.pointing_at({"iccpr#article-9"})] == whole[2:3]
    assert made == [2]
    assert [*found] == whole == [*found]
    assert sorted(made) == [*range(len(whole))]


def test_targets_at_a_place_are_those_that_mean_it() -> None:
    for found in CORPUS.occurrences[LETTER]:
        for target in found.citation.targets:
            if standard := CORPUS.standard_of(target):
                assert str(target) in {*CORPUS.targets_at(*standard)}
    for instrument in CORPUS.instruments.values():
        for place in (None, *CORPUS.places.get(instrument.id, ())):
            for printed in CORPUS.targets_at(instrument, place):
                parsed = parse_target(printed)
                assert parsed
                assert CORPUS.standard_of(parsed) == (instrument, place)


def test_a_symbol_means_the_instrument_that_has_it_last() -> None:
    symbol = parse_symbol("A/HRC/41/33")
    first, last = (make.instrument(name, symbol=symbol) for name in ("river", "stream"))
    corpus = build_corpus([], [first, last])
    assert [*corpus.targets_at(first, None)] == ["river"]
    assert [*corpus.targets_at(last, None)] == ["stream", "A/HRC/41/33"]


def _surfaces(found: Iterable[Occurrence]) -> list[str]:
    return [each.citation.surface for each in found]


@pytest.mark.parametrize(
    ("text_id", "anchors"),
    [
        ("communication", ["", "p1"]),
        ("communication.restated", ["", "communication.restated.p1"]),
        ("reply-1", ["reply-1", "reply-1.p1"]),
        ("reply-1.verbatim-fr", ["reply-1", "reply-1.verbatim-fr.p1"]),
    ],
)
def test_each_text_of_a_document_has_anchors_of_its_own(text_id: str, anchors: list[str]) -> None:
    words = make.text(Paragraph((), 1, None, "", "Before."), make.paragraph("1", "Labelled."))
    assert [anchor for anchor, _ in anchored_paragraphs(words, text_id)] == anchors
