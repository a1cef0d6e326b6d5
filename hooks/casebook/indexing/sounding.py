"""How a name sounds, roughly: Лазарчик, Lazarčyk, Lazarchyk and Lasartschik are one.

A name crosses alphabets and registries by ear. Its sound is its consonants, in classes that
spellings confuse, behind a first vowel; a name with fewer than three consonants keeps the places
of its vowels. The tables are published as data in `search/meta.json` and read by the browser.
"""

import re
import unicodedata

from casebook.indexing.alphabet import romanise

SPELT = {
    # Latin letters whose hook is a sound of its own.
    "č": "ch",
    "ć": "ch",
    "ç": "ch",
    "š": "sh",
    "ś": "sh",
    "ş": "sh",
    "ș": "sh",
    "ž": "zh",
    "ź": "zh",
    "ż": "zh",
    "ğ": "g",
    # Arabic writes long vowels with these.
    "ا": "a",
    "آ": "a",
    "أ": "a",
    "إ": "a",
    "و": "u",
    "ي": "i",
    "ی": "i",
    "ى": "a",
    "ع": "a",
    "ة": "a",
}
"""Letters that are read before anything else."""

SOUNDS = {
    "schtsch": "s",
    "shch": "s",
    "szcz": "s",
    "aoui": "ava",
    "dsch": "a",
    "tsch": "s",
    "aui": "ava",
    "dzh": "a",
    "sch": "s",
    "tch": "s",
    "tsi": "ta",
    "tsh": "s",
    "ce": "sa",
    "ch": "s",
    "ci": "sa",
    "ck": "k",
    "cq": "k",
    "cy": "sa",
    "cz": "s",
    "dh": "d",
    "dj": "a",
    "dz": "d",
    "gh": "g",
    "kh": "g",
    "ph": "v",
    "sh": "s",
    "sz": "s",
    "th": "t",
    "ts": "s",
    "tz": "s",
    "zh": "s",
    "c": "k",
    "e": "a",
    "f": "v",
    "h": "g",
    "i": "a",
    "j": "a",
    "o": "a",
    "q": "k",
    "u": "a",
    "w": "v",
    "x": "ks",
    "y": "a",
    "z": "s",
}
"""Spellings to sounds, longest first: sibilants are one, and so is the sound of church, which French
writes for that of ship (Rachid, Rashid); h and g are one (Homel, Gomel), every vowel is one and so
is the j beside vowels; what Belarusian says for t and d is (Tsikhanouski, Тихановский)."""

PARTS = {
    r"^(?:[ae]l(?=[^aeiouy])|[ae]([sdnrtz])(?=\1))(?=.{4})": "",
    r"^abd(?:[aeou]l|[aeou](?=([rsdnzt])\1))(?=.{4})": "abd",
    r"(?:(?<=[ae])h|(?<=ll)h|(?<=..[eo])[vw])$": "",
}
"""What names are heard without, in the letters a to z: the article (Alsharif, Assayed; Abdulrahman,
Abderrahmane), an h and a v at their end (Yakaulieu, Yakovlev)."""

UNVOWELLED = "[\u0590-\u05ff\u0600-\u06ff]"
"""Letters of scripts that leave vowels out."""

SHORTEST = 3
"""Words of fewer letters have no sound: too many would be alike."""

_SOUNDS = re.compile("|".join(SOUNDS))
_PARTS = [(re.compile(part), left) for part, left in PARTS.items()]
_LOST = re.compile("av(?=[^a])")
_REPEATED = re.compile(r"(.)\1+")


def sound_of(word: str) -> str:
    """Return how a word sounds; empty for numbers and very short words."""
    heard = unicodedata.normalize("NFC", word.lower())
    if len(heard) > 4 and heard.startswith("ال"):  # the article, which Latin writes apart
        heard = heard[2:]
    if heard.startswith("و"):
        heard = f"w{heard[1:]}"
    if len(heard) > 3 and heard.endswith("ه"):  # as Persian ends names on e
        heard = f"{heard[:-1]}e"
    plain = romanise("".join(SPELT.get(sign, sign) for sign in heard))
    if len(plain) < SHORTEST or not plain.isalpha():
        return ""
    for part, left in _PARTS:
        plain = part.sub(left, plain)
    classes = _SOUNDS.sub(lambda match: SOUNDS[match[0]], plain)
    # Tsikhanouskaya, Tsikhanovskaya: before a consonant v is heard as part of the vowel.
    classes = _REPEATED.sub(r"\1", _LOST.sub("a", _REPEATED.sub(r"\1", classes)))
    consonants = classes.replace("a", "")
    if len(consonants) < 3:
        return classes
    return f"a{consonants}" if classes.startswith("a") else consonants


def bare_sound_of(sound: str) -> str:
    """Return a sound as scripts without vowels have it, when that is another: mr, of Omar and عمر."""
    consonants = sound.replace("a", "")
    return consonants if 1 < len(consonants) < 3 else ""
