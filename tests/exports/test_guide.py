"""The guide to the data names what there is, and its examples run."""

import re
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from tests.exports import records

from casebook.exports.database import DATABASE, text_database
from casebook.exports.manifest import manifest_of
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
        "data/texts/blr.sqlite",
        "feeds/addressee/blr.atom",
        "feeds/addressee/blr.ics",
        "feeds/mandate/wgad.ics",
        "feeds/mandate/wgad.json",
        "feeds/instrument/iccpr.atom",
    }


def test_the_queries_of_the_guide_run(files: Mapping[str, bytes]) -> None:
    queries = re.findall(r"```sql\n(.*?)```", GUIDE, re.DOTALL)
    assert len(queries) > 2
    for query in queries:
        is_of_texts = query.startswith("-- texts\n")
        with closing(sqlite3.connect(":memory:")) as database:
            database.deserialize(files[text_database("XXX") if is_of_texts else DATABASE])
            database.execute(query).fetchall()


@pytest.fixture
def run(
    files: Mapping[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], None]:
    """Run the program of the guide that has a word, beside the data that it fetches."""
    site = (tmp_path / "site").as_uri() + "/"
    manifest = manifest_of(dict.fromkeys(files, "0" * 64), records.SITE, records.TODAY)
    for path, content in {**files, "api/v1/manifest.json": manifest}.items():
        target = tmp_path / "site" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        is_ours = path.startswith("api/")
        target.write_bytes(
            content.replace(records.SITE.encode(), site.encode()) if is_ours else content
        )
    monkeypatch.chdir(tmp_path)

    def run_with(word: str) -> None:
        programs = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
        (program,) = (each for each in programs if word in each)
        exec(compile(program.replace("https://casebook.example.org/", site), "guide", "exec"), {})

    return run_with


def test_the_lists_are_read_to_their_end_as_the_guide_says(
    run: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    run("def records")
    assert re.fullmatch(r"No reply found to \d+ of [1-9]\d* letters .*\n", capsys.readouterr().out)


def test_what_changed_is_fetched_as_the_guide_says(
    run: Callable[[str], None], files: Mapping[str, bytes]
) -> None:
    run("manifest.json")
    path = "cases/xxx/7-2025/dossier.json"
    assert Path(path).read_bytes() == files[path]
    Path(path).unlink()
    run("manifest.json")
    assert not Path(path).exists()


def test_the_databases_are_joined_as_the_guide_says(run: Callable[[str], None]) -> None:
    run("sqlite3")
    with closing(sqlite3.connect("all.sqlite")) as whole:
        found = whole.execute(
            "SELECT paragraphs.anchor, dossiers.reference FROM paragraphs JOIN dossiers "
            "USING (reference) WHERE paragraphs.rowid IN "
            "(SELECT rowid FROM paragraphs_fts WHERE paragraphs_fts MATCH 'convention')"
        ).fetchall()
    assert found == [("p1", "XXX 7/2025")]


def test_the_changelog_has_the_version() -> None:
    assert f"\n## {SCHEMA_VERSION}\n" in (DOCS / "data-changelog.md").read_text("utf-8")
