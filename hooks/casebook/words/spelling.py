"""How names are spelled: the same name in another case, script, transliteration, order or grammar.

Lyubov' Ivanova, LIUBOV-IVANOVA, Ivanova, Lyubov, Lyubov P. Ivanova's and Любови Ивановой are one.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from unicodedata import combining, normalize

from anyascii import anyascii

_SOUNDS = frozenset("'’ʼʹʺ`´")
"""Written inside a word for a sound, or for none."""

# What English puts behind a name, and French before it. Begins with the mark: that is found fast.
_CLIPPED = re.compile(
    r"['’](?:[sS]\b|(?=\w)(?:(?<=\b[cdjlmnstCDJLMNST].)|(?<=\b[qQ][uU].)|(?<=squ.)))"
)


_GREEK_U = re.compile("[οό][υύ]|Ο[υύΥΎ]")


class _Latin(dict[int, str]):
    """Every character in small Latin letters; a space for what is no letter."""

    def __missing__(self, code: int) -> str:
        mark = chr(code)
        letters = "" if mark in _SOUNDS else anyascii(mark).lower().replace("'", "")
        # No name has a digit: it is the mark of a note, or the end of a file's name.
        plain = "".join(each if each.isalpha() else " " for each in letters)
        # A letter parts no word, if Latin has none for it: alif, the soft sign of Cyrillic.
        plain = plain.replace(" ", "") if mark.isalpha() else plain
        is_inside = plain or mark in _SOUNDS or mark.isalpha()
        self[code] = plain if is_inside else self._nothing(mark)
        return self[code]

    @staticmethod
    def _nothing(mark: str) -> str:
        # A mark above or below a letter stands in its word; what nobody can write parts words.
        return "" if combining(mark) else " "


_LATIN = _Latin()

# What transliterations from Cyrillic, Arabic and Greek differ in, and what is heard alike.
_ALIKE = {
    "shch": "s", "sch": "s", "sh": "s", "tch": "c", "ch": "c", "zh": "z", "kh": "h", "gh": "g",
    "ph": "f", "ck": "k", "tz": "c", "ts": "c", "ou": "u", "oo": "u", "ee": "i", "yu": "u",
    "iu": "u", "ju": "u", "ya": "a", "ia": "a", "ja": "a", "iya": "a", "iia": "a", "ija": "a",
    "yo": "o", "io": "o", "jo": "o", "ye": "e", "ie": "e", "je": "e", "y": "i", "j": "i", "w": "v",
    "q": "k", "x": "ks",
}  # fmt: skip
_DIFFERENT = re.compile("|".join(sorted(_ALIKE, key=len, reverse=True)))
_TWICE = re.compile(r"(.)\1+")

# Of a squeezed word, as Russian declines names: Ivanov-oi, Ivanov-im, Dolin-ogo.
_ENDING = re.compile(r"(?<=..)[aeiou]+(?:go|mu|mi|m|h)?$")

_PARTICLES = frozenset([
    "al", "el", "ad", "as", "bin", "ben", "ibn", "bint", "binti", "abu", "abd", "de", "del", "da",
    "do", "dos", "das", "di", "du", "van", "von", "der", "den", "la", "las", "los", "ould", "uld",
    "mint", "ag", "ap", "os", "es", "ul", "y",
])  # fmt: skip
TITLES = frozenset([
    *("mr", "mrs", "ms", "miss", "mx", "messrs", "dr", "prof", "professor", "sir", "madam", "mme"),
    *("mlle", "monsieur", "madame", "mademoiselle", "sr", "sra", "srta", "senor", "senora", "don"),
    *("sheikh", "shaikh", "cheikh", "sheik", "mullah", "mawlawi", "mawlana", "imam", "ayatollah"),
    *("haji", "hajji", "hadji", "sayed", "sayyed", "sayyid", "seyyed", "father", "sister", "bishop"),
    *("rev", "reverend", "pastor", "judge", "captain", "colonel", "general", "lama", "geshe", "frau"),
    *("herr", "ustad", "hafiz", "khenpo", "tulku", "maulana", "pandit", "engr", "eng", "ing", "adv"),
    *("gospodin", "gospoza", "gospozha", "pan", "pani"),
])  # fmt: skip
"""What may stand before a name, and be written in it."""
_PATRONYMIC = re.compile(
    r"(?:.{2,}(?:[eoi]v|[yi])|il[iy]?)it?ch(?:|a|u|em|e)|.{2,}(?:[eoi]v|ich)n(?:a|y|e|u|oy|oyu)"
)


def words_of(text: str) -> list[str]:
    """Return the words of a text in small Latin letters, wherever they were written."""
    plain = text if text.isascii() else _GREEK_U.sub("u", text)
    return _CLIPPED.sub(" ", plain).translate(_LATIN).split()


def squeeze(words: str) -> str:
    """Return words that stand without spaces as they are compared."""
    alike = _DIFFERENT.sub(lambda match: _ALIKE[match[0]], words)
    return _TWICE.sub(r"\1", alike)


_ARTICLE = re.compile(r"(?:[ae]l(?=[^aeiou])|[ae]([sdnrtz])(?=\1))(?=\w{4})")
"""How Arabic names begin whose article is written with them: Alsayed, Assayed."""
_VOWELS = str.maketrans("oe", "ua")


def spoken(word: str) -> str:
    """Return one part of a name as far as spellings agree: Ahmed and Ahmad, Omar and Umar."""
    bare = word[found.end() :] if (found := _ARTICLE.match(word)) else word
    plain = squeeze(bare).replace("eo", "o").replace("aui", "avi")
    # A shorter word is too much like others: June, and one.
    return plain.translate(_VOWELS) if len(word) > 3 else plain


_DECLINED = re.compile("[\u0400-\u052fąęłńśźżěřů]")


def may_decline(text: str) -> bool:
    """Whether a text has letters of languages that decline names."""
    return not text.isascii() and _DECLINED.search(text) is not None


def likened(name: str) -> str:
    """Return what is the same for a name in another script and another order."""
    return " ".join(sorted(map(squeeze, words_of(name)))) or name


_WRITTEN_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
    | {"Å": "Aa", "Ø": "Oe"}
)


_SERVANT = re.compile(
    r"\b(abd)(?:[aeou]l|l(?![aeiou])|[aeou]([rsdnzt])(?=\2))?[ -]?(?:[aeou][lrsdnzt][ -])?(?=\w{3})",
    re.IGNORECASE,
)


def with_servants(text: str, way: str = r"\1") -> str:
    """Return a text in which the names of Arabic that begin with a servant of God do so in one way.

    Abdul Rahman, Abdel-Rahman, Abd al-Rahman, Abdurrahman and Abdalrahman are Abdrahman, or begin
    as `way` says.
    """
    begins = any(each in text for each in ("Abd", "abd", "ABD"))
    return _SERVANT.sub(way, text) if begins else text


def written_out(name: str) -> list[str]:
    """Return the ways in which a name is written where such letters are wanting: Mueller."""
    joined = with_servants(name)
    return [*_umlauts_written_out(name), *([joined] if joined != name else [])]


def _umlauts_written_out(name: str) -> list[str]:
    words = normalize("NFC", name).split()
    ways = [
        (word, each) for word in words[:_MOST_WRITTEN] if (each := word.translate(_WRITTEN_OUT))
    ]
    each_way = product(*({one: None, other: None} for one, other in ways))
    rest = words[_MOST_WRITTEN:]
    return [way for some in each_way if (way := " ".join((*some, *rest))) != " ".join(words)]


_MOST_WRITTEN = 5


_LONGEST = 100
"""Letters of a part of a name: what is longer is none, and taking ends off it could take minutes."""


def stem_of(word: str) -> str:
    """Return a word without what declines it, as far as two letters stay."""
    stem = squeeze(word)
    before = "" if len(word) <= _LONGEST else stem
    while stem != before:
        stem, before = _ENDING.sub("", stem), stem
    return stem


def may_stand_between(word: str) -> bool:
    """Whether a word may stand between the parts of a name: an initial, a particle, a patronymic."""
    return len(word) == 1 or word in _PARTICLES or bool(_PATRONYMIC.fullmatch(word))


def untitled(words: Sequence[str]) -> Sequence[str]:
    """Return the words of a name without titles before it, as long as two are left."""
    while len(words) > 2 and words[0].lower().rstrip(".") in TITLES:
        words = words[1:]
    return words


def parts_of(words: Sequence[str]) -> list[str]:
    """Return the words of a name without what it may be written without."""
    words = untitled(words)
    inner = [word for word in words[1:-1] if not may_stand_between(word)]
    return [*words[:1], *inner, *words[1:][-1:]]


def orders_of(parts: Sequence[str]) -> Iterator[list[str]]:
    """Yield the parts of a name with each of them first: Ivanova, Lyubov. One part is no name."""
    if sum(map(len, parts)) == len(parts) or len(parts) < 2:
        return
    written = [[*parts]]
    if len(parts) > 2:  # Ada M. Example
        written.append([parts[0], *(part[0] for part in parts[1:-1]), parts[-1]])
    for each in written:
        for at in range(len(each)):
            if len(each[at]) > 1:  # an initial begins too many words that are no name
                yield [*each[at:], *each[:at]]
