"""What is known of the last build: nothing that changed is kept, and nothing that did not is lost."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from casebook.building.batch import PIECES, Batch
from casebook.building.kept_memory import load_memory, save_memory
from casebook.building.memory import (
    NOTHING,
    Made,
    Memory,
    changed_facts,
    made_of,
    recall,
    settle,
)
from casebook.building.readers import Readers
from casebook.model.reads import join_parts

_FACTS = st.sampled_from([f"rows {letter}" for letter in "abcdef"])
_MAKINGS = st.lists(st.tuples(st.integers(0, 5), st.sets(_FACTS)), max_size=30)


def nothing_lost(_: Iterable[Mapping[str, str]]) -> frozenset[str]:
    return frozenset()


def many(makings: Sequence[tuple[int, set[str]]]) -> tuple[Readers, dict[str, Made]]:
    """Make batches, some of them again and again, each looking these facts up."""
    readers, made = Readers(), {}
    for which, facts in makings:
        made[f"page {which}"] = made_of("code", {f"{which}/": "key"}, readers.add(facts))
    return readers, made


@given(_MAKINGS, _MAKINGS, st.sets(_FACTS))
def test_numbers_that_mean_nothing_go_and_the_others_mean_the_same(
    before: list[tuple[int, set[str]]], after: list[tuple[int, set[str]]], changed: set[str]
) -> None:
    readers, made = many([*before, *([(0, {"rows a"})] * 2_000), *after])
    made["list"] = made_of("", {}, NOTHING)
    settled, again = settle(readers, made)
    assert settled.count == len(made) < readers.count
    assert [*again] == [*made]
    for name, each in made.items():
        is_stale = each.number in readers.of(changed)
        assert is_stale == (again[name].number in settled.of(changed)), name
    assert again["list"].number == NOTHING


def test_a_batch_is_kept_while_nothing_of_it_changed(tmp_path: Path) -> None:
    readers, made = many([(1, {"rows a", "rows? c"}), (2, {"rows b"})])
    save_memory(tmp_path / "memory", Memory({"rows a": "1", "rows b": "1"}, made, readers))
    memory, _ = load_memory(tmp_path / "memory")
    same = Batch("page 1", "code", dict)

    def holds(facts: dict[str, str], batch: Batch = same) -> bool:
        changed = changed_facts(memory.facts, facts)
        return recall(memory, changed, "", nothing_lost).of(batch) is not None

    assert holds({"rows a": "1", "rows b": "1"})
    assert holds({"rows a": "1", "rows b": "2"}), "somebody else looked that up"
    assert not holds({"rows a": "2", "rows b": "1"})
    assert not holds({"rows b": "1"})
    assert not holds({"rows a": "1", "rows b": "1", "rows c": "1"}), "it asked whether c is there"
    assert not holds({"rows a": "1", "rows b": "1"}, same._replace(version="other"))
    assert not holds({"rows a": "1", "rows b": "1"}, same._replace(name="page 3"))


def test_a_batch_whose_file_is_gone_is_made_again() -> None:
    readers, made = many([(1, set()), (2, set())])
    last = recall(Memory({}, made, readers), (), "", lambda made: frozenset(next(iter(made))))
    assert last.of(Batch("page 1", "code", dict)) is None
    assert last.of(Batch("page 2", "code", dict)) == made["page 2"]


def test_nothing_public_is_lost_while_the_public_site_is_the_one_that_was_made() -> None:
    readers, made = many([(1, set()), (2, set())])
    pieces = {f"{PIECES}data/1": "key"}
    memory = Memory({}, made, readers, pieces=pieces, public="a site")

    def looked_for(public: str) -> list[Mapping[str, str]]:
        found: list[Mapping[str, str]] = []

        def lost(files: Iterable[Mapping[str, str]]) -> frozenset[str]:
            found.extend(files)
            return frozenset()

        assert recall(memory, (), public, lost).is_public is (public == "a site")
        return found

    assert looked_for("a site") == [pieces]
    assert looked_for("another site") == looked_for("") == [each.files for each in made.values()]


def test_that_something_is_there_is_a_fact() -> None:
    assert changed_facts({"rows a": "1", "rows b": "1"}, {"rows a": "2", "rows c": "1"}) == {
        "rows a",
        "rows b",
        "rows c",
        "rows? b",
        "rows? c",
    }


def test_a_part_of_a_fact_changes_by_itself() -> None:
    before = {"quoted a": join_parts({"iccpr#article-14": "1", "BLR 6/2024": "1"}), "rows a": "1"}
    after = {"quoted a": join_parts({"iccpr#article-14": "2", "BLR 6/2024": "1"}), "rows a": "1"}
    assert changed_facts(before, after) == {"quoted a", "quoted a#iccpr#article-14"}
    gone = changed_facts(before, {"rows a": "1"})
    assert {"quoted a#iccpr#article-14", "quoted a#BLR 6/2024", "quoted? a"} <= gone
    assert gone == changed_facts({"rows a": "1"}, before)
