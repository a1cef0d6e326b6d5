"""Where compiled templates are kept, wherever the collection lies."""

import os

from jinja2 import FileSystemBytecodeCache


class CompiledTemplates(FileSystemBytecodeCache):
    """Keeps what templates were compiled to.

    A folder with a name that the locale cannot read has no UTF-8, which Jinja takes a path for.
    """

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return what stands for a template: its name, and the bytes of its path."""
        path = None if filename is None else os.fsencode(filename).decode("latin-1")
        return super().get_cache_key(name, path)
