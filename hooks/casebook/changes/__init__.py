"""What readers would see change between two states of a collection, told in Markdown."""

from casebook.changes.comparing import State, compare_states
from casebook.changes.labels import RENUMBERED_HELP, led_astray
from casebook.changes.markdown import write_changes
from casebook.changes.quoting import Quoting

__all__ = [
    "RENUMBERED_HELP",
    "Quoting",
    "State",
    "compare_states",
    "led_astray",
    "write_changes",
]
