"""Links that lead nowhere, with what the editor probably meant."""

import re
from collections.abc import Iterable, Iterator

from casebook.identifiers.link import AnchorLink, parse_link
from casebook.model.text import Block, links_in, plain_words
from casebook.reading.guesses import guess_web_address
from casebook.reading.kinds import shorten
from casebook.words.problem import Problem

_HELP = (
    "Link to /standards/<file>.md#<provision>, /cases/<addressee>/<number>-<year>/, "
    "#p<number> or an https address."
)
_LONGEST = 300
_STANDARD = re.compile(r"(?:.*/)?standards/([^/#]+?)(?:\.md)?/?(?:[#/]([^/#]*))?/?", re.IGNORECASE)
_DOSSIER = re.compile(
    r"(?:.*/)?(?:cases/)?([a-z]{3})/([0-9]+-[0-9]{4})(?:/[^/#]*)?/?(?:#(.*))?", re.IGNORECASE
)


def link_problems(
    blocks: Iterable[Block], path: str, *, standard: str | None = None
) -> Iterator[Problem]:
    """Yield a problem for every link that leads to no standard, dossier, place or page.

    A `standard` is shown on many pages: a link to a place in it needs its name.
    """
    for link in links_in(blocks):
        words = shorten(plain_words(link.content))
        found = parse_link(link.target)
        if found and not words.strip():
            message = f"The link to {shorten(link.target)} has no words."
            help_ = "Write them between its square brackets."
            yield Problem(path, link.line, link.column, "link-target", message, help_)
        if found is None:
            guess = _guess(link.target)
        elif standard and isinstance(found, AnchorLink):
            guess = f"/standards/{standard}.md#{found.fragment}"
        else:
            continue
        fault = f"cannot lead to {shorten(link.target)}" if link.target else "has no target"
        message = f'The link on "{words}" {fault}.'
        help_ = f"Write {guess}." if guess and parse_link(guess) else _HELP
        yield Problem(path, link.line, link.column, "link-target", message, help_)


def _guess(target: str) -> str | None:
    """Return the target that was probably meant, or None."""
    if len(target) > _LONGEST:
        return None
    if match := _STANDARD.fullmatch(target):
        name = match[1].lower().replace("_", "-")
        place = (match[2] or "").lower().replace("_", "-").replace("(", ".").replace(")", "")
        return f"/standards/{name}.md{f'#{place}' if place else ''}"
    if match := _DOSSIER.fullmatch(target):
        place = f"#{match[3]}" if match[3] else ""
        return f"/cases/{match[1].lower()}/{match[2]}/{place}"
    if re.fullmatch(r"[\w.+-]+@[\w.-]+", target):
        return f"mailto:{target}"
    return guess_web_address(target)
