"""Which part of a web page is what it says: not its menus and frames."""

from selectolax.lexbor import LexborNode


def content_of(body: LexborNode) -> LexborNode:
    """Return what a page says is its content, if that holds most of its words; else all of it."""
    for place in ("main", "[role=main]", "article"):
        found = body.css(place)
        if len(found) == 1 and len(found[0].text()) * 2 > len(body.text()):
            return found[0]
    return body


def set_text(content: LexborNode) -> str:
    """Return the words of a page that is a plain text, as browsers save one; empty if it is another."""
    found = content.css("pre")
    if len(found) != 1 or any(child.tag != "-text" for child in found[0].iter(include_text=True)):
        return ""
    words = found[0].text()
    return words if len(words.strip()) == len(content.text().strip()) else ""
