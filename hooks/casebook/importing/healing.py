"""What printing did to a text, undone: sentences cut by pages, notes in the middle, split words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from casebook.importing.markers import RAISED_DIGITS, name_of_note, with_marker
from casebook.importing.pieces import Chunk, Piece, Pieces, Role, cut, joined, neat, plain
from casebook.importing.split_words import join_lines, vocabulary_of

_RAISED = str.maketrans("0123456789", RAISED_DIGITS)
_RAISED_RUN = re.compile(f"[{RAISED_DIGITS}]{{1,3}}")
_NAME = re.compile(r"[0-9]+|[a-z]")
_BRACKETED = re.compile(r"\[([0-9]{1,3})\]")
_USED = re.compile(r"(?<=\S)\[([0-9]{1,3})\]")
_SYMBOL = re.compile(r"(?<=\w)[*†‡§]{1,3}(?=[\s.,;:)]|$)|(?<=[.,;:)”\"])[*†‡§]{1,3}(?=\s|$)")
_ANY_MARK = re.compile(rf"{_RAISED_RUN.pattern}|{_USED.pattern}|{_SYMBOL.pattern}")
_ENDED = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
_TAIL = 400
"""How much of a paragraph tells whether its sentence is whole."""
_GOES_ON = re.compile(
    r"(?:\b(?:the|of|and|or|in|to|a|an|by|for|with|on|at|from|that|which|under|article|articles|rule"
    r"|de|la|le|les|l['’]|des|du|et|ou|à|au|aux|en|par|que|el|los|las|y|o|del|al|con|por"
    r"|Ms\.|Mr\.|Mrs\.|Mme|MM?\.|Sr\.|Sra\.|Nos?\.|paras?\.|arts?\.)|[(\[“‘«])\s*$"
)


def heal(chunks: Iterable[Chunk]) -> tuple[Chunk, ...]:
    """Return the chunks with footnotes recognised and taken to the end, and cut sentences joined."""
    chunks = list(chunks)
    vocabulary = vocabulary_of(chunk.words for chunk in chunks)
    runs: list[list[Chunk]] = []
    """The parts of each paragraph: they are put together once, however many they are."""
    tail = ""
    notes: list[Chunk] = []
    chunks = list(map(with_marker, map(_as_note, chunks)))
    for chunk in _bracketed_notes(chunks):
        if chunk.role is Role.NOTE:
            if notes and not chunk.marker:
                notes[-1] = replace(notes[-1], pieces=joined(notes[-1].pieces, chunk.pieces))
            else:
                notes.append(chunk)
        elif runs and _is_cut(runs[-1][0], tail, chunk):
            runs[-1].append(chunk)
            tail = f"{tail} {chunk.words}"[-_TAIL:]
        else:
            runs.append([chunk])
            tail = chunk.words[-_TAIL:]
    body = [
        replace(run[0], pieces=join_lines([part.pieces for part in run], vocabulary))
        if len(run) > 1
        else run[0]
        for run in runs
    ]
    return (*_with_marks(body, notes),)


def _as_note(chunk: Chunk) -> Chunk:
    """Return a chunk that begins with a raised number or letter as a footnote of that name."""
    if chunk.role is not Role.WORDS or not chunk.pieces or chunk.label:
        return chunk
    first = chunk.pieces[0]
    match = _RAISED_RUN.match(first.text)
    if match:
        name, length = name_of_note(match[0]), match.end()
    elif first.is_raised and _NAME.fullmatch(name := name_of_note(first.text)):
        length = len(first.text)
    else:
        return chunk
    return replace(chunk, role=Role.NOTE, marker=name, pieces=cut(chunk.pieces, length))


def _bracketed_notes(chunks: list[Chunk]) -> Iterator[Chunk]:
    """Yield the chunks, those as footnotes that begin with a mark such as [1] used above them."""
    used: set[str] = set()
    for chunk in chunks:
        match = _BRACKETED.fullmatch(chunk.marker) if chunk.role is Role.ITEM else None
        if match and match[1] in used:
            yield replace(chunk, role=Role.NOTE, marker=match[1])
        else:
            used.update(_USED.findall(plain(chunk.pieces)))
            yield chunk


def _is_cut(before: Chunk, first: str, after: Chunk) -> bool:
    """Whether the sentence with which a paragraph ends so far goes on in the next chunk.

    `before` is how the paragraph begins, `first` how it ends.
    """
    if before.role not in (Role.WORDS, Role.ITEM) or after.role is not Role.WORDS or after.label:
        return False
    second = after.words[:_TAIL]
    if not first or not second:
        return False
    if _GOES_ON.search(first[-20:]):
        return True
    if _ENDED.search(first[-20:]):
        return False
    if second[0].islower() or (first.endswith("-") and first[-2:-1].isalpha()):
        return True
    return first.count("(") > first.count(")") and second.count(")") > second.count("(")


# -- footnotes


def _with_marks(body: list[Chunk], notes: list[Chunk]) -> Iterator[Chunk]:
    """Yield the body with its footnote marks, then the footnotes under names of their own.

    Where numbers begin anew on each page, footnotes are numbered through.
    """
    printed = [note.marker for note in notes]
    is_clear = len(set(printed)) == len(printed) and all(map(_is_name, printed))
    names = printed if is_clear else [str(number) for number in range(1, len(notes) + 1)]
    waiting: dict[str, list[str]] = {}
    for mark, name in zip(printed, names, strict=True):
        waiting.setdefault(mark, []).append(name)
    for chunk in body:
        yield replace(
            chunk,
            pieces=neat(_mark(chunk.pieces, waiting)),
            rows=tuple(tuple(neat(_mark(cell, waiting)) for cell in row) for row in chunk.rows),
        )
    for note, name in zip(notes, names, strict=True):
        yield replace(note, marker=name)


def _is_name(mark: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z0-9]{1,8}", mark))


def _mark(pieces: Pieces, waiting: dict[str, list[str]]) -> Iterator[Piece]:
    for piece in pieces:
        if piece.note:
            # A footnote may be marked twice; the mark of none is words.
            names = waiting.get(piece.note, [""])
            yield replace(piece, note=names.pop(0) if len(names) > 1 else "".join(names))
        elif piece.is_raised and waiting.get(name := name_of_note(piece.text)):
            mark = piece.text.strip()
            before, _, after = piece.text.partition(mark)
            yield replace(piece, text=before, is_raised=False)
            yield replace(piece, text=mark, note=waiting[name].pop(0))
            yield replace(piece, text=after, is_raised=False)
        elif piece.is_raised:
            # 10 and a raised 6 are not 106.
            yield replace(piece, text=piece.text.translate(_RAISED))
        else:
            yield from _raised(piece, waiting)


def _raised(piece: Piece, waiting: dict[str, list[str]]) -> Iterator[Piece]:
    """Yield a piece, with what in it names a footnote taken out as marks: ² or [2] or *."""
    at = 0
    for match in _ANY_MARK.finditer(piece.text):
        names = waiting.get(name_of_note(match[0]))
        if names:
            yield replace(piece, text=piece.text[at : match.start()])
            yield replace(piece, text=match[0], note=names.pop(0))
            at = match.end()
    yield replace(piece, text=piece.text[at:])
