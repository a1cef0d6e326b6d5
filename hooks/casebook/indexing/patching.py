"""Shards of the last site, changed where dossiers changed: the same bytes as shards made anew."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from casebook.identifiers.reference import Reference
from casebook.indexing.document_id import document_id
from casebook.indexing.file import Before, content_key
from casebook.indexing.found import Found
from casebook.indexing.lexicon import Lexicon
from casebook.indexing.postings import terms_of
from casebook.indexing.record import TEXTS, read_record
from casebook.indexing.shards import Changes, Packer, shard_path


def patched_shards(
    found: Mapping[str, Found], bits: int, before: Before
) -> dict[str, bytes] | None:
    """Return the shards that are other now, empty where no term is left.

    None when most of the index changed, or when the last site is not what it says it is: then
    shards have to be made anew.
    """
    old = {path for path in before.keys if path.startswith(TEXTS)}
    other = {path for path, held in found.items() if before.keys.get(path) != held.key}
    other |= old - found.keys()
    if len(other) > len(found) // 4 + 8:
        return None
    packer = Packer()
    shards = {}
    try:
        for path, terms in _by_shard(_changes(found, other, before), bits).items():
            shard = before.read(path) if path in before.keys else b""
            if shard and content_key(shard) != before.keys[path]:
                return None
            shards[path] = packer.patch(shard, terms)
    except (OSError, ValueError, LookupError):
        return None
    return shards


def _changes(
    found: Mapping[str, Found], paths: Iterable[str], before: Before
) -> Mapping[str, Changes]:
    """Return, by term, the dossiers among those of `paths` whose weight is another now."""
    lexicon = Lexicon()
    changes: dict[str, dict[int, int]] = defaultdict(dict)
    for path in paths:
        number = 0
        was: Mapping[str, int] = {}
        if path in before.keys:
            record = read_record(before.read(path))
            was, number = terms_of(record, lexicon), _number(record["reference"])
        now: Mapping[str, int] = {}
        if path in found:
            now, number = found[path].terms(lexicon), found[path].number
        for term in was.keys() | now.keys():
            if was.get(term) != now.get(term):
                changes[term][number] = now.get(term, 0)
    return changes


def _by_shard(changes: Mapping[str, Changes], bits: int) -> Mapping[str, Mapping[str, Changes]]:
    shards: dict[str, dict[str, Changes]] = defaultdict(dict)
    for term, dossiers in changes.items():
        shards[shard_path(term, bits)][term] = dossiers
    return shards


def _number(printed: str) -> int:
    """Return the number of a dossier from its reference as records print it."""
    code, _, rest = printed.partition(" ")
    number, _, year = rest.partition("/")
    return document_id(Reference(code, int(number), int(year)))
