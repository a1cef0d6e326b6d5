"""The benchmark measures what it says: on twenty dossiers and without other generators."""

import json
import math
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.benchmark import equivalent, output
from tests.benchmark.collection import collection_files
from tests.benchmark.conducting import conduct
from tests.benchmark.figures import exponent
from tests.benchmark.invention import CITATIONS, PARAGRAPHS, Record
from tests.benchmark.measuring import measure
from tests.benchmark.profiling import read_stacks
from tests.benchmark.report import write_report
from tests.benchmark.results import Results, Session
from tests.benchmark.stage import Stage


def test_an_invented_letter_has_the_size_of_a_real_one() -> None:
    for path, text in collection_files(Record(20)):
        if path.endswith("communication.restated.md"):
            words = re.sub(r"\]\([^)]*\)", "]", text).split()
            assert 1700 < len(words) < 2050, path
            assert len(re.findall(r"^\[\d+\]", text, re.MULTILINE)) == PARAGRAPHS
            assert len(re.findall(r"recall \[|They recall ", text)) == CITATIONS


def test_the_same_number_of_letters_is_the_same_record() -> None:
    assert dict(collection_files(Record(8))) == dict(collection_files(Record(8)))


def test_pages_for_other_generators_link_only_to_each_other(tmp_path: Path) -> None:
    equivalent.write_pages(tmp_path, 20)
    pages = {path: path.read_text("utf-8") for path in tmp_path.rglob("*.md")}
    assert len(pages) == equivalent.count_pages(20) + 1
    cited = 0
    for path, text in pages.items():
        for target, anchor in re.findall(r"\]\(([^)#]*)#?([^)]*)\)", text):
            linked = (path.parent / target).resolve() if target else path
            assert linked in pages, (path, target)
            assert not anchor or f"{{#{anchor}}}" in pages[linked], (path, target, anchor)
            cited += path.parent.name == "provisions" and bool(anchor)
    provisions = sum(text.count("](/standards/") for path, text in collection_files(Record(20)))
    assert cited == provisions > 200


def test_a_command_is_measured_with_all_that_it_began(tmp_path: Path) -> None:
    work = "x = bytearray(80_000_000); y = sum(i * i for i in range(2_000_000))"
    script = (
        f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}]); print('done')"
    )
    run = measure([sys.executable, "-c", script], tmp_path, {}, 60)
    assert run.exit == 0
    assert run.said == "done\n"
    assert run.largest > 80_000_000
    assert 0.05 < run.cpu <= run.wall * 1.5
    assert list(tmp_path.iterdir()) == []


def test_a_command_is_stopped_at_the_limit(tmp_path: Path) -> None:
    run = measure([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, {}, 0.5)
    assert run.exit is None
    assert run.wall < 10


def test_growth_in_proportion_has_the_exponent_one() -> None:
    assert exponent(2.0, 20.0, 10) == pytest.approx(1)
    assert exponent(2.0, 200.0, 10) == pytest.approx(2)
    assert exponent(None, 20.0, 10) is None
    assert math.isclose(exponent(3.0, 3.0, 10) or 0, 0)


def test_the_longest_list_of_each_kind_of_page_is_found(tmp_path: Path) -> None:
    for address, entries in (("cases/xaa/1-2020/", 3), ("cases/yab/22-2021/", 5), ("cases/", 2)):
        (tmp_path / address).mkdir(parents=True, exist_ok=True)
        page = f"<main><ul>{'<li>x<ol><li>y</ol>' * entries}</ul></main>"
        (tmp_path / address / "index.html").write_text(page)
    found = {each.pages: (each.entries, each.address) for each in output.longest_lists(tmp_path)}
    assert found == {"cases/*/*/": (5, "cases/yab/22-2021/"), "cases/": (2, "cases/")}


def test_a_look_counts_for_our_innermost_function() -> None:
    profile = read_stacks(
        'process 1:"x";build (mkdocs/commands/build.py:1);'
        "share (casebook/building/workers.py:39);body (casebook/rendering/templates.py:71);"
        "root (listing.html:45) 3\n"
        "build (mkdocs/commands/build.py:1) 1\n"
        "a (casebook/views/page.py:1);_find_and_load (<frozen importlib._bootstrap>:1) 2\n"
    )
    assert profile.looks == 6
    assert profile.rooms == {"rendering": 3, "loading of modules": 2, "MkDocs and hooks": 1}
    assert profile.functions == {"rendering/templates.py body": 3}


def test_twenty_dossiers_are_measured_and_reported(tmp_path: Path) -> None:
    session = Session.begin(tmp_path / "results")
    told: list[str] = []
    stage = Stage(session, 20, 1, 300, told.append)
    # A thread has one browser at a time, and that of other tests may still be open in this one.
    with ThreadPoolExecutor(1) as aside:
        aside.submit(conduct, stage, tmp_path / "work", [], with_ours=True).result()
    rows = session.rows()
    builds = {row["step"]: row for row in rows if row["kind"] == "run"}
    assert {"whole", "unchanged", "paragraph", "title", "reply"} <= builds.keys()
    for step, row in builds.items():
        assert row["exit"] == 0, row["said"]
        assert row["sample"]["anchors"] == PARAGRAPHS, step
        # Pages alone lead to data and frames that are not there.
        if step != "pages":
            assert row["sample"]["broken"] == [], step
    for row in rows:
        if row["kind"] == "edit":
            assert row["shown"] == row["expected"]
            assert 0 < row["files"] < builds["whole"]["weight"]["files"]
    (preview,) = (row for row in rows if row["kind"] == "preview")
    assert None not in preview["saves"]
    (rare,) = (row for row in rows if row["kind"] == "rare")
    assert 0 < len(rare["bytes"]) <= rare["asked"]
    searches = [row for row in rows if row["kind"] == "search"]
    assert all("letter" in row["answer"] for row in searches), searches
    assert max(row["entries"] for row in rows if row["kind"] == "list") >= 20
    report = tmp_path / "benchmark.md"
    write_report(Results.read(tmp_path / "results"), report)
    written = report.read_text("utf-8")
    assert str(tmp_path) not in written
    for row in searches:
        assert row["answer"] in written
    assert json.dumps(rows)
