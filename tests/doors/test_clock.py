from datetime import UTC, date, datetime

import pytest

from casebook.doors.clock import EPOCH, today


def test_the_day_is_that_of_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOCH, "1795305600")
    assert today() == date(2026, 11, 22)


@pytest.mark.parametrize("seconds", ["", "tomorrow", "-1", "9" * 40, "1.5"])
def test_otherwise_it_is_today(monkeypatch: pytest.MonkeyPatch, seconds: str) -> None:
    monkeypatch.setenv(EPOCH, seconds)
    assert abs((today() - datetime.now(UTC).date()).days) <= 1
