"""Which communications a command line names."""

import pytest

from casebook.doors.here import UsageError
from casebook.doors.references import parse_all, parse_one


def test_references_are_read_in_every_spelling() -> None:
    words = [
        "BLR",
        "7/2025",
        "UA",
        "BLR",
        "7/2025",
        "blr-7-2025",
        "cases/blr/7-2025/",
        "UA BLR 7/2025",
    ]
    assert {str(each) for each in parse_all(words)} == {"BLR 7/2025"}


def test_several_references_may_stand_in_one_argument() -> None:
    words = ["BLR 7/2025, BLR 6/2024", "SWE", "2/2019"]
    assert list(map(str, parse_all(words))) == ["BLR 7/2025", "BLR 6/2024", "SWE 2/2019"]


def test_several_references_where_one_is_asked_for_are_named() -> None:
    with pytest.raises(UsageError, match=r"^BLR 7/2025 and BLR 6/2024 are 2 communications; "):
        parse_one("BLR 7/2025 BLR 6/2024")


@pytest.mark.parametrize("words", ["", "7/2025", "../../etc", "\x1b[31m"])
def test_what_is_no_reference_is_said_to_be_none(words: str) -> None:
    for parse in (parse_one, lambda words: parse_all([words])):
        with pytest.raises(UsageError, match=r"^[ -~]*is no reference; write it like BLR 7/2025"):
            parse(words)
