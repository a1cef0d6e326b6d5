"""Pages for spellings of a reference that is typed into the address bar.

One for each dossier, `/r/blr-7-2025/`: the spelling in small letters with hyphens, which survives
every tool that touches addresses. All other spellings are read by the script of `/r/` and of the
page for missing addresses; a file for each would be most of the site.
"""

from html import escape

from casebook.identifiers.reference import Reference
from casebook.model.address import dossier_address


def alias_path(reference: Reference) -> str:
    """Return where the alias of a dossier is published."""
    return f"r/{reference.addressee.lower()}-{reference.number}-{reference.year}/index.html"


def alias_page(reference: Reference, site_url: str, policy: str) -> bytes:
    """Return the page that leads from an alias to the dossier, without script and without haste."""
    address = escape(dossier_address(reference))
    canonical = escape(site_url.rstrip("/"))
    return (
        "<!doctype html>\n"
        f'<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">\n'
        f"<title>{reference}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f'<link rel="canonical" href="{canonical}/{address}">\n'
        '<script src="../../assets/search/follow.js" defer></script>\n</head>\n'
        f'<body><main><h1>{reference}</h1>\n<p><a href="../../{address}">'
        f"This letter is at {address}</a></p></main></body>\n</html>\n"
    ).encode()
