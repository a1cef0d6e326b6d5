"""Colours of words and of what they stand on: which are as paper, and which cannot be told apart."""

Colour = tuple[int, ...]
"""Red, green and blue, up to 255; empty for none at all."""
_LIGHT = 240
"""The least that a light colour has of each."""
_NEAR = 60
"""By how much the colour of words may differ from what they stand on, and not be seen."""


def in_hex(digits: str) -> Colour:
    """Return a colour written as ff8000. Raises ValueError."""
    return tuple(bytes.fromhex(digits))


def named(table: str) -> dict[str, Colour]:
    """Return colours by name, given names and colours in turn: black 000000 white ffffff."""
    words = table.split()
    return dict(zip(words[::2], map(in_hex, words[1::2]), strict=True))


def is_light(colour: Colour | None) -> bool:
    """Whether a colour is that of paper, or nearly."""
    return min(colour or (0,)) >= _LIGHT


def are_near(words: Colour, ground: Colour) -> bool:
    """Whether words cannot be read on their ground."""
    return all(abs(one - other) <= _NEAR for one, other in zip(words, ground, strict=True))
