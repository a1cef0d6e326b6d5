"""Pages that are no more lead on, when they were promised or are said to have moved."""

from pathlib import Path

from tests.exports import records

from casebook.building.moved import moved_pages
from casebook.reading.collection import Collection
from casebook.reading.permanence import read_permalinks


def moved(promised: str, moves: dict[str, str]) -> dict[str, str]:
    permalinks, _ = read_permalinks(promised.encode())
    collection = Collection(
        Path("/nowhere"), records.corpus(), (), permalinks=permalinks, moved=moves
    )
    return moved_pages(collection)


HERE = "cases/xxx/7-2025/"
GONE = {"cases/yyy/": "cases/xxx/"}


def test_what_lay_below_a_page_that_moved_leads_on_when_it_was_promised() -> None:
    promised = f"cases/yyy/7-2025/\ncases/yyy/7-2025/#p1\n{HERE}\n"
    assert moved(promised, GONE) == {"cases/yyy/": "cases/xxx/", "cases/yyy/7-2025/": HERE}


def test_a_page_of_which_only_places_were_promised_has_no_page_that_leads_on() -> None:
    assert moved("cases/yyy/7-2025/#p1\n", GONE) == GONE


def test_a_move_needs_no_promise() -> None:
    assert moved("", {"old/": HERE, f"{HERE}#p99": f"{HERE}#p1"}) == {"old/": HERE}
    assert moved("about/\n", {}) == {}
