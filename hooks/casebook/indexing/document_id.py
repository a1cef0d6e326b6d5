"""The number of a dossier in the index: made of its reference alone.

Adding a dossier moves no other, so that postings of the rest keep their bytes.
"""

from casebook.identifiers.reference import Reference

FIRST_YEAR = 1980
USUAL = 512
"""Numbers below this are packed close: nearly every series stays below."""
FAR = 1 << 17
"""Where the place of unusual numbers begins."""
MOST = 16384
PLACES = 1 << 23
"""How many places every addressee has."""


def document_id(reference: Reference) -> int:
    """Return a dossier's number: by addressee, then year, then number in the series.

    At most 38 bits, which a JavaScript number holds exactly.
    """
    first, second, third = (ord(letter) - 65 for letter in reference.addressee)
    year = reference.year - FIRST_YEAR
    if reference.number < USUAL:
        within = year * USUAL + reference.number
    else:
        within = FAR + year * MOST + reference.number
    return ((first * 26 + second) * 26 + third) * PLACES + within


def reference_of(number: int) -> Reference:
    """Return the reference that a number stands for."""
    code, within = divmod(number, PLACES)
    far = within >= FAR
    year, third = divmod(within - FAR, MOST) if far else divmod(within, USUAL)
    letters = (code // 676, code // 26 % 26, code % 26)
    return Reference("".join(chr(65 + letter) for letter in letters), third, year + FIRST_YEAR)
