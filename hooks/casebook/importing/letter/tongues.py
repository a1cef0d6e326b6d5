"""Which language a document is in: by its script, or by its small words."""

import re
from collections import Counter

_SMALL_WORDS = {
    "en": "the of and to in that is for with as on by are this which from",
    "fr": "le la les des et du une dans que pour est par sur au aux qui ce cette",
    "es": "el la los las del y una en que para por con se su al como esta",
    "pt": "o os as da do dos e uma em que para por com se ao como esta não",
    "de": "der die das und den von zu mit ist auf für im dem nicht eine als",
}
_SCRIPTS = {
    "uk": re.compile("[\u0454\u0457\u0491]"),
    "be": re.compile("\u045e"),
    "ru": re.compile("[а-яё]", re.IGNORECASE),
    "ar": re.compile("[\u0621-\u064a]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
}
_ENOUGH = 0.12
"""Small words make up a fifth of running text and more."""


def language_of(words: str) -> str | None:
    """Return the code of a text's language, or None when that is not clear."""
    sample = words[:40_000]
    letters = sum(map(str.isalpha, sample)) or 1
    for code, script in _SCRIPTS.items():
        # Belarusian and Ukrainian are told from Russian by letters of their own.
        enough = 0.005 if code in ("be", "uk") else 0.5
        if len(script.findall(sample)) > letters * enough:
            return code
    counts = Counter(re.findall(r"[^\W\d_]+", sample.casefold()))
    total = sum(counts.values()) or 1
    shares = {
        code: sum(counts[word] for word in small.split()) / total
        for code, small in _SMALL_WORDS.items()
    }
    best, second = sorted(shares, key=lambda code: -shares[code])[:2]
    if shares[best] < _ENOUGH or shares[best] < shares[second] * 1.2:
        return None
    return best
