"""Names in the registers: each belongs to one entry."""

from collections.abc import Iterable, Iterator

from casebook.checks.finding import Finding
from casebook.model.corpus import Corpus
from casebook.reading.nodes import Step
from casebook.reading.registers import ADDRESSEES, MANDATES, TOPICS
from casebook.words.wording import fold

Named = tuple[str, tuple[Step, ...], str]
"""An entry, the way to one of its names, and the name."""


def shared_in_registers(corpus: Corpus) -> Iterator[Finding]:
    """Yield every name that two entries of a register have."""
    addressees = [
        (each.code, (each.code, "name"), each.name) for each in corpus.addressees.values()
    ]
    topics = [(each.id, (each.id, "name"), each.name) for each in corpus.topics.values()]
    mandates: list[Named] = []
    for mandate in corpus.mandates.values():
        mandates.append((mandate.id, (mandate.id, "name"), mandate.name))
        for at, name in enumerate(mandate.also):
            mandates.append((mandate.id, (mandate.id, "also", at), name))
    yield from _shared(ADDRESSEES.path, addressees)
    yield from _shared(MANDATES.path, mandates)
    yield from _shared(TOPICS.path, topics)


def _shared(path: str, names: Iterable[Named]) -> Iterator[Finding]:
    first: dict[str, str] = {}
    for entry, steps, name in names:
        holder = first.setdefault(fold(name), entry)
        if holder != entry:
            message = f'"{name}" is also the name of {holder}.'
            help_ = "Leave the name with one of them."
            yield Finding(path, message, help_, steps)
