"""The timeline lists events by date and draws them where they belong."""

from datetime import date
from itertools import pairwise

from tests import factories as make
from tests.factories import build_corpus

from casebook.model.dossier import Event, Publication
from casebook.views.catalogue import catalogue_of
from casebook.views.timeline import timeline_of
from casebook.words.dates import PartialDate


def test_events_stand_in_order_within_the_line() -> None:
    held = make.dossier(
        sent=date(2025, 9, 8),
        publication=Publication(60, "letter"),
        checked=date(2026, 11, 22),
        replies=(make.reply(date(2025, 12, 1)),),
        events=(Event(PartialDate(2021, 12, 30), "She was detained."),),
    )
    timeline = timeline_of(catalogue_of(build_corpus([held])), held)
    days = [str(event.date) for event in timeline.events]
    assert days == ["2021-12-30", "2025-09-08", "2025-11-07", "2025-12-01", "2026-11-22"]
    assert [event.left for event in timeline.events] == sorted(
        event.left for event in timeline.events
    )
    assert timeline.events[0].left == 2
    assert timeline.events[-1].left == 98
    assert [year for year, _ in timeline.years] == [2022, 2023, 2024, 2025, 2026]


def test_marks_that_would_touch_are_drawn_in_different_rows() -> None:
    held = make.dossier(
        events=tuple(Event(PartialDate(2025, 3, day), "It rained.") for day in range(1, 20)),
        checked=date(2026, 3, 1),
    )
    timeline = timeline_of(catalogue_of(build_corpus([held])), held)
    for row in range(timeline.levels):
        places = [event.left for event in timeline.events if event.level == row]
        assert all(after - before >= 7 for before, after in pairwise(places))


def test_nothing_known_is_nothing_shown() -> None:
    held = make.dossier(sent=None)
    timeline = timeline_of(catalogue_of(build_corpus([held])), held)
    assert timeline.events == ()
    assert not timeline.is_drawn


def test_a_year_is_marked_where_its_first_day_lies() -> None:
    days = (PartialDate(2023, 12, 22), PartialDate(2024, 1, 1), PartialDate(2025, 1, 1))
    held = make.dossier(sent=None, events=tuple(Event(day, "It rained.") for day in days))
    timeline = timeline_of(catalogue_of(build_corpus([held])), held)
    _, *firsts = [event.left for event in timeline.events]
    assert timeline.years == ((2024, firsts[0]), (2025, firsts[1]))


def test_all_is_drawn_on_the_line_where_only_the_year_of_the_first_is_known() -> None:
    days = (PartialDate(2024), PartialDate(2024, 2, 29), PartialDate(2024, 3), PartialDate(2024, 9))
    held = make.dossier(sent=None, events=tuple(Event(day, "It rained.") for day in days))
    timeline = timeline_of(catalogue_of(build_corpus([held])), held)
    places = {str(event.date): event.left for event in timeline.events}
    assert (places["2024-02-29"], places["2024-09"]) == (2, 98)
    assert places["2024-03"] < places["2024"] < 98


def test_of_many_years_round_ones_are_marked() -> None:
    days = (PartialDate(1980, 2, 29), PartialDate(2025, 3, 1))
    held = make.dossier(sent=None, events=tuple(Event(day, "It rained.") for day in days))
    timeline = timeline_of(catalogue_of(build_corpus([held])), held)
    assert [year for year, _ in timeline.years] == [
        1985,
        1990,
        1995,
        2000,
        2005,
        2010,
        2015,
        2020,
        2025,
    ]
