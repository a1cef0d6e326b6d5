"""What changed in standards: what an instrument is, and the gloss of each provision."""

from collections.abc import Iterator, Mapping

from casebook.changes.change import Entry, Facts, Happened, Value, compare_facts, new_facts
from casebook.changes.saying import facts_of
from casebook.changes.texts import blocks_in_words
from casebook.model.address import instrument_address
from casebook.model.standard import Instrument, ProvisionEntry


def compare_standards(
    before: Mapping[str, Instrument], after: Mapping[str, Instrument]
) -> Iterator[Entry]:
    """Yield every instrument of which readers see something change."""
    for id_ in sorted({*before, *after}):
        was, now = before.get(id_), after.get(id_)
        if was and now and was.digest == now.digest:
            continue
        address = instrument_address(id_)
        if not now:
            yield Entry(id_, Happened.GONE)
        elif not was:
            count = {"Provisions": str(len(now.entries))}
            told = new_facts({**_facts(now), **count})
            yield Entry(now.short, Happened.NEW, told, now.title, address)
        elif changes := compare_facts(
            {**_facts(was), **_glosses(was)}, {**_facts(now), **_glosses(now)}
        ):
            yield Entry(now.short, Happened.CHANGED, changes, now.title, address)


def _facts(instrument: Instrument) -> Facts:
    facts = facts_of(instrument, ("id", "gloss", "entries"), {"url": "Official page"})
    return {**facts, "Gloss": blocks_in_words(instrument.gloss) or None}


def _glosses(instrument: Instrument) -> Facts:
    facts: dict[str, Value] = {}
    for entry in instrument.entries:
        name = _name(entry)
        facts[f"Heading of {name}"] = entry.heading or None
        facts[f"Gloss of {name}"] = blocks_in_words(entry.gloss) or "not written yet"
    return facts


def _name(entry: ProvisionEntry) -> str:
    if not entry.last:
        return entry.provision.in_words
    return f"{entry.provision.unit.in_words}s {entry.provision.number} to {entry.last.number}"
