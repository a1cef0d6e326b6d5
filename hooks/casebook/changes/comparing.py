"""Two states of a collection side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from casebook.changes.change import Changes, Entry, Section
from casebook.changes.dossiers import changed_dossiers, compare_dossiers
from casebook.changes.labels import led_astray
from casebook.changes.pages import compare_pages, compare_pictures
from casebook.changes.registers import compare_registers
from casebook.changes.standards import compare_standards
from casebook.identifiers.reference import Reference
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
    changed = [
        reference
        for reference in changed_dossiers(old.corpus, new.corpus)
        if f"cases/{reference.folder}" not in unread
    ]
    sections = [
        Section(noun, found)
        for noun, entries in _entries(before, after, changed)
        if (found := tuple(entries))
    ]
    behind, ahead = (Promised(each.corpus, each.pages) for each in (old, new))
    return Changes(
        tuple(sections),
        tuple(
            address
            for address in sorted({*_promised(new, changed)})
            if address not in behind and not _is_in(address, unread)
        ),
        tuple(
            (address, destination(address, new.moved, ahead))
            for address in sorted({*_promised(old, changed)})
            if address not in ahead and not _is_in(address, unread)
        ),
        tuple(led_astray(old.corpus, new.corpus, changed)),
        tuple(sorted(new.unread)),
    )


def _promised(collection: Collection, changed: Sequence[Reference]) -> Promised:
    """Return the addresses of a collection, of its dossiers only those of the changed."""
    held = collection.corpus.dossiers
    dossiers = {reference: held[reference] for reference in changed if reference in held}
    return Promised(replace(collection.corpus, dossiers=dossiers), collection.pages)


def _entries(
    before: State, after: State, changed: Sequence[Reference]
) -> Iterator[tuple[str, Iterator[Entry]]]:
    old, new = before.collection, after.collection
    unread = old.unread | new.unread
    yield "letter", compare_dossiers(changed, old.corpus, new.corpus)
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
