"""Names tell instruments apart."""

from collections import defaultdict
from collections.abc import Iterator

from casebook.checks.finding import Finding, Material
from casebook.checks.register_names import shared_in_registers
from casebook.citations.lexicon.nouns import noun_of
from casebook.model.corpus import Corpus
from casebook.model.standard import Instrument
from casebook.reading.nodes import Step
from casebook.words.vocabulary import InstrumentKind
from casebook.words.wording import fold, join_words


def check_shared_names(corpus: Corpus, _: Material) -> Iterator[Finding]:
    """No two instruments, and no two entries of a register, have a name in common.

    A citation would be either's, and a reader could not tell one from the other.

    Codes of national law may: a letter means that of its addressee.
    """
    holders: dict[str, dict[str, Instrument]] = defaultdict(dict)
    for instrument in corpus.instruments.values():
        for name in {fold(name) for _, name in _names(instrument)}:
            holders[name][instrument.id] = instrument
    for instrument in corpus.instruments.values():
        for steps, name in _names(instrument):
            others = [
                other
                for other in holders[fold(name)].values()
                if other is not instrument and not _are_national(other, instrument)
            ]
            if others:
                message = f'"{name}" also names {join_words([other.path for other in others])}.'
                help_ = "Leave the name with one of them."
                yield Finding(instrument.path, message, help_, steps)
    yield from shared_in_registers(corpus)


def _are_national(one: Instrument, other: Instrument) -> bool:
    return one.kind is other.kind is InstrumentKind.NATIONAL_LAW


def _names(instrument: Instrument) -> Iterator[tuple[tuple[Step, ...], str]]:
    yield ("title",), instrument.title
    if instrument.short != instrument.title:
        yield ("short",), instrument.short
    for at, name in enumerate(instrument.also):
        yield ("also", at), name
    if instrument.symbol and str(instrument.symbol) != instrument.short:
        yield ("symbol",), str(instrument.symbol)


def check_general_names(instrument: Instrument, _: Material) -> Iterator[Finding]:
    """No name of an instrument is a word that stands for others as well."""
    for steps, name in _names(instrument):
        word = fold(name).removeprefix("the ").strip()
        is_short = len(word) < _SHORTEST and "also" in steps
        is_noun = " " not in word and noun_of(word) and "title" not in steps
        if is_short or is_noun:
            message = f'"{name}" is too general to be a name: it would be found everywhere.'
            help_ = 'Write a fuller name; what a text says after it was named goes into "noun".'
            yield Finding(instrument.path, message, help_, steps)


_SHORTEST = 3


def check_highest(instrument: Instrument, _: Material) -> Iterator[Finding]:
    """No heading in an instrument's file has a number that the instrument does not reach."""
    for entry in instrument.entries:
        last = entry.last or entry.provision
        highest = instrument.highest.get(last.unit)
        if highest and last.number.isdigit() and int(last.number) > highest:
            message = f'{last.in_words.capitalize()} is above the highest that "highest" allows, {highest}.'
            help_ = f'Correct the heading, or "{last.unit}" under "highest".'
            yield Finding(instrument.path, message, help_, line=entry.line)
