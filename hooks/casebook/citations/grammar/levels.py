"""The grammar of levels: "(3) (d)", "3 d)", "1) a)", "(d) (i)-(iii)"."""

from casebook.citations.grammar.tokens import Tokenizer

ROMANS = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    *("xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"),
)
"""The small numerals that levels carry."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def has_level(tokens: Tokenizer) -> bool:
    """Whether a level may follow: a parenthesis is near. Most numbers have none."""
    near = tokens.text[tokens.position : tokens.position + 5]
    return "(" in near or ")" in near


def read_levels(tokens: Tokenizer, levels: tuple[str, ...]) -> tuple[tuple[str, ...], str | None]:
    """Read "(3) (d)", "3 d)", "(1)-(4)"; levels beyond the fourth are no levels."""
    while len(levels) < 4 and (level := tokens.read("LEVEL")):
        levels = (*levels, level[1].lower().replace(" ", ""))
    if len(levels) < 3 and (twice := tokens.read("LEVEL_TWICE")):
        levels = (*levels, *twice.groups())
    elif levels and levels[-1].isdigit() and (bare := tokens.read("LEVEL_BARE")):
        levels = (*levels, bare[1])
    if not levels:
        return levels, None
    return levels, read_end(tokens, "LEVEL_THROUGH", levels[-1])


def read_end(tokens: Tokenizer, rule: str, *first: str) -> str | None:
    """Read the end of a range that begins with `first`: the 4 of "9 (1) to 9 (4)" with 9 and 1."""
    before = tokens.position
    if through := tokens.read(rule):
        *above, last = through.groups()
        if above == [*first[:-1]] and follows(first[-1], last):
            return last
    tokens.position = before
    return None


def close_half_level(tokens: Tokenizer, start: int) -> None:
    """Pass over the parenthesis of "inciso d)", unless it closes one opened before."""
    around = tokens.text[max(0, start - 120) : tokens.position]
    if tokens.text.startswith(")", tokens.position) and around.count("(") <= around.count(")"):
        tokens.position += 1


def read_half_levels(tokens: Tokenizer, start: int, levels: tuple[str, ...]) -> tuple[str, ...]:
    """Read "8 1) a)", the way in which French and Spanish print levels."""
    while len(levels) < 4 and (level := read_half_level(tokens, start)):
        levels = (*levels, level)
    return levels


def read_half_level(tokens: Tokenizer, start: int) -> str | None:
    """Read the "d)" of "paragraphe 3 d)"; where it closes what was opened before, only the "d"."""
    before = tokens.position
    level = tokens.read("HALF_LEVEL")
    if not level:
        return None
    around = tokens.text[max(0, start - 120) : before]
    after = tokens.text[tokens.position : tokens.position + 120]
    if around.count("(") > around.count(")") and after.count(")") <= after.count("("):
        tokens.position -= 1
    return level[1] or level[2]


def read_half_range(tokens: Tokenizer, levels: tuple[str, ...]) -> str | None:
    """Read the "a c)" of "apartados a) a c)": its last level."""
    if not levels or not tokens.text.startswith(")", tokens.position - 1):
        return None
    return read_end(tokens, "HALF_THROUGH", levels[-1])


def follows(first: str, last: str) -> bool:
    """Whether a level comes after another of its kind: 4 after 1, d after a, iii after i."""
    last = last.lower()
    if first in ROMANS and last in ROMANS and len(first + last) > 2:
        return ROMANS.index(first) < ROMANS.index(last)
    if first.isdigit() and last.isdigit():
        return int(first) < int(last)
    return len(first) == len(last) == 1 and first.isalpha() and last.isalpha() and first < last


def depth_of(levels: tuple[str, ...], level: str) -> int | None:
    """Return how deep a level of this look stands, the innermost first.

    Digits stand beside digits, numerals by numerals, letters by letters: after "(d) (viii)" comes
    "(e)" beside "(d)", after "(h)" comes "(i)".
    """
    for depth in range(len(levels) - 1, -1, -1):
        other = levels[depth]
        if level.isdigit() or other.isdigit():
            if level.isdigit() and other.isdigit():
                return depth
        elif (len(level) == len(other) == 1 and not _is_numeral(levels, depth)) or (
            _is_roman(level) and _is_roman(other)
        ):
            return depth
    return None


def _is_numeral(levels: tuple[str, ...], depth: int) -> bool:
    """Whether a single letter is a numeral: it stands below another letter, as in (d) (v)."""
    return depth > 0 and _is_roman(levels[depth]) and levels[depth - 1].isalpha()


def _is_roman(level: str) -> bool:
    return all(letter in "ivx" for letter in level)


def value_of(roman: str) -> int:
    """Return what a Roman numeral counts."""
    total = 0
    values = [_ROMAN[letter] for letter in roman.lower()]
    for value, after in zip(values, [*values[1:], 0], strict=True):
        total += value if value >= after else -value
    return total
