"""Where in a text to look closer: one pattern that passes over everything else at full speed."""

import re
from functools import lru_cache

from casebook.citations.grammar.tokens import UNITS
from casebook.citations.kinds.adopting import COMMENT, MAYBE_NO, OPINION, RESOLUTION
from casebook.citations.lexicon.bodies import BODY_STARTS
from casebook.citations.lexicon.laws import LAW_NOUNS
from casebook.citations.lexicon.nouns import NOUNS, PLURALS
from casebook.citations.lexicon.wordings import first_words, prefix_pattern
from casebook.citations.names import Names
from casebook.words.vocabulary import CommunicationType

_NUMBER = (
    r"(?:[0-9]|[IVXL]{1,6}\b|[Pp](?:remier|rimero)\b|PREMIER\b|\(?[a-z]\)|(?<= )[a-z] (?:of|du|del?) "
    r"|\([0-9]{1,2}\))"
)
_REFERENCE = r"(?:[A-Z]{3}\.?[ /_-]{0,2}(?:[Nn]o\.? ?)?)?[0-9]{1,4} ?(?:[/_.,-]|and |& |et |y )"
_KINDS = re.compile(
    rf"(?P<unit>(?:{'|'.join(UNITS.values())}) {{0,3}}{MAYBE_NO}{_NUMBER})"
    r"|(?P<preamble>[Pp]reamb(?:le|ulo|ule)\b)"
    rf"|(?P<resolution>{RESOLUTION}(?:[0-9]|E?S-[0-9]))"
    rf"|(?P<opinion>{OPINION})"
    rf"|(?P<comment>(?:[Jj]oint )?(?:{COMMENT}|GENERAL ))"
    r"|(?P<ibid>[Ii]bid|[Ii]dem\b|Id\.)"
    r"|(?P<later>No\. ?[0-9]{1,3}/[0-9]{4} \()"
    r"|(?P<symbol>[A-Z]{1,5}/[A-Z0-9])"
    rf"|(?P<reference>[A-Z]{{2,3}}\.?[ /_-]{{0,2}}{_REFERENCE}|J?(?:UA|AL|OL) [A-Z][a-z])"
)
_STEMS = (
    *("art", "rule", "regl", "princip", "guideline", "directri", "ligne", "para", "parr", "par"),
    *("sub", "aline", "inciso", "apartado", "literal", "section", "seccion", "chap", "capitulo"),
    *("annex", "anexo", "preamb", "res", "reso", "opini", "avis", "observa", "recom"),
    *("ibid", "idem", "general c", "general r", "gen. ", "obs. g", "rec. g", "joint g"),
)
_BEGINNINGS = (
    *_STEMS,
    *(stem.capitalize() for stem in _STEMS),
    *("ART", "RESO", "OPINI", "GENERAL", "General C", "General R", "Gen.", "Joint G"),
    *(f"{kind}{mark}" for kind in CommunicationType for mark in " ._-"),
    *("§", "No. ", "Id.", "GC", "GR", "G.C", "G.R", "UNSCR", "UNGAR"),
)
"""How everything begins that is not a name, a symbol or a reference."""
_CODED = r"[A-Z]{0,4}/[A-Z0-9]|[A-Z]{1,2}[ /-]{0,2}(?:[A-Z]{3}[ /-]{0,2})?[0-9]"
"""What follows the first letter of a symbol or a reference."""


def kind_at(text: str, position: int) -> re.Match[str] | None:
    """Return what begins at a position: the last group tells. None stands for a name."""
    return _KINDS.match(text, position)


class Anchors:
    """Finds the places in a text at which something may begin, for one set of names."""

    def __init__(self, names: Names) -> None:
        nouns = {form for forms in NOUNS.values() for form in forms}
        words = {*first_words(names.starts), *BODY_STARTS, *LAW_NOUNS, *PLURALS, "United", "UN"}
        words |= {noun.capitalize() for noun in nouns} | {noun.upper() for noun in nouns}
        self._words = frozenset(words)
        anchor = _anchor_pattern(words)
        self._first = re.compile(anchor)
        # The mark before an anchor is matched, not looked back at: of what begins with a set of
        # characters, `re` passes over everything else without a step.
        self._later = re.compile(f"[^A-Za-z0-9/]{anchor}")

    def find(self, text: str, position: int) -> tuple[int, bool] | None:
        """Return the next place from a position on, and whether a name may begin there."""
        if not position and (found := self._first.match(text)):
            return 0, found[0] in self._words
        later = self._later.search(text, max(position - 1, 0))
        return (later.start() + 1, later[0][1:] in self._words) if later else None


def _anchor_pattern(words: set[str]) -> str:
    """Return the source of a pattern for the places to look closer at.

    Every branch begins with a letter of its own, and a look at one letter decides whether any of
    them can begin: most of the text costs no more than that.
    """
    tails: dict[str, list[str]] = {letter: [_CODED] for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    for letter in {word[0] for word in (*words, *_BEGINNINGS)}:
        whole = {word[1:] for word in words if word[0] == letter}
        begun = {word[1:] for word in _BEGINNINGS if word[0] == letter}
        tail = tails.setdefault(letter, [])
        if begun:
            tail.insert(0, prefix_pattern(begun))
        if whole:
            tail.insert(0, f"{prefix_pattern(whole)}(?![A-Za-z0-9])")
    branches = "|".join(
        f"{letter}(?:{'|'.join(tail)})"
        for letter, tail in sorted(tails.items(), reverse=True)  # small letters are the most
    )
    return f"(?=[{''.join(tails)}])(?:{branches})"


@lru_cache(maxsize=8)
def anchors_of(names: Names) -> Anchors:
    """Return the anchors of a set of names; they are worked out once."""
    return Anchors(names)
