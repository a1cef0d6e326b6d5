"""The plan of the index: every file that search needs, and what of the last site still holds.

A dossier's record is planned from hashes alone. A shard's key is its content's hash; after an edit
only the terms that the dossier gained, lost or weighs differently are changed in the shards that
hold them, and the result is what indexing everything anew would give, byte for byte.
"""

import json
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from casebook.indexing.aliases import alias_page, alias_path
from casebook.indexing.alphabet import SCRIPT_PAGES, romanisation, script_page
from casebook.indexing.anew import Divide, shards_anew, undivided
from casebook.indexing.file import Before, IndexFile, content_key, key_of
from casebook.indexing.found import all_found
from casebook.indexing.names import NAMES, PROVISIONS, names_of, provision_pages
from casebook.indexing.patching import patched_shards
from casebook.indexing.series import series_of, series_path
from casebook.indexing.settings import SETTINGS, settings_of
from casebook.indexing.shards import SHARDS, bits_for
from casebook.model.corpus import Corpus


def plan_index(
    corpus: Corpus,
    *,
    code: str,
    site_url: str,
    policy: str,
    before: Before | None = None,
    divide: Divide = undivided,
) -> Iterator[IndexFile]:
    """Yield every file of the index, and of the resolver.

    `code` stands for the programs that make it: another code, another index. `policy` is the
    content security policy of pages, `before` the site that this one will replace. `divide` may
    share the work of indexing everything between processes. Withdrawn dossiers and those kept from
    search engines are not found.
    """
    before = before or Before()
    found = all_found(corpus, code)
    for path, held in found.items():
        yield IndexFile(path, held.key, held.write)
    bits = bits_for(len(found))
    version = key_of(code, bits)
    yield _json(SETTINGS, settings_of(corpus, site_url, len(found), bits, version))
    yield from _plan_names(corpus, code)
    aliases = key_of(code, site_url, policy)
    for reference in corpus.dossiers:
        make = partial(alias_page, reference, site_url, policy)
        yield IndexFile(alias_path(reference), f"{aliases}:{reference}", make)
    patched = patched_shards(found, bits, before) if _holds(version, before) else None
    if patched is None:
        yield from (
            _bytes(path, shard) for path, shard in shards_anew(found.values(), bits, divide)
        )
    else:
        yield from _plan_patched(patched, before)


def _plan_names(corpus: Corpus, code: str) -> Iterator[IndexFile]:
    series = series_of(corpus)
    for addressee, numbers in series.items():
        yield _json(series_path(addressee), numbers)
    yield _json(NAMES, names_of(corpus, series))
    yield _json(PROVISIONS, provision_pages(corpus))
    scripts = key_of(code, romanisation())
    for number in SCRIPT_PAGES:
        make = partial(_make_script, number)
        yield IndexFile(f"search/scripts/{number:x}.json", f"{scripts}:{number}", make)


def _plan_patched(patched: Mapping[str, bytes], before: Before) -> Iterator[IndexFile]:
    for path, key in before.keys.items():
        if path.startswith(SHARDS) and path not in patched:
            yield IndexFile(path, key, partial(before.read, path))
    for path, shard in patched.items():
        if shard:
            yield _bytes(path, shard)


def _holds(version: str, before: Before) -> bool:
    """Whether the last site has an index that was made as this one is."""
    if SETTINGS not in before.keys:
        return False
    try:
        settings = json.loads(before.read(SETTINGS))
    except (OSError, ValueError):
        return False
    return isinstance(settings, dict) and settings.get("version") == version


def _make_script(number: int) -> bytes:
    return _written(script_page(number))


def _written(value: Any) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _json(path: str, value: Any) -> IndexFile:
    return _bytes(path, _written(value))


def _bytes(path: str, content: bytes) -> IndexFile:
    return IndexFile(path, content_key(content), partial(bytes, content))
