"""What a preview keeps in memory from one build to the next: most of it is the same again."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

# Named alone: a site that stands is seen before any of them is loaded.
if TYPE_CHECKING:
    from casebook.building.memory import Memory
    from casebook.building.readying import Indexed
    from casebook.building.watching import Watching
    from casebook.reading.shelf import Shelf
    from casebook.reading.tree import Tree


@dataclass(slots=True)
class Lately:
    """The latest build of a process. A command builds once, and begins with nothing of it."""

    watching: "Watching | None" = None
    """Who is told what changes, once somebody is."""
    tree: "Tree | None" = None
    """The collection as it was read while somebody was told what changes."""
    shelf: "Shelf | None" = None
    memory: "Memory | None" = None
    indexed: "Indexed | None" = None
