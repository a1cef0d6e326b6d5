"""All dossiers and standards of a collection: from the shelf where it has them, else read."""

import pickle
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b

from casebook.citations.names import Names
from casebook.identifiers.reference import Reference
from casebook.model.dossier import Dossier
from casebook.model.occurrence import Occurrences, find_occurrences
from casebook.model.on_demand import OnDemand
from casebook.model.outline import Outline, outline_of
from casebook.model.standard import Instrument
from casebook.reading.dossiers import read_dossier
from casebook.reading.packing import pack
from casebook.reading.shelf import Copy, Shelf, copy_of
from casebook.reading.standards import read_instrument
from casebook.reading.tree import Divide, Tree, key_of
from casebook.reading.unread import with_words
from casebook.words.problem import Problem

IN_HAND = 256
"""How many dossiers stay in memory: as many as one addressee may have.

Each file about an addressee looks at its letters one after another: were they one too many, every
file would take all of them from the shelf again.
"""


AT_ONCE = 2_500
"""How many dossiers are read before they are put on the shelf."""

QUOTED_IN_HAND = 16_000
"""Of how many letters citations stay in memory for pages that quote them: many provisions are cited
by the same letters, and of ten thousand each would be taken from the shelf ten times.
"""


@dataclass(frozen=True, slots=True)
class Held:
    """The dossiers of a collection."""

    outlines: tuple[Outline, ...]
    dossiers: Mapping[Reference, Dossier]
    """Each is taken from the shelf when somebody asks, its words when they are looked at."""
    occurrences: Mapping[Reference, Occurrences]
    quoted: Mapping[Reference, Occurrences]
    """The same, for whoever looks at a few citations of many letters."""
    problems: tuple[Problem, ...]
    unread: frozenset[str]
    """Folders that hold an error."""
    is_of_tree: bool
    """Whether all of it was as the tree has it; else somebody changed a file meanwhile."""


def read_dossiers(tree: Tree, names: Names, shelf: Shelf, program: str, divide: Divide) -> Held:
    """Return the dossiers of a tree, and keep on the shelf what had to be read.

    Where the shelf cannot be used, everything is read and kept in memory.
    """
    try:
        return _read_dossiers(tree, names, shelf, program, divide)
    except OSError:
        return _read_dossiers(tree, names, Shelf(), program, divide)


def _read_dossiers(tree: Tree, names: Names, shelf: Shelf, program: str, divide: Divide) -> Held:
    stamp = blake2b(f"{program} {names.digest}".encode(), digest_size=8).hexdigest()
    keys = {folder: stamp + key for folder, key in tree.keys.items()}
    known = shelf.known()
    missing = [folder for folder, key in keys.items() if known.get(folder, ("",))[0] != key]
    gone = known.keys() - keys.keys()
    if gone:
        shelf.put((), gone)
    # All words of ten thousand letters at once would be hundreds of megabytes.
    for start in range(0, len(missing), AT_ONCE):
        some = missing[start : start + AT_ONCE]
        for part in divide(partial(_read, tree, names, stamp), some):
            shelf.put(pickle.loads(part))  # noqa: S301 - made by our own process
    known = shelf.known()
    outlines: list[Outline] = []
    problems: list[Problem] = []
    unread: list[str] = []
    for folder in keys:
        _, outline, told = known[folder]
        problems += told
        if outline:
            outlines.append(outline)
        else:
            unread.append(folder)

    def dossier(reference: Reference) -> Dossier:
        folder = f"cases/{reference.folder}"
        return with_words(shelf.dossier(folder), partial(shelf.texts, folder))

    def occurrences(reference: Reference) -> Occurrences:
        return shelf.occurrences(f"cases/{reference.folder}")

    def remembering(reference: Reference) -> Occurrences:
        return quoted[reference].remembering

    references = [outline.reference for outline in outlines]
    shown = [outline.reference for outline in outlines if not outline.is_withdrawn]
    quoted = OnDemand(shown, occurrences, QUOTED_IN_HAND)
    return Held(
        tuple(outlines),
        OnDemand(references, dossier, IN_HAND),
        OnDemand(shown, remembering, IN_HAND),
        quoted,
        tuple(problems),
        frozenset(unread),
        all(known[folder].key == key for folder, key in keys.items()),
    )


def read_standards(
    tree: Tree, shelf: Shelf, program: str
) -> tuple[list[tuple[str, Instrument | None]], list[Problem]]:
    """Return the instrument of each file of standards/, None for one with an error, and problems.

    What had to be read is kept on the shelf, where that can be used.
    """
    stamp = program.encode()
    keys = {
        path: blake2b(b"%b %b" % (stamp, data), digest_size=16).hexdigest()
        for path, data in tree.standards.items()
    }
    try:
        known = shelf.standards()
    except OSError:
        known = {}
    fresh = {
        path: (key, pack(read_instrument(path, tree.standards[path])))
        for path, key in keys.items()
        if known.get(path, ("",))[0] != key
    }
    gone = known.keys() - keys.keys()
    if fresh or gone:
        with suppress(OSError):
            shelf.put_standards(fresh, gone)
    known |= fresh
    found: list[tuple[str, Instrument | None]] = []
    problems: list[Problem] = []
    for path in keys:
        instrument, told = pickle.loads(known[path][1])  # noqa: S301 - ours
        found.append((path, instrument))
        problems += told
    return found, problems


def _read(tree: Tree, names: Names, stamp: str, missing: Sequence[str]) -> bytes:
    return pickle.dumps([_copy(folder, tree.files(folder), names, stamp) for folder in missing])


def _copy(folder: str, files: Mapping[str, bytes], names: Names, stamp: str) -> Copy:
    # Of what was read now, which may not be what the tree has of it.
    key = stamp + key_of(files)
    dossier, problems = read_dossier(folder, files, names)
    if not dossier:
        return copy_of(folder, key, problems)
    occurrences = () if dossier.withdrawn else tuple(find_occurrences(dossier))
    # The same files with other names of instruments may cite something else.
    outline = outline_of(dossier, occurrences, key)
    return copy_of(folder, key, problems, outline, dossier=dossier, occurrences=occurrences)
