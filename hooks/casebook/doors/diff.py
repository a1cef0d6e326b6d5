"""`casebook diff`: what readers would see change, for a comment on a pull request."""

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from casebook.changes import Quoting, State, compare_states, write_changes
from casebook.doors.git import find_commit
from casebook.doors.past import checksums, code_changes, lay_out
from casebook.model.outline import Outline, outline_of
from casebook.reading.collection import Collection, read_collection
from casebook.sealing.protection import guard_of

NAME = "diff"
SUMMARY = "tell in Markdown what readers would see change since a commit"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "revision", metavar="REV", help="the commit to compare with: main, HEAD~1, a hash"
    )


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Compare the working tree with a commit; nothing is written but the answer."""
    commit = find_commit(root, arguments.revision)
    after = read_collection(root)
    with tempfile.TemporaryDirectory(prefix="casebook-") as name:
        past = Path(name).resolve()
        same = lay_out(root, commit, past)
        before = _with_unchanged(read_collection(past), after, same)
        changes = compare_states(
            State(before, checksums(past, before.pictures)),
            State(after, checksums(root, after.pictures)),
        )
    guard = guard_of(_all_outlines(before, after), after.protected)
    quoting = Quoting(guard.find)
    told = write_changes(changes, arguments.revision, quoting, code_changes(root, commit))
    sys.stdout.write(told)
    return 0


def _with_unchanged(before: Collection, after: Collection, same: frozenset[str]) -> Collection:
    """Return the collection as it was, with the dossiers that are as they were."""
    unchanged = {
        reference: dossier
        for reference, dossier in after.corpus.dossiers.items()
        if f"cases/{reference.folder}" in same
    }
    corpus = replace(before.corpus, dossiers={**unchanged, **before.corpus.dossiers})
    return replace(before, corpus=corpus, unread=before.unread | (after.unread & same))


def _all_outlines(before: Collection, after: Collection) -> list[Outline]:
    """Return the outlines of both states: what either withholds is told by neither.

    What was public in a dossier that is withdrawn now is not public any more.
    """
    now = after.corpus.dossiers
    was = [
        replace(dossier, withdrawn=now[reference].withdrawn) if reference in now else dossier
        for reference, dossier in before.corpus.dossiers.items()
    ]
    return [*(outline_of(dossier, ()) for dossier in was), *after.corpus.outlines.values()]
