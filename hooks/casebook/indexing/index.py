"""The plan of the index: every file that search needs, and what of the last site still holds.

Records of dossiers and the tables about them are made first. Shards are made from the records:
after an edit only the terms that a dossier gained, lost or weighs differently are changed in the
shards that hold them, and the result is what indexing everything anew would give, byte for byte.
"""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any
from zlib import ZLIB_RUNTIME_VERSION

from casebook.identifiers.reference import Reference
from casebook.indexing.alphabet import SCRIPT_PAGES, script_page
from casebook.indexing.anew import Divide, shards_anew, undivided
from casebook.indexing.file import Files, key_of
from casebook.indexing.found import records_of
from casebook.indexing.names import NAMES, PROVISIONS, names_of, provision_pages
from casebook.indexing.patching import patched_shards
from casebook.indexing.series import series_of, series_path
from casebook.indexing.settings import SETTINGS, settings_of
from casebook.indexing.shards import SHARDS, bits_for
from casebook.model.corpus import Corpus
from casebook.model.site_file import SiteFile, whole_file


def plan_tables(
    corpus: Corpus, code: str, site_url: str, moved: Sequence[Reference] = ()
) -> Iterator[SiteFile]:
    """Yield what the browser reads before it searches. `code` stands for the program.

    `moved` are those of dossiers whose page leads on to where they are now.
    """
    series = series_of(corpus, moved)
    yield whole_file(SETTINGS, partial(_settings, corpus, code, site_url), site_url)
    yield whole_file(NAMES, partial(_names, corpus, tuple(series)), tuple(series))
    yield whole_file(PROVISIONS, lambda: _written(provision_pages(corpus)))
    for addressee, numbers in series.items():
        yield whole_file(series_path(addressee), partial(_written, numbers), numbers)
    for number in SCRIPT_PAGES:
        yield whole_file(f"search/scripts/{number:x}.json", partial(_script, number))


def plan_shards(
    records: Files, code: str, before: Files | None = None, divide: Divide = undivided
) -> Iterator[tuple[str, bytes | None]]:
    """Yield the path of every shard, with its content where the last site does not have it.

    `records` are those of this site, `before` all files of the last one. `divide` may share the
    work of indexing everything between processes.
    """
    before = before or Files()
    bits = bits_for(len(records.keys))
    is_same = _version(before) == _key(code, bits)
    patched = patched_shards(records, bits, before) if is_same else None
    if patched is None:
        yield from shards_anew(records, bits, divide)
        return
    for path in before.keys:
        if path.startswith(SHARDS) and path not in patched:
            yield path, None
    yield from ((path, shard) for path, shard in patched.items() if shard)


def _settings(corpus: Corpus, code: str, site_url: str) -> bytes:
    found = len(records_of(corpus))
    bits = bits_for(found)
    return _written(settings_of(corpus, site_url, found, bits, _key(code, bits)))


def _key(code: str, bits: int) -> str:
    # Another zlib may compress the same into other bytes.
    return key_of(code, bits, ZLIB_RUNTIME_VERSION)


def _names(corpus: Corpus, addressees: Sequence[str]) -> bytes:
    return _written(names_of(corpus, addressees))


def _version(before: Files) -> str | None:
    """Return what made the index of the last site, where there is one."""
    if SETTINGS not in before.keys:
        return None
    try:
        settings = json.loads(before.read(SETTINGS))
    except (OSError, ValueError):
        return None
    return settings.get("version") if isinstance(settings, dict) else None


def _script(number: int) -> bytes:
    return _written(script_page(number))


def _written(value: Any) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n".encode()
