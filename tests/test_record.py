"""The record says what its sources say, no more and no less.

What is expected here was written down by hand from the sources. Where the map of the sources lies
beside the checkout, the record is compared with it as well.
"""

from datetime import date
from pathlib import Path

import pytest
from tests.record import FACTS, corpus, dossier, facts

from casebook.model.reply_state import reply_outcome
from casebook.words.vocabulary import About, Naming

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


# -- against the map of the sources


@pytest.mark.parametrize("path", sorted(FACTS.glob("more-cases.yml")), ids=lambda path: path.stem)
def test_letters_agree_with_the_map(path: Path) -> None:
    for fact in facts(path.name)["cases"]:
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


@pytest.mark.parametrize("path", sorted(FACTS.glob("mandates.yml")), ids=lambda path: path.stem)
def test_mandates_agree_with_the_map(path: Path) -> None:
    held = corpus().mandates
    for fact in facts(path.name)["mandates"]:
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
