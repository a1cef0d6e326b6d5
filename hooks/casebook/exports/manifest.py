"""The manifest of the data: a client compares hashes, and fetches only what changed."""

from collections.abc import Mapping
from datetime import date

from casebook.exports.api import API, MANIFEST, schema_path
from casebook.exports.api_shape import ManifestRecord
from casebook.exports.publisher import in_full
from casebook.exports.rows import SCHEMA_VERSION
from casebook.exports.shape import as_lines, members_of


def is_data(path: str) -> bool:
    """Whether a file of the site belongs into the manifest: all that is made for machines."""
    if path == MANIFEST:
        return False
    return (
        path.startswith((API, "feeds/"))
        or path.endswith((".csv", ".jsonl", ".sqlite"))
        or (path.startswith("cases/") and path.endswith("/dossier.json"))
    )


def manifest_of(files: Mapping[str, str], site_url: str, today: date) -> bytes:
    """Return the manifest of these files, given by path with the SHA-256 of their bytes.

    Files that are no data are left out.
    """
    listed = {path: files[path] for path in sorted(files) if is_data(path)}
    record = ManifestRecord(
        schema_version=SCHEMA_VERSION,
        schema=in_full(site_url, schema_path("manifest")),
        generated_at=today,
        total=len(listed),
        algorithm="sha256",
        files=listed,
    )
    # One line a file: a difference of two manifests can be read.
    members = {**members_of(record), "files": {}}
    rows = as_lines(listed).rstrip("\n")
    return as_lines(members).replace('"files": {}', f'"files": {rows}').encode()
