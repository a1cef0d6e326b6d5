"""`casebook permalinks`: every address that is published, and none that was is lost."""

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from casebook.changes import RENUMBERED_HELP, led_astray
from casebook.doors.git import ask_git, find_commit
from casebook.doors.here import UsageError
from casebook.doors.past import lay_out
from casebook.model.promises import Promised
from casebook.reading.collection import Collection, read_collection
from casebook.reading.layout import MOVED_PATH, PERMALINKS_PATH
from casebook.reading.permanence import read_permalinks
from casebook.reading.whole import rewrite

NAME = "permalinks"
SUMMARY = "list addresses that the site has and docs/permalinks.txt does not promise yet"

_ABOVE = f"""\
# Every address of this site that is promised to keep working: pages of letters with their
# paragraphs and requests, standards with their provisions, addressees, mandates, topics, pages
# written by hand, and the lists above them. The list only grows: make permalinks adds what is new.
# What moved is in {MOVED_PATH}; what was withdrawn says so at its address.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("--write", action="store_true", help=f"add them to {PERMALINKS_PATH}")
    parser.add_argument(
        "--since",
        metavar="REV",
        help="also fail when an address is missing that the list had in this commit, "
        "or leads to what had another label",
    )


def run(arguments: argparse.Namespace, root: Path) -> int:
    """List or add what is new; return 1 when something is missing from the list."""
    collection = read_collection(root)
    recorded = frozenset(collection.permalinks)
    if collection.problems:
        raise UsageError("the collection has problems; casebook check says which.")
    before = _recorded_in(root, arguments.since) if arguments.since else frozenset[str]()
    dropped = before - recorded
    for address in sorted(dropped):
        sys.stderr.write(f"{PERMALINKS_PATH}: {address} was there in {arguments.since}.\n")
    astray = [each for each in _led_astray(root, arguments.since, collection) if each[0] in before]
    for address, now in astray:
        sys.stderr.write(f"{address}: what stood there in {arguments.since} is now at {now}.\n")
    if astray:
        sys.stderr.write(f"{RENUMBERED_HELP}\n")
    new = {*Promised(collection.corpus, collection.pages)} - recorded
    if arguments.write:
        text = permalinks_text({*recorded, *new, *dropped})
        (root / PERMALINKS_PATH).parent.mkdir(exist_ok=True)
        rewrite(root / PERMALINKS_PATH, text)
        sys.stdout.write(f"{len(new)} new of {len(recorded) + len(new)}.\n")
        return 0
    sys.stdout.writelines(f"{address}\n" for address in sorted(new))
    return 1 if new or dropped or astray else 0


def permalinks_text(addresses: Iterable[str]) -> str:
    """Return the list as its file has it."""
    return _ABOVE + "".join(f"{address}\n" for address in sorted(addresses))


def _led_astray(root: Path, revision: str | None, now: Collection) -> list[tuple[str, str]]:
    """Return the addresses whose words had another label in a commit, and where those are now."""
    if revision is None:
        return []
    with tempfile.TemporaryDirectory(prefix="casebook-") as name:
        past = Path(name).resolve()
        lay_out(root, find_commit(root, revision), past)
        before = read_collection(past).corpus
        return [*led_astray(before, now.corpus, before.dossiers)]


def _recorded_in(root: Path, revision: str) -> frozenset[str]:
    """Return the addresses that the list had in a commit; none where it had no list."""
    shown = ask_git(root, "cat-file", "blob", f"{find_commit(root, revision)}:./{PERMALINKS_PATH}")
    return frozenset(read_permalinks(shown)[0])
