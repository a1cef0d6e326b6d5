"""The beginning of a build: whether the site stands is seen from what lies on the disk.

What understands the collection is in rooms that are loaded only when it does not: that takes
longer than to look.
"""

import logging
import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import IO

from casebook.building.batch import hash_of
from casebook.building.engine import code_key, engine_key
from casebook.building.kept_memory import MEMORY, save_memory
from casebook.building.lately import Lately
from casebook.building.listing import begin_look
from casebook.building.meter import meter_for
from casebook.building.standing import inputs_of, stands
from casebook.building.tree import (
    KEPT,
    endangered,
    is_another_folder,
    keep_preview,
    resume_preview,
    workshop_of,
)
from casebook.building.turn import BusyError, take_turn
from casebook.building.workers import gather, processors
from casebook.doors.clock import EPOCH, is_day_known, today
from casebook.doors.here import UsageError
from casebook.doors.session import Asked, RefusedError, Session
from casebook.doors.wishes import Wishes, wishes_of
from casebook.reading.history import read_history
from casebook.reading.site_configuration import ADDRESS_HELP, is_site_url
from casebook.reading.tree import TOP, Tree, read_again, read_tree
from casebook.words.wording import count_words

_turns: dict[Path, IO[bytes]] = {}
"""Files that keep other builds out of the folders where this process works."""

_borrowed: dict[Path, tuple[Path, Path | None, Lately]] = {}
"""Workshops outside the collection, to be cleared away at the end: with the place of their site,
where a preview is kept, and what it keeps."""


def open_session(
    asked: Asked,
    settings: Iterable[object],
    lately: Lately,
    log: "logging.LoggerAdapter[logging.Logger]",
) -> Session:
    """Begin a build: take the turn, read the files, and look whether the site stands.

    `settings` are all that shapes the site besides the collection and the package. Raises
    RefusedError.
    """
    if wrong := _wrong_with(asked):
        raise RefusedError(wrong)
    root, public, is_preview = asked.root, asked.public, asked.is_preview
    try:
        wishes = Wishes() if is_preview else wishes_of(os.environ)
    except UsageError as error:
        raise RefusedError(str(error)) from error
    folder = workshop_of(public, root)
    if is_preview:
        resume_preview(root / KEPT, folder, public)
    folder.mkdir(parents=True, exist_ok=True)
    _take_turn(folder)
    if folder.suffix == ".workshop":
        _borrowed[folder] = public, root / KEPT if is_preview else None, lately
    tree = _tree(root, lately, log)
    changed, day = read_history(root, folder / "history.json"), today()
    code = f"{code_key()} {engine_key()}"
    told = hash_of(code, is_preview, [*settings])
    pictures = [content_of(root / path) for path in sorted(tree.others)]
    others = repr((told, day, changed, asked.repository)).encode("utf-8", "surrogatepass")
    inputs = inputs_of(tree, (others, *pictures))
    session = Session(
        asked,
        folder,
        wishes,
        lately,
        log,
        meter_for(sys.stderr, os.environ),
        day,
        code,
        told,
        tree,
        changed,
        inputs,
        # Whoever names a cache wants it filled.
        stands=not wishes.cache
        and asked.is_ours_alone
        and stands(folder / "standing.json", public, inputs, processors()),
    )
    if not session.stands:
        # What this process published a moment ago is as it was.
        session.look = frozenset if lately.memory else begin_look(public, processors())
    return session


def _wrong_with(asked: Asked) -> str | None:
    """Return what would end somewhere in MkDocs, or in harm, or None."""
    if not (asked.theme / "records").is_dir():
        return "mkdocs.yml has to name our theme: {name: null, custom_dir: hooks/theme}."
    if asked.site_url and not is_site_url(asked.site_url):
        return f"In mkdocs.yml, site_url is no address that pages can lie below. {ADDRESS_HELP}"
    if not is_day_known():
        return f"{EPOCH} is no number of seconds since 1970: write one, or take it away."
    public = asked.public
    if held := endangered(public, asked.root):
        return f"A site in {public} would take the place of {held}/: name another site_dir."
    if public.exists() and not public.is_dir():
        return f"{public} is a file; a site is a folder. Move it, or name another site_dir."
    # What lies in site/ of a collection was made, by whatever program.
    is_usual = public.resolve() == (asked.root / "site").resolve()
    if not (asked.is_preview or is_usual) and is_another_folder(public):
        return f"{public} holds something else than a site. Move it, or name another site_dir."
    if asked.docs.resolve() != (asked.root / "docs").resolve():
        return "Pages written by hand, and all promised addresses, lie in docs/: take out docs_dir."
    return None


def _take_turn(folder: Path) -> None:
    """Keep other builds out of a folder. A preview takes its turn once for all its builds."""
    try:
        _turns[folder] = _turns.get(folder) or take_turn(folder)
    except BusyError:
        message = "Another build of this site is at work; the site stays as it was. Build again"
        raise RefusedError(f"{message} when that one has ended.") from None


def _tree(root: Path, lately: Lately, log: "logging.LoggerAdapter[logging.Logger]") -> Tree:
    """Read the collection; in a preview that is told what changed, what is another since."""
    watching, kept = lately.watching, lately.tree
    lately.tree = None
    changes = watching.changes(str(root / folder) for folder in TOP) if watching else None
    divide = partial(gather, processes=processors(), enough=_ENOUGH)
    if changes is None:
        return read_tree(root, divide)
    paths = {Path(path).relative_to(root) for path in changes}
    tree = kept and read_again(kept, [path.as_posix() for path in paths])
    if tree:
        log.info("%s read again", count_words(len({path.parent for path in paths}), "folder"))
    # What is told from here on, happened after what was told now.
    lately.tree = tree = tree or read_tree(root, divide)
    return tree


_ENOUGH = 512
"""Below so many folders, one process has looked through them before another is there."""


def content_of(path: Path) -> bytes:
    """Return what a file holds; nothing for one that cannot be read."""
    try:
        return path.read_bytes()
    except OSError:  # whoever needs it will say so
        return b""


def clear_up() -> None:
    """Clear up after a site elsewhere; what a preview made, the next one begins with."""
    for workshop, (public, kept, lately) in _borrowed.items():
        if kept:
            if lately.memory:
                with suppress(OSError):
                    save_memory(workshop / MEMORY, lately.memory)
            keep_preview(kept, workshop, public)
        else:
            shutil.rmtree(workshop, ignore_errors=True)
