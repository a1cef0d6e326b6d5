"""Samples as PDF, set like the letters: justified or ragged, with running heads and footnotes."""

import io
import re
from dataclasses import dataclass
from itertools import zip_longest

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from tests.importing.sample import Block, Sample

_WIDTH, _HEIGHT = A4
_LEFT, _RIGHT, _TOP, _BOTTOM = 72.0, _WIDTH - 72, _HEIGHT - 72, 84.0
_SIZE, _PITCH = 11.0, 13.6
_SMALL, _SMALL_PITCH = 8.5, 10.4
_FONTS = {
    (False, False): "Times-Roman",
    (True, False): "Times-Bold",
    (False, True): "Times-Italic",
    (True, True): "Times-BoldItalic",
}


@dataclass(frozen=True, slots=True)
class _Word:
    """A word's parts in their fonts: (text, font, whether raised)."""

    parts: tuple[tuple[str, str, bool], ...]

    def width(self, size: float) -> float:
        widths = (
            stringWidth(text, font, size * 0.62 if raised else size)
            for text, font, raised in self.parts
        )
        return float(sum(widths))

    @property
    def marks(self) -> list[str]:
        return [text for text, _, raised in self.parts if raised]


@dataclass(frozen=True, slots=True)
class _Row:
    words: tuple[_Word, ...]
    left: float
    right: float
    size: float
    pitch: float
    is_last: bool = True
    beside: tuple[tuple[str, float], ...] = ()
    """More cells of the same row: words and where they begin."""

    @property
    def marks(self) -> list[str]:
        return [mark for word in self.words for mark in word.marks]


_MIDDLE = _WIDTH / 2 + 8
_GAP = _Row((), 0, 0, 0, 8)


def print_pdf(sample: Sample) -> bytes:
    """Return a sample as a PDF."""
    return _Printer(sample).print()


class _Printer:
    def __init__(self, sample: Sample) -> None:
        self._sample = sample
        self._file = io.BytesIO()
        self._canvas = Canvas(self._file, pagesize=A4, invariant=1)
        self._notes = {
            block.text.split(" ", 1)[0]: block.text.split(" ", 1)[1]
            for block in sample.blocks
            if block.kind == "N"
        }
        self._address = next(
            (block.text.split(" / ") for block in sample.blocks if block.kind == "A"), []
        )
        self._page = 0

    def print(self) -> bytes:
        rows = self._rows()
        while rows:
            rows = self._print_page(rows)
        self._canvas.save()
        return self._file.getvalue()

    def _print_page(self, rows: list[_Row]) -> list[_Row]:
        self._page += 1
        style = self._sample.style
        y = _TOP
        if self._page > 1 and "running" in style:
            self._text(f"{self._sample.fields['reference']}", _LEFT, _HEIGHT - 40, 9)
        if "numbers-above" in style and self._page > 1:
            self._text(str(self._page), _WIDTH / 2, _HEIGHT - 50, 10)
        elif "numbers-below" in style:
            self._text(str(self._page), _WIDTH / 2, 40, 10)
        elif "numbers-inline" in style:
            self._text(f"Page {self._page}", _RIGHT - 40, 40, 9)
        address = self._address if self._page == 1 else []
        floor = _BOTTOM + (len(address) * _PITCH + 18 if address else 0)
        foot: list[_Row] = []
        while rows:
            row = rows[0]
            more = [note for mark in row.marks for note in self._note(mark)]
            room = sum(each.pitch for each in (*foot, *more)) + (14 if foot or more else 0)
            if y - row.pitch < floor + room:
                break
            y -= row.pitch
            foot += more
            self._print_row(row, y)
            rows = rows[1:]
        while rows and not rows[0].words:
            rows = rows[1:]
        base = floor + sum(each.pitch for each in foot) - 6
        if foot:
            self._canvas.line(_LEFT, base + 6, _LEFT + 140, base + 6)
        for row in foot:
            base -= row.pitch
            self._print_row(row, base)
        for at, line in enumerate(address):
            self._text(line, _LEFT, _BOTTOM + (len(address) - at - 1) * _PITCH - 6, _SIZE)
        self._canvas.showPage()
        return rows

    def _note(self, mark: str) -> list[_Row]:
        words = [_Word(((mark, "Times-Roman", True),)), *_words(self._notes[mark])]
        return _wrap(words, _LEFT, _LEFT, _RIGHT, _SMALL, _SMALL_PITCH, hyphens=False)

    def _text(self, text: str, x: float, y: float, size: float) -> None:
        self._canvas.setFont("Times-Roman", size)
        self._canvas.drawString(x, y, text)

    def _print_row(self, row: _Row, y: float) -> None:
        natural = sum(word.width(row.size) for word in row.words)
        gaps = max(1, len(row.words) - 1)
        blank = stringWidth(" ", "Times-Roman", row.size)
        if not row.is_last and "justified" in self._sample.style:
            blank = (row.right - row.left - natural) / gaps
        x = row.left
        for word in row.words:
            for text, font, raised in word.parts:
                size = row.size * 0.62 if raised else row.size
                self._canvas.setFont(font, size)
                self._canvas.drawString(x, y + (0.36 * row.size if raised else 0), text)
                x += stringWidth(text, font, size)
            x += blank
        for cell, left in row.beside:
            self._text(cell, left, y, row.size)

    def _rows(self) -> list[_Row]:
        rows: list[_Row] = []
        blocks = list(self._sample.blocks)
        for at, block in enumerate(blocks):
            if block.kind == "<":
                other = blocks[at + 1].text.split(" / ")
                for one, two in zip(block.text.split(" / "), other, strict=True):
                    rows.append(
                        _Row(
                            tuple(_words(one)),
                            _LEFT,
                            _WIDTH / 2,
                            9,
                            11,
                            beside=((two, _WIDTH / 2 + 40),),
                        )
                    )
                rows.append(_GAP)
            elif block.kind == "S" and "beside" in self._sample.style:
                signed = [each for each in blocks[:at] if each.kind == "S"]
                if len(signed) % 2 == 0:
                    rows += _signed_beside(block, blocks[at + 1] if at + 1 < len(blocks) else None)
            elif block.kind not in "N>A":
                rows += self._block(block)
        return rows

    def _block(self, block: Block) -> list[_Row]:
        style = self._sample.style
        hyphens = "hyphens" in style
        tight = "indents" in style
        match block.kind:
            case "S":
                name, title = block.text.split(" / ")
                rows = _wrap(
                    _words(name), _LEFT + 160, _LEFT + 160, _RIGHT, _SIZE, _PITCH, hyphens=False
                )
                rows += _wrap(
                    _words(title), _LEFT + 160, _LEFT + 160, _RIGHT, _SIZE, _PITCH, hyphens=False
                )
                return [_GAP, *rows, _GAP]
            case "H" | "X":
                words = _words(f"**{block.text}**")
                left = _LEFT
                if block.kind == "X":
                    left = (_WIDTH - sum(word.width(_SIZE) + 3 for word in words)) / 2
                return [_GAP, *_wrap(words, left, left, _RIGHT, _SIZE, _PITCH, hyphens=False), _GAP]
            case "T":
                cells = block.text.split(" | ")
                beside = tuple(
                    (cell, _LEFT + min(180, 450 / len(cells)) * place)
                    for place, cell in enumerate(cells)
                    if place
                )
                return [
                    _Row(tuple(_words(cells[0])), _LEFT, _RIGHT, _SIZE, _PITCH + 2, beside=beside)
                ]
            case "Q" | "U":
                marker, _, rest = block.text.partition(" ")
                left = _LEFT + (36 if block.kind == "U" else 12)
                rows = _wrap(
                    [_Word(((marker, "Times-Roman", False),)), *_words(rest)],
                    left,
                    left + 18,
                    _RIGHT,
                    _SIZE,
                    _PITCH,
                    hyphens=hyphens,
                )
                return rows if tight else [*rows, _GAP]
            case "B":
                return [
                    *_wrap(
                        _words(block.text),
                        _LEFT + 40,
                        _LEFT + 40,
                        _RIGHT - 40,
                        _SIZE,
                        _PITCH,
                        hyphens=hyphens,
                    ),
                    _GAP,
                ]
            case "P" | "E" | "O":
                first = _LEFT + (32 if tight else 0)
                rows = _wrap(
                    _words(block.text), first, _LEFT, _RIGHT, _SIZE, _PITCH, hyphens=hyphens
                )
                return rows if tight else [*rows, _GAP]
            case _:
                return [
                    *_wrap(_words(block.text), _LEFT, _LEFT, _RIGHT, _SIZE, _PITCH, hyphens=False),
                    _GAP,
                ]


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    is_bold = is_italic = False
    parts: list[tuple[str, str, bool]] = []
    for part in re.split(r"(\*\*|\*|\^[0-9]+\^| )", text):
        if part == "**":
            is_bold = not is_bold
        elif part == "*":
            is_italic = not is_italic
        elif part.startswith("^"):
            parts.append((part.strip("^"), "Times-Roman", True))
        elif part == " ":
            if parts:
                words.append(_Word(tuple(parts)))
            parts = []
        elif part:
            parts.append((part, _FONTS[is_bold, is_italic], False))
    if parts:
        words.append(_Word(tuple(parts)))
    return words


def _signed_beside(left: Block, right: Block | None) -> list[_Row]:
    """Return two signatures beside each other, a narrow gap between them."""
    columns = []
    for block in (left, right):
        lines: list[tuple[_Word, ...]] = []
        for text in block.text.split(" / ") if block and block.kind == "S" else ():
            wrapped = _wrap(_words(text), 0, 0, _MIDDLE - _LEFT - 16, _SIZE, _PITCH, hyphens=False)
            lines += (row.words for row in wrapped)
        columns.append(lines)
    rows = []
    for one, two in zip_longest(*columns, fillvalue=()):
        printed = " ".join(text for word in two for text, _, _ in word.parts)
        beside = ((printed, _MIDDLE),) if printed else ()
        rows.append(_Row(one, _LEFT, _MIDDLE - 16, _SIZE, _PITCH, beside=beside))
    return [_GAP, _GAP, *rows]


def _wrap(
    words: list[_Word],
    first: float,
    rest: float,
    right: float,
    size: float,
    pitch: float,
    *,
    hyphens: bool,
) -> list[_Row]:
    blank = stringWidth(" ", "Times-Roman", size)
    rows: list[_Row] = []
    line: list[_Word] = []
    left = first
    used = 0.0
    pending = list(words)
    while pending:
        word = pending.pop(0)
        bare = _without_soft(word)
        room = right - left - used - (blank if line else 0)
        if bare.width(size) <= room:
            line.append(bare)
            used += bare.width(size) + (blank if len(line) > 1 else 0)
            continue
        split = _split(word, room, size) if hyphens else None
        if split:
            line.append(split[0])
            pending.insert(0, split[1])
        else:
            pending.insert(0, word)
        rows.append(_Row(tuple(line), left, right, size, pitch, is_last=False))
        line, left, used = [], rest, 0.0
    return [*rows, _Row(tuple(line), left, right, size, pitch)]


def _without_soft(word: _Word) -> _Word:
    return _Word(
        tuple((text.replace("\u00ad", ""), font, raised) for text, font, raised in word.parts)
    )


def _split(word: _Word, room: float, size: float) -> tuple[_Word, _Word] | None:
    if len(word.parts) > 1 or "\u00ad" not in word.parts[0][0]:
        return None
    text, font, raised = word.parts[0]
    pieces = text.split("\u00ad")
    for count in range(len(pieces) - 1, 0, -1):
        head = _Word((("".join(pieces[:count]) + "-", font, raised),))
        if head.width(size) <= room:
            return head, _Word((("\u00ad".join(pieces[count:]), font, raised),))
    return None
