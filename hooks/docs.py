"""Lets pages written by hand be pages, and nothing else: no script, no fields that steer MkDocs."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from casebook.doors.session import session_in
from casebook.reading.site_configuration import missing_hooks
from casebook.rendering.scrolling import let_tables_scroll
from casebook.rendering.shell import Slots
from casebook.sealing.markup import clean_html, plain, taken_out

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from casebook.reading.handwritten import HandWritten

log = get_plugin_logger("casebook")

LONGEST = 2.0
"""Seconds of computing that one page may take; ours take a fiftieth of that. Python-Markdown
needs minutes for a few thousand brackets."""


class TooSlow(Exception):  # noqa: N818 - it is no error of the program
    """A page took longer than LONGEST."""


class Limits(Extension):
    """Stops a page that would never end, or nests deeper than Python-Markdown can follow."""

    page: "Page | None" = None
    """The page that MkDocs is about to render; it renders one after another."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Put the limits around the conversion."""
        convert = md.convert

        def convert_within_limits(source: str) -> str:
            try:
                with _stopwatch():
                    return convert(source)
            except (TooSlow, RecursionError) as error:
                what = "takes too long" if isinstance(error, TooSlow) else "is nested too deep"
                path = self.page.file.src_uri if self.page else "?"
                log.error(  # noqa: TRY400 - a traceback tells an editor nothing
                    "docs/%s %s to be shown; take its brackets and lists apart.", path, what
                )
                return "<h1>This page cannot be shown</h1>"

        md.convert = convert_within_limits  # type: ignore[method-assign] # there is no other way in


@contextmanager
def _stopwatch() -> Iterator[None]:
    """Raise TooSlow when what is done inside takes too long. Counts our own time, not others'."""
    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return

    def stop(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def on_config(config: "MkDocsConfig") -> "MkDocsConfig":
    """Put limits around Python-Markdown."""
    if wrong := missing_hooks(config.hooks):
        raise Abort(wrong)  # nobody has read anything
    config.markdown_extensions.append(Limits())  # type: ignore[arg-type] # not only names
    return config


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """Keep pages and pictures that were read as such; MkDocs would publish whatever lies there."""
    session = session_in(config.extra)
    if session.stands:
        return files
    pages, pictures = session.collection.pages, session.collection.pictures
    theme = [Path(folder) for folder in config.theme.dirs]
    for file in list(files):
        is_themes = file.abs_src_path and any(
            Path(file.abs_src_path).is_relative_to(folder) for folder in theme
        )
        path = f"docs/{file.src_uri}"
        if not is_themes and path not in pages and path not in pictures:
            files.remove(file)
            # It may have taken the place of a file of the theme.
            files.add_files_from_theme(config.theme.get_env(), config)
    return files


def on_page_read_source(page: "Page", config: "MkDocsConfig") -> str:
    """Give MkDocs the text alone. An empty line before it: else it looks for fields there too."""
    return f"\n{_held(page, config).body}"


def on_page_markdown(markdown: str, page: "Page", config: "MkDocsConfig", **_: Any) -> None:
    """Give MkDocs the fields that we know."""
    for extension in config.markdown_extensions:
        if isinstance(extension, Limits):
            extension.page = page
    held = _held(page, config)
    fields = {"title": held.title, "description": held.description}
    page.meta = {name: value for name, value in fields.items() if value}


def on_page_content(html: str, page: "Page", **_: Any) -> str:
    """Clean the HTML, and tell the editor what had to go."""
    cleaned = clean_html(html)
    if lost := taken_out(html, cleaned):
        log.warning(
            "docs/%s holds what no page may hold; write it without: %s",
            page.file.src_uri,
            ", ".join(lost),
        )
    page.title = plain(str(page.title or ""))
    return let_tables_scroll(cleaned)


def _held(page: "Page", config: "MkDocsConfig") -> "HandWritten":
    return session_in(config.extra).collection.pages[f"docs/{page.file.src_uri}"]


def on_page_context(
    context: dict[str, Any], page: "Page", config: "MkDocsConfig", nav: "Navigation"
) -> dict[str, Any]:
    """Take what MkDocs made of a page written by hand: it is put into its place with the records."""
    from casebook.building.pages import Written

    title = page.title if page.is_homepage else f"{page.title} – {config.site_name}"
    session_in(config.extra).written.append(
        Written(
            "" if page.is_homepage else page.url,
            str(title),
            str(page.meta.get("description") or config.site_description),
            page.canonical_url or "",
            page.content or "",
        )
    )
    context["shell"] = Slots()
    return context
