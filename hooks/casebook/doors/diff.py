"""`casebook diff`: what readers would see change, for a comment on a pull request."""

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from casebook.changes import Quoting, State, compare_states, write_changes
from casebook.doors.git import find_commit
from casebook.doors.past import checksums, code_changes, lay_out
from casebook.model.on_demand import OnDemand
from casebook.model.outline import Outline, outline_of
from casebook.reading.collection import Collection, read_collection
from casebook.reading.layout import PERMALINKS_PATH
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
            State(before, checksums(past, before.pictures - {PERMALINKS_PATH})),
            State(after, checksums(root, after.pictures - {PERMALINKS_PATH})),
        )
    guard = guard_of(_all_outlines(before, after), after.protected)
    quoting = Quoting(guard.find)
    told = write_changes(changes, arguments.revision, quoting, code_changes(root, commit))
    sys.stdout.write(told)
    return 0


def _with_unchanged(before: Collection, after: Collection, same: frozenset[str]) -> Collection:
    """Return the collection as it was, with the dossiers that are as they were."""
    old, new = before.corpus, after.corpus
    unchanged = {each for each in new.outlines if f"cases/{each.folder}" in same}
    corpus = replace(
        old,
        outlines={**{each: new.outlines[each] for each in unchanged}, **old.outlines},
        dossiers=OnDemand(
            [*unchanged, *old.dossiers],
            lambda each: (new if each in unchanged else old).dossiers[each],
            keep=0,
        ),
    )
    return replace(before, corpus=corpus, unread=before.unread | (after.unread & same))


def _all_outlines(before: Collection, after: Collection) -> list[Outline]:
    """Return the outline of every dossier of both states: what either withholds, neither tells.

    What was public in a dossier that is withdrawn now is not public any more.
    """
    old, new = before.corpus, after.corpus
    withdrawn = {each for each, outline in new.outlines.items() if outline.is_withdrawn}
    was = [
        outline_of(replace(old.dossiers[each], withdrawn=new.dossiers[each].withdrawn), ())
        if each in withdrawn and not outline.is_withdrawn
        else outline
        for each, outline in old.outlines.items()
    ]
    return [*was, *new.outlines.values()]
