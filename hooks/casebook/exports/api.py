"""The static API below `api/v1/`: lists in parts, an index of all there is, and their schemas."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from casebook.exports.api_shape import IndexRecord, ListHead, ListRecord
from casebook.exports.basis import Basis, grouped
from casebook.exports.database import DATABASE, text_database
from casebook.exports.export import Export, Piece, export, key_of
from casebook.exports.making import standard_rows
from casebook.exports.publisher import LICENSE, NAME, RIGHTS
from casebook.exports.rows import SCHEMA_VERSION
from casebook.exports.shape import Url, as_json, as_lines, members_of
from casebook.exports.tables import TABLES

API = "api/v1/"
MANIFEST = f"{API}manifest.json"
OPENAPI = f"{API}openapi.json"

PART_SIZES = {"dossiers": 500, "citations": 100, "replies": 500}
"""How many dossiers give their rows to one part of each list."""

STANDARDS_IN_PART = 500


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a list: what goes into it, and what stands for that."""

    key: str
    rows: Callable[[], Iterable[Any]]


def plan_api(basis: Basis) -> Iterator[Export]:
    """Yield the lists and the index."""
    totals = totals_of(basis)
    for table in TABLES:
        parts = [
            Part(table.key(basis, group), partial(table.rows, basis, group))
            for group in grouped(basis.corpus, PART_SIZES[table.name])
        ]
        yield from plan_list(basis, table.name, totals[table.name], parts)
    yield from plan_list(basis, "standards", totals["standards"], _standard_parts(basis))
    index = _index(basis, totals)
    yield export(f"{API}index.json", key_of(index), partial(_lines, index))


def _lines(record: IndexRecord) -> bytes:
    return as_lines(members_of(record)).encode()


def totals_of(basis: Basis) -> dict[str, int]:
    """Return how many records each list has."""
    corpus = basis.corpus
    return {
        "dossiers": len(corpus.dossiers),
        "citations": corpus.cited_targets,
        "replies": sum(len(dossier.replies) for dossier in corpus.published),
        "standards": len(corpus.instruments),
    }


def _standard_parts(basis: Basis) -> list[Part]:
    held = tuple(basis.corpus.instruments.values())
    groups = [
        held[start : start + STANDARDS_IN_PART]
        for start in range(0, max(len(held), 1), STANDARDS_IN_PART)
    ]
    return [
        Part(basis.standards_key(group), partial(standard_rows, basis, group)) for group in groups
    ]


def list_path(name: str, part: int = 1) -> str:
    """Return where a part of a list is: api/v1/dossiers.json, api/v1/dossiers/2.json."""
    return f"{API}{name}.json" if part == 1 else f"{API}{name}/{part}.json"


def plan_list(basis: Basis, name: str, total: int, parts: Sequence[Part]) -> Iterator[Export]:
    """Yield the parts of a list, each with a link to the next."""
    for number, part in enumerate(parts, 1):
        following = basis.url(list_path(name, number + 1)) if number < len(parts) else None
        head = ListHead(
            schema_version=SCHEMA_VERSION,
            schema=Url(basis.url(schema_path(name))),
            generated_at=basis.today,
            rights=RIGHTS,
            license=Url(LICENSE),
            total=total,
            part=number,
            parts=len(parts),
            next=Url(following) if following else None,
        )
        yield Export(
            list_path(name, number),
            (
                Piece(key_of(head), partial(_head, head)),
                Piece(part.key, partial(_items, part)),
                Piece("tail", partial(bytes, b"\n]\n}\n")),
            ),
        )


def _head(head: ListHead) -> bytes:
    lines = as_lines(members_of(head)).removesuffix("\n}\n")
    return f'{lines},\n"items": [\n'.encode()


def _items(part: Part) -> bytes:
    return ",\n".join(map(as_json, part.rows())).encode()


def schema_path(name: str) -> str:
    """Return where the JSON Schema of a file is."""
    return f"{API}schema/{name}.json"


def _index(basis: Basis, totals: dict[str, int]) -> IndexRecord:
    def url(address: str) -> Url:
        return Url(basis.url(address))

    codes = dict.fromkeys(reference.addressee for reference in basis.corpus.dossiers)
    bulk = [f"data/{table.name}.{kind}" for table in TABLES for kind in ("csv", "jsonl")]
    return IndexRecord(
        schema_version=SCHEMA_VERSION,
        schema=url(schema_path("index")),
        generated_at=basis.today,
        name=NAME,
        site=url(""),
        guide=url("data/"),
        rights=RIGHTS,
        license=Url(LICENSE),
        total=totals["dossiers"],
        lists=tuple(
            ListRecord(name, total, url(list_path(name)), url(schema_path(name)))
            for name, total in totals.items()
        ),
        record=basis.url("cases/{addressee}/{number}-{year}/dossier.json"),
        bulk=tuple(map(url, (*bulk, DATABASE))),
        databases=tuple(url(text_database(code)) for code in codes),
        feeds=(url("feeds/all.atom"), url("feeds/all.json")),
        manifest=url(MANIFEST),
        openapi=url(OPENAPI),
    )
