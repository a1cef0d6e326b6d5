"""Puts the records beside the pages that MkDocs renders, and the whole in the public place."""

import logging
import shutil
from html import escape
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from casebook.building.data import ManifestFile, data_files
from casebook.building.head import Heads
from casebook.building.inspection import Inspection, LeakError
from casebook.building.moved import moved_files
from casebook.building.offers import Offers, Past
from casebook.building.records import (
    Frame,
    card_files,
    code_key,
    gloss_key,
    plan_records,
    record_files,
)
from casebook.building.seals import host_files
from casebook.building.search import search_files
from casebook.building.shared import shared_files
from casebook.building.site import ClashError, build_site, files_below, processors
from casebook.building.tree import Tree
from casebook.building.workers import WorkerError
from casebook.exports.alternates import feed_alternates
from casebook.exports.basis import basis_of
from casebook.reading.history import read_history
from casebook.rendering.shell import Slots, cut_shell, root_of
from casebook.rendering.templates import Templates
from casebook.sealing.policy import PAGE_POLICY, PREVIEW_POLICY
from casebook.views.catalogue import catalogue_of
from casebook.views.corrections import CORRECTIONS_PAGE, corrections_view
from casebook.views.home import home_view
from casebook.views.page import Section

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

log = get_plugin_logger("casebook")

_HOST = mkdocs.__name__
"""What builds the site: mkdocs, or properdocs in its place. All its loggers are below this name."""

_borrowed: set[Path] = set()
"""Workshops outside the collection, to be cleared away at the end."""


def on_config(config: "MkDocsConfig") -> "MkDocsConfig":
    """Let MkDocs write into a workshop: only a complete site reaches the public place."""
    ours = config.extra["casebook"]
    public = Path(config.site_dir)
    ours["public"] = public
    ours["workshop"] = _workshop(public, Path(config.config_file_path).parent)
    ours["warnings"] = CountHandler()
    ours["warnings"].setLevel(logging.WARNING)
    logging.getLogger(_HOST).addHandler(ours["warnings"])
    config.site_dir = str(ours["workshop"] / "pages")
    return config


def _workshop(public: Path, root: Path) -> Path:
    """Return where the next site is made: on the disk of the public one, or the swap is none."""
    cache = root / ".cache" / "site"
    cache.mkdir(parents=True, exist_ok=True)
    public.parent.mkdir(parents=True, exist_ok=True)
    if public.parent.stat().st_dev == cache.stat().st_dev and public == root / "site":
        return cache
    borrowed = public.with_name(f".{public.name}.workshop")
    _borrowed.add(borrowed)
    return borrowed


def on_shutdown() -> None:
    """Clear up after a preview, whose public place MkDocs made for it alone."""
    for workshop in _borrowed:
        shutil.rmtree(workshop, ignore_errors=True)


def on_nav(nav: "Navigation", config: "MkDocsConfig", files: "Files") -> "Navigation":
    """Keep the navigation: the shells are rendered with it."""
    config.extra["casebook"]["nav"] = nav
    return nav


def on_env(env: "Environment", config: "MkDocsConfig", files: "Files") -> "Environment":
    """Render the theme's page once for each section of the site."""
    ours = config.extra["casebook"]
    context = get_context(ours["nav"], [], config)
    env.globals["policy"] = PREVIEW_POLICY if ours["is_preview"] else PAGE_POLICY
    template = env.get_template("main.html")
    ours["templates"] = Templates(Path(config.theme.dirs[0]), ours["corpus"])
    ours["catalogue"] = catalogue_of(ours["corpus"])
    ours["basis"] = basis_of(ours["corpus"], config.site_url or "/", ours["today"])
    feeds = feed_alternates(ours["basis"])
    ours["heads"] = Heads(ours["basis"], feeds)
    ours["offers"] = Offers(ours["basis"], feeds, _past(config))
    ours["pages"] = []
    ours["shells"] = {
        section: cut_shell(template.render(context, page=None, shell=Slots(section=section)))
        for section in Section
    }
    framed = env.get_template("framed.html")
    ours["shells"]["framed"] = cut_shell(framed.render(context, page=None, shell=Slots()))
    return env


def _past(config: "MkDocsConfig") -> Past:
    """Return what became of pages, as git and the register of moves tell it."""
    ours = config.extra["casebook"]
    root, workshop = Path(config.config_file_path).parent, ours["workshop"]
    workshop.mkdir(parents=True, exist_ok=True)
    changed = read_history(root, workshop / "history.json")
    return Past(changed, config.repo_url or "", ours["moved"])


def on_page_context(
    context: dict[str, Any], page: "Page", config: "MkDocsConfig", nav: "Navigation"
) -> dict[str, Any]:
    """Give the theme what it needs for a page written by hand; the home has its record below."""
    ours = config.extra["casebook"]
    root = root_of(page.url)
    body = Markup(page.content or "")  # noqa: S704 - Python-Markdown wrote it
    if page.is_homepage:
        view, offer = home_view(ours["catalogue"]), ours["offers"].of("")
        body = ours["templates"].body("home", view, root, content=body, offer=offer)
    elif page.url == CORRECTIONS_PAGE:
        record, offer = corrections_view(ours["catalogue"]), ours["offers"].of("")
        body = ours["templates"].body("corrections", record, root, content=body, offer=offer)
    ours["pages"].append(page.url)
    title = page.title if page.is_homepage else f"{page.title} – {config.site_name}"
    description = str(page.meta.get("description") or config.site_description)
    context["shell"] = Slots(
        title=escape(title),
        description=escape(description),
        canonical=escape(page.canonical_url or ""),
        root=root,
        head=ours["heads"].html("" if page.is_homepage else page.url, title, description),
        body=body,
        language="en",
        section=Section.HOME if page.is_homepage else "about",
    )
    return context


def on_post_template(output_content: str, template_name: str, config: "MkDocsConfig") -> str:
    """Drop MkDocs' site map: ours knows the records, and when each last changed."""
    return "" if template_name == "sitemap.xml" else output_content


def on_build_error(error: Exception, **_: Any) -> None:
    """Tell what the disk refused, wherever it did, in one message instead of a traceback."""
    if isinstance(error, OSError):
        raise Abort(f"The site could not be written and stays as it was: {error}") from error


def on_post_build(config: "MkDocsConfig") -> None:
    """Publish the records and the pages together, unless a strict build has warnings."""
    ours = config.extra["casebook"]
    logging.getLogger(_HOST).removeHandler(ours["warnings"])
    if config.strict and ours["warnings"].get_counts():
        return
    site_url, day = ours["basis"].site_url, ours["today"]
    theme = Path(config.theme.dirs[0])
    frame = Frame(site_url, ours["shells"], theme, gloss_key(ours["corpus"]))
    tree = Tree(ours["public"], ours["workshop"])
    records = list(plan_records(ours["catalogue"], day))
    pages = [*ours["pages"], *(each.page.address for each in records if each.page.is_indexed)]
    files = chain(
        files_below(Path(config.site_dir)),
        record_files(records, ours["templates"], frame, ours["heads"], ours["offers"]),
        card_files(ours["catalogue"], ours["templates"], frame),
        data_files(ours["basis"], pages, code_key()),
        host_files(ours["corpus"], ours["left"]),
        moved_files(ours["left"], frame),
        shared_files(ours["catalogue"], ours["templates"], frame),
        search_files(ours["corpus"], site_url, code_key(), tree),
    )
    manifest = ManifestFile(tree, site_url, day, ours["workshop"] / "hashes.json")
    inspection = Inspection(ours["guard"], ours["workshop"] / "inspected.json", processors())
    try:
        report = build_site(files, tree, processors(), manifest.plan, inspection)
    except (OSError, WorkerError, ClashError, LeakError) as error:
        raise Abort(f"The site could not be written and stays as it was: {error}") from error
    finally:
        shutil.rmtree(config.site_dir, ignore_errors=True)
    log.info("%d files in the site, %d of them written", report.files, report.written)
