"""The site of a build: what the last one made is taken over, the rest made, and all published."""

import marshal
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple
from functools import partial

from casebook.building.batch import PIECES, Batch, hash_of
from casebook.building.build import ClashError
from casebook.building.inspection import Inspection, LeakError
from casebook.building.kept_memory import MEMORY, load_memory, save_memory
from casebook.building.memory import Made, made_of, recall
from casebook.building.offers import Past
from casebook.building.orders import Order, carry_out, leave
from casebook.building.pages import Written
from casebook.building.readying import make_ready
from casebook.building.standing import remember
from casebook.building.tree import Tree, files_below
from casebook.building.workers import WorkerError, processors
from casebook.building.workshop import Workshop
from casebook.doors.collecting import settle
from casebook.doors.here import UsageError
from casebook.doors.session import UNWRITTEN, RefusedError, Session
from casebook.doors.wishes import open_bucket
from casebook.model.promises import any_page_address
from casebook.sealing.protection import guard_of
from casebook.words.wording import count_words

_WRITTEN = f"{PIECES}written"


def look_back(session: Session) -> None:
    """Index the collection, and look what of the last build would be the same.

    Raises RefusedError.
    """
    asked, folder, lately = session.asked, session.folder, session.lately
    try:
        session.bucket = open_bucket(session.wishes, asked.root, asked.public)
    except UsageError as error:
        raise RefusedError(str(error)) from error
    memory, session.kept = (lately.memory, None) if lately.memory else load_memory(folder / MEMORY)
    session.ready = make_ready(
        session.collection,
        Past(session.changed, asked.repository),
        asked.site_url or "/",
        session.today,
        session.code,
        last=memory,
        indexed=lately.indexed,
    )
    tree = Tree(asked.public, folder, session.look)
    if tree.lost:
        lost = count_words(len(tree.lost), "file")
        session.log.info("%s of the public site changed or gone", lost)
    session.workshop = Workshop(folder, tree)
    session.last = recall(memory, session.ready.changed, tree.listing.key, session.workshop.lost)


def are_kept(session: Session) -> bool:
    """Whether the pages written by hand would be the same again: nobody has to render them."""
    pages, pictures = session.collection.pages, session.collection.pictures
    # Besides the records that they link to.
    version = hash_of(session.settings, sorted(pages.items()), sorted(pictures))
    session.batch = Batch("written", version, dict)
    session.made = session.last.of(session.batch)
    return session.made is not None


def publish(session: Session, is_quiet: Callable[[], bool]) -> None:
    """Make what could be another, and publish it with what MkDocs put beside it.

    `is_quiet` tells whether MkDocs warned of nothing. Raises RefusedError.
    """
    asked, folder, lately, wishes = session.asked, session.folder, session.lately, session.wishes
    written, made = _written(session)
    if left_out := not asked.is_preview and _left_out(session, written):
        raise RefusedError(
            f"mkdocs.yml keeps {left_out} from its address, and the site stays as it was: take out"
            " use_directory_urls, docs_dir, exclude_docs or draft_docs, whichever does that."
        )
    plan = session.ready.plan(
        asked.theme,
        session.shells,
        written,
        compiled=session.templates,
        # Machines that share what they make must judge for the same day.
        judged=None if session.bucket else session.last.memory.judged,
    )
    collection = session.collection
    guard = guard_of(collection.corpus.outlines.values(), collection.protected)
    order = Order(
        public=asked.public,
        folder=folder,
        processes=processors(),
        inspect=Inspection(guard, folder / "inspected.json", processors(), session.code),
        settle=partial(settle, session),
        warn=_warn,
        bucket=session.bucket,
        shard=wishes.shard,
        is_pages_only=wishes.is_pages_only,
        meter=session.meter,
    )
    try:
        static = files_below(session.beside)
        build, report = carry_out(order, plan, static, session.last, session.workshop)
        if is_quiet():  # else the pages are rendered again, and their warnings told again
            build.keep_beside("written", made)
        memory = leave(order, plan, build, is_flawless=session.is_flawless)
        # A preview puts it on the disk after its first build, and at its end.
        if not order.shard and not lately.memory:
            save_memory(folder / MEMORY, memory, session.kept)
        if asked.is_preview:
            lately.memory, lately.indexed = memory, session.ready.indexed.bare()
        if session.is_flawless and is_quiet() and order.is_whole:
            remember(folder / "standing.json", memory.public, session.inputs)
    except (OSError, WorkerError, ClashError, LeakError) as error:
        raise RefusedError(f"{UNWRITTEN}: {error}") from error
    finally:
        shutil.rmtree(session.beside, ignore_errors=True)
        if lately.shelf and not asked.is_preview:
            lately.shelf.close()
    taken = build.depot.taken if build.depot else 0
    session.log.info("%d files in the site, %d of them written", report.files, report.written)
    session.log.info("%d batches made, %d taken from the cache", build.remade, taken)


def _warn(message: str) -> None:
    # No warning of the host's: a strict build would not publish for it.
    sys.stderr.write(f"casebook: {message}\n")


def _left_out(session: Session, written: Iterable[Written]) -> str | None:
    """Return a page written by hand that is promised and was not made, or None."""
    made, promised = {page.address for page in written}, session.collection.permalinks
    for path in session.collection.pages:
        # The home page has no address to promise, and is one that everybody knows.
        address = any_page_address(path)
        if address not in made and (not address or address in promised):
            return str(path)
    return None


def _written(session: Session) -> tuple[Sequence[Written], Made]:
    """Return the pages written by hand: those that MkDocs made now, or those of the last build."""
    if made := session.made:
        held = marshal.loads(session.workshop.read(_WRITTEN, made.files[_WRITTEN]))  # noqa: S302 - ours
        return [Written(*page) for page in held], made
    pages = sorted(session.written, key=lambda page: page.address)
    key = session.workshop.put(_WRITTEN, marshal.dumps([astuple(page) for page in pages]))
    number = session.last.memory.readers.add(session.reads)
    return pages, made_of(session.batch.version, {_WRITTEN: key}, number)
