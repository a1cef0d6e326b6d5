"""What `casebook pull` and `casebook verify` share: which dossiers, and where originals lie."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from casebook.citations.names import Names
from casebook.doors.configuration import read_setting
from casebook.doors.here import UsageError
from casebook.identifiers.reference import Reference
from casebook.model.dossier import Dossier
from casebook.originals.store import Store, StoreError
from casebook.reading.dossier_paths import DOSSIER_FILE
from casebook.reading.dossiers import read_dossier
from casebook.reading.tree import Tree, read_tree

SETTING = "CASEBOOK_ORIGINALS"
"""The variable that says where originals lie; it comes before `extra: originals:`."""
FOLDER = "originals"
"""Where they lie when nothing says so, in the collection."""
PARTS = Path(".cache") / "pull"
"""Where files lie that are not whole yet, in the collection."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The dossiers that a command is about."""

    dossiers: tuple[Dossier, ...]
    """In the order of references. Their texts are not read."""
    tree: Tree
    unread: tuple[str, ...]
    """The folders whose dossier.yml has an error."""


def choose(root: Path, references: Sequence[Reference]) -> Chosen:
    """Return the dossiers of these references; without any, all that are not withdrawn.

    Raises UsageError for one that is not there.
    """
    tree = read_tree(root)
    wanted = [f"cases/{reference.folder}" for reference in references]
    missing = [
        str(each) for each, path in zip(references, wanted, strict=True) if path not in tree.keys
    ]
    if missing:
        raise UsageError(f"there is no dossier of {', '.join(missing)}.")
    names = Names([])
    dossiers: list[Dossier] = []
    unread: list[str] = []
    for folder in dict.fromkeys(wanted or tree.keys):
        files = {name: data for name, data in tree.files(folder).items() if name == DOSSIER_FILE}
        dossier, _ = read_dossier(folder, files, names)
        if not dossier:
            unread.append(folder)
        elif wanted or not dossier.withdrawn:
            dossiers.append(dossier)
    dossiers.sort(key=lambda each: each.reference)
    return Chosen(tuple(dossiers), tree, tuple(unread))


def open_store(root: Path) -> Store:
    """Return the store of originals of the collection in `root`; raises UsageError."""
    address = os.environ.get(SETTING) or read_setting(root, "extra", "originals") or FOLDER
    if "://" not in address:
        address = str(root / Path(address).expanduser())
    try:
        return Store(address)
    except StoreError as error:
        raise UsageError(str(error)) from error


def agent_of(root: Path) -> str:
    """Return the User-Agent: the program, and the page that says what it is for."""
    page = read_setting(root, "site_url") or ""
    safe = page if page.isascii() and page.isprintable() else ""
    return f"casebook/{version('casebook')}" + (f" (+{safe.rstrip('/')}/about/)" if safe else "")
