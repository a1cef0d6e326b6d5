"""The command `casebook`: finds the collection, hands over to the module of the subcommand."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from casebook.doors import (
    check,
    cite,
    diff,
    export,
    importing,
    new,
    permalinks,
    protect,
    pull,
    show,
    verify,
)
from casebook.doors.here import CONFIGURATION, UsageError, find_collection

COMMANDS: tuple[ModuleType, ...] = (
    check,
    cite,
    importing,
    new,
    show,
    pull,
    verify,
    diff,
    protect,
    permalinks,
    export,
)
"""One module a subcommand: NAME, SUMMARY, add_arguments(parser), run(arguments, root) -> exit."""

PROBLEMS = 1
USAGE = 2


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="casebook",
        description=f"Works on the collection it is called in: the nearest folder upwards with a {CONFIGURATION}.",
    )
    subcommands = parser.add_subparsers(metavar="COMMAND", required=True)
    for module in COMMANDS:
        subparser = subcommands.add_parser(
            module.NAME, help=module.SUMMARY, description=f"{module.SUMMARY.capitalize()}."
        )
        module.add_arguments(subparser)
        subparser.set_defaults(run=module.run)
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code: 0 clean, 1 problems, 2 usage."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # Names and texts are in every script, whatever the locale of the terminal.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = build_parser().parse_args(words)
    try:
        code: int = arguments.run(arguments, find_collection(Path.cwd()))
        sys.stdout.flush()
    except UsageError as error:
        sys.stderr.write(f"casebook: {' '.join(str(error).split())}\n")
        return USAGE
    except BrokenPipeError:
        # The reader went away, as `casebook check | head` does: nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    return code
