"""`casebook permalinks`: every address that is published, and none that was is lost."""

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from casebook.changes import renumbered
from casebook.doors.git import ask_git, find_commit
from casebook.doors.here import UsageError
from casebook.doors.past import lay_out
from casebook.model.address import dossier_address
from casebook.model.corpus import Corpus
from casebook.model.promises import Promised
from casebook.reading.collection import read_collection
from casebook.reading.layout import MOVED_PATH, PERMALINKS_PATH
from casebook.reading.permanence import read_permalinks

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
    dropped = _recorded_in(root, arguments.since) - recorded if arguments.since else set()
    for address in sorted(dropped):
        sys.stderr.write(f"{PERMALINKS_PATH}: {address} was there in {arguments.since}.\n")
    astray = _led_astray(root, arguments.since, collection.corpus) if arguments.since else {}
    for address, now in astray.items():
        sys.stderr.write(f"{address}: what stood there in {arguments.since} is now at {now}.\n")
    if astray:
        sys.stderr.write(
            "A label is never renumbered: give each paragraph its own back, "
            "and what is new one of its own, such as [11a].\n"
        )
    new = {*Promised(collection.corpus, collection.pages)} - recorded
    if arguments.write:
        text = permalinks_text({*recorded, *new, *dropped})
        (root / PERMALINKS_PATH).parent.mkdir(exist_ok=True)
        (root / PERMALINKS_PATH).write_text(text, "utf-8")
        sys.stdout.write(f"{len(new)} new of {len(recorded) + len(new)}.\n")
        return 0
    sys.stdout.writelines(f"{address}\n" for address in sorted(new))
    return 1 if new or dropped or astray else 0


def permalinks_text(addresses: Iterable[str]) -> str:
    """Return the list as its file has it."""
    return _ABOVE + "".join(f"{address}\n" for address in sorted(addresses))


def _led_astray(root: Path, revision: str, after: Corpus) -> dict[str, str]:
    """Return the promised addresses whose words have another label now, with that address."""
    with tempfile.TemporaryDirectory(prefix="casebook-") as name:
        past = Path(name).resolve()
        lay_out(root, find_commit(root, revision), past)
        before = read_collection(past).corpus.dossiers
        found = {
            dossier_address(reference, anchor): dossier_address(reference, now)
            for reference in before
            if reference in after.dossiers
            for anchor, now in renumbered(before[reference], after.dossiers[reference])
        }
    promised = _recorded_in(root, revision)
    return {address: now for address, now in found.items() if address in promised}


def _recorded_in(root: Path, revision: str) -> frozenset[str]:
    """Return the addresses that the list had in a commit; none where it had no list."""
    shown = ask_git(root, "cat-file", "blob", f"{find_commit(root, revision)}:./{PERMALINKS_PATH}")
    return frozenset(read_permalinks(shown)[0])
