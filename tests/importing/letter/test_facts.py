"""References, dates, mandates, signatures and languages, in all their printed forms."""

from datetime import date

import pytest
from tests.importing.measure import mandate_names

from casebook.identifiers.reference import parse_reference
from casebook.importing.extraction import extract
from casebook.importing.importer import take_apart
from casebook.importing.letter.facts import _dated
from casebook.importing.letter.mandate_names import MandateNames
from casebook.importing.letter.reference_line import (
    answered_references,
    find_mentions,
    own_reference,
)
from casebook.importing.letter.signatures import read_signatures
from casebook.importing.letter.spoken_dates import find_dates, is_only_a_date
from casebook.importing.letter.structure import DocumentKind
from casebook.importing.letter.tongues import language_of
from casebook.importing.pieces import Chunk, Piece


@pytest.mark.parametrize(
    ("lines", "reference", "kind"),
    [
        (["Ref.: UA XXX 7/2025"], "XXX 7/2025", "UA"),
        (["REFERENCE: UA XXX 2/2019"], "XXX 2/2019", "UA"),
        (["Réf. : AL XXX 3/2024"], "XXX 3/2024", "AL"),
        (["Référence : OL XXX 3/2024"], "XXX 3/2024", "OL"),
        (["Referencia: JUA XXX 3/2024"], "XXX 3/2024", "JUA"),
        (["Our reference: AL XXX 3/2024"], "XXX 3/2024", "AL"),
        (["Ref: AL  XXX  3 / 2024"], "XXX 3/2024", "AL"),
        (
            ["REFERENCE: UA Housing (2000-9) Food (2000-9) G/SO 214 (53-24) XXX 3/2014"],
            "XXX 3/2014",
            "UA",
        ),
        (
            ["REFERENCE: UA G/SO 218/2 G/SO 214 (67-17)", "G/SO 214 (53-24) XXX 3/2012"],
            "XXX 3/2012",
            "UA",
        ),
        (["Urgent appeal", "XXX 3/2024"], "XXX 3/2024", None),
        (["Ref.: XXX 3/2024"], "XXX 3/2024", None),
        (["Reference: AL. XXX 3.2024"], "XXX 3/2024", "AL"),
        (["Réf. : AL XXX n° 3/2024"], "XXX 3/2024", "AL"),
        (["Ref.: allegation letter XXX 3/2024"], "XXX 3/2024", "AL"),
        (["Mandates of", "XXX 3/2024 and XXX 4/2024"], None, None),
        (["XXX 3/2024", "XXX 4/2024"], None, None),
        (["Excellency,"], None, None),
        (["Resolution 51/8 of 2022"], None, None),
    ],
)
def test_the_reference_of_a_letter(
    lines: list[str], reference: str | None, kind: str | None
) -> None:
    mention = own_reference(lines)
    assert (str(mention.reference) if mention else None) == reference
    assert (mention.type if mention else None) == kind


@pytest.mark.parametrize(
    ("paragraphs", "answered"),
    [
        (["see XXX 1/2020", "with reference to AL XXX 2/2020 of"], ["XXX 2/2020"]),
        (["to AL XXX 2/2020 of 3 May 2020 and UA XXX 4/2020"], ["XXX 2/2020", "XXX 4/2020"]),
        (
            ["to AL XXX 2/2020, XXX 4/2020 et XXX 5/2020."],
            ["XXX 2/2020", "XXX 4/2020", "XXX 5/2020"],
        ),
        (["to AL XXX 2/2020 and further to its reply to AL XXX 1/2020"], ["XXX 2/2020"]),
        (["see XXX 1/2020 and AL XXX 2/2020; AL XXX 2/2020"], ["XXX 2/2020"]),
        (["to no letter"], []),
    ],
)
def test_a_reply_names_the_letters_that_it_answers(
    paragraphs: list[str], answered: list[str]
) -> None:
    found = answered_references(paragraphs)
    assert [str(mention.reference) for mention in found] == answered


def test_symbols_and_resolutions_are_no_references() -> None:
    words = "A/HRC/41/33, CAT 1/2019a, resolution 35/34, ABC 12345/2020, S/RES/1373 (2001)"
    assert list(find_mentions(words)) == []


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("8 September 2025", date(2025, 9, 8)),
        ("Geneva, 8th September 2025", date(2025, 9, 8)),
        ("September 8, 2025", date(2025, 9, 8)),
        ("le 1er août 2025", date(2025, 8, 1)),
        ("8 septembre 2025", date(2025, 9, 8)),
        ("8 de septiembre de 2025", date(2025, 9, 8)),
        ("14 MAY 2025", date(2025, 5, 14)),
        ("2025-09-08", date(2025, 9, 8)),
        ("8-Sep-2025", date(2025, 9, 8)),
        ("13/02/2025", date(2025, 2, 13)),
        ("13.02.2025", date(2025, 2, 13)),
        ("primero de febrero de 2025", date(2025, 2, 1)),
        ("15 de set. de 2025", date(2025, 9, 15)),
        ("le 1 er août 2025", date(2025, 8, 1)),
        ("Genève, le premier août 2025", date(2025, 8, 1)),
        ("2 févr. 2025", date(2025, 2, 2)),
        ("12/MAY/2025", date(2025, 5, 12)),
        ("3rd day of June 2025", date(2025, 6, 3)),
        ("20November,2025", date(2025, 11, 20)),
        ("2025/05/20", date(2025, 5, 20)),
        ("5/5/2025", date(2025, 5, 5)),
        ("20 мая 2025 г.", date(2025, 5, 20)),
        ("2025年5月20日", date(2025, 5, 20)),
        ("the second of November 2021", date(2021, 11, 2)),
        ("Geneva, this 2nd day of November, 2021", date(2021, 11, 2)),
        ("the twenty-first of March 2022", date(2022, 3, 21)),
        ("le deux novembre 2021", date(2021, 11, 2)),
        ("le trente-et-un mars 2022", date(2022, 3, 31)),
        ("Ginebra, dos de noviembre de 2021", date(2021, 11, 2)),
        ("veintiuno de marzo de 2022", date(2022, 3, 21)),
        ("treinta y uno de marzo de 2022", date(2022, 3, 31)),
        ("2 de novembro de 2021", date(2021, 11, 2)),
        ("«2» ноября 2021 года", date(2021, 11, 2)),
        ("1 st March 2022", date(2022, 3, 1)),
        ("2nd. November 2021", date(2021, 11, 2)),
        ("٢٠ أيار/مايو ٢٠٢٥", date(2025, 5, 20)),
    ],
)
def test_dates_in_the_languages_of_letters_and_replies(words: str, day: date) -> None:
    assert find_dates(words) == [day]
    assert is_only_a_date(words)


@pytest.mark.parametrize(
    "words",
    [
        *("03/04/2025", "2025/13/01", "31 February 2025", "September 2025", "in 2025"),
        *(
            "quarante-deux mars 2025",
            "cuarenta y dos de marzo de 2025",
            "thirty-first of June 2025",
        ),
        *("November 2, 2564", "12/MAY/2567"),
    ],
)
def test_what_is_unclear_is_no_date(words: str) -> None:
    assert find_dates(words) == []


def test_a_date_in_a_sentence_does_not_stand_alone() -> None:
    assert not is_only_a_date("She was held from 8 September 2025 in the prison of the capital.")


@pytest.mark.parametrize(
    ("name", "mandate"),
    [
        (
            "Special Rapporteur on torture and other cruel, inhuman or degrading treatment or punishment",
            "sr-torture",
        ),
        ("SPECIAL RAPPORTEUR ON TORTURE", "sr-torture"),
        ("Rapporteuse spéciale sur la torture et autres peines", "sr-torture"),
        ("Relatora Especial sobre la tortura y otros tratos", "sr-torture"),
        ("the Working Group on Arbitrary Detention", "wgad"),
        ("Groupe de travail sur la détention arbitraire", "wgad"),
        ("Grupo de Trabajo sobre la Detencion Arbitraria", "wgad"),
        ("Working Group on discrimination against women and girls", "wg-women-girls"),
        ("Special Rapporteur on the situation of human rights in Belarus", "sr-belarus"),
        ("Special Rapporteur on the situation of human rights in Ruritania", None),
        ("Special Rapporteur on rivers", None),
        ("Working Group on torture", None),
        ("Anna Example", None),
        ("", None),
    ],
)
def test_mandates_are_known_by_their_names(name: str, mandate: str | None) -> None:
    assert mandate_names().match(name) == mandate


def test_mandates_come_in_the_letter_s_order_known_or_not() -> None:
    words = (
        "Mandates of the Special Rapporteur on rivers; the Working Group on Arbitrary Detention and "
        "the Special Rapporteur on torture"
    )
    found = mandate_names().find(words)
    assert [each.id for each in found] == [None, "wgad", "sr-torture"]
    assert found[0].printed == "Special Rapporteur on rivers"


def test_without_a_register_nothing_is_known() -> None:
    assert MandateNames(()).match("Special Rapporteur on torture") is None


def test_names_and_offices_are_paired_however_they_are_printed() -> None:
    chunks = [
        Chunk((Piece("Ana Uno\nChair-Rapporteur of the Working Group on Arbitrary Detention"),)),
        Chunk((Piece("Dr. Bo Dos"),)),
        Chunk(
            (Piece("Special Rapporteur on the situation of human rights\nin Belarus"),),
            is_apart=False,
        ),
        Chunk(
            (
                Piece(
                    "Cy Tres\nSpecial Rapporteur on torture\nDi Cuatro\nSpecial Rapporteur on minority issues"
                ),
            )
        ),
    ]
    found = read_signatures(chunks, mandate_names())
    assert [(each.name, each.office, each.mandate) for each in found] == [
        ("Ana Uno", "Chair-Rapporteur", "wgad"),
        ("Dr. Bo Dos", "Special Rapporteur", "sr-belarus"),
        ("Cy Tres", "Special Rapporteur", "sr-torture"),
        ("Di Cuatro", "Special Rapporteur", "sr-minority-issues"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "Anna Uno, Special Rapporteur on the situation of human rights in Belarus",
        "Anna Uno – Special Rapporteur on the situation of human rights in Belarus",
        "Anna Uno Special Rapporteur on the situation of human rights in Belarus",
        "(Signed) Anna Uno\nSpecial Rapporteur on the situation of human rights in Belarus",
    ],
)
def test_name_and_office_on_one_line_are_parted(lines: str) -> None:
    (found,) = read_signatures([Chunk((Piece(lines),), is_apart=True)], mandate_names())
    assert (found.name, found.office, found.mandate) == (
        "Anna Uno",
        "Special Rapporteur",
        "sr-belarus",
    )


def test_a_reply_without_courtesy_is_known_by_its_title_and_its_last_line() -> None:
    source = (
        b"# Reply of the Government of Ruritania to the communication AL XXX 3/2032\n\n"
        b"1. It is shut.\n\n2. It stays shut.\n\n3. It was open.\n\nValbrume, 12 March 2032\n"
    )
    facts = take_apart(extract(source), mandate_names()).facts
    assert (str(facts.reference), facts.dated) == ("XXX 3/2032", date(2032, 3, 12))


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("The letter of the Government that was sent to the experts is on the table.", "en"),
        ("La lettre du Gouvernement que les experts ont reçue est sur la table.", "fr"),
        ("La carta que el Gobierno envió a los expertos está en la mesa de la oficina.", "es"),
        ("Правительство направило ответ на письмо экспертов.", "ru"),
        ("Урад накіраваў адказ на ліст экспертаў, паўтараючы раней сказанае.", "be"),
        ("Уряд надіслав відповідь на лист, її отримали вчора, є й додатки.", "uk"),
        ("أرسلت الحكومة ردها على رسالة الخبراء", "ar"),
        ("XXX 1/2030 XXX 2/2030", None),
        ("", None),
    ],
)
def test_the_language_shows_in_small_words(words: str, language: str | None) -> None:
    assert language_of(words) == language


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


def test_a_number_of_an_office_is_no_reference() -> None:
    assert own_reference(["Ref. No. 12/2032"]) is None


@pytest.mark.parametrize(("number", "after"), [("sixty", (60, "days")), ("sıxty", None)])
def test_a_number_in_damaged_letters_is_none(number: str, after: tuple[int, str] | None) -> None:
    said = f"This letter and any reply will be made public within {number} days."
    text = f"Ref.: UA XXX 7/2025\n\nExcellency,\n\n    {said}\n"
    assert take_apart(extract(text.encode()), mandate_names()).facts.published_after == after


@pytest.mark.parametrize(
    "line",
    [
        "Anna Sample received concerning Mr. Tim Small (17 years old).",
        "Council resolutions 58/19 and 51/8",
        "Belarus; Working Group on Arbitrary Detention and",
    ],
)
def test_a_line_read_across_two_columns_is_no_name(line: str) -> None:
    lines = f"{line}\nChair-Rapporteur of the Working Group on Arbitrary Detention"
    assert read_signatures([Chunk((Piece(lines),))], mandate_names()) == ()


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
