"""One original after the other: asked for, compared with what is recorded, filed."""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from urllib.parse import urlsplit

from casebook.originals.fetching import (
    Fetched,
    Gone,
    NotModified,
    Progress,
    Unreachable,
    fetch,
)
from casebook.originals.kinds import why_not_whole
from casebook.originals.manners import Manners
from casebook.originals.partial import Partial
from casebook.originals.recorded import Recorded
from casebook.originals.store import Seen, Store
from casebook.words.dates import date_in_words
from casebook.words.wording import count_words


class Finding(Enum):
    """What became of one original, as a report begins its line."""

    FILED = "filed"
    UNCHANGED = "unchanged"
    CHANGED = "changed at the source"
    GONE = "gone from the source"
    UNREACHABLE = "unreachable"

    @property
    def is_bad(self) -> bool:
        """Whether somebody should look."""
        return self not in (Finding.FILED, Finding.UNCHANGED)


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy of an original that we hold: what dossier.yml may record of it."""

    sha256: str
    retrieved: date
    pages: int | None


@dataclass(frozen=True, slots=True)
class Pulled:
    """What became of one original."""

    recorded: Recorded
    finding: Finding
    message: str
    """A sentence without its end."""
    copy: Copy | None = None
    """What was found, when it is what is recorded or nothing is recorded yet."""


_Result = Seen | Gone | Unreachable


@dataclass(slots=True)
class Puller:
    """Pulls originals one by one, with the same patience for each host."""

    store: Store
    parts: Path
    """A folder of this machine for what is not whole yet."""
    manners: Manners
    today: date
    count_pages: Callable[[bytes], int | None]
    """Of a PDF; None for what has no pages or cannot be read."""
    progress: Callable[[Recorded], Progress]
    _last_asked: dict[str, float] = field(default_factory=dict)
    _closed: dict[str, str] = field(default_factory=dict)
    """Hosts that are not asked again in this run, and why."""
    _results: dict[str, _Result] = field(default_factory=dict)
    """By address: several dossiers may record one document."""

    def pull(self, originals: Iterable[Recorded]) -> Iterator[Pulled]:
        """Yield what becomes of each original that has an address.

        Raises StoreError and CannotKeep: without a place for originals there is no going on.
        """
        for recorded in originals:
            if recorded.source.url:
                yield self._one(recorded, recorded.source.url)

    def _one(self, recorded: Recorded, url: str) -> Pulled:
        before = self.store.seen(url)
        result = self._results.get(url) or self._fetch(recorded, url, before)
        self._results[url] = result
        match result:
            case Gone(status=status):
                kept = "; our copy stays" if self._keeps(recorded, before) else ""
                return Pulled(recorded, Finding.GONE, f"it answers {status}{kept}")
            case Unreachable(why=why):
                return Pulled(recorded, Finding.UNREACHABLE, why)
            case Seen():
                return self._judge(recorded, result, before)

    def _keeps(self, recorded: Recorded, before: Seen | None) -> bool:
        checksum = recorded.source.sha256 or (before.sha256 if before else None)
        return bool(checksum and self.store.holds(checksum))

    def _fetch(self, recorded: Recorded, url: str, before: Seen | None) -> _Result:
        host = urlsplit(url).netloc.lower()
        if host in self._closed:
            return Unreachable(f"its host was not asked again: {self._closed[host]}")
        # Only with the file at hand is "not modified" an answer.
        at_hand = before if before and self.store.holds(before.sha256, before.size) else None
        partial = Partial(self.parts, url)
        self._wait(host)
        answer = fetch(
            url,
            partial,
            self.manners,
            held=at_hand.validators if at_hand else None,
            progress=self.progress(recorded),
        )
        self._last_asked[host] = time.monotonic()
        match answer:
            case NotModified():
                assert at_hand, "nobody asked for this answer"
                return at_hand
            case Fetched():
                return self._file(url, partial, answer, recorded)
            case Unreachable(why=why, is_host=True):
                self._closed[host] = why
        return answer

    def _wait(self, host: str) -> None:
        last = self._last_asked.get(host)
        if last is not None:
            time.sleep(max(0.0, last + self.manners.pause - time.monotonic()))

    def _file(
        self, url: str, partial: Partial, fetched: Fetched, recorded: Recorded
    ) -> Seen | Unreachable:
        checksum = partial.checksum()
        if checksum != recorded.source.sha256:
            # Of what nobody has seen before, only a whole file is the original.
            lack = why_not_whole(partial.path, fetched.kind)
            if lack:
                partial.discard()
                return Unreachable(f"what it sends is not whole: {lack}")
        seen = Seen(url, checksum, partial.size, self.today, fetched.validators)
        self.store.file(partial.path, checksum)
        self.store.remember(seen)
        partial.discard()
        return seen

    def _judge(self, recorded: Recorded, seen: Seen, before: Seen | None) -> Pulled:
        expected = recorded.source.sha256
        if expected and expected != seen.sha256:
            message = (
                f"dossier.yml records {_short(expected)}, the source has {_short(seen.sha256)} "
                f"since {date_in_words(seen.retrieved)} at the latest; both stay on file"
                if self.store.holds(expected)
                else f"dossier.yml records {_short(expected)}, the source has "
                f"{_short(seen.sha256)}, which is on file; the recorded one is not"
            )
            return Pulled(recorded, Finding.CHANGED, message)
        pages = recorded.source.pages or self._pages(seen.sha256)
        copy = Copy(seen.sha256, seen.retrieved, pages)
        if not expected and before and before.sha256 != seen.sha256:
            message = (
                f"on {date_in_words(before.retrieved)} it was {_short(before.sha256)}, "
                f"now it is {_short(seen.sha256)}; both stay on file"
            )
            return Pulled(recorded, Finding.CHANGED, message)
        is_new = not before or before.sha256 != seen.sha256
        finding = Finding.FILED if is_new else Finding.UNCHANGED
        length = f", {count_words(pages, 'page')}" if pages else ""
        compared = "as recorded" if expected else "nothing is recorded to compare it with"
        return Pulled(recorded, finding, f"{_short(seen.sha256)}{length}, {compared}", copy)

    def _pages(self, checksum: str) -> int | None:
        data = self.store.read(checksum)
        return self.count_pages(data) if data else None


def _short(checksum: str) -> str:
    return f"{checksum[:12]}…"
