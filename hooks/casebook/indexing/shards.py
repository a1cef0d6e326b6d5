"""A shard: the postings of some terms in a file, close-packed, and changed a term at a time.

A shard is its terms in the order of their bytes. Each is written as: the length of its name, the
name, how many dossiers have it, the length of their numbers in bytes, the numbers, the weights.
Numbers ascend and are written as differences; weights take half a byte each. Lengths, counts and
differences are varints: seven bits a byte, lowest first, the high bit set while more follow.
All of it is compressed as zlib does: web servers leave files of an unknown kind as they are.
"""

import re
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import sub

from casebook.indexing.postings import BEGINNING, FACET, SOUND
from casebook.indexing.sounding import sound_of

Changes = Mapping[int, int]
"""Of one term: a dossier's number to its new weight, 0 where it no longer has the term."""

WEIGHT_BITS = 4
SHARDS = ("search/terms/", "search/facets/")
"""Where shards are published."""

_HEX = bytes(b"0123456789abcdef"[value & 15] for value in range(256))
_VARINT = re.compile(rb"[\x80-\xff]*[\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Postings:
    """Who has one term, packed."""

    count: int
    numbers: bytes
    weights: bytes


class _Varints(dict[int, bytes]):
    """Numbers as varints: the same differences come again and again."""

    def __missing__(self, number: int) -> bytes:
        rest, written = number, bytearray()
        while rest > 127:
            written.append(rest & 127 | 128)
            rest >>= 7
        written.append(rest)
        self[number] = packed = bytes(written)
        return packed


class _Numbers(dict[bytes, int]):
    """Varints as numbers."""

    def __missing__(self, varint: bytes) -> int:
        number = sum((byte & 127) << 7 * place for place, byte in enumerate(varint))
        self[varint] = number
        return number


def bits_for(dossiers: int) -> int:
    """Return how many shards a collection has, as a power of two: two or three dossiers to each."""
    return max(2, (2 * dossiers // 5).bit_length())


def shard_path(term: str, bits: int) -> str:
    """Return the file that has a term.

    A facet is a file. Words lie by their sound, so that a name and its other spellings are
    fetched together.
    """
    facet, colon, _ = term.partition(FACET)
    if colon:
        return f"search/facets/{facet}.bin"
    if term.startswith(BEGINNING):
        place = term
    else:
        place = term.removeprefix(SOUND) if term.startswith(SOUND) else sound_of(term) or term
    number = zlib.crc32(place.encode()) & ((1 << bits) - 1)
    return f"search/terms/{number:0{(bits + 3) // 4}x}.bin"


class Packer:
    """Packs postings and unpacks them; remembers what it wrote and read before."""

    def __init__(self) -> None:
        self._varints = _Varints()
        self._numbers = _Numbers()

    def postings(self, numbers: Sequence[int], weights: bytes) -> Postings:
        """Pack the numbers of the dossiers that have a term, ascending, and their weights."""
        return self._packed(numbers, weights.translate(_HEX).decode())

    def _packed(self, numbers: Sequence[int], halves: str) -> Postings:
        differences = map(sub, numbers, (0, *numbers[:-1]))
        packed = b"".join(map(self._varints.__getitem__, differences))
        return Postings(len(halves), packed, bytes.fromhex(halves + "0" * (len(halves) % 2)))

    def unpacked(self, postings: Postings) -> tuple[list[int], list[str]]:
        """Return the numbers of the dossiers that have a term, and their weights in hexadecimal.

        Raises ValueError where there are more or fewer than the postings say.
        """
        differences = map(self._numbers.__getitem__, _VARINT.findall(postings.numbers))
        numbers, halves = [*accumulate(differences)], [*postings.weights.hex()[: postings.count]]
        if not len(numbers) == len(halves) == postings.count:
            raise ValueError("the shard does not have what it says")
        return numbers, halves

    def entries(self, entries: Sequence[int]) -> Postings:
        """Pack entries, ascending, each a dossier's number in front of four bits of weight."""
        numbers = [entry >> WEIGHT_BITS for entry in entries]
        return self.postings(numbers, bytes([entry & 15 for entry in entries]))

    def shard(self, held: Iterable[tuple[bytes, Postings]]) -> bytes:
        """Return a shard of these terms, given in the order of their bytes; nothing for none."""
        varint = self._varints
        written: list[bytes] = []
        for name, postings in held:
            written += (
                varint[len(name)],
                name,
                varint[postings.count],
                varint[len(postings.numbers)],
                postings.numbers,
                postings.weights,
            )
        return zlib.compress(b"".join(written)) if written else b""

    def patch(self, shard: bytes, changes: Mapping[str, Changes]) -> bytes:
        """Return a shard in which some dossiers have other terms; the rest is copied as it is."""
        held = dict(unpack_shard(shard))
        for term, dossiers in changes.items():
            name = term.encode()
            # A word may stand in every dossier, and here it changes in one.
            numbers, halves = self.unpacked(held[name]) if name in held else ([], [])
            for number, weight in dossiers.items():
                at = bisect_left(numbers, number)
                end = at + (numbers[at : at + 1] == [number])
                numbers[at:end] = [number] if weight else []
                halves[at:end] = f"{weight:x}" if weight else ""
            if numbers:
                held[name] = self._packed(numbers, "".join(halves))
            else:
                held.pop(name, None)
        return self.shard(sorted(held.items()))


def unpack_shard(shard: bytes) -> Iterator[tuple[bytes, Postings]]:
    """Yield the terms of a shard with their postings, still packed.

    Raises ValueError for what is no shard.
    """
    try:
        held, at = zlib.decompress(shard) if shard else b"", 0
    except zlib.error as error:
        raise ValueError("this is no shard") from error
    while at < len(held):
        length, at = _read(held, at)
        name, at = held[at : at + length], at + length
        count, at = _read(held, at)
        length, at = _read(held, at)
        numbers, at = held[at : at + length], at + length
        weights, at = held[at : at + (count + 1) // 2], at + (count + 1) // 2
        yield name, Postings(count, numbers, weights)


def _read(packed: bytes, at: int) -> tuple[int, int]:
    """Return the varint at a place, and the place after it."""
    value = shift = 0
    while True:
        byte = packed[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7
