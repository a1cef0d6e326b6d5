"""A preview goes on with what can be shown, whatever is wrong with the collection."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.factories import build_corpus

from casebook.reading.collection import Collection
from casebook.rendering.shell import root_of
from casebook.rendering.templates import Templates
from casebook.views.catalogue import catalogue_of
from casebook.views.site import plan_dossier, plan_pages

ROOT = Path(__file__).parents[2]
THEME = ROOT / "hooks" / "theme"
GOLDENS = ROOT / "tests" / "goldens" / "checks"

_FILE = re.compile(r"^In `([^`]+)`:\n\n(`{3,})[a-z]+\n(.*?)^\2$", re.MULTILINE | re.DOTALL)


def _bad_collections() -> Iterator[tuple[str, dict[str, str | bytes]]]:
    for page in sorted((ROOT / "docs" / "problems").glob("*.md")):
        wrong = page.read_text("utf-8").partition("\n## Right\n")[0]
        yield page.stem, {path: content for path, _, content in _FILE.findall(wrong)}
    for verdict in sorted(GOLDENS.glob("*/*/expected.txt")):
        case = verdict.parent
        files: dict[str, str | bytes] = {
            path.relative_to(case).as_posix(): path.read_bytes()
            for path in case.rglob("*")
            if path.is_file() and path != verdict
        }
        yield f"{case.parent.name}/{case.name}", files


BAD = dict(_bad_collections())


@pytest.fixture(scope="module")
def templates() -> Templates:
    """Compiled once for all collections: that is what takes time."""
    return Templates(THEME, build_corpus([]))


@pytest.mark.parametrize("files", BAD.values(), ids=BAD.keys())
def test_every_page_can_be_made(
    files: Mapping[str, str | bytes],
    collect: Callable[[Mapping[str, str | bytes]], Collection],
    templates: Templates,
    today: date,
) -> None:
    corpus = collect(files).corpus
    templates._corpus = corpus
    catalogue = catalogue_of(corpus)
    dossiers = (plan_dossier(catalogue, reference) for reference in corpus.dossiers)
    pages = [
        templates.body(planned.template, planned.view(catalogue), root_of(planned.address))
        for planned in (*dossiers, *plan_pages(catalogue, today))
    ]
    assert all(pages)
