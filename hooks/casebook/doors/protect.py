"""`casebook protect`: a name from standard input becomes a hash for the register of names."""

import argparse
import secrets
import sys
from getpass import getpass
from pathlib import Path

from casebook.doors.here import UsageError
from casebook.model.register import Protected
from casebook.reading.layout import PROTECTED_PATH
from casebook.reading.protected import read_protected
from casebook.reading.whole import rewrite
from casebook.sealing.protection import SHORTEST, hash_of, key_of

NAME = "protect"
SUMMARY = "read a name that must not be published, and give its hash for the register"

_ABOVE = """\
# Names that may stand in no file of the site, as salted hashes. `casebook protect` makes them.
# A hash does not hide a name from somebody who suspects it: docs/takedown.md says what it is for.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "--write",
        action="store_true",
        help=f"put the hash into {PROTECTED_PATH} instead of printing it",
    )


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Read a name, one a line where they are piped, and give the hash of each."""
    path = root / PROTECTED_PATH
    held, problems = read_protected(path.read_bytes() if path.is_file() else None)
    if problems:
        raise UsageError(f"{PROTECTED_PATH} has problems; casebook check says which.")
    # A name among the arguments would stay in the history of the shell and in lists of processes.
    names = [getpass("Name (it is not shown): ")] if sys.stdin.isatty() else sys.stdin.readlines()
    keys = [key_of(name) for name in names if name.strip()]
    if not keys:
        raise UsageError("give a name on standard input.")
    if None in keys:
        raise UsageError(f"a name needs at least {SHORTEST} letters to be looked for.")
    if not arguments.write and not held.salt:
        raise UsageError(f"there is no {PROTECTED_PATH} yet; --write makes it, with a salt.")
    salt = held.salt or secrets.token_bytes(16)
    hashes = {hash_of(key, salt) for key in keys if key}
    if arguments.write:
        path.parent.mkdir(parents=True, exist_ok=True)
        rewrite(path, register_text(Protected(PROTECTED_PATH, salt, held.hashes | hashes)))
        sys.stdout.write(f"{len(hashes - held.hashes)} added to {PROTECTED_PATH}.\n")
    else:
        sys.stdout.writelines(f"  - {each}\n" for each in sorted(hashes))
    return 0


def register_text(protected: Protected) -> str:
    """Return the file of a register: its order tells nothing of when a name was added."""
    names = "".join(f"  - {each}\n" for each in sorted(protected.hashes))
    return f"{_ABOVE}salt: {protected.salt.hex()}\nnames:\n{names}"
