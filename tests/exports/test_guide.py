"""The guide to the data names what there is, and its examples run."""

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from casebook.exports.rows import SCHEMA_VERSION
from casebook.exports.schemas import LISTS
from casebook.exports.shape import names_of
from casebook.model.reply_state import ReplyState

DOCS = Path(__file__).parents[2] / "docs"
GUIDE = (DOCS / "data.md").read_text("utf-8")


@pytest.mark.parametrize("name", LISTS)
def test_the_guide_explains_every_field(name: str) -> None:
    section = GUIDE.partition(f"### Fields of {name}")[2].partition("\n#")[0]
    explained = set(re.findall(r"`([a-z0-9_]+)`", section))
    assert {*names_of(LISTS[name])} <= explained


def test_the_guide_explains_every_state_of_a_reply() -> None:
    assert {str(state) for state in ReplyState} <= set(
        re.findall(r"^\| `([a-z-]+)` \|", GUIDE, re.MULTILINE)
    )


def test_the_files_that_the_guide_names_exist(files: Mapping[str, bytes]) -> None:
    named = re.findall(r"`((?:api/v1|data|feeds)/[a-z0-9/.]+\.[a-z]+)`", GUIDE)
    assert len(named) > 10
    assert {path for path in named if path not in files} == {
        "api/v1/manifest.json",
        "feeds/addressee/blr.atom",
        "feeds/addressee/blr.ics",
        "feeds/mandate/wgad.ics",
        "feeds/mandate/wgad.json",
        "feeds/instrument/iccpr.atom",
    }


def test_the_queries_of_the_guide_run(files: Mapping[str, bytes]) -> None:
    queries = re.findall(r"```sql\n(.*?)```", GUIDE, re.DOTALL)
    assert queries
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(files["data/casebook.sqlite"])
        for query in queries:
            database.execute(query).fetchall()


def test_the_programs_of_the_guide_are_programs() -> None:
    for program in re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL):
        compile(program, "guide", "exec")


def test_the_changelog_has_the_version() -> None:
    assert f"\n## {SCHEMA_VERSION}\n" in (DOCS / "data-changelog.md").read_text("utf-8")
