"""Reads the collection before MkDocs builds anything, and tells editors what is wrong with it."""

import gc
import socket
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import mkdocs
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from casebook.building.lately import Lately
from casebook.building.tree import place_of
from casebook.doors.opening import content_of, open_session
from casebook.doors.session import NAME, Asked, RefusedError
from casebook.reading.site_configuration import missing_hooks

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer


log = get_plugin_logger("casebook")

_command: dict[str, str] = {}

_previews: dict[Path, Lately] = {}
"""What previews keep of their latest build, by collection."""


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """Remember what MkDocs was asked to do: hooks live as long as the preview."""
    _command["is"] = command


def on_config(config: "MkDocsConfig") -> "MkDocsConfig":
    """Read everything. A build stops at problems; a preview shows what can be shown."""
    # Hundreds of thousands of records that stay: looking for garbage among them takes seconds.
    gc.disable()
    if wrong := missing_hooks(config.hooks):
        raise Abort(wrong)
    root, is_preview = _root_of(config), _command.get("is") == "serve"
    asked = Asked(
        root,
        place_of(Path(config.site_dir)),
        Path(config.docs_dir),
        config.site_url or "",
        config.repo_url or "",
        Path(config.theme.dirs[0]),
        is_preview=is_preview,
        is_ours_alone=_is_ours_alone(config),
    )
    lately = _previews.setdefault(root, Lately()) if is_preview else Lately()
    try:
        session = config.extra[NAME] = open_session(asked, _settings(config), lately, log)
        if not session.stands:
            from casebook.doors.collecting import collect

            collect(session)
    except RefusedError as error:
        raise Abort(str(error)) from error
    return config


def _root_of(config: "MkDocsConfig") -> Path:
    """Return where the collection lies, from the root of the disk, whatever MkDocs was told."""
    return Path(config.config_file_path).absolute().parent


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
        yield str(path), content_of(path)


def _files(folders: Iterable[str]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in Path(folder).rglob("*") if path.is_file())
