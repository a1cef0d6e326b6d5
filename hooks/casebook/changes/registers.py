"""What changed in registers: mandates, topics, addressees, addresses that moved."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from casebook.changes.change import Entry, Facts, compare_records
from casebook.changes.saying import facts_of
from casebook.model.address import addressee_address, mandate_address, topic_address
from casebook.model.corpus import Corpus
from casebook.reading.registers import ADDRESSEES, MANDATES, TOPICS


def compare_registers(
    before: Corpus, after: Corpus, unread: frozenset[str]
) -> Iterator[tuple[str, Iterator[Entry]]]:
    """Yield what one entry of each register is called, and the entries that changed.

    A register among the `unread` is passed over.
    """
    if MANDATES.path not in unread:
        yield "mandate", _compare(before.mandates, after.mandates, mandate_address)
    if TOPICS.path not in unread:
        yield "topic", _compare(before.topics, after.topics, topic_address)
    if ADDRESSEES.path not in unread:
        yield "addressee", _compare(before.addressees, after.addressees, addressee_address)


def _compare(
    before: Mapping[str, Any], after: Mapping[str, Any], address_of: Callable[[str], str]
) -> Iterator[Entry]:
    def shown(id_: str, held: Any) -> Entry:
        return Entry(id_, title=held.name, address=address_of(id_))

    return compare_records(before, after, shown, _facts, _facts)


def _facts(held: Any) -> Facts:
    return facts_of(held, ("id", "code"))
