"""The site that stands: whether it was made from exactly what there is now.

When nothing changed, nothing has to be understood to know it: the hashes of everything that was
read are compared, and the list of what is public.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from casebook.building.batch import digest
from casebook.building.listing import lost_in, read_listing
from casebook.reading.kept import read_kept, write_kept
from casebook.reading.tree import Tree


def inputs_of(tree: Tree, others: Iterable[bytes]) -> str:
    """Return what stands for all that a site is made from.

    `others` are what is not in the tree: the program, its settings, the theme, the day, the past.
    """

    def parts() -> Iterable[bytes]:
        for held in (tree.standards, tree.registers, tree.pages):
            yield from _files(held)
        told = ([*tree.keys.items()], sorted(tree.others), tree.problems)
        yield repr(told).encode("utf-8", "surrogatepass")
        yield from others

    return digest(*parts())


def _files(held: Mapping[str, bytes]) -> Iterable[bytes]:
    yield repr([*held]).encode("utf-8", "surrogatepass")
    yield from held.values()


def stands(memory: Path, public: Path, inputs: str, processes: int = 1) -> bool:
    """Whether the public site was made from these inputs, and nobody changed a file of it since.

    `processes` share the work of looking at all of them.
    """
    try:
        held = json.loads(read_kept(memory))
    except (OSError, ValueError):
        return False
    # The inputs first: they are another at every save, and there are many files.
    if not isinstance(held, dict) or held.get("inputs") != inputs:
        return False
    listing = read_listing(public)
    return bool(held == _told(listing.key, inputs)) and not lost_in(public, listing, processes)


def remember(memory: Path, listing: str, inputs: str) -> None:
    """Keep what the public site was made from; `listing` is the key of its listing.

    Raises OSError.
    """
    write_kept(memory, json.dumps(_told(listing, inputs)).encode())


def _told(listing: str, inputs: str) -> dict[str, str]:
    return {"inputs": inputs, "listing": listing}
