"""The parts of a letter and of a reply."""

import pytest

from casebook.importing.healing import heal
from casebook.importing.layout.chunks import chunks_of
from casebook.importing.letter.requests import find_requests
from casebook.importing.letter.structure import DocumentKind, Letter, parse_letter
from casebook.importing.pieces import Chunk, Piece, Role
from casebook.importing.text.pages import read_pages


def letter(text: str) -> Letter:
    return parse_letter(heal(chunks_of(read_pages(text))))


def labels(held: Letter) -> list[str]:
    return [str(part.label) for part in held.parts if part.label]


ASKING = "We would be grateful for your observations on the following matters:"


@pytest.mark.parametrize(
    "markers",
    [
        ["1.", "2.", "3."],
        ["1)", "2)", "3)"],
        ["(1)", "(2)", "(3)"],
        ["a)", "b)", "c)"],
        ["(a)", "(b)", "(c)"],
        ["i.", "ii.", "iii."],
        ["•", "•", "•"],
        ["–", "–", "–"],
    ],
)
def test_requests_of_every_style(markers: list[str]) -> None:
    items = "\n\n".join(f"{marker} What of the {marker} river?" for marker in markers)
    held = letter(
        f"Excellency,\n\nWe write.\n\n{ASKING}\n\n{items}\n\nYours sincerely,\n\nA. Name\n"
    )
    assert labels(held) == ["1", "2", "q1", "q2", "q3", "3"]


def test_sub_items_and_more_paragraphs_belong_to_their_request() -> None:
    held = letter(
        f"Excellency,\n\nWe write.\n\n{ASKING}\n\n1. First:\n\n  a) one;\n\n  b) two.\n\n2. Second.\n\n"
        "More of the second.\n\n3. Third.\n\nThis is no request.\n\nYours sincerely,\n"
    )
    assert labels(held) == ["1", "2", "q1", "q2", "q3", "3", "4"]
    assert [len(part.more) for part in held.requests] == [2, 1, 0]


def test_numbers_of_paragraphs_go_on_below_the_requests() -> None:
    held = letter(
        "Excellency,\n\n1. We write.\n\n2. We worry.\n\n3. The quay is shut.\n\n"
        f"4. {ASKING}\n\n1. Where is it?\n\n2. Since when?\n\n"
        "5. A reply is expected.\n\n6. We await it.\n\nYours sincerely,\n"
    )
    assert labels(held) == ["1", "2", "3", "4", "q1", "q2", "5", "6", "6a"]


@pytest.mark.parametrize(
    "opening",
    [
        "Dear Special Rapporteurs,\n\nWe looked into it.",
        "Dear Ms. Vantongeren,\n\nThank you for your letter of 3 February 2032 (AL XXX 4/2032).",
        "Sirs,\n\nI have the honour to refer to your joint communication AL XXX 4/2032.",
        "Mesdames et Messieurs les Rapporteurs spéciaux,\n\nNous avons cherché.",
        "Mesdames,\n\nEn réponse à votre lettre du 3 février 2032, voici ce qui est.",
        "Estimada Relatora Especial:\n\nHemos investigado.",
        "Señora:\n\nEn respuesta a su carta de 3 de febrero de 2032, informamos de lo siguiente.",
    ],
)
def test_a_letter_to_the_holders_of_mandates_is_a_reply(opening: str) -> None:
    held = letter(
        f"Ministry of Quays\n\n{opening}\n\n1. It is shut.\n\nYours sincerely,\n\nA. Name\n"
    )
    assert held.kind is DocumentKind.REPLY


def test_a_letter_from_the_holders_of_mandates_is_none() -> None:
    held = letter(
        "Excellency,\n\nWe have the honour to address you in our capacities as Special Rapporteurs"
        " and refer to your letter of 3 February 2032.\n\nThe quay is shut.\n"
    )
    assert held.kind is DocumentKind.COMMUNICATION


def test_a_list_that_asks_needs_no_announcement() -> None:
    held = letter(
        "Excellency,\n\nWe write.\n\n1. Please say why.\n\n2. Please say when.\n\nThanks.\n"
    )
    assert labels(held) == ["1", "q1", "q2", "2"]


def test_a_list_that_does_not_ask_is_no_list_of_requests() -> None:
    held = letter("Excellency,\n\nWe write.\n\n1. It rained.\n\n2. It snowed.\n\nThanks.\n")
    assert labels(held) == ["1", "2", "3", "4"]


def test_no_list_no_requests() -> None:
    assert find_requests([Chunk((Piece("Words."),))], frozenset()) == {}


def test_a_reply_keeps_its_own_numbers_and_its_cover_has_none() -> None:
    held = letter(
        "The Permanent Mission of XXX presents its compliments to the Office.\n\nGeneva, 1 May 2030\n\n"
        "1. First.\n\nMore of it.\n\n2. Second.\n\n3. Third.\n"
    )
    assert held.kind is DocumentKind.REPLY
    assert labels(held) == ["1", "1a", "2", "3"]
    assert len(held.masthead) == 2


def test_a_reply_without_numbers_is_counted_through() -> None:
    held = letter(
        "The Permanent Mission of XXX presents its compliments to the Office.\n\nAll is well.\n"
    )
    assert labels(held) == ["1", "2"]


def test_numbers_that_begin_anew_are_no_labels() -> None:
    held = letter(
        "The Permanent Mission of XXX presents its compliments to the Office.\n\n"
        "1. One.\n\n2. Two.\n\n1. One again.\n\n2. Two again.\n"
    )
    assert labels(held) == ["1", "2", "3", "4", "5"]


def test_the_closing_part_stands_under_no_heading() -> None:
    held = letter(
        "Excellency,\n\nWe write at some length.\n\nA heading\n\nWords under it, and more of them.\n\n"
        "In view of the urgency of the matter, we ask.\n"
    )
    assert [part.chunk.role is Role.HEADING for part in held.parts] == [False, True, False, False]
    assert [part.closes_section for part in held.parts] == [False, False, False, True]


def test_a_heading_of_the_closing_part_is_its_heading() -> None:
    held = letter(
        "Excellency,\n\nWe write at some length.\n\nWhat we ask\n\n"
        "In view of the urgency of the matter, we ask.\n"
    )
    assert [part.closes_section for part in held.parts] == [False, False, False]


def test_an_address_at_the_foot_of_the_page_goes_above_the_greeting() -> None:
    held = letter(
        "Ref.: UA XXX 1/2030\n\nExcellency,\n\nWe have the honour to address you about a\n\n\n"
        "His Excellency\nMr. Example\n\f flood of the river.\n"
    )
    assert [chunk.words for chunk in held.masthead] == [
        "Ref.: UA XXX 1/2030",
        "His Excellency Mr. Example",
        "Excellency,",
    ]
    assert labels(held) == ["1"]
