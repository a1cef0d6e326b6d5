"""Ids in dossiers name what the registers hold."""

from collections.abc import Callable, Collection, Iterator, Mapping

from casebook.checks.finding import Finding, Material
from casebook.model.outline import Outline
from casebook.model.register import Mandate
from casebook.reading.registers import ADDRESSEES, MANDATES, TOPICS
from casebook.words.suggestion import nearest, some_of
from casebook.words.wording import slug_of


def check_mandates(material: Material) -> Iterator[Finding]:
    """Every mandate of a dossier is in the register of mandates."""
    known = material.corpus.mandates
    if not known or material.holds_unread(MANDATES.path):
        yield from _empty(material, MANDATES.path, lambda outline: outline.mandates)
        return
    for dossier in material.dossiers:
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


def check_signatories(material: Material) -> Iterator[Finding]:
    """Who signs a letter signs for one of its mandates."""
    for dossier in material.dossiers:
        mandates = dossier.mandates
        if mandates is None or any(name not in material.corpus.mandates for name in mandates):
            continue  # not known, or misspelt, which is reported
        for at, signatory in enumerate(dossier.signatories):
            if signatory.mandate not in mandates and signatory.mandate in material.corpus.mandates:
                message = f'{signatory.name} signs for {signatory.mandate}, which "mandates" does not list.'
                help_ = f'Add {signatory.mandate} to "mandates", or correct the mandate here.'
                yield Finding(dossier.path, message, help_, ("signatories", at, "mandate"))


def check_topics(material: Material) -> Iterator[Finding]:
    """Every topic of a dossier is in the register of topics."""
    known = material.corpus.topics
    if not known or material.holds_unread(TOPICS.path):
        yield from _empty(material, TOPICS.path, lambda outline: outline.topics)
        return
    for dossier in material.dossiers:
        for at, topic in enumerate(dossier.topics):
            if topic not in known:
                message = f'There is no topic "{topic}".'
                help_ = _help(topic, known, TOPICS.path)
                yield Finding(dossier.path, message, help_, ("topics", at))


def check_addressees(material: Material) -> Iterator[Finding]:
    """Every addressee of a communication, and every party to a treaty, is in the register."""
    known = material.corpus.addressees
    if not known or material.holds_unread(ADDRESSEES.path):
        yield from _empty(material, ADDRESSEES.path, lambda outline: outline.reference)
        return
    for dossier in material.dossiers:
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
    for instrument in material.instruments:
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


def _empty(material: Material, path: str, names: Callable[[Outline], object]) -> Iterator[Finding]:
    """Yield one finding for a register that dossiers use and that holds nothing.

    It is judged beside the dossiers, none of which says it again.
    """
    if material.dossiers or material.holds_unread(path):
        return
    if any(map(names, material.corpus.outlines.values())):
        message = "Dossiers name what this register should hold, and it is missing or empty."
        help_ = "Write what they name into it, or restore the file."
        yield Finding(path, message, help_)


def _help(word: str, known: Collection[str], register: str) -> str:
    if near := nearest(word, known):
        return f'Write "{near}", or add "{word}" to {register}.'
    return f'Add "{word}" to {register}, or write one of: {some_of(known)}.'
