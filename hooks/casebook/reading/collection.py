"""A collection: everything in cases/ and standards/, read."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from casebook.citations.names import InstrumentName, Names
from casebook.model.corpus import Corpus, index_corpus
from casebook.model.register import Addressee, Protected
from casebook.model.standard import Instrument
from casebook.reading.handwritten import HandWritten, read_pages
from casebook.reading.held import read_dossiers, read_standards
from casebook.reading.layout import MOVED_PATH, PERMALINKS_PATH, PROTECTED_PATH
from casebook.reading.permanence import Permalinks, read_moved, read_permalinks
from casebook.reading.protected import read_protected
from casebook.reading.registers import ADDRESSEES, MANDATES, TOPICS, Register
from casebook.reading.shelf import Shelf
from casebook.reading.tree import Divide, Tree, read_tree, undivided
from casebook.words.problem import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Collection:
    """What was read, and what could not be."""

    root: Path
    corpus: Corpus
    problems: tuple[Problem, ...]
    """In the order of paths, lines, columns."""
    unread: frozenset[str] = frozenset()
    """Files and folders that are there and hold an error: cases/blr/7-2025, standards/iccpr.md.
    Their records are not in the corpus; that is no reason to call a link to them broken."""
    pages: Mapping[str, HandWritten] = field(default_factory=dict)
    """Pages written by hand, by path: docs/about.md."""
    pictures: frozenset[str] = frozenset()
    """What else of docs/ may be published: pictures, and the list of promised addresses."""
    protected: Protected = field(default_factory=lambda: read_protected(None)[0])
    """Names that may stand nowhere."""
    permalinks: Permalinks = field(default_factory=Permalinks)
    moved: Mapping[str, str] = field(default_factory=dict)
    """Addresses that moved, and where they went."""
    is_of_tree: bool = True
    """Whether dossiers were read as the tree has them; else somebody changed a file meanwhile."""


def read_collection(root: Path) -> Collection:
    """Return the collection in the folder `root`; nothing in it raises an exception."""
    return assemble(root, read_tree(root))


def assemble(
    root: Path,
    tree: Tree,
    shelf: Shelf | None = None,
    program: str = "",
    divide: Divide = undivided,
    *,
    last: Corpus | None = None,
) -> Collection:
    """Return the collection in `root` whose files are in `tree`.

    Dossiers are taken from the `shelf` where it has them as they are; `program` stands for the
    code that reads. `divide` may share the reading of the others between processes. What
    `index_corpus` can take from the `last` corpus is taken from it.
    """
    problems = list(tree.problems)
    unread = {problem.path for problem in problems}
    files = tree.registers

    def told(read: tuple[T, list[Problem]]) -> T:
        value, found = read
        problems.extend(found)
        return value

    def register(of: Register[T]) -> tuple[T, ...]:
        records, found = of.read(files.get(of.path, b""))
        unread.update(problem.path for problem in found)
        return told((records, found))

    shelf = shelf or Shelf()
    standards = told(read_standards(tree, shelf, program))
    instruments = [instrument for _, instrument in standards if instrument]
    for path in (path for path, instrument in standards if not instrument):
        unread |= {path, path.lower()}  # a name in capitals is a problem of its own
    mandates, topics, addressees = register(MANDATES), register(TOPICS), register(ADDRESSEES)
    names = names_of(instruments, addressees)
    held = read_dossiers(tree, names, shelf, program, divide)
    # A file that is a folder, a pipe or a link elsewhere is not missing.
    problems += [each for each in held.problems if not _is_told(each, unread)]
    unread |= held.unread
    corpus = index_corpus(
        held.outlines,
        held.dossiers,
        held.occurrences,
        held.quoted,
        instruments=instruments,
        mandates=mandates,
        topics=topics,
        addressees=addressees,
        last=last,
    )
    pages = told(read_pages(tree.pages))
    protected = told(read_protected(files.get(PROTECTED_PATH)))
    permalinks = told(read_permalinks(files.get(PERMALINKS_PATH)))
    moved = told(read_moved(files.get(MOVED_PATH)))
    return Collection(
        root,
        corpus,
        tuple(sorted(problems)),
        frozenset(unread),
        pages,
        frozenset(tree.others),
        protected,
        permalinks,
        moved,
        held.is_of_tree,
    )


def _is_told(problem: Problem, unread: Container[str]) -> bool:
    return problem.slug == "missing-file" and problem.path in unread


_FULL_REGISTER = 150
"""A register with so many addressees lists every State, of which the United Nations have 193: what
it lacks is no addressee. A shorter one says nothing of the codes it lacks."""


def names_of(instruments: Iterable[Instrument], addressees: Iterable[Addressee] = ()) -> Names:
    """Return the names by which citations of these instruments are found.

    The codes of addressees tell references from other numbers, once the register is full.
    """
    states = {addressee.name: addressee.code for addressee in addressees}
    codes = [*states.values()]
    return Names(
        [
            InstrumentName(
                id=instrument.id,
                names=(instrument.title, instrument.short, *instrument.also),
                noun=instrument.noun,
                kind=instrument.kind,
                highest=instrument.highest,
                symbol=instrument.symbol,
            )
            for instrument in instruments
        ],
        codes=codes if len(codes) >= _FULL_REGISTER else (),
        states=states,
    )
