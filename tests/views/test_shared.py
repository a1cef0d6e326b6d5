"""What other sites show of a letter: facts, and nobody's name."""

from datetime import date
from typing import Any

import pytest
from tests import factories as make
from tests.factories import build_corpus

from casebook.model.dossier import Withdrawal
from casebook.views.catalogue import catalogue_of
from casebook.views.shared import SharedView, shared_view
from casebook.words.vocabulary import Naming


def view(name: str = "XXX 7/2025", **given: Any) -> SharedView:
    held = make.dossier(name, **given)
    corpus = build_corpus([held], [], [], [], [make.addressee(takes_article=True)])
    return shared_view(catalogue_of(corpus), held)


@pytest.mark.parametrize(
    ("given", "facts"),
    [
        ({}, "Allegation letter of 1 March 2025 to the State of XXX"),
        ({"sent": None}, "Allegation letter, date not known, to the State of XXX"),
        ({"type": None}, "Letter of 1 March 2025 to the State of XXX"),
        ({"name": "YYY 1/2025"}, "Allegation letter of 1 March 2025 to YYY"),
        (
            {"name": "OTH 1/2025", "addressee_name": "Invented Mining Ltd"},
            "Allegation letter of 1 March 2025 to Invented Mining Ltd",
        ),
    ],
)
def test_it_says_what_the_letter_is(given: dict[str, Any], facts: str) -> None:
    assert view(**given).facts == facts


def test_it_says_as_of_when_no_reply_was_found() -> None:
    shown = view(checked=date(2026, 11, 22))
    assert (shown.state, shown.mark) == ("No reply found as of 22 November 2026", "none")


def test_a_reply_stands_with_its_day() -> None:
    shown = view(replies=(make.reply(date(2025, 5, 1)),))
    assert (shown.state, shown.mark) == (
        "Reply received, 1 May 2025, 61 days after the letter",
        "received",
    )


def test_a_withdrawn_dossier_says_only_that() -> None:
    shown = view(withdrawn=Withdrawal(date(2026, 1, 5), "asked for by Ann Example"))
    assert (shown.label, shown.title, shown.facts, shown.state, shown.mark) == (
        "XXX 7/2025",
        "This page was withdrawn",
        "",
        "Withdrawn on 5 January 2026",
        "",
    )
    assert "bridge" not in repr(shown)
    assert "Ann" not in repr(shown)


@pytest.mark.parametrize("naming", Naming)
def test_no_person_stands_in_it(naming: Naming) -> None:
    assert "Example" not in repr(view(persons=(make.person("Ann Example", naming),)))


def test_it_leads_to_the_dossier() -> None:
    assert view().page == "cases/xxx/7-2025/"
