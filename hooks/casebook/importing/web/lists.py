"""The numbers that a browser prints before the items of a list."""

import re

from selectolax.lexbor import LexborNode

from casebook.importing.markers import in_letters, in_roman
from casebook.importing.web.looks import Looks

_KINDS = {
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
    "lower-latin": "lower-alpha",
    "upper-latin": "upper-alpha",
}
_STYLE = re.compile(
    r"(?<![\w-])(?:none|decimal(?:-leading-zero)?|(?:lower|upper)-(?:alpha|latin|roman)|disc|circle|square)(?![\w-])"
)
_COUNTER = re.compile(r"counter\([^(),]+(?:,\s*([a-z-]+)\s*)?\)\s*(?:[\"']([^\"']*)[\"'])?")
_MOST_LETTERS = 26
_DOTS = frozenset(("disc", "circle", "square"))


def read_number(node: LexborNode, name: str, usual: int) -> int:
    """Return the number that an attribute gives, or the usual one."""
    value = (node.attributes.get(name) or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 5 else usual


def printed_marker(
    tag: str, holder: LexborNode, item: LexborNode, number: int, looks: Looks
) -> str:
    """Return what stands before an item: `2.`, `b)`, a dot; nothing if the page prints nothing."""
    usual = "disc" if tag == "ul" else "decimal"
    # A style sheet counts for more than an attribute, and the item's own for more than the list's.
    kind = _KINDS.get(holder.attributes.get("type") or "", usual)
    for node in (holder, item):
        said = looks.of(node)
        for name in ("list-style", "list-style-type"):
            if found := _STYLE.search(said.get(name, "")):
                kind = found[0]
    end = ")" if kind == "lower-alpha" else "."
    if kind == "none" and (counted := _COUNTER.search(looks.before(item))):
        # Google Docs writes its numbers so.
        kind = counted[1] or "decimal"
        end = (counted[2] or end).strip()[:1] or end
    kind = _KINDS.get(kind, kind)
    if kind == "none":
        return ""
    if kind in _DOTS:
        return "•"
    return f"{_counted(kind, number)}{end}"


def _counted(kind: str, number: int) -> str:
    if kind.endswith("alpha") and 0 < number <= _MOST_LETTERS:
        name = in_letters(number)
    elif kind.endswith("roman"):
        name = in_roman(number)
    else:
        return str(number)
    return name.upper() if kind.startswith("upper") else name
