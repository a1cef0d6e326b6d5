"""Which communications a command line names."""

from collections.abc import Sequence

from casebook.doors.here import UsageError, printable
from casebook.identifiers.reference import Reference, parse_reference, references_in
from casebook.words.wording import join_words

_WORDS = 3
"""How many words one reference may be: UA BLR 7/2025."""


def parse_one(words: str) -> Reference:
    """Return the one reference in these words.

    Raises UsageError when there is none, or when there are several.
    """
    found = references_in(words)
    if len(found) > 1:
        named = join_words([*map(str, found)])
        raise UsageError(f"{named} are {len(found)} communications; name one at a time.")
    if not found:
        raise UsageError(f'"{printable(words)}" is no reference; write it like BLR 7/2025.')
    return found[0]


def parse_all(words: Sequence[str]) -> list[Reference]:
    """Return the references that a command line names; `UA BLR 7/2025` may come as three words.

    Raises UsageError for words that are none.
    """
    found: list[Reference] = []
    left = list(words)
    while left:
        count, named = 1, references_in(left[0])
        while not named and count < _WORDS:
            count += 1
            reference = parse_reference(" ".join(left[:count]))
            named = (reference,) if reference else ()
        found += named or (parse_one(left[0]),)
        del left[:count]
    return found
