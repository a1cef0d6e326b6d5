"""Persons whose name is not published are not named; children never are."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import chain

from casebook.checks.finding import Finding, Material
from casebook.checks.seeking import Sought, Words
from casebook.checks.sourcing import sources_of
from casebook.model.dossier import Dossier, Person, Reply, Source
from casebook.model.outline import Outline
from casebook.model.text import CodeBlock, Heading, Paragraph, Text, in_notes, leaves, plain_words
from casebook.reading.nodes import Step
from casebook.words.spelling import likened
from casebook.words.vocabulary import Naming


def check_names(dossier: Dossier, material: Material) -> Iterator[Finding]:
    """A name that is withheld, or shown as initials only, stands nowhere else in the dossier."""
    yield from _in_reason(dossier)
    hidden = {at: each for at, each in enumerate(dossier.persons) if not _is_public(each)}
    said = list(_said(dossier)) if any(map(_names, hidden.values())) else []
    common = {each for *_, words in said for each in words.in_small}
    for at, person in hidden.items():
        sought = Sought(_names(person), _public_names(dossier))
        shown = "withheld" if person.naming is Naming.WITHHELD else "to be shown as initials"
        message = f"Here stands a name that is {shown}: persons, item {at + 1}."
        help_ = f"Write {person.shown or 'a word that does not name the person'} instead."
        for path, steps, line, words in said:
            if sought.stands_in(words):
                yield Finding(path, message, help_, steps, line=line)
            elif sought.has_family_in(words, common):
                alone = f"Here stands the family name alone of a name that is {shown}: persons, item {at + 1}."
                or_else = f"{help_[:-1]}; where another person is meant, write the whole name."
                yield Finding(path, alone, or_else, steps, line=line)
    yield from _contradictions(dossier, material)


def _is_public(person: Person) -> bool:
    return person.naming is Naming.PUBLIC


def _names(person: Person) -> list[str]:
    return [name for name in (person.name, *person.also) if name]


def _public_names(dossier: Dossier) -> list[str]:
    """Return who is named in a dossier: a family name may be theirs too."""
    public = chain.from_iterable(_names(each) for each in dossier.persons if _is_public(each))
    return [*public, *(each.name for each in dossier.signatories)]


def _said(dossier: Dossier) -> Iterator[tuple[str, tuple[Step, ...], int, Words]]:
    """Yield everything that a page shows of a dossier, with its place."""
    for steps, words in _words_of(dossier):
        yield dossier.path, steps, 1, Words(words)
    for text in chain.from_iterable(document.texts for document in dossier.documents):
        for line, words in _lines_of(text):
            yield text.path, (), line, Words(words)


def _in_reason(dossier: Dossier) -> Iterator[Finding]:
    """Yield every person named where a withdrawn dossier says why: nobody is named there."""
    if not dossier.withdrawn:
        return
    reason = Words(dossier.withdrawn.reason)
    for at, person in enumerate(dossier.persons):
        if _is_public(person) and Sought(_names(person)).stands_in(reason):
            yield Finding(
                dossier.path,
                f"Here stands the name of a person of a withdrawn dossier: persons, item {at + 1}.",
                "Say the reason without the name: it is shown for good.",
                ("withdrawn", "reason"),
            )


def _contradictions(dossier: Dossier, material: Material) -> Iterator[Finding]:
    """Yield every person whom this dossier names and another withholds: no site can do both."""
    if dossier.withdrawn:
        return
    for at, person in enumerate(dossier.persons):
        if not _is_public(person):
            continue
        for name in _names(person):
            if path := material.withheld.get(likened(name)):
                message = f"Here is public who is not named in {path}."
                help_ = "Write the same naming in both."
                yield Finding(dossier.path, message, help_, ("persons", at, "naming"))
                break


def _any_of(patterns: str) -> str:
    return f"(?:{'|'.join(patterns.split())})"


_FEW = _any_of(
    "[0-9] 1[0-7] one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen"
)
"""How old a child is, in years or months."""
_CHILD_WORD = _any_of(
    "child children minors? underage kids? boys? girls? infants? baby babies toddlers? newborns? "
    "juveniles? teens? teenagers? adolescents? schoolboys? schoolgirls? schoolchild(?:ren)? "
    "enfants? mineure?s? niñ[oa]s? menor(?:es)?"
)
_CHILD = re.compile(
    rf"\b{_CHILD_WORD}\b"
    r"|\bunder[ -](?:1[0-8]|eighteen|age)\b"
    rf"|\b(?:aged?|ages):? (?:of )?{_FEW}\b"
    r"|\bof (?:[0-9]|1[0-7])\b"
    rf"|\b{_FEW}[ -](?:years?|yrs?|months?|weeks?)[ -]old\b"
    r"|\b(?:[0-9]|1[0-7]) ?y/?o\b"
    r"|\b(?:son|daughter|brother|sister|pupil|victim),? \(?(?:[0-9]|1[0-7])\b",
    re.IGNORECASE,
)
_CARING = _any_of(
    "mother father parent guardian teacher lawyer defender grand(?:mother|father) uncle aunt"
)
_CARED_FOR = _any_of("child children minors? boys? girls? infants? baby babies kids? teenagers?")
_ADULT = re.compile(
    r"\bchild(?:ren)?['’]?s? (?:rights?|protection|welfare|care)\b"
    rf"|\b{_CARING} of (?:a|an|the|two|three|four|five|her|his|their|several)? ?(?:\w+ )?{_CARED_FOR}\b"
    r"|\b(?:mother|father|parent) of [0-9]+\b",
    re.IGNORECASE,
)
"""Roles of adults in which a child is mentioned."""


def check_children(dossier: Dossier, _: Material) -> Iterator[Finding]:
    """A child is never named, nor shown as initials."""
    for at, person in enumerate(dossier.persons):
        role = _ADULT.sub("", person.role or "")
        if person.naming is not Naming.WITHHELD and _CHILD.search(role):
            message = "The role says that this person is a child, and a child is never named."
            help_ = "Write naming: withheld; for an adult, say the role in other words."
            yield Finding(dossier.path, message, help_, ("persons", at, "role"))


def withheld_names(outlines: Iterable[Outline]) -> dict[str, str]:
    """Return every name that is withheld or shown as initials, with the file that says so."""
    return {
        key: f"cases/{outline.reference.folder}/dossier.yml"
        for outline in outlines
        for name, is_public in outline.hidden
        if not is_public and (key := likened(name))
    }


_NO_WORDS = frozenset([
    *("also", "at", "documents", "id", "language", "mandate", "mandates", "name", "path", "reference"),
    *("to", "topics"),
])  # fmt: skip
"""Fields of a dossier and of what it holds that take names, ids and places, or are looked at apart."""


def _words_of(dossier: Dossier) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield every field of words that a page shows, with the way to it."""
    yield from _words_in(dossier, ())
    for steps, source in sources_of(dossier):
        yield from _words_in(replace(source, sha256=None), steps)


def _words_in(held: object, steps: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield the same of a record, or of a value in it: of a field that is new, too."""
    if isinstance(held, str) and not isinstance(held, Enum):
        yield steps, held
    elif isinstance(held, tuple):
        for at, each in enumerate(held):
            yield from _words_in(each, (*steps, each.id if isinstance(each, Reply) else at))
    elif isinstance(held, dict):
        for key, each in held.items():
            yield from _words_in(each, (*steps, key))
    elif is_dataclass(held):
        for field in fields(held):
            each = getattr(held, field.name)
            if field.name not in _NO_WORDS and not isinstance(each, Source):
                key = field.name.removesuffix("_name").replace("_", "-")
                yield from _words_in(each, (*steps, key))


def _lines_of(text: Text) -> Iterator[tuple[int, str]]:
    """Yield every stretch of words in a text with its line, the targets of links included."""
    line = 1
    for block in leaves(chain(text.blocks, in_notes(text.notes))):
        match block:
            case Heading(line=line, content=content):
                yield line, plain_words(content)
            case Paragraph(line=line, plain=plain, taken=taken):
                links = " ".join(target for _, _, target in taken if target)
                yield line, f"{plain} {links}"
            case CodeBlock(text=words):
                yield line, words  # below that line
