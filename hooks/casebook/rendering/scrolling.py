"""Tables that are wider than a screen scroll by themselves, by keyboard too."""

import re

_OPENING = re.compile(r"<table\b[^>]*>")


def let_tables_scroll(html: str) -> str:
    """Return the clean HTML of a hand-written page, each table in a part that scrolls."""
    framed = _OPENING.sub(
        lambda opening: (
            f'<div class="table-scroll" role="group" aria-label="Table" tabindex="0">{opening[0]}'
        ),
        html,
    )
    return framed.replace("</table>", "</table></div>")
