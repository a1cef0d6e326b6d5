"""`casebook new`: an empty dossier that passes `casebook check`."""

import argparse
import sys
from pathlib import Path

from casebook.doors.clock import today
from casebook.doors.dossier_files import write_files
from casebook.doors.here import UsageError
from casebook.doors.references import parse_one
from casebook.importing.draft.fields import bare_entries, write_entries
from casebook.reading.dossier_paths import DOSSIER_FILE
from casebook.reading.registers import ADDRESSEES

NAME = "new"
SUMMARY = "begin a dossier: an empty dossier.yml in its folder"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("reference", nargs="+", metavar="REF", help="the communication: BLR 7/2025")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Write the draft; a dossier that is there already is left alone."""
    reference = parse_one(" ".join(arguments.reference))
    if reference.year > today().year:
        raise UsageError(f"{reference} is of a year that has not come; look at how it is written.")
    folder = f"cases/{reference.folder}"
    if (root / folder).exists():
        raise UsageError(f"{folder} is there already; casebook show '{reference}' shows it.")
    _know_addressee(root, reference.addressee)
    draft = write_entries(bare_entries(None, str(reference)))
    write_files(root, folder, {DOSSIER_FILE: draft.encode()})
    sys.stdout.write(f"{folder}/{DOSSIER_FILE}\n")
    return 0


def _know_addressee(root: Path, code: str) -> None:
    """Raise UsageError for an addressee that is not in the register: a draft passes the check."""
    path = root / ADDRESSEES.path
    held, problems = ADDRESSEES.read(path.read_bytes() if path.exists() else b"")
    if problems:
        raise UsageError(f"{ADDRESSEES.path} has problems; casebook check says which.")
    if code not in {addressee.code for addressee in held}:
        raise UsageError(f"there is no addressee {code} in {ADDRESSEES.path}; add it there first.")
