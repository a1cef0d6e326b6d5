"""What changed in pages written by hand, and in the pictures beside them."""

import re
from collections.abc import Iterator, Mapping

from casebook.changes.change import Entry, Facts, Happened, compare_records
from casebook.model.promises import page_address
from casebook.reading.handwritten import HandWritten

_BLANK = re.compile(r"\n[ \t]*\n")


def compare_pages(
    before: Mapping[str, HandWritten], after: Mapping[str, HandWritten]
) -> Iterator[Entry]:
    """Return every page of which readers see something change, by its path: docs/about.md."""
    return compare_records(before, after, _shown, _facts, lambda _: {})


def _shown(path: str, _: HandWritten) -> Entry:
    return Entry(path, address=page_address(path))


def _facts(page: HandWritten) -> Facts:
    blocks = (" ".join(block.split()) for block in _BLANK.split(page.body))
    return {
        "Title": page.title,
        "Description": page.description,
        "Words": tuple(filter(None, blocks)) or None,
    }


def compare_pictures(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Entry]:
    """Yield every picture that changed; the maps have the checksum of each, by its path."""
    for path in sorted({*before, *after}):
        if before.get(path) != after.get(path):
            is_there = (path in before, path in after)
            happened = {(True, False): Happened.GONE, (False, True): Happened.NEW}
            yield Entry(path, happened.get(is_there, Happened.CHANGED))
