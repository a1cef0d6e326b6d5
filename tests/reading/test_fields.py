"""The field tables fit the model, and their JSON Schema says the same as they do."""

import dataclasses
from typing import Any

import pytest

from casebook.model.dossier import Dossier, Reply
from casebook.model.register import Addressee, Mandate, Topic
from casebook.model.standard import Instrument
from casebook.reading.document_fields import REPLY
from casebook.reading.dossier_fields import DOSSIER
from casebook.reading.fields import Field, Record
from casebook.reading.findings import Findings
from casebook.reading.kinds import Either, ListOf, MapOf
from casebook.reading.mapping import parse_mapping
from casebook.reading.registers import ADDRESSEE, MANDATE, TOPIC
from casebook.reading.standards import INSTRUMENT
from casebook.reading.values import LINE

TABLES = {Dossier: DOSSIER, Reply: REPLY, Instrument: INSTRUMENT, Mandate: MANDATE, Topic: TOPIC, Addressee: ADDRESSEE}  # fmt: skip


@pytest.mark.parametrize(
    ("model", "table"), TABLES.items(), ids=lambda each: getattr(each, "what", "")
)
def test_every_field_of_a_table_is_one_of_the_model(model: Any, table: Record[Any]) -> None:
    names = {each.name for each in dataclasses.fields(model)}
    assert {each.name for each in table.fields} <= names


def _records(kind: Any) -> list[Record[Any]]:
    match kind:
        case Record(fields=fields):
            return [kind, *(record for each in fields for record in _records(each.kind))]
        case ListOf(kind=inner) | MapOf(kind=inner):
            return _records(inner)
        case Either(short=short, long=long):
            return [*_records(short), *_records(long)]
        case _:
            return []


RECORDS = [record for table in TABLES.values() for record in _records(table)]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.what)
def test_a_record_has_each_key_once_and_says_what_each_is(record: Record[Any]) -> None:
    keys = [each.key for each in record.fields]
    assert len(keys) == len(set(keys))
    assert all(each.about.endswith(".") for each in record.fields)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.what)
def test_the_builder_of_a_record_takes_the_fields_that_are_needed(record: Record[Any]) -> None:
    if isinstance(record.build, type) and dataclasses.is_dataclass(record.build):
        needed = {
            each.name
            for each in dataclasses.fields(record.build)
            if each.default is dataclasses.MISSING and each.default_factory is dataclasses.MISSING
        }
        assert needed <= {each.name for each in record.fields if each.is_required}


@dataclasses.dataclass(frozen=True)
class Boat:
    name: str
    kind: str | None = None
    flags: tuple[str, ...] = ("white",)


BOAT = Record(
    "a boat",
    Boat,
    (
        Field("name", LINE, "What it is called.", is_required=True),
        Field("kind", LINE, "What it is."),
        Field("flags", ListOf(LINE), "What it flies."),
    ),
)


def read(source: str) -> tuple[Boat | None, list[tuple[str, str]]]:
    mapping, problems = parse_mapping(source, "x")
    assert mapping is not None
    assert problems == []
    findings = Findings("x")
    return BOAT.read(mapping, findings), [(each.slug, each.help) for each in findings.problems]


def test_what_is_not_there_or_null_keeps_the_default_of_the_model() -> None:
    assert read("name: A\nkind: ~\nflags:") == (Boat("A"), [])
    assert read("name: A\nflags: []") == (Boat("A", flags=()), [])


def test_a_needed_field_that_is_missing_or_null_is_a_problem() -> None:
    for source in ("kind: b", "name: null"):
        boat, problems = read(source)
        assert boat is None
        assert [slug for slug, _ in problems] == ["missing-field"]


def test_a_needed_field_that_is_misspelt_is_reported_once() -> None:
    assert read("nane: A") == (None, [("unknown-field", "Write name.")])


def test_an_unknown_field_is_never_taken_for_one_that_is_there() -> None:
    boat, problems = read("name: A\nnames: B")
    assert boat == Boat("A")
    assert problems == [("unknown-field", "Take it out: name stands on line 1.")]


def test_all_problems_of_a_record_are_reported_at_once() -> None:
    _, problems = read("name: [a]\nkind: {}\nflags: x\nsails: 3")
    assert [slug for slug, _ in problems] == [
        "unknown-field",
        "wrong-type",
        "wrong-type",
        "wrong-type",
    ]


def test_the_schema_names_fields_and_what_is_needed() -> None:
    schema = BOAT.schema()
    assert schema["required"] == ["name"]
    assert [*schema["properties"]] == ["name", "kind", "flags"]
    assert schema["properties"]["name"]["type"] == "string"
    assert {"type": "null"} in schema["properties"]["kind"]["anyOf"]
    assert schema["additionalProperties"] is False
