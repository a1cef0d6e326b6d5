"""Labels where paragraphs begin, and what stands there as one and is none."""

import re
import unicodedata
from typing import NamedTuple

from casebook.identifiers.label import Label, parse_label

LABEL_BELOW = re.compile(r"\n(?<=[^\n]\n)[ \t]*\[q?[1-9]")
"""What there is of a label on a line of a paragraph."""
LABEL_AT_START = re.compile(r"[ \t]*(\[q?[1-9][0-9]{0,2}[a-z]?\])(?![(\[:])")
"""A label where a line begins; [2003] is more often the year of a judgment."""
OPENING = frozenset("[［")
"""What a label may begin with, or what is meant for one."""
_LABEL = re.compile(r"\[([^\[\]\s]{1,8})\][ \t]?\s*")
_NEARLY_A_LABEL = re.compile(
    r"[\[［]\s*(?:para(?:graph)?s?|p|(q(?:uestion)?|request))?[\s.#-]*(\d{1,4})([A-Za-z]?)[.)]?\s*[\]］]",
    re.IGNORECASE,
)
_UNSEEN = frozenset("\u061c\u200c\u200d\u200e\u200f")
"""Marks that texts in Arabic, Hebrew and Persian need, though not before a label."""


class Found(NamedTuple):
    """What stands where a paragraph begins."""

    label: Label | None = None
    end: int = 0
    """Where the words behind the label begin."""
    fault: tuple[str, str] | None = None
    """What is wrong with it, and what to write instead."""


def find_label(words: str, *, is_inside: bool) -> Found:
    """Return the label that the words of a paragraph begin with, or what was meant for one.

    `is_inside` tells that the paragraph is in a list, a quotation, a table or a footnote, where
    none can be reached.
    """
    if words[:1] in OPENING:
        return _find_in_brackets(words, is_inside=is_inside)
    if words[:1] in _UNSEEN and LABEL_AT_START.match(words.lstrip("".join(_UNSEEN))):
        name = unicodedata.name(words[0]).lower()
        message = f"Before the label stands U+{ord(words[0]):04X} ({name}), which nobody sees."
        return Found(fault=(message, "Delete it: begin the line with [."))
    return Found()


def _find_in_brackets(words: str, *, is_inside: bool) -> Found:
    match = _LABEL.match(words)
    label = parse_label(match[1]) if match else None
    if match and label and not is_inside:
        return Found(label, match.end())
    if label:
        message = f"The label [{label}] stands in a list, quotation, table or footnote: no link reaches it."
        help_ = (
            "Begin its paragraph outside, below an empty line; for the characters themselves "
            f"write \\[{label}]."
        )
        return Found(fault=(message, help_))
    nearly = _NEARLY_A_LABEL.match(words)
    if nearly and parse_label(meant := _meant_label(nearly)):
        return Found(fault=(f'"{nearly[0]}" is no label.', f"Write [{meant}]."))
    if match and match[1][:1].isdigit():
        help_ = "Write the paragraph's number, such as [12], or [q2] for a request."
        return Found(fault=(f'"[{match[1]}]" is no label.', help_))
    return Found()


def _meant_label(nearly: re.Match[str]) -> str:
    number = "".join(str(unicodedata.digit(mark)) for mark in nearly[2]).lstrip("0")
    return f"{'q' if nearly[1] else ''}{number}{nearly[3].lower()}"
