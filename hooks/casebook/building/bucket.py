"""A bucket that machines share: objects by name, in a folder or wherever fsspec can write.

    <address>/<engine>/<name>

Objects of machines with other libraries lie beside ours, and are never looked at.
"""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from casebook.building.parcel import LARGEST

_FEW_SLASHES = re.compile(r"[a-z][a-z0-9+]+:/?(?!/)")


class AddressError(Exception):
    """There can be no bucket at this address; the message says what to write or install."""


class BucketError(Exception):
    """The bucket does not answer; the message is what it said."""


class Bucket:
    """Objects by name. Every method raises BucketError when the bucket does not answer."""

    def __init__(self, address: str, root: Path, engine: str) -> None:
        """Take a folder, from `root`, or an address that fsspec knows: s3://bucket/folder.

        `engine` is a folder of the bucket. Raises AddressError.
        """
        if _FEW_SLASHES.match(address) and "://" not in address:
            scheme, _, rest = address.partition(":")
            raise AddressError(f"write {scheme}://{rest.lstrip('/')} with two slashes.")
        is_folder = "://" not in address
        # Only who has a cache waits for it: it takes a tenth of a second.
        import fsspec  # noqa: PLC0415

        try:
            where = str(root / Path(address).expanduser()) if is_folder else address
            self._files, path = fsspec.core.url_to_fs(where)
        except ImportError as error:
            raise AddressError(f"what it needs is missing here. {_words(error)}.") from error
        except Exception as error:
            # Every kind of bucket has exceptions of its own.
            raise AddressError(
                f"{_words(error)}. Write a folder, or an address such as s3://bucket/folder."
            ) from error
        if not str(path).strip("/"):
            raise AddressError("name a folder, or a bucket as in s3://bucket/folder.")
        self.address = address
        self._root = f"{str(path).rstrip('/')}/{engine}"
        self.place = f"{address} {self._root}"
        """What tells this bucket from others."""
        # On a disk a file grows while it is written; in a bucket it appears whole.
        self._grows = "file" in self._files.protocol
        self.folder = Path(path) if self._grows else None
        """Where it lies, on a disk."""

    def read(self, names: Sequence[str]) -> dict[str, bytes | None]:
        """Return objects by name, None for those that are not there: all at once where it can be."""
        paths = [f"{self._root}/{name}" for name in names]
        ends = [LARGEST + 1] * len(paths)
        try:
            found = self._files.cat_ranges(paths, [0] * len(paths), ends, on_error="return")
        except Exception as error:
            raise BucketError(_words(error)) from error
        held: dict[str, bytes | None] = {}
        for name, content in zip(names, found, strict=True):
            if isinstance(content, FileNotFoundError):
                held[name] = None
            elif isinstance(content, OSError) and _is_empty(content):
                held[name] = b""
            elif isinstance(content, BaseException):
                raise BucketError(_words(content)) from content
            else:
                held[name] = bytes(content)
        return held

    def write(self, objects: Mapping[str, bytes]) -> None:
        """Put objects, over those of the same names."""
        try:
            if not self._files.async_impl:
                self._files.makedirs(self._root, exist_ok=True)
            aside = f".{os.getpid()}" if self._grows else ""
            self._files.pipe(
                {f"{self._root}/{name}{aside}": content for name, content in objects.items()}
            )
            if aside:
                for name in objects:
                    Path(f"{self._root}/{name}{aside}").replace(f"{self._root}/{name}")
        except Exception as error:
            raise BucketError(_words(error)) from error


def _is_empty(error: OSError) -> bool:
    """Whether an error says that there is nothing in an object: it has no first byte."""
    return "range" in str(error).lower()


def _words(error: BaseException) -> str:
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__
