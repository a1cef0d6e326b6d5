"""The body of an answer into a file: never more than is allowed, unpacked with care."""

import re
import zlib
from collections.abc import Callable, Iterator
from http.client import HTTPResponse, IncompleteRead

from casebook.originals.connection import Deadline
from casebook.originals.kinds import HEAD
from casebook.originals.partial import Partial, keep

_PIECE = 65536
_PACKED = {"gzip": 47, "x-gzip": 47, "deflate": 47}
"""To the window of zlib, which finds out by itself whether it is gzip or deflate."""


class BrokenOff(Exception):  # noqa: N818 - servers break off; that is no error of ours
    """The body ended early; the message says where, as the end of a sentence."""


class Wrong(Exception):  # noqa: N818 - what is sent is wrong, not we
    """The body is nothing to take; the message says why, as the end of a sentence."""


def receive(
    response: HTTPResponse,
    partial: Partial,
    start: int,
    *,
    validator: str | None,
    largest: int,
    deadline: Deadline,
    judge: Callable[[bytes], str | None],
    progress: Callable[[int, int | None], None],
) -> None:
    """Write a body to the partial file, from `start` on.

    `judge` sees the first bytes and says why they are not taken. Raises Wrong, BrokenOff, and what
    reading from a connection raises, and CannotKeep; what has arrived stays when the server can go on later.
    """
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "", *_PACKED):
        raise Wrong(f"it packs what it sends as {packing[:20]}, which we did not ask for")
    is_packed = packing in _PACKED
    if start:
        _check_range(response, partial, start)
        if is_packed:
            partial.discard()
            raise BrokenOff("it packs the rest of a file that began unpacked")
    expected = None if is_packed or response.length is None else start + response.length
    if expected is not None and expected > largest:
        raise Wrong(f"it has {_megabytes(expected)}; {_megabytes(largest)} are allowed")
    pieces = _unpacked(response, _PACKED[packing]) if is_packed else _pieces(response)
    done = start
    is_judged = False
    with partial.writing(start=start, validator=None if is_packed else validator) as file:
        for piece in pieces:
            done += len(piece)
            if done > largest:
                raise Wrong(f"it sends more than {_megabytes(largest)}")
            keep(file, piece)
            if not is_judged and done >= HEAD:
                _judge(partial, judge)
                is_judged = True
            progress(done, expected)
            deadline.left(1)
    if expected is not None and done < expected:
        raise BrokenOff(f"it broke off after {done:,} of {expected:,} bytes")
    _judge(partial, judge)


def _judge(partial: Partial, judge: Callable[[bytes], str | None]) -> None:
    why_not = judge(partial.head(HEAD))
    if why_not:
        raise Wrong(why_not)


def _check_range(response: HTTPResponse, partial: Partial, start: int) -> None:
    match = re.fullmatch(
        r"bytes ([0-9]{1,15})-[0-9]{1,15}/.+", response.headers.get("Content-Range", "")
    )
    if not match or int(match[1]) != start:
        partial.discard()
        raise BrokenOff("it goes on elsewhere than where it broke off")


def _pieces(response: HTTPResponse) -> Iterator[bytes]:
    try:
        while piece := response.read1(_PIECE):
            yield piece
    except IncompleteRead:
        raise BrokenOff("it broke off in the middle") from None


def _unpacked(response: HTTPResponse, window: int) -> Iterator[bytes]:
    """Yield a packed body in small pieces, however small it was packed."""
    unpacker = zlib.decompressobj(window)
    try:
        for piece in _pieces(response):
            data = piece
            while data and not unpacker.eof:
                yield unpacker.decompress(data, _PIECE)
                data = unpacker.unconsumed_tail
            if unpacker.eof:
                break
    except zlib.error:
        raise Wrong("what it sends is packed in a way that cannot be unpacked") from None
    if not unpacker.eof:
        raise BrokenOff("it broke off in the middle")
    if unpacker.unused_data:
        raise Wrong("something follows the packed file that it sends")


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:,.0f} MB" if count >= 1_000_000 else f"{count:,} bytes"
