"""Ids in dossiers name what the registers hold."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from casebook.checks.finding import Finding, Material
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.model.register import Mandate
from casebook.model.standard import Instrument
from casebook.reading.registers import ADDRESSEES, MANDATES, TOPICS
from casebook.words.suggestion import nearest, some_of
from casebook.words.wording import slug_of


def check_mandates(dossier: Dossier, material: Material) -> Iterator[Finding]:
    """Every mandate of a dossier is in the register of mandates."""
    known = material.corpus.mandates
    if not known or material.holds_unread(MANDATES.path):
        return  # said once, of the register
    named = [
        *((("mandates", at), mandate) for at, mandate in enumerate(dossier.mandates or ())),
        *(
            (("signatories", at, "mandate"), signatory.mandate)
            for at, signatory in enumerate(dossier.signatories)
        ),
    ]
    for steps, mandate in named:
        if mandate not in known:
            message = f'There is no mandate "{mandate}".'
            by_name = _named(mandate, known)
            help_ = f"Write {by_name}." if by_name else _help(mandate, known, MANDATES.path)
            yield Finding(dossier.path, message, help_, steps)


def check_signatories(dossier: Dossier, material: Material) -> Iterator[Finding]:
    """Who signs a letter signs for one of its mandates."""
    mandates = dossier.mandates
    if mandates is None or any(name not in material.corpus.mandates for name in mandates):
        return  # not known, or misspelt, which is reported
    for at, signatory in enumerate(dossier.signatories):
        if signatory.mandate not in mandates and signatory.mandate in material.corpus.mandates:
            message = (
                f'{signatory.name} signs for {signatory.mandate}, which "mandates" does not list.'
            )
            help_ = f'Add {signatory.mandate} to "mandates", or correct the mandate here.'
            yield Finding(dossier.path, message, help_, ("signatories", at, "mandate"))


def check_topics(dossier: Dossier, material: Material) -> Iterator[Finding]:
    """Every topic of a dossier is in the register of topics."""
    known = material.corpus.topics
    if not known or material.holds_unread(TOPICS.path):
        return  # said once, of the register
    for at, topic in enumerate(dossier.topics):
        if topic not in known:
            message = f'There is no topic "{topic}".'
            help_ = _help(topic, known, TOPICS.path)
            yield Finding(dossier.path, message, help_, ("topics", at))


def check_addressees(dossier: Dossier, material: Material) -> Iterator[Finding]:
    """Every addressee of a communication is in the register."""
    known = material.corpus.addressees
    if not known or material.holds_unread(ADDRESSEES.path):
        return  # said once, of the register
    code = dossier.reference.addressee
    if code not in known:
        message = f"There is no addressee {code}."
        help_ = f"Add {code}, its name and its kind to {ADDRESSEES.path}, or rename the folder."
        yield Finding(dossier.path, message, help_)
    for at, related in enumerate(dossier.related):
        if related.to.addressee not in known:
            message = f"There is no addressee {related.to.addressee}."
            help_ = _help(related.to.addressee, known, ADDRESSEES.path)
            yield Finding(dossier.path, message, help_, ("related", at, "to"))


def check_parties(instrument: Instrument, material: Material) -> Iterator[Finding]:
    """Every party to a treaty is in the register of addressees."""
    known = material.corpus.addressees
    if not known or material.holds_unread(ADDRESSEES.path):
        return
    for code in instrument.parties:
        if code not in known:
            message = f"There is no addressee {code}."
            help_ = _help(code, known, ADDRESSEES.path)
            yield Finding(instrument.path, message, help_, ("parties", code))


def _named(slug: str, mandates: Mapping[str, Mandate]) -> str | None:
    """Return the mandate of which somebody wrote the name for the id, or None."""
    for held in mandates.values():
        if slug in (slug_of(name) for name in (held.name, *held.also)):
            return held.id
    return None


def check_held_mandates(corpus: Corpus, material: Material) -> Iterator[Finding]:
    """The register of mandates holds something when dossiers name mandates."""
    named = (outline.mandates for outline in corpus.outlines.values())
    yield from _empty(corpus.mandates, MANDATES.path, named, material)


def check_held_topics(corpus: Corpus, material: Material) -> Iterator[Finding]:
    """The register of topics holds something when dossiers name topics."""
    named = (outline.topics for outline in corpus.outlines.values())
    yield from _empty(corpus.topics, TOPICS.path, named, material)


def check_held_addressees(corpus: Corpus, material: Material) -> Iterator[Finding]:
    """The register of addressees holds something when there are dossiers."""
    yield from _empty(corpus.addressees, ADDRESSEES.path, corpus.outlines, material)


def _empty(
    known: Collection[str], path: str, named: Iterable[object], material: Material
) -> Iterator[Finding]:
    """Yield a finding for a register that holds nothing and that dossiers name something of."""
    if not known and not material.holds_unread(path) and any(named):
        message = "Dossiers name what this register should hold, and it is missing or empty."
        help_ = "Write what they name into it, or restore the file."
        yield Finding(path, message, help_)


def _help(word: str, known: Collection[str], register: str) -> str:
    if near := nearest(word, known):
        return f'Write "{near}", or add "{word}" to {register}.'
    return f'Add "{word}" to {register}, or write one of: {some_of(known)}.'
