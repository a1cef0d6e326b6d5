"""The page at an address from which something moved."""

from html import escape


def moved_body(root: str, target: str) -> str:
    """Return the body of the page: a link, which works without script and without haste.

    `root` leads to the root of the site, `target` counts from there.
    """
    return (
        '<div class="page">\n<h1>This page has moved</h1>\n'
        f'<p>It is now at <a href="{escape(root + target)}">{escape(target)}</a>. '
        "Please mend the link that led you here.</p>\n</div>\n"
    )


def moved_head(root: str) -> str:
    """Return what its head holds, besides where the page is: a script that leads there at once.

    The script keeps the paragraph of the address. A refresh in the head would not, and some
    readers cannot stop it (https://www.w3.org/WAI/WCAG22/Techniques/failures/F41).
    """
    return (
        '<meta name="robots" content="noindex">\n'
        f'<script src="{escape(root)}assets/search/follow.js" defer></script>\n'
    )
