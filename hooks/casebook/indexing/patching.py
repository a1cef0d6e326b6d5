"""Shards of the last site, changed where dossiers changed: the same bytes as shards made anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from casebook.indexing.file import Files
from casebook.indexing.found import number_of
from casebook.indexing.lexicon import Lexicon
from casebook.indexing.postings import terms_of
from casebook.indexing.record import TEXTS, read_record
from casebook.indexing.shards import Changes, Packer, shard_path
from casebook.model.site_file import content_hash


def patched_shards(records: Files, bits: int, before: Files) -> dict[str, bytes] | None:
    """Return the shards that are other now, empty where no term is left.

    `records` are those of this site, `before` all files of the last. None when most of the index
    changed, or when the last site is not what it says it is: then shards have to be made anew.
    """
    old = {path for path in before.keys if path.startswith(TEXTS)}
    other = {path for path, key in records.keys.items() if before.keys.get(path) != key}
    other |= old - records.keys.keys()
    if len(other) > len(records.keys) // 4 + 8:
        return None
    packer = Packer()
    shards = {}
    try:
        for path, terms in _by_shard(_changes(records, other, before), bits).items():
            shard = before.read(path) if path in before.keys else b""
            if shard and content_hash(shard) != before.keys[path]:
                return None
            shards[path] = packer.patch(shard, terms)
    except (OSError, ValueError, LookupError):
        return None
    return shards


@cache
def _lexicon() -> Lexicon:
    """Return one lexicon for all patches: in a preview, one letter is saved again and again."""
    return Lexicon()


def _changes(records: Files, paths: Iterable[str], before: Files) -> Mapping[str, Changes]:
    """Return, by term, the dossiers among those of `paths` whose weight is another now."""
    lexicon = _lexicon()
    changes: dict[str, dict[int, int]] = defaultdict(dict)
    for path in paths:
        was, now = (
            terms_of(read_record(files.read(path)), lexicon) if path in files.keys else {}
            for files in (before, records)
        )
        number = number_of(path)
        for term in was.keys() | now.keys():
            if was.get(term) != now.get(term):
                changes[term][number] = now.get(term, 0)
    return changes


def _by_shard(changes: Mapping[str, Changes], bits: int) -> Mapping[str, Mapping[str, Changes]]:
    shards: dict[str, dict[str, Changes]] = defaultdict(dict)
    for term, dossiers in changes.items():
        shards[shard_path(term, bits)][term] = dossiers
    return shards
