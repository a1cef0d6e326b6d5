"""What a preview keeps in memory from one build to the next: most of it is the same again."""

from dataclasses import dataclass

from casebook.building.memory import Memory
from casebook.building.readying import Indexed
from casebook.reading.shelf import Shelf


@dataclass(slots=True)
class Lately:
    """The latest build of a process. A command builds once, and begins with nothing of it."""

    shelf: Shelf
    memory: Memory | None = None
    indexed: Indexed | None = None
