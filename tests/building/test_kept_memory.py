"""What a build leaves for the next comes back as it was, whether much of it changed or little."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.building import kept_memory
from casebook.building.kept_memory import load_memory, save_memory
from casebook.building.memory import Memory, made_of
from casebook.building.readers import Readers

_NAMES = st.sampled_from("abcdefgh")
_WORDS = st.sampled_from(["1", "2", "3"])
_BUILDS = st.lists(
    st.tuples(
        st.dictionaries(_NAMES, _WORDS), st.dictionaries(_NAMES, _WORDS), st.sets(_NAMES), _WORDS
    ),
    min_size=1,
    max_size=6,
)


def since(path: Path) -> Path:
    return path.with_name("memory.since")


@given(_BUILDS, st.sampled_from([0, 12, 10_000]))
def test_what_is_left_comes_back(
    builds: list[tuple[dict[str, str], dict[str, str], set[str], str]], much: int
) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept_memory, "_MUCH", much)
        path = Path(folder, "memory")
        for facts, versions, looks, public in builds:
            before, base = load_memory(path)
            readers = before.readers
            batches = {
                name: made_of(version, {name: version}, readers.add(looks))
                for name, version in versions.items()
            }
            memory = Memory(
                *(facts, batches, readers, date(2026, 11, int(public)), "shape", "plan"),
                *(frozenset(looks), {"piece": public}, public),
            )
            save_memory(path, memory, base)
            again, _ = load_memory(path)
            assert again.readers.plain == memory.readers.plain
            again.readers, memory.readers = Readers(), Readers()
            assert again == memory


def saved(path: Path) -> Memory:
    """Save a memory, and one that is a little otherwise."""
    facts = {str(number): "1" for number in range(100)}
    save_memory(path, Memory(facts, public="first"))
    memory, base = load_memory(path)
    save_memory(path, Memory(facts | {"7": "2"}, {}, memory.readers, public="second"), base)
    return load_memory(path)[0]


def test_a_little_that_changed_is_written_beside_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    memory = saved(path)
    assert (memory.public, memory.facts["7"], memory.facts["8"]) == ("second", "2", "1")
    assert since(path).stat().st_size < path.stat().st_size / 2


def test_what_went_with_a_file_that_is_no_more_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    saved(path)
    held = since(path).read_bytes()
    save_memory(path, Memory({"7": "3"}, public="third"))
    assert not since(path).exists()
    since(path).write_bytes(held)  # as where a build is killed before it is deleted
    assert load_memory(path)[0].public == "third"


def test_what_a_killed_build_was_writing_goes(tmp_path: Path) -> None:
    for name in (".memory.7", ".memory.since.7"):
        (tmp_path / name).write_bytes(b"half")
    assert load_memory(tmp_path / "memory") == (Memory(), None)
    assert not [*tmp_path.iterdir()]


def test_a_damaged_memory_is_none(tmp_path: Path) -> None:
    for held in (b"", b"{}", b"\xe9\x00", b"N"):
        (tmp_path / "memory").write_bytes(held)
        assert load_memory(tmp_path / "memory") == (Memory(), None)
    assert load_memory(tmp_path / "none") == (Memory(), None)
    saved(tmp_path / "memory")
    since(tmp_path / "memory").write_bytes(b"N")
    assert load_memory(tmp_path / "memory") == (Memory(), None)
