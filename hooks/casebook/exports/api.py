"""The static API below `api/v1/`: lists in parts, an index of all there is, and their schemas."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from casebook.exports.api_shape import IndexRecord, ListHead, ListRecord
from casebook.exports.basis import Basis, Listed, by_addressee, grouped
from casebook.exports.database import DATABASE, text_database
from casebook.exports.making import standard_rows
from casebook.exports.publisher import LICENSE, NAME, RIGHTS
from casebook.exports.rows import SCHEMA_VERSION, StandardRow
from casebook.exports.shape import Url, as_json, as_lines, members_of
from casebook.exports.subjects import ALL
from casebook.exports.tables import TABLES
from casebook.model.corpus import Corpus
from casebook.model.site_file import Piece, SiteFile, whole_file

API = "api/v1/"
MANIFEST = f"{API}manifest.json"
OPENAPI = f"{API}openapi.json"

PART_SIZES = {"dossiers": 500, "citations": 100, "replies": 500}
"""How many dossiers give their rows to one part of each list."""

STANDARDS_IN_PART = 500


def plan_api(basis: Basis) -> Iterator[SiteFile]:
    """Yield the lists and the index."""
    for table in TABLES:
        groups = grouped(basis.corpus, PART_SIZES[table.name])
        parts = [tuple(by_addressee(group)) for group in groups]
        yield from plan_list(basis, table.name, parts, partial(table.rows, basis))
    names = tuple(basis.corpus.instruments)
    starts = range(0, max(len(names), 1), STANDARDS_IN_PART)
    standards = [(("items", names[start : start + STANDARDS_IN_PART]),) for start in starts]
    yield from plan_list(basis, "standards", standards, partial(_standards, basis))
    yield whole_file(f"{API}index.json", partial(_index_json, basis), basis.today)


def _index_json(basis: Basis) -> bytes:
    return as_lines(members_of(_index(basis, totals_of(basis)))).encode()


def totals_of(basis: Basis) -> dict[str, int]:
    """Return how many records each list has. Counted once: every part of every list gives one."""
    return basis.reads.keep(totals_of, partial(_totals, basis.corpus))


def _totals(corpus: Corpus) -> dict[str, int]:
    return {
        "dossiers": len(corpus.dossiers),
        "citations": sum(
            len(targets) or 1
            for outline in corpus.outlines.values()
            for targets in outline.citations
        ),
        "replies": sum(outline.replies for outline in corpus.outlines.values()),
        "standards": len(corpus.instruments),
    }


def _standards(basis: Basis, names: Iterable[str]) -> Iterator[StandardRow]:
    return standard_rows(basis, (basis.corpus.instruments[name] for name in names))


def list_path(name: str, part: int = 1) -> str:
    """Return where a part of a list is: api/v1/dossiers.json, api/v1/dossiers/2.json."""
    return f"{API}{name}.json" if part == 1 else f"{API}{name}/{part}.json"


def plan_list(
    basis: Basis,
    name: str,
    parts: Sequence[Sequence[tuple[str, Sequence[Any]]]],
    rows: Callable[[Sequence[Any]], Iterable[Any]],
) -> Iterator[SiteFile]:
    """Yield the parts of a list, each with a link to the next.

    A part has stretches, each with a name, of what `rows` makes rows of: an edit makes those of one
    stretch anew.
    """
    for number, part in enumerate(parts, 1):
        place = (number, len(parts))
        yield SiteFile(
            list_path(name, number),
            (
                Piece("head", partial(_head, basis, name, *place), (*place, basis.today)),
                *(Piece(each, partial(_items, rows, held), Listed(held)) for each, held in part),
            ),
            _joined,
        )


def _head(basis: Basis, name: str, number: int, parts: int) -> bytes:
    following = basis.url(list_path(name, number + 1)) if number < parts else None
    head = ListHead(
        schema_version=SCHEMA_VERSION,
        schema=basis.url(schema_path(name)),
        generated_at=basis.today,
        rights=RIGHTS,
        license=Url(LICENSE),
        total=totals_of(basis)[name],
        part=number,
        parts=parts,
        next=Url(following) if following else None,
    )
    lines = as_lines(members_of(head)).removesuffix("\n}\n")
    return f'{lines},\n"items": [\n'.encode()


def _items(rows: Callable[[Sequence[Any]], Iterable[Any]], part: Sequence[Any]) -> bytes:
    return ",\n".join(map(as_json, rows(part))).encode()


def _joined(pieces: Iterable[bytes]) -> bytes:
    head, *stretches = pieces
    # Of some letters there is nothing to list.
    return head + b",\n".join(filter(None, stretches)) + b"\n]\n}\n"


def schema_path(name: str) -> str:
    """Return where the JSON Schema of a file is."""
    return f"{API}schema/{name}.json"


def _index(basis: Basis, totals: dict[str, int]) -> IndexRecord:
    def url(address: str) -> Url:
        return basis.url(address)

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
        # Of a record without a dated event there is nothing to tell.
        feeds=tuple(url(f"{ALL}.{kind}") for kind in ("atom", "json") if ALL in basis.subjects),
        manifest=url(MANIFEST),
        openapi=url(OPENAPI),
    )
