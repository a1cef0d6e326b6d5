import json

from tests.factories import addressee, build_corpus, dossier, paragraph, person, reply

from casebook.indexing.record import read_record, record_of, write_record
from casebook.model.dossier import Dossier
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
    [document] = json.loads(written(held))["documents"]
    assert document["paragraphs"] == [["q1", "Why?"], ["q2", "When."]]


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
