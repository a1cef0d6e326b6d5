"""The shapes of the API's own files: what stands around a list, the index, the manifest."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from casebook.exports.shape import Url


@dataclass(frozen=True, slots=True)
class ListHead:
    """One part of a list. Its records stand in `items`."""

    schema_version: Annotated[str, "The version of the format: see the changelog of the data."]
    schema: Annotated[Url, "The JSON Schema of this file."]
    generated_at: Annotated[date, "The day for which the site was built."]
    rights: str
    license: Annotated[Url, "Of what we write."]
    total: Annotated[int, "How many records all parts have together."]
    part: Annotated[int, "The number of this part, from 1."]
    parts: int
    next: Annotated[Url | None, "The next part; null in the last."]


@dataclass(frozen=True, slots=True)
class ListRecord:
    """A list of the API."""

    name: str
    total: int
    first: Annotated[Url, "Its first part."]
    schema: Url


@dataclass(frozen=True, slots=True)
class IndexRecord:
    """What there is."""

    schema_version: str
    schema: Url
    generated_at: date
    name: str
    site: Url
    guide: Annotated[Url, "How to use the data, with examples."]
    rights: str
    license: Url
    total: Annotated[int, "How many dossiers there are, the withdrawn included."]
    lists: tuple[ListRecord, ...]
    record: Annotated[str, "A URI template (RFC 6570) for the whole record of a communication."]
    bulk: Annotated[tuple[Url, ...], "Every letter in one file each: CSV, JSON Lines, SQLite."]
    databases: Annotated[tuple[Url, ...], "SQLite with the texts: one file for each addressee."]
    feeds: tuple[Url, ...]
    manifest: Url
    openapi: Url


@dataclass(frozen=True, slots=True)
class ManifestRecord:
    """Every file of data with a hash: fetch what changed, and nothing else."""

    schema_version: str
    schema: Url
    generated_at: date
    total: Annotated[int, "How many files are listed."]
    algorithm: Annotated[str, "What made the hashes: sha256."]
    files: Annotated[dict[str, str], "From the site's root: api/v1/dossiers.json, and its hash."]
