"""What is kept is what was put there, or it was never there."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.reading.kept import DamagedError, read_kept, seal, unseal, write_kept


@given(st.binary(max_size=50))
def test_what_is_sealed_comes_back(content: bytes) -> None:
    assert unseal(seal(content)) == content


@given(st.binary(min_size=1, max_size=50), st.data())
def test_what_lost_its_end_or_changed_in_one_place_is_damaged(
    content: bytes, data: st.DataObject
) -> None:
    held = seal(content)
    at = data.draw(st.integers(0, len(held) - 1))
    bit = 1 << data.draw(st.integers(0, 7))
    for damaged in (held[:at], held[:at] + bytes([held[at] ^ bit]) + held[at + 1 :]):
        with pytest.raises(DamagedError):
            unseal(damaged)


@pytest.mark.parametrize("left", [b"", bytes(4), bytes(4096)])
def test_what_a_failing_disk_leaves_is_damaged(left: bytes) -> None:
    with pytest.raises(DamagedError):
        unseal(left)


def test_a_file_is_kept_whole_and_nothing_beside_it(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        write_kept(tmp_path / "kept", content)
        assert read_kept(tmp_path / "kept") == content
    (tmp_path / "other").mkdir()
    with pytest.raises(OSError, match="other"):
        write_kept(tmp_path / "other", b"one")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "other"]
