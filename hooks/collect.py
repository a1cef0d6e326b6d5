"""Reads the collection before MkDocs builds anything, and tells editors what is wrong with it.

Whether the site stands as it should be is seen from what lies on the disk. What understands it is
loaded only when it does not: that takes longer than to look.
"""

import gc
import os
import socket
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal

import mkdocs
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from casebook.building.batch import hash_of
from casebook.building.engine import code_key, engine_key
from casebook.building.lately import Lately
from casebook.building.listing import begin_look
from casebook.building.meter import meter_for
from casebook.building.standing import inputs_of, stands
from casebook.building.tree import KEPT, endangered, place_of, resume_preview, workshop_of
from casebook.building.turn import BusyError, take_turn
from casebook.building.workers import gather, processors
from casebook.doors.clock import EPOCH, is_day_known, today
from casebook.doors.here import UsageError
from casebook.doors.reports import one_line
from casebook.doors.wishes import Wishes, wishes_of
from casebook.reading.history import read_history
from casebook.reading.site_configuration import ADDRESS_HELP, is_site_url, missing_hooks
from casebook.reading.tree import TOP, Tree, read_again, read_tree
from casebook.words.problem import Problem
from casebook.words.wording import count_words

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer


log = get_plugin_logger("casebook")

_command: dict[str, str] = {}

_turns: dict[Path, IO[bytes]] = {}
"""Files that keep other builds out of the folders where this process works."""


_previews: dict[Path, Lately] = {}
"""What previews keep of their latest build, by collection."""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember what MkDocs was asked to do: hooks live as long as the preview."""
    _command["is"] = command


def on_config(config: "MkDocsConfig") -> "MkDocsConfig":
    """Read everything. A build stops at problems; a preview shows what can be shown."""
    # Hundreds of thousands of records that stay: looking for garbage among them takes seconds.
    gc.disable()
    if wrong := _wrong_in(config):
        raise Abort(wrong)
    root, public = _root_of(config), place_of(Path(config.site_dir))
    if held := endangered(public, root):
        raise Abort(f"A site in {public} would take the place of {held}/: name another site_dir.")
    if public.exists() and not public.is_dir():
        raise Abort(f"{public} is a file; a site is a folder. Move it, or name another site_dir.")
    folder = workshop_of(public, root)
    is_preview = _command.get("is") == "serve"
    try:
        wishes = Wishes() if is_preview else wishes_of(os.environ)
    except UsageError as error:
        raise Abort(str(error)) from error
    if is_preview:
        resume_preview(root / KEPT, folder, public)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        # A preview takes its turn once: it builds again and again in one process.
        _turns[folder] = _turns.get(folder) or take_turn(folder)
    except BusyError:
        message = "Another build of this site is at work; the site stays as it was. Build again"
        raise Abort(f"{message} when that one has ended.") from None
    lately = _previews.setdefault(root, Lately()) if is_preview else Lately()
    tree = _tree(root, lately)
    changed, repository = read_history(root, folder / "history.json"), config.repo_url or ""
    code = f"{code_key()} {engine_key()}"
    pictures = map(_content, [root / path for path in sorted(tree.others)])
    settings = hash_of(code, is_preview, [*_settings(config)])
    told = repr((settings, today(), changed, repository)).encode("utf-8", "surrogatepass")
    inputs = inputs_of(tree, (told, *pictures))
    ours = config.extra["casebook"] = {
        "code": code,
        "today": today(),
        "root": root,
        "folder": folder,
        "public": public,
        "is_preview": is_preview,
        "lately": lately,
        "wishes": wishes,
        "settings": settings,
        "inputs": inputs,
        "is_flawless": True,
        # Whoever names a cache wants it filled.
        "stands": not wishes.cache
        and _is_ours_alone(config)
        and stands(folder / "standing.json", public, inputs, processors()),
    }
    if not ours["stands"]:
        # What this process published a moment ago is as it was.
        ours["look"] = frozenset if lately.memory else begin_look(public, processors())
        try:
            _read(config, tree, changed)
        except Abort:
            # Who looks has our turn, too: the next build would be kept out.
            ours["look"]()
            raise
    return config


def _wrong_in(config: "MkDocsConfig") -> str | None:
    """Return what would end somewhere in MkDocs, or in pages that lead nowhere, or None."""
    if wrong := missing_hooks(config.hooks):
        return wrong
    if not Path(config.theme.dirs[0], "records").is_dir():
        return "mkdocs.yml has to name our theme: {name: null, custom_dir: hooks/theme}."
    if config.site_url and not is_site_url(config.site_url):
        return f"In mkdocs.yml, site_url is no address that pages can lie below. {ADDRESS_HELP}"
    if not is_day_known():
        return f"{EPOCH} is no number of seconds since 1970: write one, or take it away."
    return None


def _root_of(config: "MkDocsConfig") -> Path:
    """Return where the collection lies, from the root of the disk, whatever MkDocs was told."""
    return Path(config.config_file_path).absolute().parent


def _tree(root: Path, lately: Lately) -> Tree:
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


def _read(config: "MkDocsConfig", tree: Tree, changed: Mapping[str, date]) -> None:
    """Understand the tree, and tell what is wrong with it."""
    from casebook.building.offers import Past
    from casebook.reading.collection import assemble
    from casebook.reading.shelf import Shelf
    from casebook.sealing.protection import guard_of

    ours = config.extra["casebook"]
    root, lately = ours["root"], ours["lately"]
    lately.shelf = lately.shelf or Shelf(root / ".cache" / "shelf.sqlite")
    meter = meter_for(sys.stderr, os.environ)

    def divide(work: Callable[[Sequence[str]], bytes], folders: Sequence[str]) -> list[bytes]:
        with meter.over("Reading", folders) as counted:
            return gather(work, counted, processors())

    last = lately.indexed.corpus if lately.indexed else None
    collection = assemble(root, tree, lately.shelf, ours["code"], divide, last=last)

    def settle(problems: list[Problem]) -> None:
        for problem in problems:
            log.error(one_line(problem))
        ours["is_flawless"] &= not problems
        if problems and not ours["is_preview"]:
            counted = count_words(len(problems), "problem")
            raise Abort(f"{counted} in the collection; the site stays as it was.")

    problems = [*collection.problems]
    if problems and not ours["is_preview"]:
        # Nothing will be made that could be judged: an editor is told all of it now.
        from casebook.checks import run_checks

        problems = sorted({*problems, *run_checks(collection, ours["today"])})
    settle(problems)
    # What somebody changes while it is read is to be looked at again.
    ours["is_flawless"] &= collection.is_of_tree
    outlines = collection.corpus.outlines.values()
    ours |= {
        "collection": collection,
        "corpus": collection.corpus,
        "past": Past(changed, config.repo_url or ""),
        "meter": meter,
        "settle": settle,
        "pages": collection.pages,
        "pictures": collection.pictures,
        "guard": guard_of(outlines, collection.protected),
    }


def on_serve(server: "LiveReloadServer", config: "MkDocsConfig", **_: Any) -> "LiveReloadServer":
    """Let the system tell a preview what changed, where it can."""
    with socket.socket(server.address_family) as probe:
        # As the server itself: what a preview that has just ended leaves behind is no other one.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(server.server_address)
        except OSError as error:
            at = ":".join(map(str, server.server_address[:2]))
            what = (
                "End the other preview, or choose a port: .venv/bin/mkdocs serve -a 127.0.0.1:8001"
            )
            raise Abort(f"Nothing can be served at {at}: {error.strerror}. {what}") from error
    from casebook.building.watching import Watching

    watched = [emitter.watch.raw_path for emitter in server.observer.emitters]
    for path in watched:
        server.unwatch(path)
    server.observer = watching = Watching()  # type: ignore[assignment] # has all that the server asks for
    for path in watched:
        server.watch(path)
    _previews[_root_of(config)].watching = watching
    return server


def _is_ours_alone(config: "MkDocsConfig") -> bool:
    """Whether nothing but these hooks works on the site: nobody knows what plugins read."""
    root, here = _root_of(config), Path(__file__).parent.resolve()
    return len(config.plugins) == len(config.hooks) and all(
        (root / str(path)).resolve().parent == here for path in config.hooks
    )


def _settings(config: "MkDocsConfig") -> Iterator[object]:
    """Yield all that shapes the site besides the collection and the package.

    Where it lies is no part of it: every preview lies somewhere else.
    """
    theme = config.theme
    elsewhere = ("theme", "site_dir", "config_file_path")
    yield {name: value for name, value in config.items() if name not in elsewhere}
    # Like the path of the configuration, these may be from where MkDocs was called.
    folders = [str(Path(folder).absolute()) for folder in theme.dirs]
    yield theme.name, folders, sorted(theme.static_templates), dict(theme)
    yield mkdocs.__name__, mkdocs.__version__
    here = Path(__file__).parent
    named = _root_of(config) / Path(config.config_file_path).name
    for path in (named, *sorted(here.glob("*.py")), *_files(folders)):
        yield str(path), _content(path)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # whoever needs it will say so
        return b""


def _files(folders: Iterable[str]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in Path(folder).rglob("*") if path.is_file())
