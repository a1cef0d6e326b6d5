"""Pages of lines to chunks: which lines are of the letter, in which order, and which are notes."""

from collections.abc import Sequence
from dataclasses import replace

from casebook.importing.layout.columns import in_reading_order, signed_in_order
from casebook.importing.layout.furniture import without_furniture
from casebook.importing.layout.measure import measure_of, narrow_rights
from casebook.importing.layout.page_feet import (
    first_words,
    note_chunks,
    without_address,
    without_notes,
)
from casebook.importing.layout.paper import ROW, Line, Page
from casebook.importing.layout.paragraphs import OpenParagraph, Paragraphs, finished
from casebook.importing.layout.plain_notes import with_raised_marks
from casebook.importing.letter import phrases
from casebook.importing.letter.signatures import is_name
from casebook.importing.pieces import Chunk


def chunks_of(pages: Sequence[Page]) -> tuple[Chunk, ...]:
    """Return the chunks of a document, in reading order, footnotes where their pages have them."""
    bare = without_furniture(pages)
    if all(line.size == ROW for page in bare for line in page.lines):
        bare = with_raised_marks(bare)
    lines = [line for page in bare for line in page.lines]
    if not lines:
        return ()
    measure = measure_of(lines)
    chunks: list[Chunk] = []
    running: OpenParagraph | None = None
    rights: dict[int, float] = {}
    notes: tuple[Line, ...] = ()
    held: Sequence[Line] = ()
    goes_on = False
    for page in bare:
        body, address = without_address(page)
        body, notes = without_notes(body, measure.size, before=notes, has_pages=len(bare) > 1)
        rights.update(narrow_rights(body, measure))
        opened = Paragraphs(measure, page.number, running, rights)
        chunks += address
        start = first_words(body) if page.number == 1 else 0
        signed = _signed(body, start, goes_on=goes_on)
        held = (
            _below(held, body[signed.start : signed.stop], measure.pitch)
            if signed is not None
            else ()
        )
        goes_on = signed is not None and signed.stop == len(body)
        is_whole = not goes_on or page is bare[-1]
        opened.add_masthead(in_reading_order(body[:start], has_tables=False))
        opened.add_all(
            in_reading_order(
                body[start:] if signed is None else body[start : signed.start], page.rules
            )
        )
        opened.add_signatures(signed_in_order(held) if is_whole else ())
        opened.add_all(in_reading_order(() if signed is None else body[signed.stop :], page.rules))
        chunks += opened.done()
        running = opened.last
        chunks += note_chunks(notes, measure.vocabulary, page.number)
    if running:
        chunks.append(finished(running, measure))
    return tuple(chunks)


def _signed(lines: Sequence[Line], start: int, *, goes_on: bool) -> range | None:
    """Return which lines of a page stand below the closing courtesy, up to an annex, if any do.

    `goes_on` says that the page before ended among signatures.
    """
    first = 0
    if not goes_on:
        closings = (
            at
            for at in range(start, len(lines))
            if phrases.COURTESY.search(" ".join(line.words for line in lines[at : at + 2]))
        )
        first = next(closings, -1) + 1
        if not first:
            return None
    ends = (
        at
        for at in range(first, len(lines))
        if phrases.ANNEX.search(lines[at].words) or phrases.REPLY_TITLE.search(lines[at].words)
    )
    return range(first, next(ends, len(lines)))


def _below(held: Sequence[Line], lines: Sequence[Line], pitch: float) -> Sequence[Line]:
    """Return signatures of one page with those of the next below them, as if on one long page."""
    if not held or not lines:
        return held or lines
    begins = all(is_name(line.words) for line in lines if line.top - lines[0].top < pitch / 2)
    shift = held[-1].top + pitch * (2 if begins else 1) - lines[0].top
    return (*held, *(replace(line, top=line.top + shift) for line in lines))
