"""The last look at a site before it is public: no name in it that must not be there."""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from casebook.building.workers import share
from casebook.reading.kept import read_kept, write_kept
from casebook.sealing.contents import texts_in
from casebook.sealing.protection import Guard


class LeakError(Exception):
    """Files of the site hold names that must not be public; the message never holds the names."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """Looks for names in every file that was not looked at before with the same list."""

    guard: Guard
    memory: Path
    """A file that keeps what was clean, from one build to the next."""
    processes: int
    program: str = ""
    """Stands for the code: what another one found clean is looked at again."""

    def __call__(self, manifest: Mapping[str, str], read: Callable[[str], bytes]) -> None:
        """Raise LeakError when a file holds a protected name. The manifest gives path and key."""
        if not self.guard:
            return
        clean = self._remembered()
        news = [path for path, key in manifest.items() if clean.get(path) != key]
        if not news:
            return
        found = self.memory.with_suffix(".found")
        found.write_bytes(b"")
        share(partial(self._look, read, found), news, self.processes)
        leaks = sorted(set(found.read_text("utf-8").splitlines()))
        found.unlink()
        if leaks:
            raise LeakError("\n".join(leaks))
        kept = json.dumps({"list": self._list, "clean": dict(manifest)})
        write_kept(self.memory, kept.encode())

    @property
    def _list(self) -> str:
        return f"{self.guard.key} {self.program}"

    def _look(self, read: Callable[[str], bytes], found: Path, path: str) -> None:
        for text in texts_in(path, read(path)):
            if why := self.guard.find(text):
                # A path could hold the name itself.
                tells = any(map(self.guard.find, texts_in(path, b"")))
                shown = "a file whose address" if tells else path
                line = f"{shown} holds a name that {why} keeps from being public"
                with found.open("ab") as file:
                    os.write(file.fileno(), f"{line}\n".encode())
                return

    def _remembered(self) -> dict[str, str]:
        try:
            held = json.loads(read_kept(self.memory))
        except (OSError, ValueError):
            return {}
        is_ours = isinstance(held, dict) and held.get("list") == self._list
        clean = held.get("clean") if is_ours else None
        return clean if isinstance(clean, dict) else {}
