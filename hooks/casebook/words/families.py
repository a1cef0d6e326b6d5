"""Names of which the family name stands once for several people: Ada, Ben and Cyd Example."""

import re
from collections.abc import Mapping, Sequence

from casebook.words.answers import Answers
from casebook.words.spelling import may_decline, parts_of, spoken, stem_of, words_of

_PARTING = r"\s\":=,;<>()\[\]{}|/“”«»"
_PIECE = re.compile(rf"[^{_PARTING}]+[{_PARTING}]*")
_AND = frozenset([
    *("and", "et", "y", "e", "i", "und", "en", "ve", "va", "och", "og", "ja", "ta", "te", "u", "wa"),
    *("at", "dan", "si", "dhe", "ad", "as", "well", "como", "sowie"),
])  # fmt: skip
"""What joins the names of two, in Latin letters."""
_BESIDE = frozenset([
    *("ms", "mr", "mrs", "miss", "dr", "mme", "mlle", "m", "frau", "herr", "sra", "sr", "both"),
    *("her", "his", "their", "sa", "son", "ses", "su", "sus", "ihre", "ihr", "seine", "sein"),
    *("sister", "brother", "mother", "father", "daughter", "husband", "wife", "twin", "cousin"),
    *("soeur", "frere", "mere", "pere", "fille", "fils", "epouse", "mari", "minor", "younger"),
    *("hermana", "hermano", "madre", "padre", "hija", "hijo", "esposa", "esposo", "elder"),
    *("schwester", "bruder", "mutter", "vater", "tochter", "sohn", "mann"),
    *("ego", "ee", "eyo", "sestra", "brat", "mat", "otets", "syn", "doch", "zhena", "muzh"),
])  # fmt: skip
"""What may stand before the name of the other: a title, or who that is to the first."""
_FARTHEST = 10
"""How many words away the family name may stand."""
_SHORTEST = 2
_ENDS = re.compile(r"[.!?;:|]\W*$")
_IN_A_ROW = re.compile(r"[,/&]\W*$")


def pieces_of(text: str, words: Sequence[str]) -> list[str]:
    """Return, for each of its words, the stretch of a text to which it belongs, with what parts it."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        if here := len(words_of(piece)):
            pieces += [piece] * here
        elif pieces:  # a mark that stands alone
            pieces[-1] += piece
    return [*pieces, *[""] * (len(words) - len(pieces))]


def is_capital(piece: str) -> bool:
    """Whether what stands here may be a name: its first letter is no small one."""
    return next((not each.islower() for each in piece if each.isalpha()), False)


class Families:
    """Names by their first and last part, which the names of others may stand between."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names` has names, and what to answer for each."""
        self._plain: dict[str, tuple[tuple[str, str], ...]] = {}
        self._declined: dict[str, tuple[tuple[str, str], ...]] = {}
        self._of_spoken = Answers(lambda word: self._plain.get(spoken(word), ()))
        self._of_stems = Answers(lambda word: self._declined.get(stem_of(word), ()))
        self._stems = Answers(stem_of)
        for name, answer in names.items():
            parts = parts_of(words_of(name))
            if len(parts) > 1 and min(len(parts[0]), len(parts[-1])) >= _SHORTEST:
                family = stem_of(parts[-1])
                for table, given in (
                    (self._plain, spoken(parts[0])),
                    (self._declined, stem_of(parts[0])),
                ):
                    table[given] = (*table.get(given, ()), (family, answer))

    def find(self, text: str, words: Sequence[str]) -> str | None:
        """Return the answer for a name in a text, of which `words` are the words, or None."""
        of_given = self._of_stems if may_decline(text) else self._of_spoken
        pieces: list[str] = []
        for at in [at for at, word in enumerate(words) if of_given[word]]:
            near, families = words[at + 1 : at + _FARTHEST], of_given[words[at]]
            if not any(self._answer(word, families) for word in near):
                continue
            pieces = pieces or pieces_of(text, words)
            if end := _end_of_row(words, pieces, at):
                # Behind a second first name, or a patronymic, of the last of them.
                for word in words[end : end + (1 if _ENDS.search(pieces[end]) else 2)]:
                    if found := self._answer(word, families):
                        return found
        return None

    def _answer(self, word: str, families: Sequence[tuple[str, str]]) -> str | None:
        alike = (self._stems[word], self._stems[word.removesuffix("s")])  # the Examples
        return next((answer for family, answer in families if family in alike), None)


def _end_of_row(words: Sequence[str], pieces: Sequence[str], at: int) -> int | None:
    """Return where the family name may stand that belongs to a first name too, or None.

    Between them stand first names of others, each behind a comma or an "and": Ada Sample and Ben
    Example are of two families.
    """
    if not is_capital(pieces[at]) or _ENDS.search(pieces[at]):
        return None
    is_joined = "&" in pieces[at]
    may_follow = bool(_IN_A_ROW.search(pieces[at]))
    for here in range(at + 1, min(at + _FARTHEST, len(words))):
        word, piece = words[here], pieces[here]
        if word in _AND and (not is_capital(piece) or (len(word) > 1 and piece.isupper())):
            is_joined = may_follow = True
        elif word in _BESIDE and may_follow:
            continue
        elif not is_capital(piece):
            return None
        elif not may_follow:
            return here if is_joined else None
        elif _ENDS.search(piece):
            return None
        else:
            is_joined = is_joined or "&" in piece
            may_follow = bool(_IN_A_ROW.search(piece))
    return None
