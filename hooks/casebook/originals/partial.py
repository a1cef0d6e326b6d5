"""What has arrived of a file that is not whole yet, kept so that the next pull goes on from there."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO


class CannotKeep(Exception):  # noqa: N818 - the disk is at fault, not the server
    """The disk does not take what arrives; the message says why."""


def keep(file: BinaryIO, piece: bytes) -> None:
    """Write a piece of what arrives, at once; CannotKeep when it cannot be written."""
    try:
        file.write(piece)
    except OSError as error:
        raise CannotKeep(f"{file.name} cannot be written: {error.strerror}.") from error


class Partial:
    """The beginning of one file, in a folder of this machine."""

    def __init__(self, folder: Path, url: str) -> None:
        name = sha256(url.encode()).hexdigest()[:32]
        self.path = folder / f"{name}.part"
        self._note = folder / f"{name}.json"

    @property
    def size(self) -> int:
        """How many bytes have arrived."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    @property
    def validator(self) -> str | None:
        """What proves to the server which version began to arrive; None when nothing can go on."""
        if not self.size:
            return None
        try:
            held = json.loads(self._note.read_bytes())
        except (OSError, ValueError):
            return None
        validator = held.get("validator") if isinstance(held, dict) else None
        return validator if isinstance(validator, str) and validator.isprintable() else None

    @contextmanager
    def writing(self, *, start: int, validator: str | None) -> Iterator[BinaryIO]:
        """Give the file to write to, from `start` on; what lies beyond is dropped.

        Raises CannotKeep.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if not start:
                self.discard()
            if validator:
                self._note.write_text(json.dumps({"validator": validator}), "utf-8")
            opened = self.path.open("ab", buffering=0)
            opened.truncate(start)
        except OSError as error:
            raise CannotKeep(f"{self.path} cannot be written: {error.strerror}.") from error
        with opened as file:
            yield file

    def discard(self) -> None:
        """Forget what has arrived."""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def head(self, length: int) -> bytes:
        """Return the first bytes."""
        with self.path.open("rb") as file:
            return file.read(length)

    def checksum(self) -> str:
        """Return the SHA-256 of what has arrived."""
        digest = sha256()
        with self.path.open("rb") as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
        return digest.hexdigest()
