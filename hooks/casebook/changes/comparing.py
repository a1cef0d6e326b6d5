"""Two states of a collection side by side."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from casebook.changes.change import Changes, Entry, Section
from casebook.changes.dossiers import compare_dossiers
from casebook.changes.pages import compare_pages, compare_pictures
from casebook.changes.registers import compare_registers
from casebook.changes.standards import compare_standards
from casebook.model.promises import Promised, destination
from casebook.reading.collection import Collection

REGISTER_FOLDER = "cases/registers/"


@dataclass(frozen=True, slots=True)
class State:
    """A collection as it is or was."""

    collection: Collection
    pictures: Mapping[str, str] = field(default_factory=dict)
    """Checksums of pictures, by path."""


def compare_states(before: State, after: State) -> Changes:
    """Return what readers will see change. Files that cannot be read count as unchanged."""
    old, new = before.collection, after.collection
    unread = old.unread | new.unread
    sections = [
        Section(noun, found)
        for noun, entries in _entries(before, after)
        if (found := tuple(entries))
    ]
    ahead = frozenset(Promised(new.corpus, new.pages))
    behind = frozenset(Promised(old.corpus, old.pages))
    return Changes(
        tuple(sections),
        tuple(sorted(address for address in ahead - behind if not _is_in(address, unread))),
        tuple(
            (address, destination(address, new.moved, ahead))
            for address in sorted(behind - ahead)
            if not _is_in(address, unread)
        ),
        tuple(sorted(new.unread)),
    )


def _entries(before: State, after: State) -> Iterator[tuple[str, Iterator[Entry]]]:
    old, new = before.collection, after.collection
    unread = old.unread | new.unread
    yield (
        "letter",
        compare_dossiers(
            {
                reference: dossier
                for reference, dossier in old.corpus.dossiers.items()
                if f"cases/{reference.folder}" not in unread
            },
            {
                reference: dossier
                for reference, dossier in new.corpus.dossiers.items()
                if f"cases/{reference.folder}" not in unread
            },
            (old.corpus, new.corpus),
        ),
    )
    yield (
        "standard",
        compare_standards(
            {id_: held for id_, held in old.corpus.instruments.items() if held.path not in unread},
            {id_: held for id_, held in new.corpus.instruments.items() if held.path not in unread},
        ),
    )
    yield from compare_registers(old.corpus, new.corpus, unread)
    yield "page", compare_pages(old.pages, new.pages)
    yield "picture", compare_pictures(before.pictures, after.pictures)


def _is_in(address: str, unread: frozenset[str]) -> bool:
    """Whether what could not be read, before or after, decides about an address."""
    page = address.partition("#")[0]
    for path in unread:
        of_it = f"{path.removesuffix('.md')}/"
        if page.startswith(of_it) or of_it.startswith(page) or path.startswith(REGISTER_FOLDER):
            return True
    return False
