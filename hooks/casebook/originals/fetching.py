"""One original over HTTP: redirects, repetitions, resuming, limits; every answer ends in a value."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from ssl import SSLCertVerificationError, SSLError

from casebook.originals.body import BrokenOff, Wrong, receive
from casebook.originals.connection import Deadline, exchange
from casebook.originals.kinds import ACCEPTED, HEAD, Kind, is_page_instead, kind_of
from casebook.originals.manners import Manners
from casebook.originals.partial import Partial
from casebook.originals.places import Place, Refused, follow, parse_place, resolve
from casebook.originals.retry_after import seconds_to_wait


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server said of a version, so that we can ask whether it is still that one."""

    etag: str | None = None
    modified: str | None = None

    @property
    def strong(self) -> str | None:
        """What identifies the version byte for byte; a weak tag does not."""
        return self.etag if self.etag and not self.etag.startswith("W/") else None


@dataclass(frozen=True, slots=True)
class Fetched:
    """The whole original has arrived; its bytes are in the partial file."""

    kind: Kind
    validators: Validators


@dataclass(frozen=True, slots=True)
class NotModified:
    """It is what the validators name."""


@dataclass(frozen=True, slots=True)
class Gone:
    """The server says that there is nothing, or nothing any more."""

    status: int


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Anything else."""

    why: str
    """As the end of a sentence."""
    is_host: bool = False
    """Whether the host need not be asked for others either."""


Answer = Fetched | NotModified | Gone | Unreachable


@dataclass(frozen=True, slots=True)
class _Again:
    """It may work another time."""

    why: str
    after: float | None = None
    """Seconds, when the server named them."""
    is_host: bool = False


Progress = Callable[[int, int | None], None]
"""Takes the bytes that have arrived, and those expected, if known."""

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_GONE = frozenset((404, 410))
_BUSY = frozenset((429, 503))
_LATER = frozenset((408, 425, 500, 502, 504))


def fetch(
    url: str,
    partial: Partial,
    manners: Manners,
    *,
    held: Validators | None = None,
    progress: Progress = lambda _done, _expected: None,
) -> Answer:
    """Ask for one original.

    `partial` holds what has arrived; Fetched leaves the whole there. With `held`, the server is
    asked only for another version than the one that these validators name.
    """
    deadline = Deadline(manners.total)
    failed = _Again("it was not asked")
    for attempt in range(manners.attempts):
        if attempt:
            wait = manners.pause * 2**attempt if failed.after is None else failed.after
            if not _sleep(wait, deadline, manners):
                break
        answer = _Attempt(url, partial, manners, deadline, held, progress).run()
        if not isinstance(answer, _Again):
            return answer
        failed = answer
    return Unreachable(failed.why, failed.is_host)


def _sleep(seconds: float, deadline: Deadline, manners: Manners) -> bool:
    """Wait; return False without waiting when that is longer than we wait."""
    try:
        left = deadline.left(manners.total)
    except TimeoutError:
        return False
    if seconds > min(left, manners.longest_wait):
        return False
    time.sleep(seconds)
    return True


@dataclass(slots=True)
class _Attempt:
    """One walk from the address that is recorded to the file, or to the reason why not."""

    url: str
    partial: Partial
    manners: Manners
    deadline: Deadline
    held: Validators | None
    progress: Progress

    def run(self) -> Answer | _Again:
        try:
            place = parse_place(self.url)
            for _ in range(self.manners.redirects + 1):
                result = self._ask(place)
                if not isinstance(result, str):
                    return result
                place = follow(place, result)
        except Refused as refused:
            return Unreachable(str(refused))
        return Unreachable(f"it is redirected more than {self.manners.redirects} times")

    def _ask(self, place: Place) -> Answer | _Again | str:
        """Return the answer of one place, or where it redirects to."""
        try:
            addresses = resolve(place, allow_loopback=self.manners.allow_loopback)
        except Refused as refused:
            return Unreachable(str(refused), is_host=True)
        start, headers = self._headers()
        connected = False
        try:
            with exchange(
                place,
                addresses,
                headers,
                deadline=self.deadline,
                connect=self.manners.connect,
                read=self.manners.read,
            ) as response:
                connected = True
                return self._read(response, place, start)
        except SSLCertVerificationError as error:
            return Unreachable(f"its certificate is not trusted ({error.verify_message})")
        except TimeoutError:
            return _Again("it did not answer in time", is_host=not connected)
        except (BrokenOff, SSLError, ConnectionError, OSError, HTTPException, ValueError) as error:
            return _Again(_in_words(error), is_host=isinstance(error, ConnectionRefusedError))

    def _headers(self) -> tuple[int, dict[str, str]]:
        """Return from which byte on we ask, and how."""
        headers = {
            "User-Agent": self.manners.agent,
            "Accept": ACCEPTED,
            "Accept-Encoding": "identity",
        }
        if validator := self.partial.validator:
            start = self.partial.size
            return start, {**headers, "Range": f"bytes={start}-", "If-Range": validator}
        if self.held and self.held.etag:
            headers["If-None-Match"] = self.held.etag
        if self.held and self.held.modified:
            headers["If-Modified-Since"] = self.held.modified
        return 0, headers

    def _read(self, response: HTTPResponse, place: Place, start: int) -> Answer | _Again | str:
        status = response.status
        if status in _REDIRECTS:
            location = response.headers.get("Location")
            return location or Unreachable("it is redirected without saying where to")
        if status in _GONE:
            return Gone(status)
        if status == 304 and self.held and not start:
            return NotModified()
        if status == 416 and start:
            self.partial.discard()
            return _Again("it does not go on where it broke off")
        if status in _BUSY:
            return self._busy(response)
        if status in _LATER:
            return _Again(f"it answers {status}")
        if status == 200 or (status == 206 and start):
            return self._body(response, place, start if status == 206 else 0)
        return Unreachable(f"it answers {status}")

    def _busy(self, response: HTTPResponse) -> Unreachable | _Again:
        wait = seconds_to_wait(
            response.headers.get("Retry-After", ""), response.headers.get("Date", "")
        )
        if wait is not None and wait > self.manners.longest_wait:
            why = f"it answers {response.status} and asks to come back in {wait:,.0f} seconds"
            return Unreachable(why, is_host=True)
        after = None if wait is None else max(wait, self.manners.pause)
        return _Again(f"it answers {response.status}", after, is_host=True)

    def _body(self, response: HTTPResponse, place: Place, start: int) -> Answer | _Again:
        validators = Validators(response.headers.get("ETag"), response.headers.get("Last-Modified"))
        declared = response.headers.get_content_type() if response.headers["Content-Type"] else ""
        try:
            receive(
                response,
                self.partial,
                start,
                validator=validators.strong or validators.modified,
                largest=self.manners.largest,
                deadline=self.deadline,
                judge=lambda head: _why_not(head, declared, place),
                progress=self.progress,
            )
        except Wrong as wrong:
            self.partial.discard()
            return Unreachable(str(wrong))
        kind = kind_of(self.partial.head(HEAD))
        assert kind, "the judge has seen these bytes"
        return Fetched(kind, validators)


def _why_not(head: bytes, declared: str, place: Place) -> str | None:
    """Return why a file that begins like this is not taken, or None."""
    kind = kind_of(head)
    if not head:
        return "it sends an empty file"
    if not kind:
        return f"what it sends is no PDF, DOCX, HTML or text{_called(declared)}"
    if is_page_instead(kind, declared, place):
        return "it sends a web page in the place of a document"
    return None


def _called(declared: str) -> str:
    return f", though it calls it {declared[:60]}" if declared.isprintable() and declared else ""


def _in_words(error: Exception) -> str:
    match error:
        case BrokenOff():
            return str(error)
        case ConnectionRefusedError():
            return "nobody answers there"
        case SSLError():
            return "no secure connection can be made"
        case ConnectionError():
            return "the connection broke off"
        case OSError():
            return "it cannot be connected to"
        case _:
            return "its answer is not HTTP"
