"""`casebook cite`: finds the citations in a text; with --write, turns them into links."""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from casebook.citations.names import Names
from casebook.doors.here import UsageError, printable
from casebook.doors.linking import Placed, link_until_settled, place_citations
from casebook.identifiers.reference import Reference, parse_folder
from casebook.model.corpus import Corpus
from casebook.model.text import Text
from casebook.reading.collection import assemble, names_of
from casebook.reading.texts import read_text
from casebook.reading.tree import read_tree
from casebook.reading.whole import rewrite
from casebook.words.vocabulary import Origin

NAME = "cite"
SUMMARY = "find the citations in a text"

STANDARD_INPUT = Path("-")
LARGEST = 50_000_000
"""In bytes. No letter comes near; a device that never ends does."""

_BYTE_ORDER_MARK = "\ufeff"
"""What some editors put before a text; it is no part of the first line."""
_FIELDS = re.compile(r"\A---[ \t]*\r?\n(?:(?:[\w-]+:|[ \t#-]).*\n|\r?\n)*?---[ \t]*\r?(?:\n|$)")
"""The fields above a standard or a page written by hand: they cite nothing, and hold no links."""
_REFERENCE_LINE = re.compile(r"\s*r[eé]f", re.IGNORECASE)
"""How the line begins that gives a letter's own reference, in English, French and Spanish."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="a text, Markdown or plain; - is standard input"
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help="turn the citations of standards we hold into links, and touch nothing else",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="how to print (default: text)"
    )


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Print the citations of one file, and link them when asked to."""
    path: Path = arguments.file
    if arguments.write and path == STANDARD_INPUT:
        raise UsageError("--write needs a file: what comes from standard input cannot be changed.")
    if arguments.write and path.suffix.lower() in (".yml", ".yaml"):
        raise UsageError("--write is for texts: the fields of a dossier have no links in them.")
    whole = _read(path)
    source = whole.removeprefix(_BYTE_ORDER_MARK)
    corpus = _read_standards(root)
    text = _text(source, path, root, corpus)
    placed = sorted(place_citations(text, source), key=lambda each: each.at)
    if arguments.write:
        linked = link_until_settled(source, corpus, lambda text: _text(text, path, root, corpus))
        if linked != source:
            _write(path, whole.removesuffix(source) + linked)
        sys.stderr.write(tell_of_glosses(_text(linked, path, root, corpus), corpus))
    report = _json(placed) if arguments.format == "json" else _lines(placed)
    sys.stdout.write(report)
    return 0


def _read(path: Path) -> str:
    name = "standard input" if path == STANDARD_INPUT else str(path)
    if path == STANDARD_INPUT and sys.stdin is None:
        raise UsageError("there is no standard input to read; name a file.")
    try:
        if path == STANDARD_INPUT:
            data = sys.stdin.buffer.read(LARGEST + 1)
        else:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}.") from error
    if len(data) > LARGEST:
        raise UsageError(f"{name} is larger than {LARGEST // 1_000_000} MB; cut it into parts.")
    try:
        source = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = error.start
    else:
        place = source.find("\0")
        if place < 0:
            return source
    raise UsageError(
        f"{name} is no text in UTF-8 (byte {place}); save it as UTF-8, or give a PDF or a DOCX to"
        " casebook import."
    )


def _write(path: Path, text: str) -> None:
    """Put the text into the file, whole or not at all."""
    try:
        rewrite(path, text)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error


def _read_standards(root: Path) -> Corpus:
    """Return what citations lead to; the dossiers of a large collection would take a minute."""
    tree = read_tree(root)
    collection = assemble(root, replace(tree, keys={}, pages={}))
    for path in sorted(collection.unread):
        if path.startswith("standards/"):
            sys.stderr.write(f"casebook: {path} is left out; casebook check says why.\n")
    return collection.corpus


def _text(source: str, path: Path, root: Path, corpus: Corpus) -> Text:
    source = _FIELDS.sub(lambda fields: re.sub(r"[^\n]", " ", fields[0]), source, count=1)
    names = names_of(list(corpus.instruments.values()), list(corpus.addressees.values()))
    addressee = _addressee(path.resolve(), root)
    text = _read_text(source, path, names, addressee)
    if not addressee and (own := _own_reference(text)):
        text = _read_text(source, path, names, own.addressee)
    return text


def _read_text(source: str, path: Path, names: Names, addressee: str | None) -> Text:
    return read_text(
        source, path.name, language="en", is_verbatim=True, names=names, addressee=addressee
    )[0]


def _addressee(path: Path, root: Path) -> str | None:
    """Return whose dossier the file lies in: "the Criminal Code" is theirs."""
    if not path.is_relative_to(root / "cases"):
        return None
    parts = path.relative_to(root / "cases").parts
    reference = parse_folder(*parts[:2]) if len(parts) > 2 else None
    return reference.addressee if reference else None


def _own_reference(text: Text) -> Reference | None:
    """Return the reference that a letter gives as its own: "Ref.: UA BLR 7/2025"."""
    for paragraph in text.paragraphs():
        if _REFERENCE_LINE.match(paragraph.plain):
            for citation in paragraph.citations:
                for target in reversed(citation.targets):
                    if isinstance(target, Reference):
                        return target
    return None


def tell_of_glosses(text: Text, corpus: Corpus) -> str:
    """Return a message on the provisions that links lead to and nobody has glossed yet."""
    missing: dict[str, dict[str, None]] = {}
    for paragraph in text.paragraphs():
        for citation in paragraph.citations:
            for target in citation.targets if citation.origin is Origin.EDITOR else ():
                standard = corpus.standard_of(target)
                if standard and (place := standard[1]) and not standard[0].entry(place):
                    missing.setdefault(standard[0].path, {})[place.heading] = None
    if not missing:
        return ""
    lines = (f"  {path}:  {heading}\n" for path, each in missing.items() for heading in each)
    return (
        "casebook: these provisions are linked and have no gloss yet, for which casebook check"
        " will ask. Add each heading to its file, with a gloss in your own words below it:\n"
        + "".join(lines)
    )


def _json(placed: Sequence[Placed]) -> str:
    listed = [
        {
            "surface": each.citation.surface,
            "kind": each.citation.kind,
            "targets": [str(target) for target in each.citation.targets],
            "paragraph": str(each.label) if each.label else None,
            "line": each.line,
            "column": each.column,
            "origin": each.citation.origin,
            "unresolved": each.citation.unresolved,
        }
        for each in placed
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def _lines(placed: Sequence[Placed]) -> str:
    return "".join(
        f"{each.line}:{each.column}: {printable(' '.join(each.citation.surface.split()))} → "
        f"{', '.join(map(str, each.citation.targets)) or f'unresolved: {each.citation.unresolved}'}\n"
        for each in placed
    )
