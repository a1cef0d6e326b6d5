"""The record says what its sources say, no more and no less.

What is expected here was written down by hand from the sources. Where the map of the sources lies
beside the checkout, the record is compared with it as well.
"""

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from casebook.citations.citation import Target
from casebook.identifiers.provision import parse_provision
from casebook.identifiers.reference import Reference, parse_reference
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.model.occurrence import find_occurrences
from casebook.model.reply_state import reply_outcome
from casebook.reading.collection import read_collection
from casebook.words.vocabulary import About, Naming

ROOT = Path(__file__).parents[1]
FACTS = ROOT.parent / "shared" / "facts"


@cache
def corpus() -> Corpus:
    return read_collection(ROOT).corpus


def dossier(words: str) -> Dossier:
    reference = parse_reference(words)
    assert reference
    return corpus().dossiers[reference]


LETTERS: dict[str, tuple[str | None, str | None, str | None]] = {
    # reference: (type, sent, what is known of the reply)
    "BLR 6/2024": (
        None,
        "2024-10-23",
        "Reply received, 20 December 2024, 58 days after the letter",
    ),
    "BLR 7/2025": ("UA", "2025-09-08", "No reply found as of 22 November 2026"),
    "CAN 1/2012": ("JAL", "2012-05-24", "Reply received, 23 July 2012, 60 days after the letter"),
    "GBR 3/2019": ("UA", "2019-05-27", "Reply received, 7 October 2019, 133 days after the letter"),
    "GBR 6/2019": ("UA", "2019-10-29", "No reply found as of 31 December 2019"),
    "IRN 21/2025": ("UA", "2025-12-15", None),
    "PAK 11/2025": ("JAL", "2025-12-01", None),
    "RUS 1/2026": ("JAL", "2026-01-21", None),
    "RUS 14/2025": ("JAL", "2025-12-05", None),
    "SWE 2/2019": ("UA", "2019-05-28", "Reply received, 12 July 2019, 45 days after the letter"),
    "SWE 4/2019": ("AL", "2019-09-12", None),
    "SYR 3/2014": ("UA", "2014-01-31", None),
    "USA 30/2025": ("AL", None, None),
    "USA 38/2025": ("JAL", "2025-12-08", None),
}


def test_the_letters_held_are_those_that_sources_tell_of() -> None:
    assert {str(reference) for reference in corpus().dossiers} == LETTERS.keys()


@pytest.mark.parametrize("reference", LETTERS)
def test_a_letter_has_the_type_the_day_and_the_reply_of_its_sources(reference: str) -> None:
    type_, sent, reply = LETTERS[reference]
    held = dossier(reference)
    assert (held.type, str(held.sent) if held.sent else None) == (type_, sent)
    assert reply_outcome(held).in_words == (reply or "Not known whether there is a reply")


MANDATES = {
    "BLR 7/2025": "wgad sr-belarus sr-counter-terrorism sr-torture wg-women-girls",
    "CAN 1/2012": "sr-assembly-association",
    "GBR 3/2019": "sr-torture",
    "GBR 6/2019": "sr-torture",
    "IRN 21/2025": "sr-iran",
    "PAK 11/2025": "wg-business wgad wgeid sr-executions sr-freedom-of-expression "
    "sr-human-rights-defenders sr-minority-issues sr-counter-terrorism sr-toxics",
    "RUS 1/2026": "sr-russia sr-judges-lawyers",
    "RUS 14/2025": "wgad sr-belarus wgeid sr-executions sr-human-rights-defenders "
    "sr-judges-lawyers sr-russia sr-torture",
    "SWE 2/2019": "sr-torture",
    "SWE 4/2019": "sr-torture",
    "SYR 3/2014": "sr-housing sr-food sr-health sr-torture sr-water-sanitation",
    "USA 38/2025": "sr-counter-terrorism wg-business wgeid sr-freedom-of-expression "
    "sr-assembly-association sr-human-rights-defenders sr-opt",
}
"""In the order of the letter, or of the register; the others are not known."""


def test_mandates_stand_in_their_order() -> None:
    held = {
        str(reference): " ".join(each.mandates)
        for reference, each in corpus().dossiers.items()
        if each.mandates
    }
    assert held == MANDATES


PERSONS = {
    "BLR 6/2024": ["Alena Lazarchyk"],
    "BLR 7/2025": ["Alena Lazarchyk", "Lubov Valiuk"],
    "GBR 3/2019": ["Julian Assange"],
    "GBR 6/2019": ["Julian Assange"],
    "IRN 21/2025": ["Ehsan Faridi"],
    "PAK 11/2025": ["Mahrang Baloch", "Sibghat Ullah Shah Jee Baloch"],
    "SWE 2/2019": ["Julian Assange"],
    "SWE 4/2019": ["Julian Assange"],
}


def test_those_are_named_whom_the_letters_name_and_no_child() -> None:
    named = {
        str(reference): [person.name for person in each.persons]
        for reference, each in corpus().dossiers.items()
        if each.persons
    }
    assert named == PERSONS
    letter = dossier("BLR 7/2025")
    assert {person.naming for person in letter.persons} == {Naming.PUBLIC}
    assert letter.persons[1].also == ("Liubov Valiuk", "Vailuk")


RELATIONS = {
    ("BLR 7/2025", "follows-up", "BLR 6/2024"),
    ("GBR 6/2019", "follows-up", "GBR 3/2019"),
    ("SWE 4/2019", "follows-up", "SWE 2/2019"),
    ("SWE 2/2019", "parallel-to", "GBR 3/2019"),
    ("GBR 3/2019", "parallel-to", "USA 14/2019"),
    ("GBR 3/2019", "parallel-to", "ECU 10/2019"),
    ("GBR 3/2019", "relates-to", "SWE 3/2019"),
    ("SWE 2/2019", "relates-to", "SWE 3/2019"),
    ("PAK 11/2025", "parallel-to", "CAN 6/2025"),
    *(("PAK 11/2025", "parallel-to", f"OTH {number}/2025") for number in range(137, 141)),
    *(("USA 38/2025", "relates-to", f"OTH {number}/2025") for number in range(151, 154)),
}


def test_letters_on_one_matter_are_grouped() -> None:
    held = {
        (str(reference), str(related.kind), str(related.to))
        for reference, each in corpus().dossiers.items()
        for related in each.related
    }
    assert held == RELATIONS


def test_no_press_item_is_tied_to_a_letter_by_more_than_its_subject() -> None:
    items = [item for each in corpus().dossiers.values() for item in each.press]
    assert len(items) == 9
    assert {item.about for item in items} == {About.INFERRED}


def test_the_day_of_the_press_release_on_belarus_is_left_open() -> None:
    report, release = dossier("BLR 7/2025").press
    assert (report.publisher, str(report.date)) == ("Devdiscourse", "2025-09-30")
    assert (release.publisher, release.date) == ("Mirage News", None)


def test_the_letter_to_belarus_without_a_reference_is_told_of_on_its_page() -> None:
    (note,) = corpus().addressees["BLR"].notes
    assert "6 June 2024" in note.text
    assert "30 July 2024" in note.text
    assert note.source
    assert "srdefenders.org" in note.source


def test_publication_within_sixty_days_is_no_deadline_of_the_reply() -> None:
    letter = dossier("BLR 7/2025")
    assert letter.publication
    assert (letter.publication.days, letter.publication.source) == (60, "letter")
    assert letter.published is None
    assert dossier("GBR 6/2019").published == date(2019, 12, 31)


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


INSTRUMENTS = {
    # id: (adopted, in force, highest)
    "udhr": ("1948-12-10", None, {"article": 30}),
    "iccpr": ("1966-12-16", "1976-03-23", {"article": 53}),
    "icescr": ("1966-12-16", "1976-01-03", {"article": 31}),
    "cedaw": ("1979-12-18", "1981-09-03", {"article": 30}),
    "cat": ("1984-12-10", "1987-06-26", {"article": 33}),
    "crc": ("1989-11-20", "1990-09-02", {"article": 54}),
    "bangkok-rules": ("2010-12-21", None, {"rule": 70}),
    "tokyo-rules": ("1990-12-14", None, {"rule": 23}),
    "cedaw-gr-19": ("1992", None, {}),
    "cedaw-gr-35": ("2017", None, {}),
    "a-hrc-41-33": (None, None, {}),
    "a-hrc-55-52": (None, None, {}),
    "a-hrc-59-59": (None, None, {}),
    "a-78-327": (None, None, {}),
    "a-hrc-43-46": (None, None, {}),
    "cedaw-c-blr-co-9": ("2025", None, {}),
    "sc-res-1373": ("2001-09-28", None, {}),
    "sc-res-1456": ("2003-01-20", None, {}),
    "sc-res-1566": ("2004-10-08", None, {}),
    "sc-res-1624": ("2005-09-14", None, {}),
    "sc-res-2178": ("2014-09-24", None, {}),
    "sc-res-2242": ("2015-10-13", None, {}),
    "sc-res-2341": ("2017-02-13", None, {}),
    "sc-res-2354": ("2017-05-24", None, {}),
    "sc-res-2368": ("2017-07-20", None, {}),
    "sc-res-2370": ("2017-08-02", None, {}),
    "sc-res-2395": ("2017-12-21", None, {}),
    "sc-res-2396": ("2017-12-21", None, {}),
    "hrc-res-35-34": ("2017-06-23", None, {}),
    "ga-res-49-60": ("1994-12-09", None, {}),
    "ga-res-51-210": ("1996-12-17", None, {}),
    "ga-res-72-123": ("2017-12-07", None, {}),
    "ga-res-72-180": ("2017-12-19", None, {}),
    "hrc-res-51-8": ("2022-10-06", None, {}),
    "hrc-res-58-19": ("2025-04-03", None, {}),
    "hrc-res-58-14": ("2025-04-04", None, {}),
    "hrc-res-52-7": ("2023-04", None, {}),
    "hrc-res-59-14": ("2025-07", None, {}),
    "wgad-2024-54": ("2024", None, {}),
    "wgad-2023-64": ("2023", None, {}),
    "blr-criminal-code": (None, None, {}),
}


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_an_instrument_has_the_dates_of_its_sources(name: str) -> None:
    held = corpus().instruments[name]
    adopted = str(held.adopted) if held.adopted else None
    in_force = str(held.in_force) if held.in_force else None
    highest = {str(unit): number for unit, number in held.highest.items()}
    assert (adopted, in_force, highest) == INSTRUMENTS[name]


def test_belarus_joined_the_treaties_on_the_days_that_the_letter_gives() -> None:
    joined = {
        name: str(held.parties["BLR"])
        for name, held in corpus().instruments.items()
        if "BLR" in held.parties and name in INSTRUMENTS
    }
    assert joined == {
        "iccpr": "1973-11-12",
        "icescr": "1973-11-12",
        "cedaw": "1981-02-04",
        "cat": "1987-03-13",
        "crc": "1990-10-01",
    }


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


# -- against the map of the sources


def _facts(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FACTS / name).read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("path", sorted(FACTS.glob("instruments.yml")), ids=lambda path: path.stem)
def test_instruments_agree_with_the_map(path: Path) -> None:
    for fact in _facts(path.name)["instruments"]:
        held = corpus().instruments[fact["id"]]
        expected = fact["adopted"] or fact.get("adopted_period") or fact.get("adopted_year")
        assert (str(held.adopted) if held.adopted else None) == (
            str(expected) if expected else None
        )
        in_force = fact.get("entry_into_force")
        assert (str(held.in_force) if held.in_force else None) == in_force
        if fact.get("belarus"):
            assert str(held.parties["BLR"]) == fact["belarus"]["ratification_or_accession"]
        assert not fact["official_url"] or held.url == fact["official_url"]
        assert len(held.entries) >= sum(
            "general" not in provision["id"] for provision in fact["provisions"]
        )


@pytest.mark.parametrize("path", sorted(FACTS.glob("more-cases.yml")), ids=lambda path: path.stem)
def test_letters_agree_with_the_map(path: Path) -> None:
    for fact in _facts(path.name)["cases"]:
        if not fact["ref_core"]:
            continue
        held = dossier(fact["ref_core"])
        assert held.type == fact["type"]
        assert (str(held.sent) if held.sent else None) == fact["date"]
        replies = [str(reply.received) for reply in held.replies]
        reply = fact["government_reply"]
        assert replies == [
            *filter(None, [reply["date"]]),
            *reply.get("further_dates", ()),
        ]
        named = {person.name for person in held.persons}
        assert named <= {name.partition(" (")[0] for name in fact["persons"] or ()}
        dates = {str(item.date) for item in held.press}
        release = fact["press_release"]
        assert not release or release["date"] in dates


@pytest.mark.parametrize(
    "path", sorted(FACTS.glob("communications.yml")), ids=lambda path: path.stem
)
def test_cited_letters_agree_with_the_map(path: Path) -> None:
    letters, _ = _cited()
    for fact in _facts(path.name)["communications"]:
        places = {cited["para"].lstrip("p0") for cited in fact["cited_by_ua_blr_7_2025"]}
        assert {place for place, counted in letters.items() if fact["ref"] in counted} == places


@pytest.mark.parametrize("path", sorted(FACTS.glob("mandates.yml")), ids=lambda path: path.stem)
def test_mandates_agree_with_the_map(path: Path) -> None:
    held = corpus().mandates
    for fact in _facts(path.name)["mandates"]:
        mandate = held["wg-women-girls" if fact["id"] == "wgdawg" else fact["id"]]
        assert mandate.name == fact["name"]
        assert mandate.abbreviation == fact["short_abbreviation"]
        assert mandate.label == fact["register_label"]
        assert mandate.kind == fact["kind"]
        assert mandate.resolution == fact["resolution_cited"]
        assert str(mandate.established or "None")[:4] == str(fact["established"])
        assert {holder.name for holder in mandate.holders} == {
            each["name"] for each in fact["mandate_holders"]
        }
