"""The figures that docs/importing.md reports, and that no change may lower."""

from functools import cache

import pytest
from tests.importing.measure import FORMS, ROOT, Score, figures, import_sample, score, table
from tests.importing.sample import NAMES, read_sample


@cache
def scores() -> tuple[Score, ...]:
    return tuple(score(read_sample(name), form) for name in NAMES for form in FORMS)


def test_there_are_at_least_twelve_documents_in_three_languages() -> None:
    samples = [read_sample(name) for name in NAMES]
    assert len(samples) >= 12
    assert {sample.fields["language"] for sample in samples} == {"en", "fr", "es"}
    assert {sample.fields["kind"] for sample in samples} == {"communication", "reply"}


@pytest.mark.parametrize("form", FORMS)
def test_fields_are_read_right(form: str) -> None:
    held = [each for each in scores() if each.form == form]
    assert figures(held).accuracy >= 0.97, [each.wrong_fields for each in held]


@pytest.mark.parametrize("form", FORMS)
def test_paragraphs_begin_and_end_where_they_do(form: str) -> None:
    held = [each for each in scores() if each.form == form]
    assert figures(held).f1 >= 0.98, [(each.sample, each.missed) for each in held]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost_on_the_way(name: str, form: str) -> None:
    assert import_sample(read_sample(name), form).differs_at is None


def test_the_documentation_reports_these_figures() -> None:
    assert table(list(scores())) in (ROOT / "docs" / "importing.md").read_text("utf-8")
