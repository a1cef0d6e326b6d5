"""BibTeX, RIS and CSL-JSON agree with the dossier, and nothing in them breaks out of its field."""

import json
import re
from collections.abc import Mapping

import pytest
from tests.exports import records

from casebook.exports.bibliography import cite_as, cite_document
from casebook.model.dossier import Dossier
from casebook.words.vocabulary import CommunicationType

FOLDER = "cases/xxx/7-2025/"


def _ris(content: bytes) -> list[dict[str, list[str]]]:
    found: list[dict[str, list[str]]] = []
    for line in content.decode().split("\r\n"):
        if match := re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line):
            if match[1] == "TY":
                found.append({})
            found[-1].setdefault(match[1], []).append(match[2])
        else:
            assert not line
    return found


def _bibtex(content: bytes) -> list[dict[str, str]]:
    """Read entries as BibTeX does: braces balance, and only they say where a value ends."""
    text = content.decode()
    found = []
    at = 0
    while match := re.compile(r"@misc\{([a-z0-9-]+),\n").search(text, at):
        entry = {"key": match[1]}
        at = match.end()
        while field := re.compile(r"  ([a-z]+) = ").match(text, at):
            start = at = field.end()
            depth = 0
            while depth or text[at] not in ",\n":
                depth += {"{": 1, "}": -1}.get(text[at], 0)
                at += 1
            entry[field[1]] = text[start:at].removeprefix("{").removesuffix("}")
            at = text.index("\n", at) + 1
        assert text.startswith("}\n", at)
        found.append(entry)
    return found


def test_the_letter_and_our_page_are_two_entries(files: Mapping[str, bytes]) -> None:
    letter, page = _bibtex(files[f"{FOLDER}citation.bib"])
    assert letter["key"] == "xxx-7-2025"
    assert letter["author"] == (
        "{Working Group on Samples, and Others} and {Special Rapporteur on Examples}"
    )
    assert (letter["year"], letter["month"], letter["day"]) == ("2025", "jan", "7")
    assert letter["url"] == "https://un.example/letter?id=7"
    assert page["key"] == "casebook-xxx-7-2025"
    assert page["url"] == "https://record.example/cases/xxx/7-2025/"
    assert "year" not in page
    assert page["title"] == "{UA XXX 7/2025: A dossier in which everything is known}"


def test_the_three_formats_say_the_same(files: Mapping[str, bytes]) -> None:
    bibtex = _bibtex(files[f"{FOLDER}citation.bib"])
    ris = _ris(files[f"{FOLDER}citation.ris"])
    csl = json.loads(files[f"{FOLDER}citation.csl.json"])
    assert len(bibtex) == len(ris) == len(csl) == 2
    for bib, tagged, item in zip(bibtex, ris, csl, strict=True):
        assert bib["key"] == tagged["ID"][0] == item["id"]
        assert bib["title"] == f"{{{tagged['TI'][0]}}}" == f"{{{item['title']}}}"
        assert bib["url"] == tagged["UR"][0] == item["URL"]
        assert bib["number"] == tagged["M1"][0] == item["number"]
    assert csl[0]["issued"] == {"date-parts": [[2025, 1, 7]]}
    assert ris[0]["DA"] == ["2025/01/07/"]
    assert [ris[0]["TY"], ris[1]["TY"]] == [["GOVDOC"], ["ELEC"]]


def test_a_comma_does_not_make_a_person_of_a_mandate(files: Mapping[str, bytes]) -> None:
    assert _ris(files[f"{FOLDER}citation.ris"])[0]["AU"][0] == (
        "Working Group on Samples and Others"
    )


def test_what_is_not_known_is_left_out(files: Mapping[str, bytes]) -> None:
    letter = json.loads(files["cases/xxx/2-2025/citation.csl.json"])[0]
    assert "issued" not in letter
    assert "URL" not in letter
    assert letter["author"] == [{"literal": "Special Procedures of the UN Human Rights Council"}]
    assert letter["title"] == "Communication XXX 2/2025 to the Example Islands"


@pytest.mark.parametrize("number", range(1, len(records.HOSTILE) + 1))
def test_no_title_leaves_its_field(number: int, hostile_files: Mapping[str, bytes]) -> None:
    title = records.HOSTILE[number - 1]
    folder = f"cases/xxx/{number}-2025/"
    bibtex = _bibtex(hostile_files[f"{folder}citation.bib"])
    ris = _ris(hostile_files[f"{folder}citation.ris"])
    csl = json.loads(hostile_files[f"{folder}citation.csl.json"])
    assert [len(found) for found in (bibtex, ris, csl)] == [2, 2, 2]
    assert csl[1]["title"] == f"AL XXX {number}/2025: {title}"
    assert ris[1]["TI"] == [f"AL XXX {number}/2025: {' '.join(title.split())}"]
    assert not re.search(r"(?<!\\)[%&#$_~^]", bibtex[1]["title"].replace("{}", ""))
    assert not re.search(r"[{}\\]", bibtex[0]["url"])


def _letter(**fields: object) -> Dossier:
    return records.dossier(5, **fields)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (
            records.full(),
            (
                "A dossier in which everything is known: urgent appeal UA XXX 7/2025 to the "
                "Example Islands, 7 January 2025. Casebook (restated), "
                "https://record.example/#p1."
            ),
        ),
        (
            _letter(sent=None, type=None),
            (
                "An invented matter, number 5: communication XXX 5/2025 to the Example Islands, "
                "date not known. Casebook (facts only), https://record.example/#p1."
            ),
        ),
        (
            records.withdrawn(),
            "XXX 4/2025: withdrawn. Casebook, https://record.example/#p1.",
        ),
    ],
    ids=["full", "bare", "withdrawn"],
)
def test_our_page_is_cited_in_words(held: Dossier, expected: str) -> None:
    address = "https://record.example/#p1"
    assert cite_as(held, "the Example Islands", address) == expected


def test_the_letter_is_cited_in_words() -> None:
    corpus = records.corpus()
    assert cite_document(corpus, records.full(), "the Example Islands") == (
        "Working Group on Samples, and Others and Special Rapporteur on Examples, urgent appeal "
        "UA XXX 7/2025 to the Example Islands, 7 January 2025. OHCHR, "
        "https://un.example/letter?id=7."
    )
    assert cite_document(corpus, records.withdrawn(), "the Example Islands") is None


def test_a_letter_without_a_source_is_cited_without_a_place() -> None:
    cited = cite_document(records.corpus(), records.dossier(5, sent=None), "the Islands")
    assert cited
    assert cited.endswith(" to the Islands, date not known.")


def test_a_joint_letter_of_which_one_mandate_is_known_is_cited_as_that_of_others_too() -> None:
    mandate = next(iter(records.corpus().mandates))
    held = records.dossier(5, type=CommunicationType.JAL, mandates=(mandate,))
    cited = cite_document(records.corpus(), held, "the Islands")
    assert cited
    assert cited.startswith(
        "Working Group on Samples, and Others and other mandates, joint allegation letter "
    )
