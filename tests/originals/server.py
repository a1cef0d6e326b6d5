"""A real HTTP server on this machine that can be told to misbehave."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PDF = b"%PDF-1.7\n" + b"% a letter about a bridge\n" * 400 + b"%%EOF\n"
HTML = b"<!doctype html><html><body><p>A letter about a bridge.</p></body></html>"


@dataclass(frozen=True)
class Asked:
    """One request as it came in."""

    path: str
    headers: dict[str, str]
    at: float


Respond = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """What answers one request; `wfile` takes any bytes, sense or nonsense."""

    server: "Server"

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append(Asked(self.path, headers, time.monotonic()))
        # Servers that go on for ever do so until the client is gone.
        with suppress(OSError):
            self.server.answers[self.path](self)

    def log_message(self, *_args: Any) -> None:
        pass

    def say(self, status: int = 200, body: bytes = b"", **headers: str | None) -> None:
        """Answer properly; `content_length=None` leaves a header out."""
        given: dict[str, str | None] = {"content_length": str(len(body)), **headers}
        lines = [f"HTTP/1.1 {status} Said"]
        lines += [
            f"{key.replace('_', '-')}: {value}" for key, value in given.items() if value is not None
        ]
        self.raw("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)

    def raw(self, data: bytes) -> None:
        """Answer with these bytes."""
        self.wfile.write(data)
        self.wfile.flush()


class Server(ThreadingHTTPServer):
    """Answers what `answers` says, and remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Respond] = {}
        self.asked: list[Asked] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass

    def serve(self, path: str, *responds: Respond) -> str:
        """Answer a path with each of these in turn, the last one for ever; return its address."""
        left = list(responds)

        def respond(handler: Handler) -> None:
            (left.pop(0) if len(left) > 1 else left[0])(handler)

        self.answers[path] = respond
        return self.url + path


@contextmanager
def serving() -> Iterator[Server]:
    """Run a server as long as the block lasts."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.socket.close()


def says(status: int = 200, body: bytes = b"", **headers: str | None) -> Respond:
    """Return a proper answer."""
    return lambda handler: handler.say(status, body, **headers)


def sends(data: bytes) -> Respond:
    """Return an answer of just these bytes."""
    return lambda handler: handler.raw(data)


def drips(data: bytes, every: float = 0.1) -> Respond:
    """Return an answer that comes byte by byte."""

    def respond(handler: Handler) -> None:
        for index in range(len(data)):
            handler.raw(data[index : index + 1])
            time.sleep(every)

    return respond


def sleeps(seconds: float) -> Respond:
    """Return an answer that does not come."""
    return lambda _handler: time.sleep(seconds)


def repeats(head: bytes, piece: bytes) -> Respond:
    """Return an answer without an end."""

    def respond(handler: Handler) -> None:
        handler.raw(head)
        while True:
            handler.raw(piece)

    return respond


@dataclass
class Resuming:
    """A file whose server breaks off, and can go on where it broke off."""

    body: bytes
    etag: str | None = '"one"'
    modified: str | None = None
    breaks_at: list[int] = field(default_factory=list)
    """After how many bytes each answer breaks off; the ones after that are whole."""

    def __call__(self, handler: Handler) -> None:
        start, status = 0, 200
        asked = handler.headers.get("Range", "")
        if asked and handler.headers.get("If-Range") in (self.etag, self.modified):
            start, status = int(asked.removeprefix("bytes=").removesuffix("-")), 206
        rest = self.body[start:]
        place = f"bytes {start}-{len(self.body) - 1}/{len(self.body)}" if start else None
        end = self.breaks_at.pop(0) if self.breaks_at else len(rest)
        handler.say(
            status,
            rest[:end],
            content_length=str(len(rest)),
            content_range=place,
            etag=self.etag,
            last_modified=self.modified,
            content_type="application/pdf",
        )
