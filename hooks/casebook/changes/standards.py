"""What changed in standards: what an instrument is, and the gloss of each provision."""

from collections.abc import Iterator, Mapping

from casebook.changes.change import Entry, Facts, Value, compare_records
from casebook.changes.saying import facts_of
from casebook.changes.texts import blocks_in_words
from casebook.model.address import instrument_address
from casebook.model.standard import Instrument, ProvisionEntry


def compare_standards(
    before: Mapping[str, Instrument], after: Mapping[str, Instrument]
) -> Iterator[Entry]:
    """Return every instrument of which readers see something change."""
    return compare_records(
        before,
        after,
        _shown,
        lambda held: {**_facts(held), **_glosses(held)},
        lambda held: {**_facts(held), "Provisions": str(len(held.entries))},
    )


def _shown(id_: str, held: Instrument) -> Entry:
    return Entry(held.short, title=held.title, address=instrument_address(id_))


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
