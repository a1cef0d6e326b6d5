"""What readers would see change between two states of a collection, told in Markdown."""

from casebook.changes.comparing import State, compare_states
from casebook.changes.labels import renumbered
from casebook.changes.markdown import write_changes
from casebook.changes.quoting import Quoting

__all__ = ["Quoting", "State", "compare_states", "renumbered", "write_changes"]
