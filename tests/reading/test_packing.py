"""What is packed comes back as it was."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from casebook.citations.citation import Citation, DocumentTarget, StandardTarget, Target
from casebook.identifiers.provision import parse_provision
from casebook.identifiers.reference import Reference
from casebook.identifiers.symbol import parse_symbol
from casebook.model.occurrence import Occurrence
from casebook.reading.collection import read_collection
from casebook.reading.packing import (
    pack_occurrences,
    pack_outline,
    unpack_occurrences,
    unpack_outline,
)
from casebook.words.vocabulary import CitationKind, Origin

REFERENCE = Reference("XXX", 1, 2024)

printed = st.sampled_from(["iccpr", "river-convention", "a"])
provisions = st.none() | st.sampled_from(
    [parse_provision(each) for each in ("article-7", "article-14.3.d", "rule-23", "para-74")]
)
symbols = st.sampled_from(
    [
        symbol
        for each in ("A/HRC/41/33", "CCPR/C/GC/36", "E/1990/5")
        if (symbol := parse_symbol(each))
    ]
)
targets: st.SearchStrategy[Target] = st.one_of(
    st.builds(StandardTarget, printed, provisions),
    # No standard is called so, and printed it would be read as something else.
    st.builds(StandardTarget, st.sampled_from(["Not A Name", "A/HRC/1/2", "BLR 6/2024", "a#b"])),
    st.builds(DocumentTarget, symbols, provisions),
    st.builds(
        Reference, st.sampled_from(["XXX", "OTH"]), st.integers(1, 500), st.integers(1990, 2040)
    ),
)
citations = st.builds(
    Citation,
    kind=st.sampled_from(CitationKind),
    surface=st.text(max_size=8),
    targets=st.lists(targets, max_size=4).map(tuple),
    start=st.integers(0, 9999),
    origin=st.sampled_from(Origin),
    unresolved=st.none() | st.text(max_size=8),
    spans=st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=2).map(tuple),
)
occurrences = st.builds(
    Occurrence,
    reference=st.just(REFERENCE),
    document=st.text(max_size=4),
    path=st.text(max_size=4),
    line=st.integers(1, 9999),
    anchor=st.text(max_size=4),
    language=st.text(max_size=4),
    is_verbatim=st.booleans(),
    citation=citations,
    before=st.text(max_size=8),
    after=st.text(max_size=8),
)


@given(st.lists(occurrences, max_size=5).map(tuple))
def test_citations_come_back_as_they_were(held: tuple[Occurrence, ...]) -> None:
    back = (*unpack_occurrences(REFERENCE, pack_occurrences(held)),)
    assert back == held
    assert [each.citation.spans for each in back] == [each.citation.spans for each in held]


def test_outlines_come_back_as_they_were(root: Path) -> None:
    outlines = [*read_collection(root).corpus.outlines.values()]
    assert len(outlines) == 2
    assert [unpack_outline(pack_outline(outline)) for outline in outlines] == outlines
