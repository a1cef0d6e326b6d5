"""What a build is asked for beside the site: a cache that it shares, a part, the pages alone.

`casebook build` hands it on to MkDocs in variables of the environment; whoever calls MkDocs, or
`make site`, may set them too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from casebook.building.bucket import AddressError, Bucket
from casebook.building.engine import engine_key
from casebook.building.groups import MOST_PARTS, Shard, parse_shard
from casebook.building.tree import folder_around
from casebook.doors.here import UsageError

CACHE = "CASEBOOK_CACHE"
"""The variable for a folder, or an address that fsspec knows."""
SHARD = "CASEBOOK_SHARD"
ONLY = "CASEBOOK_ONLY"
PAGES = "pages"
"""What can be built alone."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a build is asked for. Without any wish it builds the site, on its own."""

    cache: str = ""
    shard: Shard | None = None
    is_pages_only: bool = False


def wishes_of(variables: Mapping[str, str]) -> Wishes:
    """Return what the environment asks for. Raises UsageError."""
    cache, written, only = (variables.get(name, "").strip() for name in (CACHE, SHARD, ONLY))
    shard = parse_shard(written) if written else None
    if written and not shard:
        raise UsageError(
            f'"{written}" is no part of a build; write a number and how many parts there are, '
            f"up to {MOST_PARTS}: 3/8."
        )
    if shard and not cache:
        raise UsageError(
            f"a part of a build is left in a cache for the others; name one with --cache or {CACHE}."
        )
    if only and only != PAGES:
        raise UsageError(f'"{only}" cannot be built alone; write {PAGES}.')
    if shard and only:
        raise UsageError("a part holds data too; ask for a part or for pages, not for both.")
    return Wishes(cache, shard, bool(only))


def open_bucket(wishes: Wishes, root: Path, public: Path) -> Bucket | None:
    """Return the cache that is asked for. Raises UsageError when there can be none.

    `public` is where the site is built: what lies in a cache is not for the public.
    """
    if not wishes.cache:
        return None
    try:
        bucket = Bucket(wishes.cache, root, engine_key())
    except AddressError as error:
        raise UsageError(f"there is no such cache: {error}") from error
    if bucket.folder:
        place = bucket.folder.resolve()
        is_public = place.is_relative_to(public.resolve())
        if held := public.name if is_public else folder_around(place, root.resolve()):
            raise UsageError(f"a cache cannot lie in {held}/: name a folder beside it.")
    return bucket
