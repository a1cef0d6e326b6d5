"""From a record to its terms: what the index says of one dossier.

A term is a stem (`detent`), a sound (`~lsrsk`), the beginning of a person's name (`^lazar`), a value
of a facet (`mandate:wgad`) or the address of a document (`=1f2e3d4c`). Its weight, 1 to 15, grows with how often and how prominently
the dossier has it and falls with the dossier's length, as in BM25.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from math import log
from zlib import crc32

from casebook.indexing.alphabet import WORD, romanise
from casebook.indexing.lexicon import Lexicon
from casebook.indexing.record import Record
from casebook.indexing.sounding import bare_sound_of, sound_of
from casebook.words.spelling import with_servants

SOUND = "~"
BEGINNING = "^"
SOURCE = "="
FACET = ":"

SHORTEST_BEGINNING = 3
"""Of fewer letters than these too many names begin with the same."""

IN_NOTE = 0.5
IN_SUMMARY = 2
IN_TITLE = 4
"""How often a word counts that stands in a footnote, a summary, a title or the name of a person."""

HEAVIEST = 15
SATURATION = 1.2
LENGTH_MATTERS = 0.5
USUAL_LENGTH = 1800
"""BM25's k1, b and average length; constant, so that one dossier's weights depend on no other."""

_NOTE = re.compile(r"(?:^|\.)fn[^.]*$")
_TYPOGRAPHY = str.maketrans("’‘“”–—…\u00a0", "        ")
_BETWEEN = {place: " " for place in range(128) if not chr(place).isalnum()}
_JOINTS = re.compile(r"(?<=\w)[-'’ʼ](?=\w)")


def terms_of(record: Record, lexicon: Lexicon) -> dict[str, int]:
    """Return the terms of a dossier with their weights."""
    # Millions of words: what counts more than once is repeated, and all is counted in one go.
    said: list[str] = []
    heard: set[str] = set()
    noted: list[str] = []
    length = 0
    for document in record["documents"]:
        terms = lexicon.terms(document["language"])
        words = words_of("\n".join([words for _, words in document["paragraphs"]]))
        length += len(words)
        said += map(terms.__getitem__, words)
        heard.update(_sounds(words, lexicon))
        for anchor, note in document["paragraphs"]:
            if "fn" in anchor and _NOTE.search(anchor):
                noted += map(terms.__getitem__, words_of(note))
    said += heard
    terms = lexicon.terms("en")
    for text, times in _prominent(record):
        words = words_of(text)
        said += (*map(terms.__getitem__, words), *_sounds(words, lexicon)) * times
    for name in (*chain.from_iterable(record["persons"]), *record["signatories"]):
        sounds = {
            sound
            for word in words_of(" ".join((name, *_other_ways(name))))
            if (sound := sound_of(word))
        }
        said += (SOUND + sound for sound in sounds)
        said += {SOUND + bare for sound in sounds if (bare := bare_sound_of(sound))}
    said += {
        begun
        for name in chain.from_iterable(record["persons"])
        for word in words_of(name)
        for begun in beginnings_of(word)
    }
    counts: dict[str, float] = Counter[str](said)  # type: ignore[assignment] # halves come next
    for term in noted:
        counts[term] -= 1 - IN_NOTE
    counts.pop("", None)
    scale = _scale(_step(length))
    weights = dict(zip(counts, map(scale.__getitem__, counts.values()), strict=True))
    for facet, values in record["facets"].items():
        assert isinstance(values, list)
        weights.update((f"{facet}{FACET}{value}", 1) for value in values)
    weights.update((source_term(address), 1) for address in record["sources"])
    return weights


def beginnings_of(word: str) -> Iterator[str]:
    """Yield the terms of a name's beginnings, in the letters a to z: of Лазарчик as of Lazarchyk."""
    plain = romanise(word)
    return (BEGINNING + plain[:end] for end in range(SHORTEST_BEGINNING, len(plain)))


def _other_ways(name: str) -> list[str]:
    """Return a name in one word and in more: Abdulrahman, Abdul Rahman, Abd al-Rahman."""
    ways = (with_servants(name, way) for way in ("Abdul", "Abdul ", "Abd al-"))
    return [way for way in ways if way != name]


def _prominent(record: Record) -> Iterator[tuple[str, int]]:
    """Yield what stands at the head of a dossier, and how often each of its words counts."""
    yield " ".join((record["summary"], record["addressee"], *record["subjects"])), IN_SUMMARY
    yield f"{record['title']} {record['label']}", IN_TITLE
    yield " ".join(record["signatories"]), 1
    for names in record["persons"]:
        yield " ".join(names), IN_TITLE
        # Al-Khawaja is also found as Alkhawaja.
        joined = {_JOINTS.sub("", name) for name in names}
        others = joined.union(*map(_other_ways, names)).difference(names)
        yield " ".join(sorted(others)), 1


def words_of(text: str) -> list[str]:
    """Return the words of a text, as `WORD` finds them."""
    plain = text if text.isascii() else text.translate(_TYPOGRAPHY)
    return plain.translate(_BETWEEN).split() if plain.isascii() else WORD.findall(text)


def _sounds(words: Sequence[str], lexicon: Lexicon) -> Iterator[str]:
    """Yield the sounds of words that may be names: those the text never has in small letters."""
    distinct = set(words)
    for word in filter(lexicon.sounds.__getitem__, distinct):
        if word.lower() not in distinct:
            yield SOUND + lexicon.sounds[word]


def _step(length: int) -> int:
    """Return a length in steps of a quarter: a word more or less moves no weight."""
    return round(log(max(length, 50) / USUAL_LENGTH, 1.25))


class _Scale(dict[float, int]):
    """The weight of every count of a word, in a dossier of one length."""

    def __init__(self, step: int) -> None:
        super().__init__()
        self._norm = SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * 1.25**step)

    def __missing__(self, count: float) -> int:
        self[count] = weight = max(1, round(HEAVIEST * count / (count + self._norm)))
        return weight


@lru_cache
def _scale(step: int) -> _Scale:
    return _Scale(step)


def source_term(address: str) -> str:
    """Return the term of a document's address, without what differs between its spellings."""
    bare = re.sub(r"^https?://(www\.)?", "", address.strip().lower()).rstrip("/")
    return f"{SOURCE}{crc32(bare.encode()):08x}"
