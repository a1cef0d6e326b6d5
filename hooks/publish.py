"""Puts the records beside the pages that MkDocs renders, and the whole in the public place.

A site that stands stays as it is, and nothing that makes one is loaded.
"""

import gc
import logging
import marshal
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import astuple
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mkdocs
from mkdocs.commands.build import get_context
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from casebook.building.batch import PIECES, Batch, hash_of
from casebook.building.lately import Lately
from casebook.building.memory import Made, Memory, load_memory, made_of, recall, save_memory
from casebook.building.standing import remember
from casebook.building.tree import KEPT, Tree, files_below, keep_preview
from casebook.building.workers import WorkerError, processors
from casebook.building.workshop import Workshop
from casebook.doors.here import UsageError
from casebook.doors.wishes import Wishes, open_bucket
from casebook.model.promises import any_page_address
from casebook.reading.site_configuration import missing_hooks
from casebook.rendering.compiled import CompiledTemplates
from casebook.rendering.shell import Slots, cut_shell
from casebook.sealing.policy import PAGE_POLICY, PREVIEW_POLICY
from casebook.views.page import Section
from casebook.words.wording import count_words

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from casebook.building.pages import Written

log = get_plugin_logger("casebook")

_HOST = mkdocs.__name__
"""What builds the site: mkdocs, or properdocs in its place. All its loggers are below this name."""

_borrowed: dict[Path, tuple[Path, Path | None, Lately]] = {}
"""Workshops outside the collection, to be cleared away at the end: with the place of their site,
where a preview is kept, and what it keeps."""

_MEMORY = "memory"

_WRITTEN = f"{PIECES}written"


def on_config(config: "MkDocsConfig") -> "MkDocsConfig":
    """Index the collection, and let MkDocs write into a workshop of its own."""
    if wrong := missing_hooks(config.hooks):
        raise Abort(wrong)  # nobody has read anything
    ours = config.extra["casebook"]
    root, folder = ours["root"], ours["folder"]
    try:
        ours["bucket"] = open_bucket(ours["wishes"], root)
    except UsageError as error:
        raise Abort(str(error)) from error
    if folder.suffix == ".workshop":
        kept = root / KEPT if ours["is_preview"] else None
        _borrowed[folder] = ours["public"], kept, ours["lately"]
    ours["warnings"] = CountHandler()
    ours["warnings"].setLevel(logging.WARNING)
    logging.getLogger(_HOST).addHandler(ours["warnings"])
    config.site_dir = str(folder / "pages")
    if not ours["stands"]:
        _begin(config, ours)
    return config


def _begin(config: "MkDocsConfig", ours: dict[str, Any]) -> None:
    """Index the collection, and look what of the last build would be the same."""
    from casebook.building.readying import make_ready

    folder, lately = ours["folder"], ours["lately"]
    memory = lately.memory or load_memory(folder / _MEMORY)
    ours["ready"] = make_ready(
        *(ours["collection"], ours["past"], config.site_url or "/", ours["today"], ours["code"]),
        last=memory,
        indexed=lately.indexed,
    )
    tree = Tree(ours["public"], folder, ours["look"])
    if tree.lost:
        log.info("%s of the public site changed or gone", count_words(len(tree.lost), "file"))
    workshop = ours["workshop"] = Workshop(folder, tree)
    changed, public = ours["ready"].changed, workshop.tree.listing.key
    ours["last"] = recall(memory, changed, public, workshop.lost)
    ours["corpus"] = ours["ready"].watching.catalogue.corpus


def on_shutdown() -> None:
    """Clear up after a site elsewhere; what a preview made, the next one begins with."""
    for workshop, (public, kept, lately) in _borrowed.items():
        if kept:
            if lately.memory:
                with suppress(OSError):
                    save_memory(workshop / _MEMORY, lately.memory)
            keep_preview(kept, workshop, public)
        else:
            shutil.rmtree(workshop, ignore_errors=True)


def on_files(files: "Files", config: "MkDocsConfig") -> "Files":
    """Keep pages written by hand from MkDocs while they would be the same again."""
    ours = config.extra["casebook"]
    if ours["stands"]:
        return type(files)([])
    ours["reads"] = {}
    ours["batch"] = Batch("written", _written_version(config), dict)
    if made := ours["last"].of(ours["batch"]):
        ours["made"] = made
        for file in files.documentation_pages():
            files.remove(file)
    return files


def _written_version(config: "MkDocsConfig") -> str:
    """Return what stands for the pages written by hand, besides the records they link to."""
    ours = config.extra["casebook"]
    pages = ours["pages"]
    told = (ours["settings"], sorted(pages.items()), sorted(ours["pictures"]))
    return hash_of(*told)


def on_nav(nav: "Navigation", config: "MkDocsConfig", files: "Files") -> "Navigation":
    """Keep the navigation: the shells are rendered with it."""
    config.extra["casebook"]["nav"] = nav
    return nav


def on_env(env: "Environment", config: "MkDocsConfig", files: "Files") -> "Environment":
    """Render the theme's page once for each section of the site."""
    ours = config.extra["casebook"]
    if ours["stands"]:
        return env
    from casebook.building.pages import ABOUT, FRAMED

    compiled = ours["compiled"] = ours["folder"] / "templates"
    compiled.mkdir(exist_ok=True)
    env.bytecode_cache = CompiledTemplates(compiled)
    context = get_context(ours["nav"], [], config)
    env.globals["policy"] = PREVIEW_POLICY if ours["is_preview"] else PAGE_POLICY
    template = env.get_template("main.html")
    ours["written"] = []
    ours["shells"] = {
        section: cut_shell(template.render(context, page=None, shell=Slots(section=section)))
        for section in (*Section, ABOUT)
    }
    framed = env.get_template("framed.html")
    ours["shells"][FRAMED] = cut_shell(framed.render(context, page=None, shell=Slots()))
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
        raise Abort(f"The site could not be written and stays as it was: {error}") from error


def on_post_build(config: "MkDocsConfig") -> None:
    """Publish the records and the pages together, unless a strict build has warnings."""
    ours = config.extra["casebook"]
    logging.getLogger(_HOST).removeHandler(ours["warnings"])
    try:
        if config.strict and ours["warnings"].get_counts():
            return
        if ours["stands"]:
            shutil.rmtree(config.site_dir, ignore_errors=True)
            log.info("nothing changed: the site stands")
        else:
            _publish(config, ours)
    finally:
        if ours["is_preview"]:
            _tidy(ours)
        else:
            # It ends with the process: nobody has to look through it for garbage then.
            gc.freeze()


_BUILDS = 8
"""After so many builds a preview looks for what nobody holds any more."""

_tidied = count(1)


def _tidy(ours: dict[str, Any]) -> None:
    """Let go of what a build read and made.

    The configuration and what hooks made of it hold each other, and nobody looks for such circles
    while a build is at work: a preview would keep every collection it read. Without it, half a
    megabyte is left, and looking for that takes longer the more there is in memory.
    """
    ours.clear()
    if not next(_tidied) % _BUILDS:
        gc.collect()


def _publish(config: "MkDocsConfig", ours: dict[str, Any]) -> None:
    from casebook.building.build import ClashError
    from casebook.building.inspection import Inspection, LeakError
    from casebook.building.orders import Order, carry_out, leave

    written, made = _written(ours)
    if left_out := not ours["is_preview"] and _left_out(ours, written):
        raise Abort(
            f"mkdocs.yml keeps {left_out} from its address, and the site stays as it was: take out"
            " use_directory_urls, docs_dir, exclude_docs or draft_docs, whichever does that."
        )
    plan = ours["ready"].plan(
        Path(config.theme.dirs[0]),
        ours["shells"],
        written,
        compiled=ours["compiled"],
        # Machines that share what they make must judge for the same day.
        judged=None if ours["bucket"] else ours["last"].memory.judged,
    )
    wishes: Wishes = ours["wishes"]
    order = Order(
        public=ours["public"],
        folder=ours["folder"],
        processes=processors(),
        inspect=Inspection(
            ours["guard"], ours["folder"] / "inspected.json", processors(), ours["code"]
        ),
        settle=ours["settle"],
        warn=_warn,
        bucket=ours["bucket"],
        shard=wishes.shard,
        is_pages_only=wishes.is_pages_only,
        meter=ours["meter"],
    )
    try:
        static = files_below(Path(config.site_dir))
        build, report = carry_out(order, plan, static, ours["last"], ours["workshop"])
        is_quiet = not ours["warnings"].get_counts()
        if is_quiet:  # else the pages are rendered again, and their warnings told again
            build.keep_beside("written", made)
        memory = leave(order, plan, build, is_flawless=ours["is_flawless"])
        # A preview puts it on the disk after its first build, and at its end.
        if not order.shard and not ours["lately"].memory:
            save_memory(order.folder / _MEMORY, memory)
        if ours["is_preview"]:
            _keep(ours, memory)
        if ours["is_flawless"] and is_quiet and order.is_whole:
            remember(order.folder / "standing.json", memory.public, ours["inputs"])
    except (OSError, WorkerError, ClashError, LeakError) as error:
        raise Abort(f"The site could not be written and stays as it was: {error}") from error
    finally:
        shutil.rmtree(config.site_dir, ignore_errors=True)
        if not ours["is_preview"]:
            ours["lately"].shelf.close()
    taken = build.depot.taken if build.depot else 0
    log.info("%d files in the site, %d of them written", report.files, report.written)
    log.info("%d batches made, %d taken from the cache", build.remade, taken)


def _keep(ours: dict[str, Any], memory: Memory) -> None:
    """Keep what the next build of a preview begins with."""
    lately = ours["lately"]
    lately.memory, lately.indexed = memory, ours["ready"].indexed.bare()


def _warn(message: str) -> None:
    # No warning of the host's: a strict build would not publish for it.
    sys.stderr.write(f"casebook: {message}\n")


def _left_out(ours: dict[str, Any], written: "Sequence[Written]") -> str | None:
    """Return a page written by hand that is promised and was not made, or None."""
    made, promised = {page.address for page in written}, ours["collection"].permalinks
    for path in ours["pages"]:
        # The home page has no address to promise, and is one that everybody knows.
        address = any_page_address(path)
        if address not in made and (not address or address in promised):
            return str(path)
    return None


def _written(ours: dict[str, Any]) -> "tuple[Sequence[Written], Made]":
    """Return the pages written by hand: those that MkDocs made now, or those of the last build."""
    from casebook.building.pages import Written

    workshop: Workshop = ours["workshop"]
    if made := ours.get("made"):
        held = marshal.loads(workshop.read(_WRITTEN, made.files[_WRITTEN]))  # noqa: S302 - ours
        return [Written(*page) for page in held], made
    pages = sorted(ours["written"], key=lambda page: page.address)
    key = workshop.put(_WRITTEN, marshal.dumps([astuple(page) for page in pages]))
    number = ours["last"].memory.readers.add(ours["reads"])
    return pages, made_of(ours["batch"].version, {_WRITTEN: key}, number)
