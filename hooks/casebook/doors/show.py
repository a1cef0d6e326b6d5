"""`casebook show`: one record on the terminal."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from casebook.doors.references import parse_one
from casebook.identifiers.reference import Reference
from casebook.model.corpus import Corpus
from casebook.model.dossier import Document, Dossier
from casebook.model.reply_state import reply_outcome
from casebook.reading.collection import Collection, read_collection
from casebook.words.dates import date_in_words
from casebook.words.language import language_name
from casebook.words.suggestion import nearest
from casebook.words.wording import count_words

NAME = "show"
SUMMARY = "print one dossier"

_NOT_KNOWN = "not known"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("reference", nargs="+", metavar="REF", help="the communication: BLR 7/2025")


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Print a dossier; return 1 when the collection does not hold it."""
    reference = parse_one(" ".join(arguments.reference))
    collection = read_collection(root)
    dossier = collection.corpus.dossiers.get(reference)
    if not dossier:
        sys.stderr.write(f"casebook: {_missing(reference, collection)}\n")
        return 1
    sys.stdout.write("".join(f"{line}\n" for line in describe(dossier, collection.corpus)))
    return 0


def _missing(reference: Reference, collection: Collection) -> str:
    folder = f"cases/{reference.folder}"
    if folder in collection.unread:
        return f"{folder} has problems; casebook check says which."
    near = nearest(str(reference), [str(held) for held in collection.corpus.dossiers])
    hint = f" Did you mean {near}?" if near else ""
    return f"there is no dossier {reference}.{hint}"


def describe(dossier: Dossier, corpus: Corpus) -> Iterator[str]:
    """Yield the lines of a record. A name that is withheld is nowhere in them."""
    if dossier.withdrawn:
        yield f"{dossier.reference}: withdrawn on {date_in_words(dossier.withdrawn.date)}"
        yield f"  {dossier.withdrawn.reason}"
        return
    kind = dossier.type.in_words if dossier.type else "letter"
    yield f"{dossier.reference}: {kind} to {corpus.recipient_of(dossier)}"
    yield f"  {dossier.title}"
    for name, value in _fields(dossier, corpus):
        yield f"  {name + ':':<12} {value}"
    for label, words in (dossier.requests or {}).items():
        yield f"  {label + ':':<12} {words}"
    for document in dossier.documents:
        yield f"  {document.id + ':':<12} {_document(document)}"


def _fields(dossier: Dossier, corpus: Corpus) -> Iterator[tuple[str, str]]:
    yield "sent", date_in_words(dossier.sent) if dossier.sent else _NOT_KNOWN
    yield "language", language_name(dossier.language) if dossier.language else _NOT_KNOWN
    if not dossier.mandates:
        yield "mandates", _NOT_KNOWN
    for mandate in dossier.mandates or ():
        held = corpus.mandates.get(mandate)
        yield "mandate", held.name if held else mandate
    for person in dossier.persons:
        if person.shown:
            yield "person", person.shown
    yield "reply", reply_outcome(dossier).in_words
    for relation in dossier.related:
        yield "relation", f"{relation.kind.verb} {relation.to}"


def _document(document: Document) -> str:
    texts = [
        f"{'verbatim' if text.is_verbatim else 'restated'} in {language_name(text.language)}, "
        f"{count_words(sum(1 for _ in text.labelled()), 'paragraph')}"
        for text in document.texts
    ]
    source = document.source
    where = [source.url] if source and source.url else []
    return "; ".join([*texts, *where]) or "no text here"
