"""Samples as plain text, as a converter writes them: pages of 88 columns, notes below a rule."""

import re
import textwrap

from tests.importing.sample import Block, Sample

_COLUMNS = 88
_ROWS = 52
_NO_MARKS: list[str] = []
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")


def print_text(sample: Sample) -> bytes:
    """Return a sample as a text file."""
    notes = {
        block.text.split(" ", 1)[0]: block.text.split(" ", 1)[1]
        for block in sample.blocks
        if block.kind == "N"
    }
    rows: list[tuple[str, list[str]]] = []
    blocks = [block for block in sample.blocks if block.kind != "N"]
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.kind == "<":
            rows += _columns(block, blocks[at + 1])
            at += 1
        elif block.kind == "A":
            pass
        else:
            rows += _rows(block, sample)
        at += 1
    address = next((block for block in blocks if block.kind == "A"), None)
    pages: list[list[str]] = []
    page: list[str] = []
    held: list[str] = []

    def foot_of(marks: list[str]) -> list[str]:
        return _foot([f"{mark.translate(_RAISED)} {notes[mark]}" for mark in marks])

    def finish() -> None:
        above = address if not pages else None
        pages.append(_finished(page, foot_of(held), above, len(pages) + 1, sample))

    for row, marks in rows:
        foot = foot_of([*held, *marks])
        if not pages and address:
            foot = [*foot, "", *address.plain.split(" / ")]
        if len(page) + 1 + len(foot) > _ROWS:
            finish()
            page, held = [], []
            if not row:
                continue
        page.append(row)
        held += marks
    finish()
    return "\f".join("\n".join(page) + "\n" for page in pages).encode()


def _finished(
    page: list[str], foot: list[str], address: Block | None, number: int, sample: Sample
) -> list[str]:
    rows = list(page)
    if address:
        rows += ["", "", *address.plain.split(" / ")]
    rows += foot
    if "running" in sample.style and number > 1:
        rows = [f"{sample.fields['reference']}", "", *rows]
    label = str(number)
    if "numbers-above" in sample.style:
        return [label.center(_COLUMNS), "", *rows] if number > 1 else rows
    if "numbers-inline" in sample.style:
        label = f"Page {number}"
    return [*rows, "", label.center(_COLUMNS)]


def _foot(notes: list[str]) -> list[str]:
    if not notes:
        return []
    return ["", "_" * 20, *(row for note in notes for row in textwrap.wrap(note, _COLUMNS))]


def _columns(left: Block, right: Block) -> list[tuple[str, list[str]]]:
    lefts, rights = left.plain.split(" / "), right.plain.split(" / ")
    rows = zip(lefts, rights, strict=True)
    return [*((f"{one:<50}{other}", _NO_MARKS) for one, other in rows), ("", _NO_MARKS)]


def _rows(block: Block, sample: Sample) -> list[tuple[str, list[str]]]:
    if block.kind == "S":
        name, title = block.plain.split(" / ")
        lines = [name, *textwrap.wrap(title, _COLUMNS)]
    elif block.kind == "T":
        lines = ["".join(f"{cell:<28}" for cell in block.plain.split(" | ")).rstrip()]
    else:
        lines = _words_of(block, sample)
    marked = [(line, [mark.translate(_PLAIN) for mark in _MARK.findall(line)]) for line in lines]
    tight = block.kind == "T" or ("indents" in sample.style and block.kind in "PEQU")
    return marked if tight else [*marked, ("", _NO_MARKS)]


def _words_of(block: Block, sample: Sample) -> list[str]:
    first = "    " if "indents" in sample.style and block.kind in "PE" else ""
    rest = ""
    if block.kind in "QU":
        first, rest = "  " * (2 if block.kind == "U" else 1), "     "
    if block.kind == "B":
        first = rest = " " * 8
    text = re.sub(r"\*+", "", block.text)
    text = re.sub(r"\^([0-9]+)\^", lambda mark: mark[1].translate(_RAISED), text)
    width = _COLUMNS - (12 if block.kind == "B" else 0)
    lines = _wrap(text, first, rest, width, hyphens="hyphens" in sample.style)
    return [line.center(_COLUMNS).rstrip() for line in lines] if block.kind == "X" else lines


def _wrap(text: str, first: str, rest: str, width: int, *, hyphens: bool) -> list[str]:
    """Break words at soft hyphens where the style asks for it."""
    lines: list[str] = []
    line = first
    for word in text.split():
        plain = word.replace("\u00ad", "")
        blank = "" if not line.strip() else " "
        if len(line) + len(blank) + len(plain) <= width:
            line += blank + plain
            continue
        parts = word.split("\u00ad")
        head, tail = "", plain
        for count in range(len(parts) - 1, 0, -1) if hyphens else ():
            start = "".join(parts[:count]) + "-"
            if len(line) + len(blank) + len(start) <= width:
                head, tail = start, "".join(parts[count:])
                break
        lines.append(line + (blank + head if head else ""))
        line = rest + tail
    return [*lines, line]
