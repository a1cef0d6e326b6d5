"""Reads the collection before MkDocs builds anything, and tells editors what is wrong with it."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from casebook.building.moved import moved_pages
from casebook.checks import run_checks
from casebook.doors.clock import today
from casebook.doors.reports import one_line
from casebook.reading.collection import read_collection
from casebook.sealing.protection import guard_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("casebook")

_command: dict[str, str] = {}


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember what MkDocs was asked to do: hooks live as long as the preview."""
    _command["is"] = command


def on_config(config: "MkDocsConfig") -> "MkDocsConfig":
    """Read everything. A build stops at problems; a preview shows what can be shown."""
    root = Path(config.config_file_path).parent
    collection = read_collection(root)
    day = today()
    problems = sorted((*collection.problems, *run_checks(collection, day)))
    for problem in problems:
        log.error(one_line(problem))
    if problems and _command.get("is") != "serve":
        raise Abort(f"{len(problems)} problems in the collection; the site stays as it was.")
    config.extra["casebook"] = {
        "corpus": collection.corpus,
        "today": day,
        "is_preview": _command.get("is") == "serve",
        "pages": collection.pages,
        "pictures": collection.pictures,
        "moved": collection.moved,
        "left": moved_pages(collection),
        "guard": guard_of(collection.corpus.dossiers.values(), collection.protected),
    }
    return config
