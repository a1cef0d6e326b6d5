"""The command `casebook`: finds the collection, hands over to the module of the subcommand."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

from casebook.doors import (
    build,
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
from casebook.doors.here import CONFIGURATION, UsageError, find_collection, printable

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
    build,
)
"""One module a subcommand: NAME, SUMMARY, add_arguments(parser), run(arguments, root) -> exit."""

PROBLEMS = 1
USAGE = 2

_LONGEST = 1_000
"""Characters of a message: what somebody wrote on the command line can be much longer."""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(
        prog="casebook",
        description=f"Works on the collection it is called in: the nearest folder upwards with a {CONFIGURATION}.",
    )
    parser.add_argument("--version", action="version", version=f"casebook {version('casebook')}")
    subcommands = parser.add_subparsers(metavar="COMMAND", required=True)
    for module in COMMANDS:
        subparser = subcommands.add_parser(
            module.NAME,
            help=module.SUMMARY,
            description=f"{module.SUMMARY[:1].upper()}{module.SUMMARY[1:]}.",
        )
        module.add_arguments(subparser)
        subparser.set_defaults(run=module.run)
    return parser


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code: 0 clean, 1 problems, 2 usage."""
    _open_output()
    arguments = build_parser().parse_args(words)
    try:
        code: int = arguments.run(arguments, find_collection())
        sys.stdout.flush()
    except UsageError as error:
        return _refuse(str(error))
    except BrokenPipeError:
        # The reader went away, as `casebook check | head` does: nothing is left to say.
        _let_go_of_output()
        return PROBLEMS
    except OSError as error:
        # What the system refuses in the middle: a full disk, a folder that may not be written.
        _let_go_of_output()
        what = f"{error.filename}: " if error.filename else ""
        return _refuse(f"{what}{error.strerror or 'the system refuses it'}.")
    return code


def _open_output() -> None:
    """See to it that words can be written, whatever the terminal: names are in every script."""
    if sys.stdout is None:  # called with standard output closed
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - to the end
    elif isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def _let_go_of_output() -> None:
    """Drop what is still to be written: the end of the program would try again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(message: str) -> int:
    line = printable(" ".join(message.split()))
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST // 2]} … {line[-_LONGEST // 2 :]}"
    if sys.stderr:
        sys.stderr.write(f"casebook: {line}\n")
    return USAGE
