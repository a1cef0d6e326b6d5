"""Addresses from which something moved, as a list and as rules for some hosts."""

from collections.abc import Iterable, Mapping

from casebook.identifiers.reference import Reference, parse_folder
from casebook.model.promises import Promised, destination
from casebook.reading.collection import Collection


def moved_pages(collection: Collection) -> dict[str, str]:
    """Return every page that is no more, and where it went."""
    moved = collection.moved
    if not moved:
        return {}
    today = Promised(collection.corpus, collection.pages)
    permalinks = collection.permalinks
    # A place may be promised on a page that is not, so pages are looked up once they lead somewhere.
    return {
        address: target
        for address in sorted({*permalinks.blocks, *moved})
        if "#" not in address
        and address not in today
        and (target := destination(address, moved, today))
        and (address in moved or address in permalinks)
    }


def moved_references(pages: Iterable[str]) -> tuple[Reference, ...]:
    """Return the communications whose dossier stood on these pages."""
    parts = [page.split("/") for page in pages]
    found = [parse_folder(*each[1:3]) for each in parts if len(each) == 4 and each[0] == "cases"]
    return tuple(filter(None, found))


def redirect_rules(pages: Mapping[str, str]) -> bytes:
    """Return `_redirects`, which Netlify and Cloudflare Pages read."""
    return "".join(f"/{old} /{target} 301\n" for old, target in pages.items()).encode()
