"""The JSON Schema of every file of the API, from the records that the files are made of."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from casebook.exports.api import schema_path
from casebook.exports.api_shape import IndexRecord, ListHead, ManifestRecord
from casebook.exports.basis import Basis
from casebook.exports.dossier_shape import DossierRecord, WithdrawnRecord
from casebook.exports.rows import CitationRow, DossierRow, ReplyRow, StandardRow
from casebook.exports.shape import DIALECT, schema_of
from casebook.exports.written import json_file
from casebook.model.site_file import SiteFile, whole_file

LISTS: dict[str, type[Any]] = {
    "dossiers": DossierRow,
    "citations": CitationRow,
    "replies": ReplyRow,
    "standards": StandardRow,
}
"""The lists of the API, and what they are lists of."""

NAMES = (*LISTS, "dossier", "index", "manifest")
"""Every schema: api/v1/schema/<name>.json."""


def plan_schemas(basis: Basis) -> Iterator[SiteFile]:
    """Yield the schemas. They change with our code alone."""
    for name in NAMES:
        path = schema_path(name)
        yield whole_file(path, partial(_schema_json, name, basis.url(path)))


def _schema_json(name: str, address: str) -> bytes:
    return json_file(json_schema(name, address))


def json_schema(name: str, address: str) -> dict[str, Any]:
    """Return the schema of a file by itself, published at `address`."""
    definitions: dict[str, Any] = {}
    schema = file_schema(name, definitions, "#/$defs/")
    return {"$schema": DIALECT, "$id": address, **schema, "$defs": definitions}


def file_schema(name: str, definitions: dict[str, Any], base: str) -> dict[str, Any]:
    """Return the schema of a file; what it refers to below `base` is put into `definitions`."""
    match name:
        case "dossier":
            for record in (DossierRecord, WithdrawnRecord):
                definitions[record.__name__] = schema_of(record, definitions, base)
            return {
                "description": "The whole record of a communication, or that it was withdrawn.",
                "oneOf": [
                    {"$ref": f"{base}{record.__name__}"}
                    for record in (DossierRecord, WithdrawnRecord)
                ],
            }
        case "index":
            return schema_of(IndexRecord, definitions, base)
        case "manifest":
            return schema_of(ManifestRecord, definitions, base)
    row = LISTS[name]
    definitions[row.__name__] = schema_of(row, definitions, base)
    schema = schema_of(ListHead, definitions, base)
    schema["required"].append("items")
    schema["properties"]["items"] = {
        "type": "array",
        "items": {"$ref": f"{base}{row.__name__}"},
    }
    return schema
