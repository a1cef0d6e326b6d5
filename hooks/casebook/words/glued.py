"""Names in scripts that write words together, or with what declines them: found as they stand."""

import re
from collections.abc import Iterable, Mapping
from unicodedata import normalize

_LETTERS = (
    "\u0530-\u05ff\u06c6-\u06c8\u06cb\u06d0\u0900-\u11ff\u1200-\u139f\u1780-\u17ff\u1820-\u18af"
    "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
)
"""Of Armenian, Hebrew, Uyghur, India, Thailand, Myanmar, Georgia, Ethiopia, Mongolia, East Asia."""
_GLUED = re.compile(f"[{_LETTERS}]")
_OF_A_WORD = re.compile("[\u3400-\u9fff]")
_OF_A_SYLLABLE = re.compile("[\uac00-\ud7af]")
_LAST_VOWEL = re.compile("(?<=[\u10d0-\u10ff])[აეიოუ]$")
"""Georgian leaves it out where it declines a name."""
_SHORTEST = 5
"""Letters of a name; of those that are a syllable three, of those that are a word two."""
_BEHIND_TWO = (
    r"(?![\u3400-\u9fff])|(?=[先女律博同等被的和与與及在于於是说說向因对對为為之一并並已曾未也将將遭从從"
    r"自出称稱告家夫妻父母儿兒案教记記、])"
)
"""What may stand behind a name of two words of Chinese: others go on with a third."""
_BETWEEN = r"[\s·‧・]*"


class Glued:
    """Names in such scripts, and what to answer for each."""

    def __init__(self, names: Mapping[str, str], public: Iterable[str] = ()) -> None:
        """`public` has names that are no answer, also where another name is a part of them."""
        self._answers = {
            literal: answer for name, answer in names.items() if (literal := _literal(name))
        }
        longer = [literal for name in public if (literal := _literal(name))]
        hidden = "|".join(map(_pattern, sorted(self._answers, key=len, reverse=True)))
        self._pattern = re.compile("|".join((*map(_pattern, longer), f"({hidden})")))

    def find(self, text: str) -> str | None:
        """Return the answer for a name in a text, or None."""
        if not self._answers or text.isascii() or not _GLUED.search(text):
            return None
        for found in self._pattern.finditer(normalize("NFKC", text)):
            if literal := found[1]:
                return self._answers[re.sub(_BETWEEN, "", literal)]
        return None


def _literal(name: str) -> str | None:
    """Return a name without its blanks, or None when it is in other letters or too short."""
    literal = re.sub(_BETWEEN, "", normalize("NFKC", name))
    short = 2 if _OF_A_WORD.match(literal) else 3 if _OF_A_SYLLABLE.match(literal) else _SHORTEST
    bare = _LAST_VOWEL.sub("", literal)
    return bare if len(bare) >= short and _GLUED.search(bare) else None


def _pattern(literal: str) -> str:
    end = f"(?:{_BEHIND_TWO})" if len(literal) == 2 else ""
    return _BETWEEN.join(map(re.escape, literal)) + end
