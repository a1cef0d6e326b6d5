"""A letter as a text in the dialect: labels, headings, footnotes, and nothing lost on the way."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from casebook.identifiers.link import WebLink, parse_link
from casebook.importing.letter.structure import Letter, Part
from casebook.importing.pieces import Chunk, Piece, Pieces, Role, neat, plain, split_lines
from casebook.reading.dialect import parse_dialect

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w{1,32};)")
_LINE_OPENING = re.compile(r"(?:[-+#=>:]|[0-9]{1,9}(?=[.)])|\t)")
_CHECKED_MARKS = re.compile(r"[*_]")


def write_markdown(letter: Letter) -> str:
    """Return the text of a letter. Read again, it has the letter's words and nothing else."""
    blocks = [*map(_unlabelled, letter.masthead), *_run(letter.parts)]
    blocks += [_note(note) for note in letter.notes]
    return "".join(f"{block}\n\n" for block in blocks if block).rstrip("\n") + "\n"


def escape(words: str, *, opens_line: bool = False) -> str:
    """Return words such that the dialect reads them as these words."""
    written = _SPECIAL.sub(r"\\\g<0>", words)
    if opens_line and (match := _LINE_OPENING.match(written)):
        at = match.end() if match[0].isdigit() else 0
        written = f"{written[:at]}\\{written[at:]}"
    return written


def printed_pieces(part: Part) -> Pieces:
    """Return the words of a part, with its number where the label does not say it."""
    marker, label = part.chunk.marker, part.label
    if not marker or (label and (label.is_request or label.number == marker.strip("()."))):
        return part.chunk.pieces
    return neat((Piece(f"{marker} "), *part.chunk.pieces))


def _run(parts: Iterable[Part]) -> Iterator[str]:
    parts = list(parts)
    last = max((at for at, part in enumerate(parts) if part.label), default=-1)
    for at, part in enumerate(parts):
        chunk = part.chunk
        if part.closes_section:
            yield "---"
        if chunk.role is Role.TABLE:
            yield _table(chunk)
        elif chunk.role is Role.HEADING:
            yield f"## {inline(_on_one_line(_plain_style(printed_pieces(part))))}"
        elif part.label:
            yield _labelled(part)
        elif at > last:
            yield _unlabelled(chunk)
        else:
            # Between two labels only paragraphs with a label stand alone: a list takes the rest.
            yield _item(chunk)


def _labelled(part: Part) -> str:
    words = inline(_on_one_line(printed_pieces(part)))
    below = [_item(chunk) for chunk in part.more]
    return "\n".join((f"[{part.label}] {words}", *(["", *below] if below else [])))


def _item(chunk: Chunk) -> str:
    pieces = neat((Piece(f"{chunk.marker} "), *chunk.pieces)) if chunk.marker else chunk.pieces
    return f"- {_lines(pieces, '  ')}"


def _unlabelled(chunk: Chunk) -> str:
    if chunk.role is Role.TABLE:
        return _table(chunk)
    pieces = neat((Piece(f"{chunk.marker} "), *chunk.pieces)) if chunk.marker else chunk.pieces
    return _lines(pieces, "")


def _note(chunk: Chunk) -> str:
    return f"[^{chunk.marker}]: {inline(_on_one_line(chunk.pieces), opens_line=True)}"


def _lines(pieces: Pieces, indent: str) -> str:
    """Write words that keep their lines."""
    return f"\\\n{indent}".join(
        inline(line, opens_line=True) for line in split_lines(pieces) if plain(line).strip()
    )


def _on_one_line(pieces: Pieces) -> Pieces:
    return neat(replace(piece, text=piece.text.replace("\n", " ")) for piece in pieces)


def _plain_style(pieces: Pieces) -> Pieces:
    return neat(replace(piece, is_bold=False, is_italic=False) for piece in pieces)


def _table(chunk: Chunk) -> str:
    width = max((len(row) for row in chunk.rows), default=0)
    rows = [
        [inline(_on_one_line(cell)) for cell in row] + [""] * (width - len(row))
        for row in chunk.rows
    ]
    if not rows or not width:
        return ""
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join((head, "|" + " --- |" * width, *body))


# -- words


def inline(pieces: Pieces, *, opens_line: bool = False) -> str:
    """Return pieces as Markdown; emphasis that would change the words is left out."""
    styled = _styled(pieces, opens_line=opens_line)
    if not _CHECKED_MARKS.search(styled) or _reads_as(styled, pieces):
        return styled
    return _styled(_plain_style(pieces), opens_line=opens_line)


def _reads_as(written: str, pieces: Pieces) -> bool:
    """Whether the dialect reads the words of the pieces in what was written."""
    # A mark is one only where its footnote is.
    notes = "\n".join(
        f"[^{name}]: x" for name in sorted({each.note for each in pieces if each.note})
    )
    blocks = parse_dialect(f"[1] {written}\n\n{notes}\n", "").blocks
    read = "".join(getattr(block, "plain", "\n") for block in blocks)
    return read == plain(pieces)


def _styled(pieces: Pieces, *, opens_line: bool) -> str:
    written: list[str] = []
    for (is_bold, is_italic, target, note), group in groupby(pieces, key=_style):
        run = list(group)
        if note:
            written += (f"[^{note}]" for _ in run)
            continue
        words = "".join(piece.text for piece in run)
        inner = words.strip()
        if not inner:
            written.append(words)
            continue
        before, after = words[: words.index(inner[0])], words[len(words.rstrip()) :]
        text = escape(inner, opens_line=opens_line and not written)
        if any(map(str.isalnum, inner)):
            mark = "**" * is_bold + "*" * is_italic
            text = f"{mark}{text}{mark[::-1]}"
        if isinstance(parse_link(target), WebLink):
            text = f"[{text}](<{target}>)"
        written += (before, text, after)
    return "".join(written)


def _style(piece: Piece) -> tuple[bool, bool, str, str]:
    return piece.is_bold, piece.is_italic, piece.target, piece.note
