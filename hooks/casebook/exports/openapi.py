"""The OpenAPI description of the static API: what can be asked for, and what comes back."""

from collections.abc import Iterator
from typing import Any

from casebook.exports.api import API, OPENAPI, list_path
from casebook.exports.basis import Basis
from casebook.exports.publisher import LICENSE, NAME, RIGHTS
from casebook.exports.rows import SCHEMA_VERSION
from casebook.exports.schemas import LISTS, NAMES, file_schema
from casebook.exports.written import json_file
from casebook.model.site_file import SiteFile, whole_file

_COMPONENTS = "#/components/schemas/"


def plan_openapi(basis: Basis) -> Iterator[SiteFile]:
    """Yield the description. It changes with our code alone."""
    yield whole_file(OPENAPI, lambda: json_file(openapi(basis.site_url)))


def openapi(site_url: str) -> dict[str, Any]:
    """Return the description, OpenAPI 3.1."""
    components: dict[str, Any] = {}
    for name in NAMES:
        components[_component(name)] = file_schema(name, components, _COMPONENTS)
    paths: dict[str, Any] = {
        f"/{API}index.json": _path("index", "What there is."),
        f"/{API}manifest.json": _path("manifest", "Every file of data with its hash."),
        "/cases/{addressee}/{folder}/dossier.json": _path(
            "dossier",
            "The whole record of one communication.",
            _parameter("addressee", "The addressee's code in small letters: blr.", "^[a-z]{3}$"),
            _parameter("folder", "Number and year: 7-2025.", "^[1-9][0-9]*-[0-9]{4}$"),
        ),
    }
    for name in LISTS:
        paths[f"/{list_path(name)}"] = _path(name, f"All {name}, the first part.")
        paths[f"/{API}{name}/{{part}}.json"] = _path(
            name,
            f"Another part of all {name}, as the part before it links to it.",
            _parameter("part", "The number of the part, from 2.", "^[1-9][0-9]*$"),
            operation=f"{name}Part",
        )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": NAME,
            "version": SCHEMA_VERSION,
            "summary": "Letters of UN human rights experts, the replies, and what they invoke.",
            "description": "Files, not a service: there are no keys, no limits and no queries.",
            "license": {"name": RIGHTS, "url": LICENSE},
        },
        "servers": [{"url": site_url.rstrip("/")}],
        "paths": paths,
        "components": {"schemas": components},
    }


def _component(name: str) -> str:
    return f"{name}-file"


def _path(
    name: str, summary: str, *parameters: dict[str, Any], operation: str = ""
) -> dict[str, Any]:
    schema = {"$ref": f"{_COMPONENTS}{_component(name)}"}
    answers: dict[str, Any] = {
        "200": {"description": summary, "content": {"application/json": {"schema": schema}}}
    }
    if parameters:
        answers["404"] = {"description": "There is none."}
    asked: dict[str, Any] = {
        "operationId": operation or name,
        "summary": summary,
        "responses": answers,
    }
    if parameters:
        asked["parameters"] = list(parameters)
    return {"get": asked}


def _parameter(name: str, words: str, pattern: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": words,
        "schema": {"type": "string", "pattern": pattern},
    }
