"""What changed in dossiers. What a withdrawn one said is told by nobody."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from casebook.changes.change import Entry, Facts, Happened, Value, compare_facts
from casebook.changes.saying import facts_of
from casebook.changes.texts import text_facts
from casebook.identifiers.reference import Reference
from casebook.model.address import dossier_address
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier, Person
from casebook.model.occurrence import find_occurrences
from casebook.model.reply_state import reply_outcome
from casebook.words.language import language_name
from casebook.words.vocabulary import Naming
from casebook.words.wording import count_words

_NAMED = {
    "type": "Kind of letter",
    "addressee_name": "Addressee",
    "mandates_note": "Note on the mandates",
    "publication": "When it will be published",
    "checked": "Last checked for a reply",
    "sources": "Where facts come from",
    "noindex": "Hidden from search engines",
}
_TOLD_APART = (
    *("reference", "language", "mandates", "topics", "persons", "requests", "documents"),
    *("replies", "related", "withdrawn"),
)


@dataclass(frozen=True, slots=True)
class Lookup:
    """Names of what dossiers mention by id. A register that changes changes no dossier."""

    corpora: tuple[Corpus, ...]
    """Those of the first count."""

    def mandate(self, id_: str) -> str:
        """Return the name of a mandate."""
        return next((held.mandates[id_].name for held in self.corpora if id_ in held.mandates), id_)

    def topic(self, id_: str) -> str:
        """Return the name of a topic."""
        return next((held.topics[id_].name for held in self.corpora if id_ in held.topics), id_)

    def addressee(self, code: str) -> str:
        """Return the name of an addressee."""
        held = (held.addressees[code].name for held in self.corpora if code in held.addressees)
        return next(held, code)


def changed_dossiers(old: Corpus, new: Corpus) -> tuple[Reference, ...]:
    """Return what is not the same in both, in the order of references. No dossier is looked into."""
    references = sorted({*old.outlines, *new.outlines})
    return tuple(each for each in references if _digest(old, each) != _digest(new, each))


def _digest(corpus: Corpus, reference: Reference) -> str | None:
    held = corpus.outlines.get(reference)
    return held.digest if held else None


def compare_dossiers(changed: Iterable[Reference], old: Corpus, new: Corpus) -> Iterator[Entry]:
    """Yield those of the changed dossiers of which readers see something change."""
    lookup = Lookup((new, old))

    def facts(dossier: Dossier, corpus: Corpus) -> Facts:
        return {**_facts(dossier, corpus, lookup), **_texts(dossier)}

    for reference in changed:
        was, now = old.dossiers.get(reference), new.dossiers.get(reference)
        name, address = str(reference), dossier_address(reference)
        if not now:
            yield Entry(name, Happened.GONE)
        elif now.withdrawn:
            before = _withdrawal(was) if was and was.withdrawn else {}
            if changes := compare_facts(before, _withdrawal(now)):
                happened = Happened.CHANGED if before else Happened.WITHDRAWN
                yield Entry(name, happened, changes, address=address)
        elif not was or was.withdrawn:
            told = compare_facts({}, _outline(now, new, lookup))
            yield Entry(name, Happened.NEW, told, now.title, address)
        elif changes := compare_facts(facts(was, old), facts(now, new)):
            yield Entry(name, Happened.CHANGED, changes, now.title, address)


def _withdrawal(dossier: Dossier) -> Facts:
    assert dossier.withdrawn
    return facts_of(dossier.withdrawn)


def _outline(dossier: Dossier, corpus: Corpus, lookup: Lookup) -> Facts:
    """Return the facts of a dossier that is new; of its texts, how long they are."""
    counts = {
        f"Text of {document.id}": count_words(
            sum(1 for _ in document.texts[0].labelled()), "numbered paragraph"
        )
        for document in dossier.documents
        if document.texts
    }
    return {**_facts(dossier, corpus, lookup), **counts}


def _facts(dossier: Dossier, corpus: Corpus, lookup: Lookup) -> Facts:
    facts = facts_of(dossier, _TOLD_APART, _NAMED)
    if not dossier.noindex:
        facts = {name: value for name, value in facts.items() if name != _NAMED["noindex"]}
    return {
        **facts,
        "Language": _language(dossier.language),
        "To": lookup.addressee(dossier.reference.addressee),
        "Reply": reply_outcome(dossier).in_words,
        "Mandates": tuple(map(lookup.mandate, dossier.mandates or ())) or None,
        "Topics": tuple(map(lookup.topic, dossier.topics)) or None,
        "Persons": tuple(map(_person, dossier.persons)) or None,
        **{f"Request {id_}": words for id_, words in (dossier.requests or {}).items()},
        "Relations": tuple(f"{each.kind.verb} {each.to}" for each in dossier.related) or None,
        **_replies(dossier),
        **_documents(dossier),
        "Cites": _cited(dossier, corpus),
    }


def _person(person: Person) -> str:
    """Return a person as the page shows one: a name that is withheld is no part of it."""
    also = person.also if person.naming is Naming.PUBLIC else ()
    return "; ".join(filter(None, (person.shown or "a person not named", *also, person.role)))


def _replies(dossier: Dossier) -> Facts:
    facts: dict[str, Value] = {}
    for reply in dossier.replies:
        own = facts_of(reply, ("id", "answers", "language"), {"source": "source"})
        facts |= {f"{reply.id}: {name.lower()}": value for name, value in own.items()}
        facts[f"{reply.id}: language"] = _language(reply.language)
        for request, answer in reply.answers.items():
            at = ", ".join(map(str, answer.at))
            said = f"{answer.state.in_words}, in {at}" if at else answer.state.in_words
            facts[f"{reply.id}: answer to {request}"] = said
    return facts


def _documents(dossier: Dossier) -> Facts:
    facts: dict[str, Value] = {}
    for document in dossier.documents:
        own = facts_of(document, ("id", "texts"), {"capture": "how its words were taken"})
        facts |= {f"{document.id}: {name.lower()}": value for name, value in own.items()}
    return facts


def _texts(dossier: Dossier) -> Facts:
    return dict(chain.from_iterable(text_facts(each).items() for each in dossier.documents))


def _language(code: str | None) -> str | None:
    return language_name(code) if code else None


def _cited(dossier: Dossier, corpus: Corpus) -> Value:
    """Return everything that the letter and the replies cite, in the order of names."""
    names = set()
    for occurrence in find_occurrences(dossier):
        for target in occurrence.citation.targets:
            instrument, provision = corpus.standard_of(target) or (None, None)
            if not instrument:
                names.add(str(target))
            elif provision:
                names.add(f"{instrument.short}, {provision.in_words}")
            else:
                names.add(instrument.short)
    return tuple(sorted(names)) or None
