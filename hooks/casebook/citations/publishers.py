"""Where a thing can be read officially, apart from what kinds of things there are."""

from collections.abc import Callable
from urllib.parse import quote, urlencode

from casebook.citations.citation import DocumentTarget, StandardTarget, Target
from casebook.identifiers.reference import Reference
from casebook.identifiers.symbol import Symbol

Publisher = Callable[[Target], str | None]


def undocs(target: Target) -> str | None:
    """Return the address of a UN document, which the Official Document System finds by symbol.

    https://undocs.org/A/HRC/41/33, https://undocs.org/S/RES/1373(2001)
    """
    if not isinstance(target, DocumentTarget):
        return None
    return f"https://undocs.org/{quote(_unspaced(target.symbol), safe='/().-')}"


def communications_search(target: Target) -> str | None:
    """Return the page of a communication in the database of special procedures.

    https://spcommreports.ohchr.org/TmSearch/RelCom?code=BLR+7%2F2025
    """
    if not isinstance(target, Reference):
        return None
    return f"https://spcommreports.ohchr.org/TmSearch/RelCom?{urlencode({'code': str(target)})}"


PUBLISHERS: tuple[Publisher, ...] = (undocs, communications_search)
"""Asked in turn; the first that publishes a thing says where."""


def official_address(target: Target) -> str | None:
    """Return where a target can be read officially, or None.

    The official page of a standard is data: its own file gives it.
    """
    if isinstance(target, StandardTarget):
        return None
    return next(filter(None, (publisher(target) for publisher in PUBLISHERS)), None)


def _unspaced(symbol: Symbol) -> str:
    """Write a symbol as the system does: S/RES/1373(2001), A/RES/2200A(XXI)."""
    return str(symbol).replace(" ", "")
