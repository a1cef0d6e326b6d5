"""What is published is what was made, and nothing that somebody else wrote."""

import os
from pathlib import Path

from tests.building.small_sites import make

from casebook.building.listing import MARKER


def write_over(site: Path, path: str) -> None:
    (site / path).write_text("mine")
    later = (site / MARKER).stat().st_mtime + 1
    os.utime(site / path, (later, later))


def test_what_somebody_wrote_over_goes_with_the_page_that_is_no_more(tmp_path: Path) -> None:
    site = tmp_path / "site"
    make(tmp_path, {"a.html": "a", "b.html": "b"})
    write_over(site, "b.html")
    make(tmp_path, {"a.html": "a"})
    assert {path.name for path in site.iterdir()} == {"a.html", MARKER}


def test_what_somebody_wrote_over_comes_back_from_no_second_copy(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for words in ("a", "other", "a"):
        make(tmp_path, {"a.html": words, "b.html": "b"})
    write_over(site, "b.html")
    for words in ("a", "other", "a"):
        make(tmp_path, {"a.html": words, "b.html": "b"})
        assert (site / "b.html").read_text() == "b"
