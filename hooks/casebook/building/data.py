"""What the record gives to machines, as files of the site."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from casebook.building.site import SiteFile, digest
from casebook.building.tree import Tree
from casebook.exports.api import MANIFEST
from casebook.exports.basis import Basis
from casebook.exports.export import Export
from casebook.exports.files import plan_files
from casebook.exports.manifest import is_data, manifest_of
from casebook.exports.sitemap import plan_sitemap


def data_files(basis: Basis, addresses: Iterable[str], code: str) -> Iterator[SiteFile]:
    """Yield data, feeds, calendars, references and the site map.

    `addresses` are the pages that search engines may list; `code` stands for the program.
    """
    yield from map(partial(_file, code), plan_files(basis))
    yield from map(partial(_file, code), plan_sitemap(basis, addresses))


def _file(code: str, export: Export) -> SiteFile:
    return SiteFile(export.path, digest(code.encode(), repr(export.key).encode()), export.make)


class ManifestFile:
    """The manifest of the data: it gives the hash of every other file of data."""

    def __init__(self, tree: Tree, site_url: str, today: date, memory: Path) -> None:
        """`memory` is a file that keeps hashes from one build to the next."""
        self._tree = tree
        self._site_url = site_url
        self._today = today
        self._memory = memory

    def plan(self, keys: Mapping[str, str]) -> Iterator[SiteFile]:
        """Yield the manifest of the files with these keys."""
        data = {path: key for path, key in keys.items() if is_data(path)}
        said = json.dumps([self._site_url, str(self._today), sorted(data.items())])
        yield SiteFile(MANIFEST, digest(said.encode()), partial(self._make, data))

    def _make(self, keys: Mapping[str, str]) -> bytes:
        known = self._remembered()
        hashes = {
            path: known.get(key) or hashlib.sha256(self._tree.read(path)).hexdigest()
            for path, key in keys.items()
        }
        remembered = {keys[path]: found for path, found in hashes.items()}
        self._memory.write_text(json.dumps(remembered), "utf-8")
        return manifest_of(hashes, self._site_url, self._today)

    def _remembered(self) -> dict[str, str]:
        """Return the hash that belongs to each key: the same key, the same bytes."""
        try:
            known = json.loads(self._memory.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}
