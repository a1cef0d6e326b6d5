"""What stands between a number and its standard, or before it: asides, and ordinals."""

import re
from collections.abc import Iterator

_ABOUT = (
    r"(?:on|regarding|concerning|relating to|protecting|guaranteeing|prohibiting|relatif a|relative a"
    r"|concernant|sur|sobre|relativo a)"
)
_ASIDE = re.compile(rf" {_ABOUT} (?P<words>[A-Za-z' -]{{3,120}})")
_BETWEEN_MARKS = re.compile(
    r"(?: ?, (?:which|that|qui|que|on|the|la|le|el|an?|as)? ?[a-z][a-z' -]{2,80} ?,"
    r"| - [a-z][a-z ,'-]{2,80} -)(?= (?:of|du|de|del)\b)"
)
_FIT = re.compile(r" (?:of|under|in|du|de|del|en|dans)\b")
_UNIT = re.compile(r"\b(?:[Aa]rt|[Rr]ule|[Rr]egl|[Pp]rincip|[Pp]ara)")
_MOST = 8


def ends_of_aside(text: str, position: int) -> Iterator[int]:
    """Yield where "of the Covenant" may follow after "article 9 on the right to liberty".

    An aside has no numbers and no units: they would be provisions of their own.
    """
    if between := _BETWEEN_MARKS.match(text, position):
        if not _UNIT.search(between[0]):
            yield between.end()
        return
    aside = _ASIDE.match(text, position)
    if not aside:
        return
    for at, fit in enumerate(_FIT.finditer(text, aside.start("words"), aside.end() + 6)):
        if at == _MOST or _UNIT.search(text, position, fit.start()):
            return
        yield fit.start()


_ORDINALS = (
    ("first", "premier", "primer", "primero"),
    ("second", "deuxieme", "segundo"),
    ("third", "troisieme", "tercer", "tercero"),
    ("fourth", "quatrieme", "cuarto"),
    ("fifth", "cinquieme", "quinto"),
    ("sixth", "sixieme", "sexto"),
    ("seventh", "septieme", "septimo"),
)
_NUMBER_OF = {word: str(at) for at, words in enumerate(_ORDINALS, 1) for word in words}
_PLAIN = re.IGNORECASE | re.ASCII
"""Else a dotless i is taken for an i, and the word is no word of ours."""
_WORD = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_PARAGRAPH = rf"(?:(?P<before>{_WORD}) (?:paragraph|paragraphe|parrafo)|parrafo (?P<after>{_WORD}))"
_ORDINAL = rf"{_PARAGRAPH} (?:of|de|del) (?:the |l'|el )?"
ORDINAL = re.compile(_ORDINAL, _PLAIN)
_ORDINAL_BEFORE = re.compile(rf"(?<![A-Za-z]){_ORDINAL}$", _PLAIN)
_LONGEST_ORDINAL = 36


def ordinal_before(text: str, start: int) -> tuple[int, str] | None:
    """Return where "the third paragraph of" begins before an article, and its number."""
    before = max(0, start - _LONGEST_ORDINAL)
    found = _ORDINAL_BEFORE.search(text[before:start])
    if not found:
        return None
    return before + found.start(), _NUMBER_OF[(found["before"] or found["after"]).lower()]


ORDINAL_WORD = re.compile(rf"(?:{_WORD})\b", _PLAIN)


def number_of(ordinal: str) -> str:
    """Return what an ordinal counts: 3 for tercero."""
    return _NUMBER_OF[ordinal.lower()]


_BEHIND = re.compile(rf" ?,? ?\(?{_PARAGRAPH}\)?,?(?= )", _PLAIN)


def ordinal_behind(text: str, position: int) -> tuple[int, str] | None:
    """Return where ", third paragraph," ends behind an article, and its number."""
    found = _BEHIND.match(text, position)
    return (found.end(), _NUMBER_OF[(found["before"] or found["after"]).lower()]) if found else None
