"""Which paragraphs are headings, where the document does not say so itself."""

import re
from collections.abc import Sequence

from casebook.importing.letter import phrases
from casebook.importing.pieces import Chunk, Role

_LONGEST = 140
_MOST_WORDS = 18
_STOPS = re.compile(r"[.,;:!…][\"'”’»)\]]*$")
_ENDED = re.compile(r"[.:;!?…][\"'”’»)\]]*$")
_PERSON = re.compile(
    r"(?:Mr|Ms|Mrs|Dr|Prof|Mme|Mlle|M|MM|Sr|Sra|Srta|Messrs)\b\.? |H\.E\.|(?:His|Her|Son|Su) Exc"
)
_COUNTED = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?-?|(?:Question|Pregunta)\b.*")
_NUMBERED = re.compile(r"(?:[IVX]{1,5}|[A-Z]|[0-9]{1,2}(?:\.[0-9]{1,2})*)[.)]?")


def is_heading(run: Sequence[Chunk], at: int) -> bool:
    """Whether a chunk is a heading: marked as one, or a short line between two paragraphs."""
    chunk = run[at]
    words = chunk.words
    if chunk.role is Role.HEADING:
        return len(words) <= 2 * _LONGEST
    if chunk.label or chunk.role not in (Role.WORDS, Role.ITEM) or not _is_short_title(words):
        return False
    if at + 1 == len(run):
        return False
    if phrases.ANNEX.search(words) or phrases.REPLY_TITLE.search(words):
        return True
    if chunk.is_bold:
        marker = chunk.marker
        return not marker or bool(_NUMBERED.fullmatch(marker) or _COUNTED.fullmatch(marker))
    if chunk.role is Role.ITEM:
        # A list of short items has no paragraph between them.
        opens = run[at + 1].role is Role.WORDS and len(run[at + 1].words) > len(words)
        is_listed = at > 0 and run[at - 1].role is Role.ITEM
        return bool(re.fullmatch(r"[IVX]{1,5}[.)]|[A-Z][.)]", chunk.marker)) or (
            bool(_COUNTED.fullmatch(chunk.marker)) and opens and not is_listed
        )
    if _PERSON.match(words) or "\n" in "".join(piece.text for piece in chunk.pieces):
        return False
    before, after = (run[at - 1] if at else None), run[at + 1]
    follows_an_end = (
        before is None
        or before.role in (Role.HEADING, Role.TABLE)
        or bool(_ENDED.search(before.words))
        or _is_short_title(before.words)
    )
    return follows_an_end and (len(after.words) > len(words) or _is_short_title(after.words))


def _is_short_title(words: str) -> bool:
    return (
        0 < len(words) <= _LONGEST
        and len(words.split()) <= _MOST_WORDS
        and not _STOPS.search(words)
        and (words[0].isupper() or words[0].isdigit() or words[0] in "“«‘\"'¿¡")
        and any(map(str.isalpha, words))
        and not phrases.SALUTATION.search(words)
    )
