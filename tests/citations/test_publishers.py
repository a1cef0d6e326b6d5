"""Where a thing can be read officially."""

import pytest

from casebook.citations.citation import DocumentTarget, StandardTarget, Target
from casebook.citations.publishers import official_address
from casebook.identifiers.provision import parse_provision
from casebook.identifiers.reference import Reference
from casebook.identifiers.symbol import Symbol, parse_symbol


def document(symbol: str, pinpoint: str = "") -> DocumentTarget:
    parsed = parse_symbol(symbol)
    assert parsed
    return DocumentTarget(parsed, parse_provision(pinpoint) if pinpoint else None)


@pytest.mark.parametrize(
    ("target", "address"),
    [
        (document("A/HRC/41/33"), "https://undocs.org/A/HRC/41/33"),
        (document("A/HRC/41/33", "para-74"), "https://undocs.org/A/HRC/41/33"),
        (document("A/HRC/22/53/Add.1"), "https://undocs.org/A/HRC/22/53/Add.1"),
        (document("S/RES/1373 (2001)"), "https://undocs.org/S/RES/1373(2001)"),
        (document("A/RES/2200 A (XXI)"), "https://undocs.org/A/RES/2200A(XXI)"),
        (document("A/HRC/WGAD/2024/54"), "https://undocs.org/A/HRC/WGAD/2024/54"),
        (
            Reference("BLR", 7, 2025),
            "https://spcommreports.ohchr.org/TmSearch/RelCom?code=BLR+7%2F2025",
        ),
        (StandardTarget("iccpr"), None),
    ],
)
def test_a_target_is_read_where_its_publisher_has_it(target: Target, address: str | None) -> None:
    assert official_address(target) == address


def test_an_address_is_safe_whatever_the_symbol_says() -> None:
    odd = DocumentTarget(Symbol("A/<b>?x=1&y#z\"'%"))
    address = official_address(odd)
    assert address == "https://undocs.org/A/%3Cb%3E%3Fx%3D1%26y%23z%22%27%25"
