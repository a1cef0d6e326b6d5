"""The collection of a build: read, and whoever edits it told what is wrong."""

from collections.abc import Callable, Sequence

from casebook.building.workers import gather, processors
from casebook.checks import run_checks
from casebook.doors.reports import one_line
from casebook.doors.session import RefusedError, Session
from casebook.reading.collection import Collection, assemble
from casebook.reading.shelf import Shelf
from casebook.words.problem import Problem
from casebook.words.wording import count_words


def collect(session: Session) -> None:
    """Read the collection of a build, and tell what is wrong with it.

    Raises RefusedError where anything is; a preview shows what can be shown.
    """
    try:
        session.collection = _read(session)
    except RefusedError:
        # Who looks has our turn, too: the next build would be kept out.
        session.look()
        raise


def _read(session: Session) -> Collection:
    root, lately = session.asked.root, session.lately
    lately.shelf = lately.shelf or Shelf(root / ".cache" / "shelf.sqlite")

    def divide(work: Callable[[Sequence[str]], bytes], folders: Sequence[str]) -> list[bytes]:
        with session.meter.over("Reading", folders) as counted:
            return gather(work, counted, processors())

    last = lately.indexed.corpus if lately.indexed else None
    collection = assemble(root, session.tree, lately.shelf, session.code, divide, last=last)
    problems = [*collection.problems]
    if problems and not session.asked.is_preview:
        # Nothing will be made that could be judged: an editor is told all of it now.
        problems = sorted({*problems, *run_checks(collection, session.today)})
    settle(session, problems)
    # What somebody changes while it is read is to be looked at again.
    session.is_flawless &= collection.is_of_tree
    return collection


def settle(session: Session, problems: Sequence[Problem]) -> None:
    """Tell what is wrong with the collection. Raises RefusedError but in a preview."""
    for problem in problems:
        session.log.error(one_line(problem))
    session.is_flawless &= not problems
    if problems and not session.asked.is_preview:
        counted = count_words(len(problems), "problem")
        raise RefusedError(f"{counted} in the collection; the site stays as it was.")
