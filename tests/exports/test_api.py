"""Every JSON file validates against its schema, and the lists agree with the dossiers."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import validate
from tests.exports import records
from tests.exports.conftest import files_of

from casebook.citations.citation import StandardTarget
from casebook.exports.api import PART_SIZES, list_path, plan_api
from casebook.exports.basis import basis_of
from casebook.exports.making import paragraph_rows
from casebook.exports.manifest import manifest_of
from casebook.exports.schemas import NAMES
from casebook.identifiers.label import Label
from casebook.identifiers.provision import parse_provision
from casebook.model.dossier import Document
from casebook.model.text import Paragraph

LISTS = ("dossiers", "citations", "replies", "standards")


def _validator(files: Mapping[str, bytes], name: str) -> Draft202012Validator:
    schema = json.loads(files[f"api/v1/schema/{name}.json"])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def _closed(schema: Any) -> Any:
    """The same schema, allowing no field that it does not name."""
    if isinstance(schema, list):
        return [_closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {name: _closed(value) for name, value in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        closed["additionalProperties"] = False
    return closed


def _files_by_schema(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for path in files:
        if path.startswith("cases/") and path.endswith("/dossier.json"):
            yield path, "dossier"
        elif path.startswith("api/v1/") and "/schema/" not in path and "openapi" not in path:
            yield path, path.removeprefix("api/v1/").split("/")[0].removesuffix(".json")


@pytest.mark.parametrize("which", ["files", "hostile_files"])
def test_every_file_is_as_its_schema_says(which: str, request: pytest.FixtureRequest) -> None:
    files = request.getfixturevalue(which)
    by_schema: dict[str, list[str]] = {}
    for path, name in _files_by_schema(files):
        by_schema.setdefault(name, []).append(path)
    for name, paths in by_schema.items():
        validator = _validator(files, name)
        closed = Draft202012Validator(_closed(validator.schema))
        for path in paths:
            found = json.loads(files[path])
            assert [error.message for error in validator.iter_errors(found)] == [], path
            assert [error.message for error in closed.iter_errors(found)] == [], path
            assert found["schema_version"]
            assert found["schema"] == f"{records.SITE}api/v1/schema/{name}.json"
    assert by_schema.keys() == {*NAMES} - {"manifest"}


def test_the_manifest_is_as_its_schema_says(files: Mapping[str, bytes]) -> None:
    made = manifest_of(dict.fromkeys(files, "0" * 64), records.SITE, records.TODAY)
    found = json.loads(made)
    assert [*_validator(files, "manifest").iter_errors(found)] == []
    assert found["total"] == len(found["files"])
    assert "data/casebook.sqlite" in found["files"]


def test_schemas_describe_their_fields(files: Mapping[str, bytes]) -> None:
    schema = json.loads(files["api/v1/schema/dossiers.json"])
    row = schema["$defs"]["DossierRow"]
    assert row["properties"]["reply_state"]["enum"][-1] is None
    assert row["properties"]["sent"]["type"] == ["string", "null"]
    assert row["properties"]["title"]["description"]
    assert row["required"] == list(row["properties"])


def test_the_openapi_description_is_valid_and_names_files_that_exist(
    files: Mapping[str, bytes],
) -> None:
    described = json.loads(files["api/v1/openapi.json"])
    validate(described)
    for path in described["paths"]:
        if "{" not in path and "manifest" not in path:
            assert path.removeprefix("/") in files


def test_the_index_leads_to_everything(files: Mapping[str, bytes]) -> None:
    index = json.loads(files["api/v1/index.json"])
    linked = [each[name] for each in index["lists"] for name in ("first", "schema")]
    for address in (*linked, *index["bulk"], *index["feeds"], index["openapi"]):
        assert address.removeprefix(records.SITE) in files


def test_a_citation_of_several_provisions_counts_as_the_records_that_it_gives() -> None:
    articles = [StandardTarget("iex", parse_provision(f"article-{number}")) for number in (5, 6, 7)]
    cited = (
        records.cited("articles 5 to 7", *articles),
        records.cited("it", start=19, why="What?"),
    )
    words = Paragraph((), 1, Label("1"), "", "articles 5 to 7 of it", cited)
    text = records.text("communication", words)
    letter = records.dossier(9, documents=(Document("communication", texts=(text,)),))
    found = json.loads(files_of(records.corpus(of=(letter,)))["api/v1/citations.json"])
    assert (found["total"], len(found["items"])) == (4, 4)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_how_many_records_it_has(name: str, files: Mapping[str, bytes]) -> None:
    found = json.loads(files[f"api/v1/{name}.json"])
    assert found["total"] == len(found["items"])
    assert found["generated_at"] == "2026-03-01"
    index = json.loads(files["api/v1/index.json"])
    assert {each["name"]: each["total"] for each in index["lists"]}[name] == found["total"]


def test_parts_lead_from_one_to_the_next_and_miss_nothing() -> None:
    many = tuple(
        records.dossier(1, reference=records.reference(number % 900 + 1, 2020 + number // 900))
        for number in range(PART_SIZES["dossiers"] * 2 + 1)
    )
    files = files_of(records.corpus(of=many))
    path: str | None = list_path("dossiers")
    seen: list[str] = []
    while path:
        part = json.loads(files[path])
        assert part["total"] == len(many)
        assert part["parts"] == 3
        seen += [row["reference"] for row in part["items"]]
        path = part["next"] and part["next"].removeprefix(records.SITE)
    assert seen == [str(reference) for reference in records.corpus(of=many).dossiers]


def test_a_list_is_made_addressee_by_addressee_and_stays_whole_where_one_has_nothing_to_list() -> (
    None
):
    silent = records.dossier(1, reference=records.reference(1, addressee="XAA"))
    basis = basis_of(records.corpus(of=(silent, records.full())), records.SITE, records.TODAY)
    lists = {each.path: each for each in plan_api(basis)}
    replies = lists["api/v1/replies.json"]
    assert [piece.name for piece in replies.pieces] == ["head", "XAA", "XXX"]
    assert replies.pieces[1].make() == b""
    assert {row["reference"] for row in json.loads(replies.make())["items"]} == {"XXX 7/2025"}


def test_citations_lead_to_paragraphs_and_to_what_is_cited(files: Mapping[str, bytes]) -> None:
    rows = json.loads(files["api/v1/citations.json"])["items"]
    assert [(row["target"], row["target_address"]) for row in rows] == [
        ("iex#article-14.7", "https://record.example/standards/iex/article-14/#article-14.7"),
        ("XXX 2/2025", "https://record.example/cases/xxx/2-2025/"),
        ("A/HRC/1/1", None),
        (None, None),
    ]
    assert {row["address"] for row in rows} == {"https://record.example/cases/xxx/7-2025/#p1"}
    assert rows[-1]["unresolved"] == "no convention was named before"


def test_the_record_of_a_dossier_tells_letter_and_page_apart(files: Mapping[str, bytes]) -> None:
    record = json.loads(files["cases/xxx/7-2025/dossier.json"])
    assert record["citable"]["document"]["url"] == "https://un.example/letter?id=7"
    assert record["citable"]["page"]["url"] == "https://record.example/cases/xxx/7-2025/"
    assert record["reply"]["state"] == "substantive"
    assert record["reply"]["as_of"] == "2025-02-10"
    assert record["persons_withheld"] == 1
    assert [person["name"] for person in record["persons"]] == ["Publica Name", "O. S."]
    assert record["persons"][1]["also"] == []


def test_every_paragraph_has_its_address(files: Mapping[str, bytes]) -> None:
    record = json.loads(files["cases/xxx/7-2025/dossier.json"])
    page = "https://record.example/cases/xxx/7-2025/"
    assert [
        (paragraph["label"], paragraph["address"])
        for document in record["documents"]
        for text in document["texts"]
        for paragraph in text["paragraphs"]
    ] == [
        ("1", f"{page}#p1"),
        (None, f"{page}#p1"),
        ("q1", f"{page}#q1"),
        ("3", f"{page}#reply-1.p3"),
    ]


def test_a_paragraph_of_another_text_has_the_address_of_its_own_words() -> None:
    words = Paragraph((), 1, Label("3"), "", "Said in two ways.")
    texts = tuple(
        records.text(name, words, verbatim=name == "communication")
        for name in ("communication", "communication.restated")
    )
    letter = records.dossier(9, language="en", documents=(Document("communication", texts=texts),))
    corpus = records.corpus(of=(letter,))
    (document,) = json.loads(files_of(corpus)["cases/xxx/9-2025/dossier.json"])["documents"]
    shown = [paragraph for text in document["texts"] for paragraph in text["paragraphs"]]
    anchors = ["p3", "communication.restated.p3"]
    assert [each["anchor"] for each in shown] == anchors
    page = f"{records.SITE}cases/xxx/9-2025/"
    assert [each["address"] for each in shown] == [f"{page}#{anchor}" for anchor in anchors]
    rows = paragraph_rows(basis_of(corpus, records.SITE, records.TODAY), [letter])
    assert [row.anchor for row in rows] == anchors


def test_a_letter_that_others_cite_says_so(files: Mapping[str, bytes]) -> None:
    record = json.loads(files["cases/xxx/2-2025/dossier.json"])
    assert [each["reference"] for each in record["cited_by"]] == ["XXX 7/2025"]
    assert record["related"][0]["words"] == "is followed up by"
    assert record["reply"]["state"] == "not-known"


@pytest.mark.parametrize("number", range(1, len(records.HOSTILE) + 1))
def test_titles_come_through_as_written(number: int, hostile_files: Mapping[str, bytes]) -> None:
    record = json.loads(hostile_files[f"cases/xxx/{number}-2025/dossier.json"])
    assert record["title"] == records.HOSTILE[number - 1]
