"""What a word of a text becomes in the index: its term, and its sound if it may be a name."""

import unicodedata

from casebook.indexing.alphabet import fold
from casebook.indexing.sounding import sound_of
from casebook.indexing.stemming import STOP_WORDS, stemmer_of


class Terms(dict[str, str]):
    """The words of one language met so far, each with its term; empty for what is not indexed."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._stem = stemmer_of(language)
        self._stop = STOP_WORDS if language.startswith("en") else frozenset[str]()

    def __missing__(self, word: str) -> str:
        small = word.lower()
        self[word] = term = self._term(small) if word == small else self[small]
        return term

    def _term(self, small: str) -> str:
        plain = unicodedata.normalize("NFKC", small)
        is_letter = len(plain) == 1 and "a" <= plain <= "z"
        if is_letter or plain in self._stop:
            return ""
        return plain if plain.isdigit() else fold(self._stem(plain))


class Sounds(dict[str, str]):
    """The words met so far, each with its sound; empty for words in small letters and numbers."""

    def __missing__(self, word: str) -> str:
        self[word] = sound = "" if word[0].islower() or word.isdigit() else sound_of(word)
        return sound


class Lexicon:
    """Every word met so far, in every language."""

    def __init__(self) -> None:
        self._terms: dict[str, Terms] = {}
        self.sounds = Sounds()

    def terms(self, language: str) -> Terms:
        """Return the terms of words of a language."""
        if language not in self._terms:
            self._terms[language] = Terms(language)
        return self._terms[language]
