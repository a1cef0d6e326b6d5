"""What changed in registers: mandates, topics, addressees, addresses that moved."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from casebook.changes.change import Entry, Happened, compare_facts, new_facts
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
    for id_ in sorted({*before, *after}):
        was, now = before.get(id_), after.get(id_)
        if was == now:
            continue
        if not now:
            yield Entry(id_, Happened.GONE)
        elif not was:
            told = new_facts(facts_of(now, ("id", "code")))
            yield Entry(id_, Happened.NEW, told, now.name, address_of(id_))
        else:
            changes = compare_facts(facts_of(was, ("id", "code")), facts_of(now, ("id", "code")))
            yield Entry(id_, Happened.CHANGED, changes, now.name, address_of(id_))
