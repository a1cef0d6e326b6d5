"""Shards made from every dossier, in stretches that several processes may share."""

import json
from array import array
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import call

from casebook.indexing.file import Files
from casebook.indexing.found import number_of
from casebook.indexing.lexicon import Lexicon
from casebook.indexing.postings import terms_of
from casebook.indexing.record import read_record
from casebook.indexing.shards import WEIGHT_BITS, Packer, shard_path

Divide = Callable[[Callable[[Sequence[str]], bytes], Sequence[str]], Iterable[bytes]]
"""Does a work on stretches of a sequence, and returns the results in its order."""


def undivided(work: Callable[[Sequence[str]], bytes], items: Sequence[str]) -> Iterator[bytes]:
    """Do the work here and now."""
    yield work(items)


def shards_anew(records: Files, bits: int, divide: Divide) -> Iterator[tuple[str, bytes]]:
    """Yield every shard with its path."""
    postings: dict[str, array[int]] = defaultdict(partial(array, "Q"))
    collect = partial(collect_postings, records.read)
    for part in divide(collect, sorted(records.keys, key=number_of)):
        for term, entries in _unpack(part):
            postings[term].frombytes(entries)
    packer = Packer()
    shards: dict[str, list[str]] = defaultdict(list)
    for term in postings:
        shards[shard_path(term, bits)].append(term)
    for path, terms in sorted(shards.items()):
        yield (
            path,
            packer.shard(
                (name, packer.entries(postings[term]))
                for name, term in sorted((term.encode(), term) for term in terms)
            ),
        )


def collect_postings(read: Callable[[str], bytes], paths: Sequence[str]) -> bytes:
    """Return the postings of a stretch of records, given in the order of their numbers."""
    lexicon = Lexicon()
    postings: dict[str, array[int]] = {}
    append = _Appenders(postings).__getitem__
    for path in paths:
        number = number_of(path) << WEIGHT_BITS
        terms = terms_of(read_record(read(path)), lexicon)
        # Millions of times: these loops run without the interpreter.
        entries = map(number.__or__, terms.values())
        deque(map(call, map(append, terms), entries), maxlen=0)
    sizes = {term: len(entries) * entries.itemsize for term, entries in postings.items()}
    head = json.dumps(sizes).encode()
    return b"".join((len(head).to_bytes(8, "big"), head, *map(bytes, postings.values())))


def _unpack(part: bytes) -> Iterator[tuple[str, memoryview]]:
    at = 8 + int.from_bytes(part[:8], "big")
    held = memoryview(part)
    for term, size in json.loads(part[8:at]).items():
        yield term, held[at : at + size]
        at += size


class _Appenders(dict[str, Callable[[int], None]]):
    """What appends to the postings of a term."""

    def __init__(self, postings: dict[str, "array[int]"]) -> None:
        super().__init__()
        self._postings = postings

    def __missing__(self, term: str) -> Callable[[int], None]:
        self._postings[term] = entries = array("Q")
        self[term] = entries.append
        return entries.append
