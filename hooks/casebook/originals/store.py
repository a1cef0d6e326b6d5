"""Where originals lie: files named after what they hold, in a folder or in any bucket.

    <first two characters>/<SHA-256>             the original
    addresses/<SHA-256 of the address>.json      what the last pull saw there

Nothing is ever changed or removed: another version is another file. One note an address, and not
one list, so that two machines can write to one bucket.
"""

import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from casebook.originals.fetching import Validators
from casebook.words.dates import parse_date

_CHECKSUM = re.compile("[0-9a-f]{64}")


class StoreError(Exception):
    """The store cannot be used; the message is a sentence about which, and why."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the last pull saw at an address."""

    url: str
    sha256: str
    size: int
    retrieved: date
    validators: Validators


class Store:
    """Originals by checksum. Every method raises StoreError when the store does not answer."""

    def __init__(self, address: str) -> None:
        """Take a folder, or any address that fsspec knows: s3://bucket/path, memory://originals."""
        self.address = address
        with self._answering():
            # Only the commands that need originals wait for it: it takes a tenth of a second.
            import fsspec  # noqa: PLC0415

            self._files, root = fsspec.core.url_to_fs(address)
            self._root = str(root).rstrip("/")
        # On a disk a file grows while it is written; in a bucket it appears whole.
        self._grows = "file" in self._files.protocol

    def holds(self, checksum: str, size: int | None = None) -> bool:
        """Whether the store has a file of this name, and of this size if one is given."""
        with self._answering():
            try:
                held = self._files.info(self._path(checksum))["size"]
            except FileNotFoundError:
                return False
        return size is None or held == size

    def read(self, checksum: str) -> bytes | None:
        """Return what the file of this name holds, whatever that is, or None."""
        with self._answering():
            return self._read(self._path(checksum))

    def file(self, source: Path, checksum: str) -> None:
        """File a copy of `source`, whose checksum this is."""
        with self._answering(), self._whole(self._path(checksum)) as target:
            self._files.put_file(str(source), target)

    def keep(self, data: bytes, checksum: str) -> None:
        """File an original that is in memory."""
        with self._answering(), self._whole(self._path(checksum)) as target:
            self._files.pipe_file(target, data)

    def seen(self, url: str) -> Seen | None:
        """Return what the last pull saw at an address; None when it is not known, or not readable."""
        with self._answering():
            data = self._read(self._note(url))
        return _parse_seen(data, url) if data else None

    def remember(self, seen: Seen) -> None:
        """Keep what a pull saw."""
        note = {
            "url": seen.url,
            "sha256": seen.sha256,
            "size": seen.size,
            "retrieved": seen.retrieved.isoformat(),
            "etag": seen.validators.etag,
            "last-modified": seen.validators.modified,
        }
        data = (json.dumps(note, indent=2, sort_keys=True) + "\n").encode()
        with self._answering(), self._whole(self._note(seen.url)) as target:
            self._files.pipe_file(target, data)

    def _path(self, checksum: str) -> str:
        return f"{self._root}/{checksum[:2]}/{checksum}"

    def _note(self, url: str) -> str:
        return f"{self._root}/addresses/{sha256(url.encode()).hexdigest()}.json"

    def _read(self, path: str) -> bytes | None:
        try:
            return bytes(self._files.cat_file(path))
        except FileNotFoundError:
            return None

    @contextmanager
    def _whole(self, path: str) -> Iterator[str]:
        """Give the path to write to, such that the file appears whole."""
        self._files.makedirs(path.rpartition("/")[0], exist_ok=True)
        if not self._grows:
            yield path
            return
        aside = f"{path}.{os.getpid()}"
        try:
            yield aside
            Path(aside).replace(path)
        finally:
            Path(aside).unlink(missing_ok=True)

    @contextmanager
    def _answering(self) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            # Every kind of bucket has exceptions of its own.
            words = " ".join(str(error).split()) or type(error).__name__
            raise StoreError(f"the originals in {self.address} cannot be used: {words}.") from error


def _parse_seen(data: bytes, url: str) -> Seen | None:
    try:
        note: Any = json.loads(data)
    except ValueError:
        return None
    if not isinstance(note, dict) or note.get("url") != url:
        return None
    checksum, size, retrieved = note.get("sha256"), note.get("size"), note.get("retrieved")
    day = parse_date(retrieved) if isinstance(retrieved, str) else None
    if not isinstance(checksum, str) or not isinstance(size, int) or not day:
        return None
    if not _CHECKSUM.fullmatch(checksum):
        return None
    return Seen(
        url, checksum, size, day, Validators(_text(note, "etag"), _text(note, "last-modified"))
    )


def _text(note: dict[str, Any], key: str) -> str | None:
    value = note.get(key)
    return value if isinstance(value, str) and value.isprintable() else None
