"""The values of style sheets: lengths, colours, and variables that stand for either."""

import colorsys
import re
from collections.abc import Mapping

from PIL.ImageColor import colormap

from casebook.importing.colours import Colour, in_hex

CLEAR: Colour = ()
"""No colour at all."""
_LENGTH = re.compile(
    r"(?:calc\(\s*)?(-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))\s*(px|pt|em|rem|vw|vh|%|)(?![\w.])"
)
_CODE = re.compile(r"#([0-9a-f]{3,8})\b")
_PARTS = re.compile(r"\b(rgb|hsl)a?\(([^)]*)\)")
_WORD = re.compile(r"(?<![\w#(-])[a-z]+(?![\w(-])")
_NAMES = {
    "windowtext": (0, 0, 0),
    "canvastext": (0, 0, 0),
    "window": (255, 255, 255),
    "canvas": (255, 255, 255),
    **{name: in_hex(str(code)[1:]) for name, code in colormap.items()},
}
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*(?:\([^()]*\)[^()]*)*))?\)")
_MOST_STEPS = 20
_LONGEST = 2000


def length_of(words: str) -> tuple[float | None, str]:
    """Return the length with which a value begins, and its unit; None where there is none."""
    match = _LENGTH.match(words)
    return (float(match[1]), match[2]) if match else (None, "")


def is_clear(words: str) -> bool:
    """Whether a colour is none at all."""
    code = _CODE.search(words)
    if code and len(code[1]) in (4, 8):
        return int(code[1][-1 if len(code[1]) == 4 else -2 :], 16) == 0
    parts = _PARTS.search(words)
    numbers = _numbers(parts[2]) if parts else []
    return "transparent" in words or (len(numbers) == 4 and numbers[3][0] == 0)


def colour_of(words: str) -> Colour | None:
    """Return the first colour that is named; None where there is none, or one that is not known."""
    words = words.lower()
    if is_clear(words):
        return None
    if code := _CODE.search(words):
        digits = code[1] if len(code[1]) >= 6 else "".join(mark * 2 for mark in code[1])
        return in_hex(digits[:6])
    if parts := _PARTS.search(words):
        return _mixed(parts[1], _numbers(parts[2])[:3])
    return next((_NAMES[word] for word in _WORD.findall(words) if word in _NAMES), None)


def _numbers(words: str) -> list[tuple[float | None, str]]:
    return [length_of(each.replace("deg", "")) for each in re.split(r"[\s,/]+", words.strip())]


def _mixed(kind: str, numbers: list[tuple[float | None, str]]) -> Colour | None:
    values = [value for value, _ in numbers if value is not None]
    if len(values) != 3:
        return None
    shares: tuple[float, ...]
    if kind == "hsl":
        hue, full, light = values
        shares = colorsys.hls_to_rgb(hue / 360 % 1, light / 100, full / 100)
    else:
        pairs = zip(values, numbers, strict=True)
        shares = tuple(value / (100 if unit == "%" else 255) for value, (_, unit) in pairs)
    return tuple(round(255 * min(max(share, 0.0), 1.0)) for share in shares)


def resolved(looks: Mapping[str, str], variables: Mapping[str, str]) -> Mapping[str, str]:
    """Return properties with the values of variables in their place.

    A property that needs one that nobody set, or that never comes to an end, says nothing.
    """
    if not any("var(" in value for value in looks.values()):
        return looks
    pairs = ((name, _resolved(value, variables)) for name, value in looks.items())
    return {name: value for name, value in pairs if value is not None}


def _resolved(value: str, variables: Mapping[str, str]) -> str | None:
    for _ in range(_MOST_STEPS):
        match = _VARIABLE.search(value)
        if not match:
            return None if "var(" in value else value
        meant: str | None = variables.get(match[1], match[2])
        if meant is None or len(value) + len(meant) > _LONGEST:
            return None
        value = f"{value[: match.start()]}{meant.strip()}{value[match.end() :]}"
    return None
