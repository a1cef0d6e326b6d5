"""The JSON Schemas that editors' programs read while somebody types, made from the field tables."""

import json
from collections.abc import Mapping
from typing import Any

from casebook.reading.dossier_fields import DOSSIER
from casebook.reading.layout import MOVED_PATH, PROTECTED_PATH, SCHEMA_FOLDER
from casebook.reading.permanence import MOVED
from casebook.reading.protected import PROTECTED
from casebook.reading.registers import ADDRESSEES, MANDATES, TOPICS
from casebook.reading.standards import INSTRUMENT

_DIALECT = "http://json-schema.org/draft-07/schema#"
"""What the YAML extension of editors understands."""

_SCHEMAS: Mapping[str, tuple[str, dict[str, Any]]] = {
    "dossier": ("dossier.yml of one communication", DOSSIER.schema()),
    "standard": ("The fields at the top of an instrument's file", INSTRUMENT.schema()),
    "mandates": (MANDATES.path, MANDATES.table.schema()),
    "topics": (TOPICS.path, TOPICS.table.schema()),
    "addressees": (ADDRESSEES.path, ADDRESSEES.table.schema()),
    "moved": (MOVED_PATH, MOVED.schema()),
    "protected": (PROTECTED_PATH, PROTECTED.schema()),
}


def schema_files() -> dict[str, str]:
    """Return every schema as a file: path to content."""
    return {
        f"{SCHEMA_FOLDER}/{name}.json": json.dumps(
            {"$schema": _DIALECT, "title": title, **schema}, indent=2, ensure_ascii=False
        )
        + "\n"
        for name, (title, schema) in _SCHEMAS.items()
    }
