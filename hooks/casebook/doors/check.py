"""`casebook check`: every rule on everything, or on the files named."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from casebook.checks import run_checks
from casebook.doors.clock import today
from casebook.doors.here import UsageError
from casebook.doors.reports import COLOURS, REPORTS, report_text
from casebook.reading.collection import read_collection
from casebook.reading.site_configuration import check_configuration
from casebook.words.problem import Problem

NAME = "check"
SUMMARY = "read the whole collection and list what is wrong with it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="list only what is wrong in this file or folder; everything is read all the same",
    )
    parser.add_argument(
        "--format",
        choices=tuple(REPORTS),
        default="text",
        help="how to print the problems (default: text)",
    )


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Check the collection in `root`; return 1 when there are problems, else 0."""
    wanted = [_inside(path, root) for path in arguments.paths]
    collection = read_collection(root)
    found = (*check_configuration(root), *collection.problems, *run_checks(collection, today()))
    problems = sorted(found)
    if wanted:
        problems = _within(problems, wanted)
    if arguments.format == "text" and _is_colourful():
        report = report_text(problems, root, COLOURS)
    else:
        report = REPORTS[arguments.format](problems, root)
    sys.stdout.write(report)
    return 1 if problems else 0


def _is_colourful() -> bool:
    is_plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not is_plain


def _inside(path: Path, root: Path) -> str:
    """Return a path as problems write it."""
    try:
        resolved = path.resolve(strict=True)
    except FileNotFoundError:
        raise UsageError(f"there is no {path}.") from None
    except (OSError, RuntimeError) as error:  # RuntimeError: a circle of links, before Python 3.13
        reason = (isinstance(error, OSError) and error.strerror) or "a circle of links"
        raise UsageError(f"{path} cannot be read: {reason}.") from None
    if not resolved.is_relative_to(root):
        raise UsageError(f"{path} is not in the collection {root}.")
    return resolved.relative_to(root).as_posix()


def _within(problems: Sequence[Problem], wanted: Sequence[str]) -> list[Problem]:
    return [
        problem
        for problem in problems
        if any(
            path in (".", problem.path) or problem.path.startswith(f"{path}/") for path in wanted
        )
    ]
