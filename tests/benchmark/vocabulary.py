"""Invented words with the frequencies of a language: seeded, so that every run makes the same."""

import itertools
import random
from dataclasses import dataclass

SEED = 20261122
SIZE = 9000
"""How many words no language has."""

# Lists of words read better as text than as a column of quoted strings.
_SYLLABLES = "ka ma ve lo ti ra se no du pi ar en or is al ul be ga he fo wi ju mo ne".split()  # noqa: SIM905
_ENDINGS = "ran dor lin mas tel vik nar son bek tir dal mon ser gat lun pol rem fas".split()  # noqa: SIM905
_COMMON = """
the of and to in that was for by on with as from his her their at which be were not had has
detention arrest authorities government family lawyer prison police court judge hearing charge
trial release custody officers security communication allegation information source rights human
liberty person arbitrary torture treatment medical care access legal counsel months visit protest
assembly expression journalist defender student association article
""".split()  # noqa: SIM905


@dataclass(frozen=True)
class Vocabulary:
    """Words with the frequencies of a language: a few very often, most of them rarely."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    """Each word's weight added to those before it."""

    def sentence(self, chance: random.Random, length: int) -> str:
        """Return a sentence of that many words."""
        words = chance.choices(self.words, cum_weights=self.weights, k=length)
        return f"{words[0].capitalize()} {' '.join(words[1:])}."


def invent_word(chance: random.Random) -> str:
    """Return a word that no language has."""
    stem = "".join(chance.choice(_SYLLABLES) for _ in range(chance.choice((1, 2, 2, 3))))
    return stem + chance.choice(_ENDINGS)


def make_vocabulary() -> Vocabulary:
    """Return some nine thousand words."""
    chance = random.Random(SEED)
    invented: dict[str, None] = {}
    while len(invented) < SIZE:
        invented[invent_word(chance)] = None
    words = tuple(dict.fromkeys((*_COMMON, *invented)))
    weights = itertools.accumulate(1 / (rank + 2.7) ** 1.07 for rank in range(len(words)))
    return Vocabulary(words, tuple(weights))
