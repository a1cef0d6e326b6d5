"""Where compiled templates are kept, wherever the collection lies."""

import os
from contextlib import suppress
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from casebook.reading.kept import read_kept, write_kept


class CompiledTemplates(BytecodeCache):
    """Keeps what templates were compiled to.

    A folder with a name that the locale cannot read has no UTF-8, which Jinja takes a path for.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` is there already."""
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept of a template, where it is there and whole."""
        with suppress(OSError, ValueError):
            bucket.bytecode_from_string(read_kept(self._folder / bucket.key))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to. Raises OSError."""
        write_kept(self._folder / bucket.key, bucket.bytecode_to_string())

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what stands for a template: its name, and the bytes of its path."""
        path = None if filename is None else os.fsencode(filename).decode("latin-1")
        return super().get_cache_key(name, path)
