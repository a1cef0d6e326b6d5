"""A server on this machine, and manners for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.originals.server import Server, serving

from casebook.originals.manners import Manners
from casebook.originals.partial import Partial


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def manners() -> Manners:
    """Patience that suits a test."""
    return Manners(
        "casebook/test (+https://casebook.example.org/about/)",
        pause=0.01,
        connect=1,
        read=0.4,
        total=1.5,
        longest_wait=0.5,
        attempts=2,
        largest=200_000,
        allow_loopback=True,
    )


@pytest.fixture
def partial(tmp_path: Path) -> Partial:
    return Partial(tmp_path / "parts", "http://127.0.0.1/letter.pdf")
