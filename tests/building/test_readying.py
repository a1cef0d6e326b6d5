"""The list of addresses as facts: what stands for a page is another when its addresses are."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.exports import records

from casebook.building.memory import changed_facts
from casebook.building.offers import Past
from casebook.building.readying import Ready, make_ready
from casebook.model.reads import fact
from casebook.reading.collection import Collection
from casebook.reading.permanence import read_permalinks

corpus = cache(records.corpus)


def ready(promised: str) -> Ready:
    permalinks, _ = read_permalinks(promised.encode())
    collection = Collection(Path("/nowhere"), corpus(), (), permalinks=permalinks)
    return make_ready(collection, Past(), records.SITE, date(2026, 11, 22), "code")


def changed(before: str, after: str) -> set[str]:
    """Return the facts of addresses and lines that an edit of the list changes."""
    facts = changed_facts(ready(before).watching.facts, ready(after).watching.facts)
    return {each for each in facts if each.startswith(("permalinks", "lines"))}


def test_a_new_address_moves_the_lines_below_it_and_no_other_address() -> None:
    above, below = "a/\na/#p1\n", "c/\nc/#p1\n"
    assert changed(above + below, f"{above}a/#p2\n{below}") == {
        *("permalinks a/", "lines a/", "lines c/"),
        *("permalinks *", "lines *"),
    }


def test_a_page_that_was_not_promised_is_looked_up_and_found_missing() -> None:
    assert {"permalinks b/", "permalinks? b/", "permalinks? *"} <= changed("a/\n", "a/\nb/\n")


_LISTS = st.lists(
    st.sampled_from(["a/", "a/#p1", "a/#p2", "b/", "b/#p1", "", "# A comment."]), max_size=8
).map(lambda lines: "".join(f"{line}\n" for line in lines))


@given(_LISTS, _LISTS)
def test_what_is_another_is_a_fact_that_changed(before: str, after: str) -> None:
    old, new = ready(before).grounds, ready(after).grounds
    facts = changed(before, after)
    kinds: tuple[tuple[str, Mapping[str, object], Mapping[str, object]], ...] = (
        ("permalinks", old.permalinks, new.permalinks),
        ("lines", old.lines, new.lines),
    )
    for name, held, holds in kinds:
        for page in ("a/", "b/"):
            assert held.get(page) == holds.get(page) or fact(name, page) in facts
