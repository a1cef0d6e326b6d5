"""Addresses from which something moved, as pages for every host and as rules for some."""

from collections.abc import Iterator, Mapping
from functools import partial

from casebook.building.records import Frame
from casebook.building.site import SiteFile, digest
from casebook.model.promises import destination, promised_addresses
from casebook.reading.collection import Collection
from casebook.rendering.moved import moved_body, moved_head
from casebook.rendering.shell import canonical, root_of
from casebook.views.page import Section


def moved_pages(
    collection: Collection,
) -> dict[str, str]:
    """Return every page that is no more, and where it went."""
    moved = collection.moved
    if not moved:
        return {}
    today = promised_addresses(collection.corpus, collection.pages)
    return {
        address: target
        for address in sorted({*collection.permalinks, *moved})
        if "#" not in address
        and address not in today
        and (target := destination(address, moved, today))
    }


def moved_files(pages: Mapping[str, str], frame: Frame) -> Iterator[SiteFile]:
    """Yield a page at each old address, and the file in which hosts look for redirects."""
    surroundings = frame.key.encode()
    for old, target in pages.items():
        key = digest(surroundings, old.encode(), target.encode())
        yield SiteFile(f"{old}index.html", key, partial(_page, old, target, frame))
    rules = redirect_rules(pages)
    if rules:
        yield SiteFile("_redirects", digest(rules), partial(bytes, rules))


def redirect_rules(pages: Mapping[str, str]) -> bytes:
    """Return `_redirects`, which Netlify and Cloudflare Pages read."""
    return "".join(f"/{old} /{target} 301\n" for old, target in pages.items()).encode()


def _page(old: str, target: str, frame: Frame) -> bytes:
    root = root_of(old)
    slots = {
        "title": "This page has moved",
        "description": "This page has moved.",
        "canonical": canonical(frame.site_url, target.partition("#")[0]),
        "root": root,
        "head": moved_head(root),
        "body": moved_body(root, target),
        "language": "en",
    }
    return frame.shells[Section.HOME].splice(slots).encode()
