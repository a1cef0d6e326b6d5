"""Persons whose name is not published are not named; children never are."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from casebook.checks.finding import Finding, Material
from casebook.checks.sourcing import sources_of
from casebook.model.dossier import Dossier, Person
from casebook.model.outline import Outline
from casebook.model.text import Heading, Text, plain_words
from casebook.reading.mapping import Step
from casebook.words.vocabulary import Naming
from casebook.words.wording import fold


def check_names(material: Material) -> Iterator[Finding]:
    """A name that is withheld, or shown as initials only, stands nowhere else in the dossier."""
    for dossier in material.dossiers:
        yield from _in_reason(dossier)
        for at, person in enumerate(dossier.persons):
            if person.naming is Naming.PUBLIC:
                continue
            pattern = _pattern(person)
            if not pattern:
                continue
            shown = "withheld" if person.naming is Naming.WITHHELD else "to be shown as initials"
            message = f"Here stands a name that is {shown}: persons, item {at + 1}."
            help_ = f"Write {person.shown or 'a word that does not name the person'} instead."
            for steps, words in _words_of(dossier):
                if pattern.search(spaced(words)):
                    yield Finding(dossier.path, message, help_, steps)
            for text in chain.from_iterable(document.texts for document in dossier.documents):
                for line, words in _lines_of(text):
                    if pattern.search(spaced(words)):
                        yield Finding(text.path, message, help_, line=line)
    yield from _contradictions(material)


def _in_reason(dossier: Dossier) -> Iterator[Finding]:
    """Yield every person named where a withdrawn dossier says why: nobody is named there."""
    if not dossier.withdrawn:
        return
    for at, person in enumerate(dossier.persons):
        pattern = _pattern(person)
        if (
            person.naming is Naming.PUBLIC
            and pattern
            and pattern.search(spaced(dossier.withdrawn.reason))
        ):
            yield Finding(
                dossier.path,
                f"Here stands the name of a person of a withdrawn dossier: persons, item {at + 1}.",
                "Say the reason without the name: it is shown for good.",
                ("withdrawn", "reason"),
            )


def _contradictions(material: Material) -> Iterator[Finding]:
    """Yield every person whom one dossier names and another withholds: no site can do both."""
    for dossier in material.dossiers:
        if dossier.withdrawn:
            continue
        for at, person in enumerate(dossier.persons):
            if person.naming is not Naming.PUBLIC:
                continue
            for name in (person.name, *person.also):
                if path := material.withheld.get(spaced(name)):
                    yield Finding(
                        dossier.path,
                        f"Here is public who is not named in {path}.",
                        "Write the same naming in both.",
                        ("persons", at, "naming"),
                    )
                    break


_CHILD = re.compile(
    r"\b(?:child|children|minor|minors|boy|girl|infant|baby|toddler|newborn|juvenile|teenager|"
    r"adolescent|schoolboy|schoolgirl|enfant|mineure?|niñ[oa]|menor)\b|"
    r"\bunder (?:18|eighteen)\b|\b(?:aged?|of) (?:[0-9]|1[0-7])\b|"
    r"\b(?:[0-9]|1[0-7])[ -]years?[ -]old\b",
    re.IGNORECASE,
)
_ADULT = re.compile(
    r"\bchild(?:ren)?['’]?s? (?:rights?|protection|welfare|care)\b|"
    r"\b(?:mother|father|parent|guardian|teacher|lawyer|defender|grand(?:mother|father)|uncle|aunt) "
    r"of (?:a|an|the|two|three|four|five|her|his|their|several)? ?(?:\w+ )?"
    r"(?:child|children|minors?|boy|girl|infant|baby)\b",
    re.IGNORECASE,
)
"""Roles of adults in which a child is mentioned."""


def check_children(material: Material) -> Iterator[Finding]:
    """A child is never named, nor shown as initials."""
    for dossier in material.dossiers:
        for at, person in enumerate(dossier.persons):
            role = _ADULT.sub("", person.role or "")
            if person.naming is not Naming.WITHHELD and _CHILD.search(role):
                yield Finding(
                    dossier.path,
                    "The role says that this person is a child, and a child is never named.",
                    "Write naming: withheld; for an adult, say the role in other words.",
                    ("persons", at, "role"),
                )


def _pattern(person: Person) -> re.Pattern[str] | None:
    names = [re.escape(key) for name in (person.name, *person.also) if (key := spaced(name))]
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)") if names else None


def withheld_names(outlines: Iterable[Outline]) -> dict[str, str]:
    """Return every name that is withheld or shown as initials, with the file that says so."""
    return {
        key: f"cases/{outline.reference.folder}/dossier.yml"
        for outline in outlines
        for name, is_public in outline.hidden
        if not is_public and (key := spaced(name))
    }


def spaced(words: str) -> str:
    """Return a name as names are compared: folded, with single spaces."""
    return " ".join(re.split(r"[\s_-]+", fold(words))).strip()


def _words_of(dossier: Dossier) -> Iterator[tuple[tuple[Step, ...], str]]:
    """Yield every field of words that a page shows, with the way to it."""
    fields: list[tuple[tuple[Step, ...], str | None]] = [
        (("title",), dossier.title),
        (("addressee",), dossier.addressee_name),
        (("mandates-note",), dossier.mandates_note),
        (("summary",), dossier.summary),
        *((("requests", key), words) for key, words in (dossier.requests or {}).items()),
        *((("persons", at, "role"), person.role) for at, person in enumerate(dossier.persons)),
    ]
    for at, event in enumerate(dossier.events):
        fields += [(("events", at, "what"), event.what), (("events", at, "source"), event.source)]
    for at, item in enumerate(dossier.press):
        fields += [
            (("press", at, "title"), item.title),
            (("press", at, "note"), item.note),
            (("press", at, "url"), item.url),
        ]
    for at, correction in enumerate(dossier.corrections):
        fields += [
            (("corrections", at, "what"), correction.what),
            (("corrections", at, "why"), correction.why),
        ]
    for at, basis in enumerate(dossier.sources):
        fields += [(("sources", at, "gives"), basis.gives), (("sources", at, "url"), basis.url)]
    for reply in dossier.replies:
        for at, assessment in enumerate(reply.assessments):
            steps = ("replies", reply.id, "assessments", at)
            fields += [((*steps, "what"), assessment.what), ((*steps, "url"), assessment.url)]
    fields += [((*steps, "url"), source.url) for steps, source in sources_of(dossier)]
    if dossier.withdrawn:
        fields.append((("withdrawn", "reason"), dossier.withdrawn.reason))
    return ((steps, words) for steps, words in fields if words)


def _lines_of(text: Text) -> Iterator[tuple[int, str]]:
    """Yield every stretch of words in a text with its line, the targets of links included."""
    for block in chain(text.blocks, *(note.blocks for note in text.notes)):
        if isinstance(block, Heading):
            yield block.line, plain_words(block.content)
    for paragraph in text.paragraphs():
        links = " ".join(target for _, _, target in paragraph.taken if target)
        yield paragraph.line, f"{paragraph.plain} {links}"
