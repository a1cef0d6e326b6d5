"""Footnotes of web pages: links to and fro, however the program that wrote the page names them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from selectolax.lexbor import LexborNode

_MARK = re.compile(r"[\[(]?(?P<name>[0-9]{1,3}|[A-Za-z]{1,2}|[ivx]{1,5}|\*{1,4}|[†‡§¶]{1,3})[\])]?")
_BACK = frozenset(("↑", "↩", "↩︎", "^", "⬑", "⏎", "↵"))
_BLOCKS = frozenset(("p", "div", "li", "aside", "section", "td", "dd", "dt", "blockquote"))
_HOLDERS = frozenset(("div", "li", "aside", "section", "ol", "ul"))


@dataclass(frozen=True, slots=True)
class WebNotes:
    """The footnotes of a page, by the ids that the parser gives its elements in memory."""

    marks: dict[int, str] = field(default_factory=dict)
    """Links to a footnote: its name."""
    backs: frozenset[int] = frozenset()
    """Links from a footnote back to its mark."""
    notes: dict[int, str] = field(default_factory=dict)
    """What holds a footnote: its name."""
    comments: frozenset[int] = frozenset()
    """What is no part of the letter: comments, and links to them."""


def find_notes(root: LexborNode) -> WebNotes:
    """Return the footnotes of a page: short links to a place further down that holds words."""
    links = [node for node in root.css("a[href]") if "#" in (node.attributes.get("href") or "")]
    if not links:
        return WebNotes()
    order = {node.mem_id: at for at, node in enumerate(root.traverse())}
    places = {name: node for node in root.css("[id], a[name]") for name in _names(node)}
    marks: dict[int, tuple[str, LexborNode]] = {}
    backs: set[int] = set()
    for link in links:
        target = places.get(unquote((link.attributes.get("href") or "").partition("#")[2]))
        words = link.text().strip()
        match = _MARK.fullmatch(words)
        if words in _BACK:
            backs.add(link.mem_id)
        elif target is None or not match:
            continue
        elif order[target.mem_id] < order[link.mem_id]:
            backs.add(link.mem_id)
        else:
            marks[link.mem_id] = match["name"], target
    targets = {target.mem_id for _, target in marks.values()}
    notes = {
        holder.mem_id: name
        for name, target in marks.values()
        if (holder := _holder(target, targets, marks)) is not None
    }
    printed = {link: name for link, (name, _) in marks.items()}
    return WebNotes(printed, frozenset(backs), notes, frozenset(_comments(root)))


def _comments(root: LexborNode) -> Iterator[int]:
    """Yield what readers of a draft noted on its margin: Google Docs prints it at the end."""
    for link in root.css('a[href^="#cmnt"]'):
        yield link.mem_id
        holder = link.parent.parent if link.parent is not None else None
        is_mark = (link.attributes.get("id") or "").startswith("cmnt_ref")
        if not is_mark and holder is not None and holder.tag == "div":
            yield holder.mem_id


def _names(node: LexborNode) -> Iterator[str]:
    for key in ("id", "name"):
        if name := node.attributes.get(key):
            yield name


def _holder(
    target: LexborNode, targets: set[int], marks: dict[int, tuple[str, LexborNode]]
) -> LexborNode | None:
    """Return what holds a footnote: the block that the link leads to, and what stands only around it."""
    node: LexborNode | None = target
    while node is not None and (node.tag or "") not in _BLOCKS:
        node = node.parent
    while node is not None and node.parent is not None and node.parent.tag in _HOLDERS:
        inside = {each.mem_id for each in node.parent.traverse()}
        before = node.prev
        while before is not None and before.tag == "-text" and not (before.text() or "").strip():
            before = before.prev
        if before is not None or len(inside & targets) > 1 or inside & marks.keys():
            break
        node = node.parent
    return node
