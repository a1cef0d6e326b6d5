"""`casebook cite`: finds the citations in a text; with --write, turns them into links."""

import argparse
import json
import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from casebook.citations.citation import Citation, DocumentTarget, StandardTarget, Target
from casebook.citations.members import find_members
from casebook.citations.names import Names
from casebook.doors.here import UsageError, printable
from casebook.identifiers.label import Label
from casebook.identifiers.reference import Reference, parse_folder
from casebook.model.corpus import Corpus
from casebook.model.text import Paragraph, Text, paragraphs_in
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


@dataclass(frozen=True, slots=True)
class Placed:
    """A citation, and where it stands in the file."""

    citation: Citation
    paragraph: Paragraph
    label: Label | None
    """Of the paragraph, or of the one that a list, a quotation or a table belongs to."""
    at: int
    """In characters from the beginning of the file."""
    line: int
    column: int


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


def place_citations(text: Text, source: str) -> Iterator[Placed]:
    """Yield every citation of a text with its place in the file it was read from."""
    newlines = [-1, *(index for index, mark in enumerate(source) if mark == "\n")]
    for label, paragraph in _with_labels(text):
        for citation in paragraph.citations:
            at = _position(paragraph, citation.start)
            line = bisect_left(newlines, at)
            yield Placed(citation, paragraph, label, at, line, at - newlines[line - 1])


def _with_labels(text: Text) -> Iterator[tuple[Label | None, Paragraph]]:
    """Yield every paragraph with the label by which links reach it; a footnote has none."""
    label = None
    for paragraph in paragraphs_in(text.blocks):
        label = paragraph.label or label
        yield label, paragraph
    for note in text.notes:
        for paragraph in paragraphs_in(note.blocks):
            yield None, paragraph


def _position(paragraph: Paragraph, start: int) -> int:
    """Return where a position in a paragraph's plain text lies in its file."""
    index = bisect_right(paragraph.positions, start, key=lambda pair: pair[0]) - 1
    plain, at = paragraph.positions[max(index, 0)]
    return at + start - plain


_MOST_PASSES = 8


def link_until_settled(source: str, corpus: Corpus, read: Callable[[str], Text]) -> str:
    """Return the source with links, so that linking it again would change nothing.

    A link may tell of its neighbour what the words did not: what "article 2 of [it]" is of.
    """
    for _ in range(_MOST_PASSES):
        linked = link_citations(list(place_citations(read(source), source)), source, corpus)
        if linked == source:
            break
        source = linked
    return source


def link_citations(placed: Sequence[Placed], source: str, corpus: Corpus) -> str:
    """Return the source with a link on every citation of a standard that we hold.

    References and symbols need no markup: the build links them. Where the words of a citation
    are interrupted by other marks, it is left to the editor.
    """
    edits: list[tuple[int, int, str]] = []
    for each in placed:
        if each.citation.origin is not Origin.FOUND:
            continue
        for start, end, target in find_members(each.citation):
            address = _file_of(target, corpus)
            at = _position(each.paragraph, start)
            # A line may end in two characters that are one in the paragraph.
            words = source[at : _position(each.paragraph, end - 1) + 1]
            is_whole = words.split() == each.paragraph.plain[start:end].split()
            # After these two a bracket is no link: \\[ is a bracket, ![ is a picture.
            is_free = source[at - 1 : at] not in {"\\", "!"} and not set("[]`<>") & set(words)
            if address and is_whole and is_free:
                edits.append((at, at + len(words), f"[{words}]({address})"))
    pieces, done = [], 0
    for start, end, link in sorted(edits):
        if start >= done:
            pieces += [source[done:start], link]
            done = end
    return "".join((*pieces, source[done:]))


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


def _file_of(target: Target, corpus: Corpus) -> str | None:
    """Return the file of a standard, as a link to it is written; None for what needs no link."""
    if isinstance(target, DocumentTarget) and "/RES/" not in target.symbol.text:
        return None
    standard = corpus.standard_of(target)
    if not isinstance(target, StandardTarget | DocumentTarget) or not standard:
        return None
    instrument, provision = standard
    return f"/standards/{instrument.id}.md{f'#{provision}' if provision else ''}"


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
