"""The last step from one site to the next: what the spare has otherwise than the public site.

An edit changes ten files of a hundred thousand. Noted when they change, these need not be found
again by comparing two lists.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from casebook.building.listing import MARKER, Listing, differing, read_listing
from casebook.model.site_file import content_hash
from casebook.reading.kept import read_kept, write_kept


@dataclass(frozen=True, slots=True)
class Step:
    """From one listing to the next."""

    before: str
    now: str
    """The keys of both."""
    old: Mapping[str, str | None]
    """Every path that differs, to the hash that the earlier has; None where it has no such file."""


def write_step(path: Path, before: Listing, now: Listing, changed: frozenset[str]) -> None:
    """Note the step between two listings; `changed` are the paths that differ.

    Where the disk refuses, the next build compares them.
    """
    step = Step(before.key, now.key, {each: before.manifest.get(each) for each in sorted(changed)})
    with suppress(OSError):
        write_kept(path, json.dumps(asdict(step)).encode())


def read_earlier(tree: Path, now: Listing, noted: Path) -> tuple[Listing, frozenset[str]]:
    """Return what an earlier tree lists, and the paths of what differs from what is listed `now`.

    `noted` is where the last step may be found: when it led from the one to the other, nothing is
    compared.
    """
    try:
        written = (tree / MARKER).read_bytes()
        step = Step(**json.loads(read_kept(noted)))
    except (OSError, ValueError, TypeError):
        step = None
    if step and step.now == now.key and step.before == content_hash(written):
        held = {**now.manifest}
        for path, key in step.old.items():
            if key is None:
                held.pop(path, None)
            else:
                held[path] = key
        return Listing(held, written), frozenset(step.old)
    earlier = read_listing(tree)
    return earlier, differing(now.manifest, earlier.manifest)
