"""One HTTP exchange under a deadline that no server can stretch.

`http.client` waits anew for every byte: a server that sends one a minute could hold it for days.
Here every wait is the shorter of the patience for one byte and of the time left for the whole.
"""

import io
import socket
import ssl
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from typing import Any

from casebook.originals.places import Place


class Deadline:
    """A point in time after which nothing is waited for."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, at_most: float) -> float:
        """Return the seconds that may be waited; TimeoutError when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return min(left, at_most)


class _TimedSocket(io.RawIOBase):
    """As much of a socket as `http.client` uses, and of a file as reads from one."""

    def __init__(self, sock: socket.socket, deadline: Deadline, patience: float) -> None:
        self._sock = sock
        self._deadline = deadline
        self._patience = patience

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._sock.settimeout(self._deadline.left(self._patience))
        return self._sock.recv_into(buffer)

    def sendall(self, data: bytes) -> None:
        self._sock.settimeout(self._deadline.left(self._patience))
        self._sock.sendall(data)

    def makefile(self, mode: str) -> io.BufferedReader:
        del mode
        return io.BufferedReader(self, 65536)

    def close(self) -> None:
        """Leave the socket to `exchange`, which closes it when the answer has been read."""


@contextmanager
def exchange(
    place: Place,
    addresses: Sequence[str],
    headers: Mapping[str, str],
    *,
    deadline: Deadline,
    connect: float,
    read: float,
) -> Iterator[HTTPResponse]:
    """Ask a place for what it holds, and yield the answer, its body unread.

    `addresses` are the numeric ones of its host. Raises OSError, of which TimeoutError is one, and
    http.client.HTTPException.
    """
    with _connected(place, addresses, deadline, connect) as sock:
        connection = HTTPConnection(place.host, place.port)
        connection.sock = _TimedSocket(sock, deadline, read)
        connection.putrequest("GET", place.target, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": place.authority, **headers, "Connection": "close"}.items():
            connection.putheader(name, value)
        connection.endheaders()
        yield connection.getresponse()


@contextmanager
def _connected(
    place: Place, addresses: Sequence[str], deadline: Deadline, connect: float
) -> Iterator[socket.socket]:
    sock = _first_that_answers(place, addresses, deadline, connect)
    try:
        if place.is_secure:
            context = ssl.create_default_context()
            context.set_alpn_protocols(["http/1.1"])
            sock.settimeout(deadline.left(connect))
            sock = context.wrap_socket(sock, server_hostname=place.host)
        yield sock
    finally:
        sock.close()


def _first_that_answers(
    place: Place, addresses: Sequence[str], deadline: Deadline, connect: float
) -> socket.socket:
    failure: OSError = ConnectionRefusedError()
    for address in addresses:
        try:
            return socket.create_connection((address, place.port), deadline.left(connect))
        except OSError as error:
            failure = error
    raise failure
