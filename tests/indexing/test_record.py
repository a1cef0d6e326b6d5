import json
from dataclasses import replace
from typing import Any

from tests.factories import addressee, build_corpus, dossier, paragraph, person, reply

from casebook.indexing.record import read_record, record_of, write_record
from casebook.model.dossier import Dossier
from casebook.model.text import Text
from casebook.views.documents import document_lines
from casebook.words.vocabulary import Naming


def written(held: Dossier) -> str:
    corpus = build_corpus([held], addressees=[addressee()])
    return write_record(record_of(corpus, held, [])).decode()


def test_a_withheld_name_is_nowhere() -> None:
    held = dossier(
        persons=(
            person("Hidden Name", Naming.WITHHELD, "Secret Spelling"),
            person("Partly Known", Naming.INITIALS, "Other Spelling"),
        )
    )
    content = written(held)
    for part in ("Hidden", "Secret", "Partly", "Known", "Other"):
        assert part not in content
    assert json.loads(content)["persons"] == [["P. K."]]


def test_paragraphs_keep_the_anchors_of_the_page() -> None:
    held = dossier("XXX 7/2025", paragraph("1", "One."), paragraph("q1", "Why?"))
    [document] = json.loads(written(held))["documents"]
    assert document["paragraphs"] == [["p1", "One."], ["q1", "Why?"]]


def test_requests_that_no_text_has_are_found_too() -> None:
    held = dossier("XXX 7/2025", paragraph("q1", "Why?"), requests={"q1": "Why.", "q2": "When."})
    documents = json.loads(written(held))["documents"]
    assert [document["paragraphs"] for document in documents] == [
        [["q1", "Why?"]],
        [["q2", "When."]],
    ]


def test_what_was_asked_is_found_in_our_words_where_the_letter_is_in_others() -> None:
    held = dossier(
        "XXX 7/2025", paragraph("q1", "Pourquoi ?"), language="fr", requests={"q1": "Why."}
    )
    held = replace(held, documents=(replace(held.documents[0], texts=_in("fr", held)),))
    told = [(each["language"], each["paragraphs"]) for each in _documents(held)]
    assert told == [("fr", [["q1", "Pourquoi ?"]]), ("en", [["q1", "Why."]])]


def test_every_text_of_a_document_is_found_with_the_anchors_it_has_on_the_page() -> None:
    held = dossier("XXX 7/2025", paragraph("1", "Un."), language="fr")
    texts = (*_in("fr", held), *_in("en", held), *_in("es", held))
    held = replace(held, documents=(replace(held.documents[0], texts=texts),))
    anchors = [anchor for each in _documents(held) for anchor, _ in each["paragraphs"]]
    assert anchors == [
        version.id + ".p1" if number else "p1"
        for number, version in enumerate(document_lines(held)[0].versions)
    ]
    assert [each["name"] for each in _documents(held)] == [
        "the letter",
        "the letter, in English",
        "the letter, in Spanish",
    ]


def _in(language: str, held: Dossier) -> tuple[Text, ...]:
    return tuple(replace(text, language=language) for text in held.documents[0].texts)


def _documents(held: Dossier) -> list[Any]:
    documents: list[Any] = json.loads(written(held))["documents"]
    return documents


def test_a_letter_without_text_is_found_by_its_facts() -> None:
    record = json.loads(written(dossier(requests={"q1": "Who closed it."})))
    assert record["documents"][0]["paragraphs"] == [["q1", "Who closed it."]]
    assert record["addressee"] == "State of XXX"


def test_the_state_of_the_reply_is_told_in_words() -> None:
    assert "1 May 2025" in json.loads(written(dossier(replies=(reply(),))))["reply"]


def test_a_record_reads_back_as_it_was() -> None:
    held = dossier("XXX 7/2025", paragraph("1", "Žižek — “so”."), persons=(person("A B"),))
    corpus = build_corpus([held])
    record = json.loads(json.dumps(record_of(corpus, held, [])))
    assert read_record(write_record(record)) == record
