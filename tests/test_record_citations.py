"""The letter BLR 7/2025 cites what its source cites, paragraph by paragraph.

What is expected here was written down by hand from the source.
"""

from collections import Counter
from pathlib import Path

import pytest
from tests.record import FACTS, corpus, dossier, facts

from casebook.citations.citation import Target
from casebook.identifiers.provision import parse_provision
from casebook.identifiers.reference import Reference
from casebook.model.occurrence import find_occurrences

COMMUNICATIONS = {
    "8": "BLR 6/2024",
    "9": "BLR 8/2023, BLR 5/2024, BLR 6/2024, BLR 2/2025, BLR 3/2025",
    "14": "BLR 3/2023, BLR 12/2023, BLR 11/2023, BLR 10/2023, BLR 5/2024, BLR 7/2024, BLR 2/2025, "
    "BLR 3/2025, BLR 5/2025",
    "18": "BLR 2/2021, BLR 3/2022, BLR 3/2023, BLR 4/2023, BLR 9/2023, BLR 10/2023, BLR 12/2023, "
    "BLR 5/2024, BLR 6/2024, BLR 8/2024, BLR 9/2024, BLR 1/2025, BLR 2/2025, BLR 3/2025, "
    "BLR 4/2025, BLR 5/2025",
}
STANDARDS = {
    "1": "hrc-res-51-8 hrc-res-58-19 hrc-res-58-14 hrc-res-52-7 hrc-res-59-14",
    "5": "blr-criminal-code#article-342.1 blr-criminal-code#article-368 "
    "blr-criminal-code#article-361-1 blr-criminal-code#article-130 blr-criminal-code#article-411",
    "7": "blr-criminal-code#article-361-1",
    "9": "blr-criminal-code#article-411 iccpr#article-14.7 a-hrc-59-59#para-88.i",
    "11": "cedaw#article-2 iccpr#article-7 iccpr#article-10 cat#article-1 cat#article-16 "
    "cedaw-gr-19#para-6 cedaw-gr-35",
    "12": "bangkok-rules bangkok-rules#rule-23 bangkok-rules#rule-26 bangkok-rules#rule-28 "
    "bangkok-rules#rule-45 bangkok-rules#rule-52.3 bangkok-rules#rule-58 bangkok-rules#rule-64",
    "13": "a-hrc-41-33 a-hrc-41-33#para-74 a-hrc-41-33#para-78 a-hrc-41-33#para-82.b "
    + " ".join(f"a-hrc-55-52#para-{number}" for number in range(64, 78)),
    "14": "cedaw-c-blr-co-9#para-54.a",
    "15": "udhr#article-16.3 iccpr#article-23.1 icescr#article-10.1 crc#preamble",
    "16": "udhr#article-25",
    "17": "crc#article-1 crc#article-3.1 crc#article-7.1 crc#article-8 crc#article-9 crc#article-18",
    "18": "a-78-327 a-hrc-43-46#para-14",
    "q3": "blr-criminal-code#article-411",
    "q6": "tokyo-rules bangkok-rules#rule-58 tokyo-rules bangkok-rules",
    "fn": "sc-res-1373 sc-res-1456 sc-res-1566 sc-res-1624 sc-res-2178 sc-res-2242 sc-res-2341 "
    "sc-res-2354 sc-res-2368 sc-res-2370 sc-res-2395 sc-res-2396 hrc-res-35-34 ga-res-49-60 "
    "ga-res-51-210 ga-res-72-123 ga-res-72-180",
}
"""What each paragraph of BLR 7/2025 invokes; instruments named in passing are not counted here."""


def _cited() -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
    """Return the letters and the standards that each paragraph of BLR 7/2025 cites."""
    letters: dict[str, Counter[str]] = {}
    standards: dict[str, Counter[str]] = {}
    for found in find_occurrences(dossier("BLR 7/2025")):
        place = found.anchor.removeprefix("p") if "fn" not in found.anchor else "fn"
        for target in found.citation.targets:
            if isinstance(target, Reference):
                letters.setdefault(place, Counter())[str(target)] += 1
            else:
                standards.setdefault(place, Counter())[_standard(target)] += 1
    return letters, standards


def _standard(target: Target) -> str:
    assert not isinstance(target, Reference)
    held = corpus().standard_of(target)
    if not held:
        return str(target)
    instrument, provision = held
    return f"{instrument.id}#{provision}" if provision else instrument.id


def test_every_earlier_letter_is_cited_where_the_letter_cites_it() -> None:
    letters, _ = _cited()
    assert letters == {place: Counter(words.split(", ")) for place, words in COMMUNICATIONS.items()}
    assert sum(sum(counted.values()) for counted in letters.values()) == 31
    assert len({each for counted in letters.values() for each in counted}) == 19


@pytest.mark.parametrize("place", STANDARDS)
def test_every_standard_is_cited_where_the_letter_cites_it(place: str) -> None:
    _, standards = _cited()
    expected = Counter(STANDARDS[place].split())
    held = standards[place]
    assert expected - held == Counter()
    assert {name for name in held - expected if "#" in name} == set()


def test_paragraphs_without_a_citation_have_none() -> None:
    letters, standards = _cited()
    assert letters.keys() | standards.keys() == COMMUNICATIONS.keys() | STANDARDS.keys()


def test_every_provision_that_the_letter_invokes_has_a_gloss() -> None:
    instruments = corpus().instruments
    for words in STANDARDS.values():
        for target in words.split():
            name, _, place = target.partition("#")
            held = instruments[name]
            provision = parse_provision(place) if place else None
            entry = held.entry(provision) if provision else None
            assert entry or not place, target
            assert entry.gloss if entry else held.gloss, target


@pytest.mark.parametrize(
    "path", sorted(FACTS.glob("communications.yml")), ids=lambda path: path.stem
)
def test_cited_letters_agree_with_the_map(path: Path) -> None:
    letters, _ = _cited()
    for fact in facts(path.name)["communications"]:
        places = {cited["para"].lstrip("p0") for cited in fact["cited_by_ua_blr_7_2025"]}
        assert {place for place, counted in letters.items() if fact["ref"] in counted} == places
