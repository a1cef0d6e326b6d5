"""`casebook verify`: originals against their checksums, verbatim texts against their originals."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from pathlib import Path

from casebook.doors.confined import read_confined
from casebook.doors.here import UsageError
from casebook.doors.originals import choose, open_store
from casebook.doors.references import parse_all
from casebook.importing.letter.mandate_names import MandateNames
from casebook.importing.normalisation import normalise, source_words
from casebook.importing.refusal import Refusal
from casebook.model.dossier import Dossier
from casebook.originals.comparing import MOST, Difference, compare
from casebook.originals.passages import passages_of
from casebook.originals.recorded import Recorded, recorded_in
from casebook.originals.store import Store, StoreError
from casebook.reading.characters import read_characters
from casebook.words.wording import count_words, join_words

NAME = "verify"
SUMMARY = "compare originals with their checksums, and verbatim texts with their originals"

_LONGEST = 12
"""Words of a difference that are shown."""


class Result(Enum):
    """How one comparison ended, as the last line of a report counts it."""

    PROVED = "proved"
    WRONG = "wrong"
    NOT_COMPARED = "not compared"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report."""

    result: Result
    text: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "references",
        nargs="*",
        metavar="REF",
        help="only these dossiers, such as BLR 7/2025; without any, all",
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="what cannot be compared counts as wrong: an original that is not here, a scan",
    )


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Compare, and print what was found; return 1 when something is wrong."""
    chosen = choose(root, parse_all(arguments.references))
    store = open_store(root)
    counts: Counter[Result] = Counter()
    for folder in chosen.unread:
        counts[Result.WRONG] += 1
        sys.stdout.write(f"{folder}: dossier.yml has an error; casebook check tells which.\n")
    try:
        for dossier in chosen.dossiers:
            folder = dossier.path.rpartition("/")[0]
            for line in verify(dossier, chosen.tree.files(folder), store):
                counts[line.result] += 1
                sys.stdout.write(f"{line.text}\n")
    except StoreError as error:
        raise UsageError(str(error)) from error
    said = [f"{counts[each]:,} {each.value}" for each in Result if counts[each]]
    sys.stdout.write(f"{join_words(said)}.\n" if said else "There is nothing to compare.\n")
    bad = counts[Result.WRONG] or (arguments.strict and counts[Result.NOT_COMPARED])
    return int(bool(bad))


def verify(dossier: Dossier, files: Mapping[str, bytes], store: Store) -> Iterator[Line]:
    """Yield what there is to say of each original of a dossier, and of each verbatim text."""
    folder = dossier.path.rpartition("/")[0]
    held: dict[str, bytes | None] = {}
    for recorded in recorded_in(dossier):
        line, data = _original(recorded, store)
        held[recorded.document] = held.get(recorded.document) or data
        yield line
    for document in dossier.documents:
        name = f"{document.id}.md"
        if name in files:
            path = f"{folder}/{name}"
            yield from _text(path, files[name], held.get(document.id))


def _original(recorded: Recorded, store: Store) -> tuple[Line, bytes | None]:
    """Return what there is to say of an original, and its bytes when they are what they should be."""
    name, checksum = recorded.name, recorded.source.sha256
    is_recorded = checksum is not None
    if not checksum and recorded.source.url and (seen := store.seen(recorded.source.url)):
        checksum = seen.sha256
    if not checksum:
        text = f"{name}: no checksum is recorded; casebook pull --record fetches and records it."
        return Line(Result.NOT_COMPARED, text), None
    data = store.read(checksum)
    if data is None:
        how = "casebook pull fetches it" if recorded.source.url else "no address is recorded either"
        return Line(Result.NOT_COMPARED, f"{name}: the original is not here; {how}."), None
    found = sha256(data).hexdigest()
    if found != checksum:
        text = (
            f"{name}: the original is damaged: {checksum} is its name, {found} is its checksum; "
            f"delete it from {store.address}, and casebook pull fetches it again."
        )
        return Line(Result.WRONG, text), None
    if not is_recorded:
        text = f"{name}: the original is whole, and no checksum is recorded; casebook pull --record does."
        return Line(Result.NOT_COMPARED, text), data
    return Line(Result.PROVED, f"{name}: the original has the checksum that is recorded."), data


def _text(path: str, source: bytes, original: bytes | None) -> Iterator[Line]:
    """Yield how a verbatim text compares with the bytes of its original."""
    markdown = read_characters(source, path).source
    if markdown is None:
        yield Line(Result.WRONG, f"{path}: the text cannot be read; casebook check tells why.")
        return
    if original is None:
        yield Line(Result.NOT_COMPARED, f"{path}: without its original, the text proves nothing.")
        return
    try:
        letter = read_confined(original, MandateNames(())).letter
    except Refusal as refusal:
        yield Line(Result.NOT_COMPARED, f"{path}: {refusal.message} Its words cannot be compared.")
        return
    passages = passages_of(markdown, normalise)
    words = normalise(source_words(letter.chunks)).split()
    differences = compare(passages, words)
    if not differences:
        labelled = sum(passage.name.startswith(("paragraph", "request")) for passage in passages)
        text = f"{path}: word for word, {count_words(len(words), 'word')} in {count_words(labelled, 'paragraph')}."
        yield Line(Result.PROVED, text)
    for difference in differences:
        yield Line(Result.WRONG, f"{path}:{difference.line}: {in_words(difference)}")
    if len(differences) == MOST:
        yield Line(Result.WRONG, f"{path}: more differences follow.")


def in_words(difference: Difference) -> str:
    """Return a difference as a sentence."""
    where = difference.passage
    if difference.before:
        where += f", after “… {difference.before}”"
    if difference.after:
        where += f", before “{difference.after} …”"
    ours, theirs = _quoted(difference.ours), _quoted(difference.source)
    if not ours:
        return f"{where}: the source has {theirs}, the text has not."
    if not theirs:
        return f"{where}: the text has {ours}, the source has not."
    return f"{where}: the text has {ours}, the source has {theirs}."


def _quoted(words: str) -> str:
    listed = words.split()
    if len(listed) > _LONGEST:
        return f"“{' '.join(listed[:_LONGEST])} …” ({count_words(len(listed), 'word')})"
    return f"“{words}”" if words else ""
