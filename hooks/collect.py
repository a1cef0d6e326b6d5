"""Reads the collection before MkDocs builds anything, and tells editors what is wrong with it."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from casebook.building.meter import meter_for
from casebook.building.plan import code_key
from casebook.building.site import processors
from casebook.building.workers import gather
from casebook.doors.clock import today
from casebook.doors.here import UsageError
from casebook.doors.reports import one_line
from casebook.doors.wishes import Wishes, wishes_of
from casebook.reading.collection import read_collection
from casebook.reading.shelf import Shelf
from casebook.sealing.protection import guard_of
from casebook.words.problem import Problem

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

log = get_plugin_logger("casebook")

_command: dict[str, str] = {}


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember what MkDocs was asked to do: hooks live as long as the preview."""
    _command["is"] = command


def on_config(config: "MkDocsConfig") -> "MkDocsConfig":
    """Read everything. A build stops at problems; a preview shows what can be shown."""
    # Hundreds of thousands of records that stay: looking for garbage among them takes seconds.
    gc.disable()
    root = Path(config.config_file_path).parent
    is_preview = _command.get("is") == "serve"
    try:
        wishes = Wishes() if is_preview else wishes_of(os.environ)
    except UsageError as error:
        raise Abort(str(error)) from error
    code = code_key()
    shelf = Shelf(root / ".cache" / "shelf.sqlite")
    meter = meter_for(sys.stderr, os.environ)

    def divide(work: Callable[[Sequence[str]], bytes], folders: Sequence[str]) -> list[bytes]:
        with meter.over("Reading", folders) as counted:
            return gather(work, counted, processors())

    collection = read_collection(root, shelf, code, divide)

    def settle(problems: "list[Problem]") -> None:
        for problem in problems:
            log.error(one_line(problem))
        if problems and not is_preview:
            raise Abort(f"{len(problems)} problems in the collection; the site stays as it was.")

    settle(list(collection.problems))
    outlines = collection.corpus.outlines.values()
    config.extra["casebook"] = {
        "collection": collection,
        "corpus": collection.corpus,
        "shelf": shelf,
        "code": code,
        "today": today(),
        "is_preview": is_preview,
        "wishes": wishes,
        "meter": meter,
        "settle": settle,
        "pages": collection.pages,
        "pictures": collection.pictures,
        "guard": guard_of(outlines, collection.protected),
    }
    return config
