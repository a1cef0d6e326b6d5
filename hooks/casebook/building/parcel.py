"""Parcels: what a group of batches was, as objects that any machine can read from a bucket.

    <mark> <hash of the rest> <stamp> <number> <count> <a slice of the parcel, compressed>

A parcel is a list in JSON of what the batches were, and the content of their files after it. It is
cut into slices of a bounded size, of which most parcels have one. An object may have been written
by anybody: reading it runs nothing, looks at every length, and gives no more memory than a slice.
"""

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from casebook.building.batch import PIECES, digest
from casebook.building.listing import MARKER
from casebook.building.memory import Made
from casebook.model.reads import PART, parts_of
from casebook.model.site_file import content_hash

MARK = b"casebook parcel 1\n"
SLICE = 4 * 1024 * 1024
"""Bytes of a parcel in one object, before they are compressed."""
MOST_SLICES = 64
LARGEST = SLICE + 64 * 1024
"""No object is larger: what cannot be compressed grows by a thousandth at most."""

_HASH = 16
_NUMBERS = 2
_HEAD = 4
_LONGEST_NAME = 255
_FAST = 1


class ParcelError(Exception):
    """An object holds no parcel of ours, or not the whole of it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one batch was."""

    name: str
    version: str
    reads: tuple[str, ...]
    """The facts that were looked up, sorted."""
    looked: str
    """Stands for what these facts were."""
    files: Mapping[str, str]
    """Every file, to the hash of its content."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One object, whole as it was written."""

    stamp: str
    """Of the parcel that it is a part of."""
    number: int
    """Counted from 0."""
    count: int
    packed: bytes


def looked_of(reads: Iterable[str], facts: Mapping[str, str]) -> str:
    """Return what stands for what these facts are; another string when one of them is another."""
    hashed = blake2b(digest_size=_HASH)
    for read in reads:
        stands = facts.get(read)
        if stands is None:
            name, _, key = read.partition(" ")
            whole, _, part = read.partition(PART)
            # Whether something is there is a fact that is not listed, nor is a part of one.
            is_there = name.endswith("?") and f"{name[:-1]} {key}" in facts
            stands = "?" if is_there else parts_of(facts.get(whole, "")).get(part, "")
        hashed.update(f"{read}\0{stands}\0".encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()


def entry_of(name: str, made: Made, looks: Iterable[str], facts: Mapping[str, str]) -> Entry | None:
    """Return what a batch was, that looked these facts up; None when no parcel can hold its files."""
    if not all(map(_is_path, made.files)):
        return None
    reads = tuple(sorted(looks))
    return Entry(name, made.version, reads, looked_of(reads, facts), made.files)


def stamp_of(entries: Iterable[Entry]) -> str:
    """Return what stands for a parcel of these entries, content included."""
    return digest(
        *(
            repr(
                (each.name, each.version, each.looked, *sorted(each.files.items())),
            ).encode("utf-8", "surrogatepass")
            for each in entries
        )
    )


def print_parcel(
    name: str, entries: Sequence[Entry], read: Callable[[str, str], bytes]
) -> list[bytes]:
    """Return the objects of the parcel of the group `name`; none when it would be too large.

    `read` gives the content of a file by its path and hash.
    """
    contents = [[read(*file) for file in entry.files.items()] for entry in entries]
    listed = [
        (
            entry.name,
            entry.version,
            entry.reads,
            entry.looked,
            [(path, len(content)) for path, content in zip(entry.files, held, strict=True)],
        )
        for entry, held in zip(entries, contents, strict=True)
    ]
    head = json.dumps([name, listed], separators=(",", ":")).encode()
    whole = b"".join(
        (len(head).to_bytes(_HEAD, "big"), head, *(b"".join(each) for each in contents))
    )
    slices = [whole[start : start + SLICE] for start in range(0, len(whole), SLICE)]
    if len(slices) > MOST_SLICES:
        return []
    stamp = bytes.fromhex(stamp_of(entries))
    return [_object(stamp, number, len(slices), each) for number, each in enumerate(slices)]


def _object(stamp: bytes, number: int, count: int, content: bytes) -> bytes:
    numbers = number.to_bytes(_NUMBERS, "big") + count.to_bytes(_NUMBERS, "big")
    rest = stamp + numbers + zlib.compress(content, _FAST)
    return MARK + _hash(rest) + rest


def parse_slice(held: bytes) -> Slice:
    """Return the slice that an object holds. Raises ParcelError."""
    rest = held[len(MARK) + _HASH :]
    if len(held) > LARGEST or held[: len(MARK) + _HASH] != MARK + _hash(rest):
        raise ParcelError("is damaged, or no object of ours")
    number = int.from_bytes(rest[_HASH : _HASH + _NUMBERS], "big")
    count = int.from_bytes(rest[_HASH + _NUMBERS : _HASH + 2 * _NUMBERS], "big")
    if not number < count <= MOST_SLICES:
        raise ParcelError("has parts that cannot be")
    return Slice(rest[:_HASH].hex(), number, count, rest[_HASH + 2 * _NUMBERS :])


def parse_parcel(name: str, slices: Sequence[Slice]) -> Iterator[tuple[Entry, Mapping[str, bytes]]]:
    """Yield what each batch of the group `name` was, with its files. Raises ParcelError.

    `slices` are all of them, in order.
    """
    first = slices[0]
    for number, each in enumerate(slices):
        if (each.stamp, each.number, each.count) != (first.stamp, number, len(slices)):
            raise ParcelError("has parts of several parcels")
    whole = b"".join(map(_unpacked, slices))
    end = _HEAD + int.from_bytes(whole[:_HEAD], "big")
    try:
        head = json.loads(whole[_HEAD:end])
    except (ValueError, RecursionError):
        raise ParcelError("lists nothing") from None
    match head:
        case [str(group), list(listed)] if group == name:
            found = [*_entries(listed, memoryview(whole)[end:])]
        case _:
            raise ParcelError("is of another group")
    if stamp_of(entry for entry, _ in found) != first.stamp:
        raise ParcelError("is not what its stamp says")
    yield from found


def _unpacked(held: Slice) -> bytes:
    opened = zlib.decompressobj()
    try:
        content = opened.decompress(held.packed, SLICE + 1)
    except zlib.error:
        raise ParcelError("cannot be unpacked") from None
    if len(content) > SLICE or not opened.eof or opened.unused_data:
        raise ParcelError("is too large, or not whole")
    return content


def _entries(
    listed: Sequence[Any], contents: memoryview
) -> Iterator[tuple[Entry, Mapping[str, bytes]]]:
    at = 0
    for each in listed:
        match each:
            case [str(name), str(version), list(reads), str(looked), list(sizes)]:
                pass
            case _:
                raise ParcelError("lists no batches")
        files: dict[str, bytes] = {}
        for size in sizes:
            match size:
                case [str(path), int(length)] if _is_path(path) and length >= 0:
                    files[path] = bytes(contents[at : at + length])
                    at += length
                case _:
                    raise ParcelError("lists files that cannot be")
        if not all(isinstance(read, str) for read in reads):
            raise ParcelError("lists no facts")
        keys = {path: content_hash(content) for path, content in files.items()}
        yield Entry(name, version, tuple(reads), looked, keys), files
    if at != len(contents):
        raise ParcelError("has another length than it lists")


def _is_path(path: str) -> bool:
    """Whether a path is one of a file in a site, or of a piece."""
    plain = path.removeprefix(PIECES)
    if not plain.isprintable() or "\\" in plain or plain == MARKER:
        return False
    parts = plain.split("/")
    return not {"", ".", ".."} & {*parts} and all(
        len(part.encode()) <= _LONGEST_NAME for part in parts
    )


def _hash(content: bytes) -> bytes:
    return blake2b(content, digest_size=_HASH).digest()
