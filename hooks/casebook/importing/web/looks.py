"""How a web page says that its elements look: its style sheets, and what an element says itself.

Only what may hide words or print a number is looked at. Sheets in other files are never fetched.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

_PROPERTIES = """
    background background-clip background-color background-image bottom clip clip-path color content
    content-visibility display filter font-size height inset left list-style list-style-type
    margin-left max-height mso-element mso-hide opacity overflow position right scale
    text-decoration text-decoration-line text-indent top transform translate visibility width
    -webkit-background-clip -webkit-text-fill-color
"""
_KEPT = frozenset(_PROPERTIES.split())
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*(?:\*/|$)|<!--|-->")
_MARKS = re.compile(r"([{};])")
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_FONT_SIZE = re.compile(
    r"(?:^|\s)(0|-?[0-9.]+(?:px|pt|em|rem|%)|calc\([^()]*\)|var\([^()]*\))(?=\s|/|$)"
)
_ON_SCREEN = re.compile(r"(?:only\s+)?(?:all|screen)", re.IGNORECASE)
_WIDE_ENOUGH = re.compile(r"\(\s*(min|max)-width\s*:\s*([0-9.]+)(px|em|rem)\s*\)", re.IGNORECASE)
_WINDOW = 1280
"""Pixels: how wide a window is in which most people read."""
_OF_A_MOMENT = re.compile(r":(?::|hover|focus|active|visited|target|after|first-l)", re.IGNORECASE)
_BEFORE = re.compile(r"::?before\s*$", re.IGNORECASE)
_NAMED = re.compile(r"([.#])((?:[\w-]|[^\x00-\x7f])+)")
_NEGATED = re.compile(r":(?:not|is|where)\(.*", re.DOTALL)
_TYPE = re.compile(r"(?<![\w.#:\[-])[a-z][\w-]*", re.IGNORECASE)
_MOST_RULES = 4000

_Rank = tuple[bool, bool, tuple[int, int], int]
"""Whether it is important, whether the element says it itself, how narrow it is, and where it stands."""


class _Rule(NamedTuple):
    selector: str
    declared: dict[str, tuple[str, bool]]


class Looks:
    """What a page says of how its elements look."""

    def __init__(self, page: LexborHTMLParser) -> None:
        self._said: dict[tuple[int, str], dict[str, tuple[_Rank, str]]] = {}
        """By element and place: itself, or what stands `before` it."""
        root = page.root
        sheets = page.css("style")
        if root is None or not sheets:
            return
        held = _names(root)
        rules = (
            rule
            for sheet in sheets
            if _is_for_screens(sheet.attributes.get("media") or "all")
            for rule in _rules(sheet)
        )
        for at, rule in enumerate(rules):
            if at == _MOST_RULES:
                break
            self._apply(root, rule, at, held)

    def _apply(self, root: LexborNode, rule: _Rule, at: int, held: frozenset[str]) -> None:
        place = "before" if _BEFORE.search(rule.selector) else ""
        selector = _BEFORE.sub("", rule.selector).strip() or "*"
        if _OF_A_MOMENT.search(selector) or not _may_match(selector, held):
            return
        marks = [mark for mark, _ in _NAMED.findall(selector)]
        others = marks.count(".") + selector.count("[") + selector.count(":")
        narrow = marks.count("#"), others * 100 + len(_TYPE.findall(selector))
        try:
            found = root.css(selector)
        except SelectolaxError:
            return
        for node in found:
            said = self._said.setdefault((node.mem_id, place), {})
            for name, (value, is_important) in rule.declared.items():
                rank = (is_important, False, narrow, at)
                if name not in said or said[name][0] <= rank:
                    said[name] = rank, value

    def of(self, node: LexborNode) -> Mapping[str, str]:
        """Return the properties of an element, in lower case; what it inherits is not among them."""
        said = self._said.get((node.mem_id, ""))
        looks = {name: value for name, (_, value) in said.items()} if said else {}
        for name, (value, is_important) in _declared(node.attributes.get("style") or "").items():
            if is_important or not (said and name in said and said[name][0][0]):
                looks[name] = value
        return looks

    def before(self, node: LexborNode) -> str:
        """Return what a page puts before an element, as the style sheet says it."""
        said = self._said.get((node.mem_id, "before"), {})
        return said["content"][1] if "content" in said else ""


def _is_for_screens(media: str) -> bool:
    return any(all(map(_fits, re.split(r"\sand\s", each))) for each in media.split(","))


def _fits(condition: str) -> bool:
    width = _WIDE_ENOUGH.fullmatch(condition.strip())
    if not width:
        return bool(_ON_SCREEN.fullmatch(condition.strip()))
    pixels = float(width[2]) * (1 if width[3] == "px" else 16)
    return pixels <= _WINDOW if width[1].lower() == "min" else pixels >= _WINDOW


def _holds(condition: str) -> bool:
    """Whether what stands in braces after an at-rule holds on a screen of any size."""
    name, _, words = condition.lower().partition(" ")
    if name == "@supports":
        return "not" not in words
    return name == "@layer" or (name == "@media" and _is_for_screens(words))


def _rules(sheet: LexborNode) -> Iterator[_Rule]:
    """Yield the rules of a style sheet that hold on a screen and say anything that counts."""
    heads: list[str] = []
    held: list[str] = []
    parts = _MARKS.split(_COMMENT.sub(" ", sheet.text() or ""))
    for words, mark in zip(parts[::2], parts[1::2], strict=False):
        if mark == "{":
            heads.append(words.strip())
            held = []
        else:
            held.append(words)
        if mark == "}" and heads:
            head = heads.pop()
            declared = _declared(";".join(held))
            held = []
            outer = [each for each in heads if not each.startswith("@")]
            holds = all(_holds(each) for each in heads if each.startswith("@"))
            if declared and not head.startswith("@") and holds:
                for selector in head.split(",") if "(" not in head else (head,):
                    yield _Rule(_nested(outer, selector.strip()), declared)


def _nested(outer: list[str], selector: str) -> str:
    """Return the selector of a rule that stands in others: `.a { .b { } }` is `.a .b`."""
    for each in reversed(outer):
        around = each if "," not in each else f":is({each})"
        selector = selector.replace("&", around) if "&" in selector else f"{around} {selector}"
    return selector


def _declared(style: str) -> dict[str, tuple[str, bool]]:
    """Return the properties that are kept: value, and whether it is important."""
    declared: dict[str, tuple[str, bool]] = {}
    for part in _unescaped(_COMMENT.sub("", style)).split(";"):
        name, _, value = part.partition(":")
        name = name.strip().lower()
        value, mark, _ = value.strip().lower().partition("!important")
        if name == "font" and (size := _FONT_SIZE.search(value)):
            name, value = "font-size", size[1]
        if name in _KEPT or name.startswith("--"):
            declared[name] = value.strip(), bool(mark)
    return declared


def _names(root: LexborNode) -> frozenset[str]:
    """Return the classes and ids of a page, which most selectors of a large sheet do not name."""
    held: set[str] = set()
    for node in root.css("[class], [id]"):
        held.update((node.attributes.get("class") or "").lower().split())
        held.add((node.attributes.get("id") or "").lower())
    return frozenset(held)


def _may_match(selector: str, held: frozenset[str]) -> bool:
    names = _NAMED.findall(_NEGATED.sub("", selector).lower())
    return "\\" in selector or all(name in held for _, name in names)


def _unescaped(style: str) -> str:
    """Return a style with letters in place of their numbers in hexadecimal digits."""
    return _ESCAPED.sub(lambda code: chr(min(int(code[1], 16), 0xFFFF)), style)
