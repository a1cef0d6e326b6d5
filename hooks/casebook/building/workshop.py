"""The folder where the next site is made: files that are not public yet, and pieces of files."""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from casebook.building.batch import PIECES
from casebook.building.tree import Tree
from casebook.model.site_file import content_hash
from casebook.reading.kept import DamagedError, read_kept, write_kept


class Workshop:
    """A folder on the disk of the public site, where the next one is made."""

    def __init__(self, folder: Path, tree: Tree) -> None:
        self._made = folder / "made"
        self._pieces = folder / "pieces"
        self.tree = tree
        shutil.rmtree(self._made, ignore_errors=True)
        self._made.mkdir(parents=True)
        self._pieces.mkdir(exist_ok=True)

    def put(self, path: str, content: bytes) -> str:
        """Keep the content of a file, and return its hash. What is public already is not written."""
        key = content_hash(content)
        if path.startswith(PIECES):
            # Pieces outlive a build that is killed.
            write_kept(self._pieces / key, content)
        elif self.tree.published.get(path) != key:
            _write(f"{self._made}/{key}", content)
        return key

    def read(self, path: str, key: str) -> bytes:
        """Return a file of the next site, or a piece. Raises OSError when it is gone."""
        if path.startswith(PIECES):
            return self._piece(key)
        if self.tree.published.get(path) == key:
            return self.tree.read_published(path)
        return (self._made / key).read_bytes()

    def _piece(self, key: str) -> bytes:
        try:
            return read_kept(self._pieces / key)
        except DamagedError as error:
            # Others may be, too. The next build sees that they are gone, and makes them anew.
            shutil.rmtree(self._pieces, ignore_errors=True)
            raise OSError("what an earlier build left is damaged; build again.") from error

    def read_published(self, path: str, key: str) -> bytes:
        """Return a file of the site that was just published, or a piece."""
        return self.read(path, key) if path.startswith(PIECES) else self.tree.read_published(path)

    def lost(self, made: Iterable[Mapping[str, str]]) -> frozenset[str]:
        """Return those of these files, each with its hash, that are not there any more."""
        published, pieces = self.tree.published, {entry.name for entry in os.scandir(self._pieces)}
        # Nearly all are public: whole batches are compared, not a hundred thousand paths.
        held = published.items()
        return frozenset(
            path
            for files in made
            if not files.items() <= held
            for path, key in files.items()
            if (key not in pieces if path.startswith(PIECES) else published.get(path) != key)
        )

    def place(self, key: str) -> Path:
        """Return where a file lies that was made for the next site."""
        return self._made / key

    def sweep(self, keys: Iterable[str]) -> None:
        """Clear away everything but the pieces with these hashes."""
        shutil.rmtree(self._made, ignore_errors=True)
        held = set(keys)
        for piece in self._pieces.iterdir():
            if piece.name not in held:
                piece.unlink()


def _write(path: str, content: bytes) -> None:
    """Write a file. Of a hundred thousand, each would pay for a buffer that it does not need."""
    handle = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666
    )
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
    finally:
        os.close(handle)
