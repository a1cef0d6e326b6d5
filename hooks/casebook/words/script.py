"""Which script words are written in, so that a page can say so of words that are not in its own."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_SCRIPTS = {
    "ADLAM": "Adlm", "ARABIC": "Arab", "ARMENIAN": "Armn", "BENGALI": "Beng", "CJK": "Hani",
    "CYRILLIC": "Cyrl", "DEVANAGARI": "Deva", "ETHIOPIC": "Ethi", "GEORGIAN": "Geor",
    "GREEK": "Grek", "GUJARATI": "Gujr", "GURMUKHI": "Guru", "HANGUL": "Hang", "HANIFI": "Rohg",
    "HEBREW": "Hebr", "HIRAGANA": "Jpan", "KANNADA": "Knda", "KATAKANA": "Jpan", "KHMER": "Khmr",
    "LAO": "Laoo", "MALAYALAM": "Mlym", "MONGOLIAN": "Mong", "MYANMAR": "Mymr", "NKO": "Nkoo",
    "ORIYA": "Orya", "SINHALA": "Sinh", "SYRIAC": "Syrc", "TAMIL": "Taml", "TELUGU": "Telu",
    "THAANA": "Thaa", "THAI": "Thai", "TIBETAN": "Tibt", "TIFINAGH": "Tfng",
}  # fmt: skip
"""The first word of a letter's name in Unicode, and the ISO 15924 code of its script."""

_LANGUAGES = {
    "Arab": "ar azb bal ckb fa ks ku pes prs ps sd skr ug ur",
    "Armn": "hy",
    "Beng": "as bn",
    "Cyrl": "ab av ba be bg ce cu cv kk kv ky mk mn os ru sr tg tt uk",
    "Deva": "hi mr ne sa",
    "Ethi": "am ti",
    "Geor": "ka",
    "Grek": "el",
    "Gujr": "gu",
    "Guru": "pa",
    "Hang": "ko",
    "Hani": "ja zh",
    "Hebr": "he yi",
    "Jpan": "ja",
    "Khmr": "km",
    "Knda": "kn",
    "Laoo": "lo",
    "Mlym": "ml",
    "Mymr": "my",
    "Nkoo": "nqo",
    "Orya": "or",
    "Rohg": "rhg",
    "Sinh": "si",
    "Syrc": "aii syr",
    "Taml": "ta",
    "Telu": "te",
    "Thaa": "dv",
    "Thai": "th",
    "Tibt": "bo dz",
}
_SCRIPTS_OF: dict[str, frozenset[str]] = {
    language: frozenset(
        script for script, written in _LANGUAGES.items() if language in written.split()
    )
    for languages in _LANGUAGES.values()
    for language in languages.split()
}
_RIGHT_TO_LEFT = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})

MAY_BE_OTHER = re.compile(
    "[\u0370-\u1cff\u1f00-\u1fff\u2c80-\ud7ff\uf900-\ufdff\ufe70-\ufeff\uff66-\uffdc\U00010000-\U0003ffff]"
)
"""A letter that may be of another script than Latin: a quick look before a careful one."""


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str | None:
    """Return the script of one character as ISO 15924 names it; None for Latin and no letters."""
    if not MAY_BE_OTHER.match(letter):
        return None
    return _SCRIPTS.get(unicodedata.name(letter, "").partition(" ")[0].partition("-")[0])


def scripts_of_language(language: str) -> frozenset[str]:
    """Return the scripts, other than Latin, in which a language is written; uz-Arab says it itself."""
    code, _, script = language.partition("-")
    return frozenset({script}) - {"Latn"} if script else _SCRIPTS_OF.get(code, frozenset())


def stretches(words: str, language: str = "en") -> Iterator[tuple[str, str | None]]:
    """Yield the words in pieces, each with its script; None for what stands in running `language`.

    A piece in a script goes from its first letter to its last, blanks and points between included.
    """
    own = scripts_of_language(language)
    begin = 0
    first = last = -1
    script: str | None = None
    for match in MAY_BE_OTHER.finditer(words):
        at = match.start()
        found = script_of(words[at])
        if found is None or found in own:
            continue
        # A letter of the running script between two ends the piece.
        goes_on = found == script and not any(map(str.isalpha, words[last + 1 : at]))
        if not goes_on:
            if script:
                yield words[begin:first], None
                yield words[first : last + 1], script
                begin = last + 1
            script, first = found, at
        last = at
    if script:
        yield words[begin:first], None
        yield words[first : last + 1], script
        begin = last + 1
    yield words[begin:], None


def main_script(words: str) -> str | None:
    """Return the script of most letters, if the first is of it, too; None for Latin."""
    scripts = [script_of(letter) for letter in words if letter.isalpha()]
    first = scripts[0] if scripts else None
    return first if first and scripts.count(first) * 2 > len(scripts) else None


def language_tag(script: str, likely: str | None = None) -> str:
    """Return the BCP 47 tag of words in a script: of the likely language if it is written in it.

    A name in Cyrillic may be Russian or Belarusian: und-Cyrl says what is known of it.
    """
    return likely if likely and script in scripts_of_language(likely) else f"und-{script}"


def direction_of_script(script: str) -> str:
    """Return the writing direction of a script as HTML names it: ltr or rtl."""
    return "rtl" if script in _RIGHT_TO_LEFT else "ltr"
