"""What a document says of itself, read off its parts."""

from datetime import date

import pytest
from tests.importing.measure import mandate_names

from casebook.identifiers.reference import parse_reference
from casebook.importing.extraction import extract
from casebook.importing.importer import take_apart
from casebook.importing.letter.facts import _dated
from casebook.importing.letter.structure import DocumentKind


def test_a_reply_without_courtesy_is_known_by_its_title_and_its_last_line() -> None:
    source = (
        b"# Reply of the Government of Ruritania to the communication AL XXX 3/2032\n\n"
        b"1. It is shut.\n\n2. It stays shut.\n\n3. It was open.\n\nValbrume, 12 March 2032\n"
    )
    facts = take_apart(extract(source), mandate_names()).facts
    assert (str(facts.reference), facts.dated) == ("XXX 3/2032", date(2032, 3, 12))


def test_of_a_letter_to_two_addressees_the_editor_says_which() -> None:
    source = (
        b"Mandates of the Working Group on Arbitrary Detention\n\nRef.: AL XXX 3/2032; OL YYY 4/2032\n\n"
        b"12 March 2032\n\nExcellencies,\n\nWe have the honour to address you about the harbour.\n"
    )
    facts = take_apart(extract(source), mandate_names()).facts
    assert facts.reference is None
    for reference, kind, other in (
        ("XXX 3/2032", "AL", "YYY 4/2032"),
        ("YYY 4/2032", "OL", "XXX 3/2032"),
    ):
        named = parse_reference(reference)
        assert named
        own = facts.of(named)
        assert own.type == kind
        assert [str(each) for each in own.cites] == [other]


@pytest.mark.parametrize(("number", "after"), [("sixty", (60, "days")), ("sıxty", None)])
def test_a_number_in_damaged_letters_is_none(number: str, after: tuple[int, str] | None) -> None:
    said = f"This letter and any reply will be made public within {number} days."
    text = f"Ref.: UA XXX 7/2025\n\nExcellency,\n\n    {said}\n"
    assert take_apart(extract(text.encode()), mandate_names()).facts.published_after == after


@pytest.mark.parametrize(
    "words",
    [
        "The Permanent Mission of Ruritania presents its sincere compliments to the Office",
        "La Mission permanente de Ruritanie présente ses compliments au Haut-Commissariat",
        "La Mission permanente de Ruritanie a l’honneur de présenter ses compliments au Bureau",
        "Les autorités présentent leurs meilleurs compliments au Haut-Commissariat",
        "La Misión Permanente de Ruritania presenta sus más atentos saludos a la Oficina",
        "La Misión Permanente de Ruritania saluda con toda atención a la Oficina",
    ],
)
def test_a_note_verbale_is_a_reply(words: str) -> None:
    source = f"{words} (AL XXX 3/2032).\n\n1. It is shut.\n\n2. It stays shut.\n\n3. It was open.\n"
    facts = take_apart(extract(source.encode()), mandate_names()).facts
    assert (facts.kind, str(facts.reference)) == (DocumentKind.REPLY, "XXX 3/2032")


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("After 60 days, this letter and any reply will be made public.", (60, "days")),
        ("Passé un délai de soixante jours, la lettre sera rendue publique.", (60, "days")),
        ("Transcurridos 60 días, esta carta se hará pública.", (60, "days")),
        ("Please answer within 60 days. Your reply will be made public.", None),
        ("Following 60 days of silence we write again. The letter will be made public.", None),
    ],
)
def test_the_day_of_publication_may_stand_before_it(
    said: str, after: tuple[int, str] | None
) -> None:
    text = f"Ref.: UA XXX 7/2025\n\nExcellency,\n\n    {said}\n"
    assert take_apart(extract(text.encode()), mandate_names()).facts.published_after == after


def test_the_day_of_another_letter_is_not_its_own() -> None:
    lines = ("Geneva, 11 Aban 1410", "Follow-up to our letter of 12 July 2030")
    assert _dated([*lines], []) is None
    assert _dated(["Palais des Nations, 1211 Geneva 10, Switzerland, 12 July 2031"], [])
