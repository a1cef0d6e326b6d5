"""A store of originals: in a folder, in memory, wherever fsspec reaches."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import fsspec
import pytest
from tests.originals.server import PDF

from casebook.originals.fetching import Validators
from casebook.originals.store import Seen, Store, StoreError

CHECKSUM = sha256(PDF).hexdigest()
SEEN = Seen(
    "https://example.org/letter.pdf",
    CHECKSUM,
    len(PDF),
    date(2026, 11, 22),
    Validators('"one"', "Sun, 22 Nov 2026 10:00:00 GMT"),
)


@pytest.fixture(params=["folder", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "folder":
        yield Store(str(tmp_path / "some originals"))
        return
    yield Store("memory://originals/of/a/test")
    fsspec.filesystem("memory").rm("/originals", recursive=True)


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.part"
    path.write_bytes(PDF)
    return path


def test_what_is_filed_is_found_by_what_it_holds(store: Store, letter: Path) -> None:
    # Something else has to be in it, or the memory has no such folder to remove.
    store.remember(SEEN)
    assert not store.holds(CHECKSUM)
    assert store.read(CHECKSUM) is None
    store.file(letter, CHECKSUM)
    assert store.holds(CHECKSUM)
    assert store.holds(CHECKSUM, len(PDF))
    assert not store.holds(CHECKSUM, len(PDF) - 1)
    assert store.read(CHECKSUM) == PDF
    store.file(letter, CHECKSUM)
    assert store.read(CHECKSUM) == PDF


def test_what_was_seen_is_remembered_until_something_else_is(store: Store) -> None:
    assert store.seen(SEEN.url) is None
    store.remember(SEEN)
    assert store.seen(SEEN.url) == SEEN
    later = replace(SEEN, retrieved=date(2026, 12, 1), validators=Validators())
    store.remember(later)
    assert store.seen(SEEN.url) == later
    assert store.seen(f"{SEEN.url}?") is None


def test_files_lie_where_the_guide_says(tmp_path: Path, letter: Path) -> None:
    store = Store(str(tmp_path / "originals"))
    store.file(letter, CHECKSUM)
    store.remember(SEEN)
    held = [path for path in (tmp_path / "originals").rglob("*") if path.is_file()]
    assert {path.relative_to(tmp_path).as_posix() for path in held} == {
        f"originals/{CHECKSUM[:2]}/{CHECKSUM}",
        f"originals/addresses/{sha256(SEEN.url.encode()).hexdigest()}.json",
    }


@pytest.mark.parametrize(
    "note",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"url": "https://example.org/other.pdf"}',
        b'{"url": "https://example.org/letter.pdf", "sha256": "../../secret", "size": 1, "retrieved": "2026-11-22"}',
        b'{"url": "https://example.org/letter.pdf", "sha256": 7, "size": 1, "retrieved": "2026-11-22"}',
        b"\xff\xfe",
    ],
)
def test_a_note_that_cannot_be_read_is_no_note(tmp_path: Path, note: bytes) -> None:
    store = Store(str(tmp_path))
    store.remember(SEEN)
    (path,) = (tmp_path / "addresses").iterdir()
    path.write_bytes(note)
    assert store.seen(SEEN.url) is None


@pytest.mark.parametrize("address", ["nowhere://bucket/path", "s4://x"])
def test_an_address_that_nothing_knows_is_told_in_one_sentence(address: str) -> None:
    with pytest.raises(StoreError, match="cannot be used: Protocol not known"):
        Store(address)


def test_a_place_that_cannot_be_written_is_told_in_one_sentence(
    tmp_path: Path, letter: Path
) -> None:
    (tmp_path / "a file").write_bytes(b"")
    store = Store(str(tmp_path / "a file" / "originals"))
    with pytest.raises(StoreError, match="cannot be used"):
        store.file(letter, CHECKSUM)


def test_nothing_half_written_stays(tmp_path: Path) -> None:
    store = Store(str(tmp_path / "originals"))
    with pytest.raises(StoreError):
        store.file(tmp_path / "nothing", CHECKSUM)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
