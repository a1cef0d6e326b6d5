import pytest
from tests.factories import build_corpus, dossier, instrument, paragraph, person, text, topic

from casebook.indexing.lexicon import Lexicon
from casebook.indexing.postings import source_term, terms_of, words_of
from casebook.indexing.record import Record, record_of
from casebook.model.dossier import Document, Dossier, Source
from casebook.model.text import Note
from casebook.words.vocabulary import Naming


def record(held: Dossier) -> Record:
    corpus = build_corpus([held], [instrument("iccpr")], topics=[topic("bridges")])
    return record_of(corpus, held, [])


def terms(*words: str, **given: object) -> dict[str, int]:
    paragraphs = [paragraph(str(number), each) for number, each in enumerate(words, 1)]
    return terms_of(record(dossier("XXX 7/2025", *paragraphs, **given)), Lexicon())


def test_forms_of_a_word_are_one_term() -> None:
    found = terms("She was detained. Detention continues; they detain others.")
    assert found["detain"] == found["detent"] * 2 or found["detain"] > found["detent"]


def test_words_that_every_letter_has_are_no_terms() -> None:
    assert not {"the", "of", "s", ""} & terms("The end of the road; it's his.").keys()


def test_a_title_counts_more_than_a_text() -> None:
    found = terms("A ferry sank.", title="A lighthouse")
    assert found["lighthous"] > found["ferri"]


def test_a_text_counts_more_than_a_footnote() -> None:
    held = dossier("XXX 7/2025", paragraph("1", "A ferry sank."))
    note = Note("1", (paragraph("", "A tug sank as well."),))
    noted = text(*held.documents[0].texts[0].paragraphs())
    document = Document(
        "communication", texts=(type(noted)("x", "en", False, noted.blocks, (note,)),)
    )
    found = terms_of(record(dossier("XXX 7/2025", documents=(document,))), Lexicon())
    assert found["ferri"] > found["tug"] > 0


def test_names_are_also_heard_and_words_are_not() -> None:
    found = terms("On Monday Alena Lazarchyk was heard. Drums. The drums stopped.")
    assert {"~lsrsk", "~alana"} <= found.keys()
    assert not [term for term in found if term.startswith("~drm")]


def test_a_joined_name_is_found_in_pieces_and_whole() -> None:
    found = terms("Nothing.", persons=(person("Abdulhadi Al-Khawaja"),))
    assert {"khawaja", "alkhawaja"} <= found.keys()


@pytest.mark.parametrize("name", ["Abdul Haq Test", "Abd al-Haq Test", "Abdalhaq Test"])
def test_a_name_of_a_servant_of_god_is_found_in_one_word_and_in_two(name: str) -> None:
    assert {"abdulhaq", "haq"} <= terms("Nothing.", persons=(person(name),)).keys()


def test_the_names_of_persons_have_beginnings_and_other_words_have_none() -> None:
    found = terms("Ms. Someone wrote.", title="Lengthy", persons=(person("Алена Lazarčyk"),))
    begun = {term for term in found if term.startswith("^")}
    assert begun == {"^ale", "^alen", "^laz", "^laza", "^lazar", "^lazarc", "^lazarcy"}


def test_a_name_that_is_not_public_has_no_beginning() -> None:
    found = terms("One.", persons=(person("Hidden Surname", Naming.WITHHELD),))
    assert not [term for term in found if term.startswith("^")]


def test_other_spellings_find_the_person() -> None:
    found = terms("Nothing.", persons=(person("Lubov Valiuk", Naming.PUBLIC, "Vailuk"),))
    assert {"vailuk", "valiuk"} <= found.keys()


def test_a_longer_letter_weighs_its_words_less() -> None:
    short = terms("The ferry sank.")
    long = terms("The ferry sank. " + "Nothing else happened there then. " * 2000)
    assert long["ferri"] < short["ferri"]


def test_facets_are_terms() -> None:
    found = terms("Nothing.", topics=("bridges",))
    expected = {"type:AL", "reply:not-known", "language:en", "topic:bridges", "sent:2025-03-01"}
    assert expected <= found.keys()


def test_the_address_of_a_document_is_a_term_however_it_is_written() -> None:
    document = Document("communication", Source(url="https://www.example.org/Get?id=5"))
    found = terms_of(record(dossier(documents=(document,))), Lexicon())
    assert source_term("http://example.org/get?id=5/") in found


def test_ascii_and_other_texts_are_split_alike() -> None:
    assert words_of("One, two_three; O'Neil (4/2025)") == [
        "One", "two", "three", "O", "Neil", "4", "2025",
    ]  # fmt: skip
    assert words_of("One’s “two” – Žižek…") == ["One", "s", "two", "Žižek"]
