"""Puts the records beside the pages that MkDocs renders, and the whole in the public place.

A site that stands stays as it is, and nothing that makes one is loaded.
"""

import gc
import logging
import shutil
from itertools import count
from typing import TYPE_CHECKING, Any

import mkdocs
from mkdocs.commands.build import get_context
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from casebook.building.workers import WorkerError
from casebook.doors.opening import clear_up
from casebook.doors.session import NAME, UNWRITTEN, RefusedError, session_in
from casebook.reading.site_configuration import missing_hooks
from casebook.rendering.compiled import CompiledTemplates
from casebook.rendering.shell import Slots, cut_shell
from casebook.sealing.policy import PAGE_POLICY, PREVIEW_POLICY
from casebook.views.page import Section

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

log = get_plugin_logger("casebook")

_HOST = logging.getLogger(mkdocs.__name__)
"""What builds the site: mkdocs, or properdocs in its place. All its loggers are below this one."""

_warnings = CountHandler()
_warnings.setLevel(logging.WARNING)
"""Counts what the host warns of in one build."""

_NAV = f"{NAME} navigation"


def on_config(config: "MkDocsConfig") -> "MkDocsConfig":
    """Index the collection, and let MkDocs write into a workshop of its own."""
    if wrong := missing_hooks(config.hooks):
        raise Abort(wrong)  # nobody has read anything
    session = session_in(config.extra)
    config.site_dir = str(session.beside)
    if not session.stands:
        from casebook.doors.publishing import look_back

        try:
            look_back(session)
        except RefusedError as error:
            raise Abort(str(error)) from error
    _warnings.counts.clear()
    _HOST.addHandler(_warnings)
    return config


def on_shutdown() -> None:
    """Clear up after a site elsewhere."""
    clear_up()


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """Keep pages written by hand from MkDocs while they would be the same again."""
    session = session_in(config.extra)
    if session.stands:
        return type(files)([])
    from casebook.doors.publishing import are_kept

    if are_kept(session):
        for file in files.documentation_pages():
            files.remove(file)
    return files


def on_nav(nav: "Navigation", config: "MkDocsConfig", files: "Files") -> "Navigation":
    """Keep the navigation: the shells are rendered with it."""
    config.extra[_NAV] = nav
    return nav


def on_env(env: "Environment", config: "MkDocsConfig", files: "Files") -> "Environment":
    """Render the theme's page once for each section of the site."""
    session = session_in(config.extra)
    if session.stands:
        return env
    from casebook.building.pages import ABOUT, FRAMED

    session.templates.mkdir(exist_ok=True)
    env.bytecode_cache = CompiledTemplates(session.templates)
    context = get_context(config.extra[_NAV], [], config)
    env.globals["policy"] = PREVIEW_POLICY if session.asked.is_preview else PAGE_POLICY
    template, framed = env.get_template("main.html"), env.get_template("framed.html")
    session.shells = {
        **{
            section: cut_shell(template.render(context, page=None, shell=Slots(section=section)))
            for section in (*Section, ABOUT)
        },
        FRAMED: cut_shell(framed.render(context, page=None, shell=Slots())),
    }
    return env


def on_post_page(output: str, page: "Page", config: "MkDocsConfig") -> str:
    """Let MkDocs write no page."""
    return ""


def on_post_template(output_content: str, template_name: str, config: "MkDocsConfig") -> str:
    """Drop MkDocs' site map: ours knows the records, and when each last changed."""
    return "" if template_name == "sitemap.xml" else output_content


def on_build_error(error: Exception, **_: Any) -> None:
    """Tell what the disk refused, or who was killed, in one message instead of a traceback."""
    if isinstance(error, OSError | WorkerError):
        raise Abort(f"{UNWRITTEN}: {error}") from error


def on_post_build(config: "MkDocsConfig") -> None:
    """Publish the records and the pages together, unless a strict build has warnings."""
    session = session_in(config.extra)
    _HOST.removeHandler(_warnings)
    try:
        if config.strict and _warnings.get_counts():
            return
        if session.stands:
            shutil.rmtree(session.beside, ignore_errors=True)
            log.info("nothing changed: the site stands")
            return
        from casebook.doors.publishing import publish

        publish(session, lambda: not _warnings.get_counts())
    except RefusedError as error:
        raise Abort(str(error)) from error
    finally:
        if session.asked.is_preview:
            _tidy(config)
        else:
            # It ends with the process: nobody has to look through it for garbage then.
            gc.freeze()


_BUILDS = 8
"""After so many builds a preview looks for what nobody holds any more."""

_tidied = count(1)


def _tidy(config: "MkDocsConfig") -> None:
    """Let go of what a build read and made.

    The configuration and what hooks made of it hold each other, and nobody looks for such circles
    while a build is at work: a preview would keep every collection it read. Without it, half a
    megabyte is left, and looking for that takes longer the more there is in memory.
    """
    del config.extra[NAME]
    if not next(_tidied) % _BUILDS:
        gc.collect()
