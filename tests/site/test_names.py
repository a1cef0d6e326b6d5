"""A name that is withheld stands in no file of a built site, and a build that would put it there
fails."""

from pathlib import Path

import pytest
from tests.site.invented import make_collection, run_build

from casebook.sealing.contents import texts_in
from casebook.sealing.protection import Guard, key_of

PERSONS = """\
type: AL
title: Flooding of a village
sent: 2025-03-04
persons:
  - {name: Quendrim Hidden, naming: withheld, also: [Кендрим Хидден], role: a witness}
  - {name: Osvalda Shortname, naming: initials}
  - {naming: withheld, role: a girl aged 9}
  - {name: Publica Open, naming: public}
"""
DOSSIER = "cases/xxx/1-2025/dossier.yml"


def guard(*names: str) -> Guard:
    return Guard({str(key_of(name)): "withheld" for name in names})


def leaks(site: Path, given: Guard) -> list[str]:
    return [
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file()
        and any(
            given.find(text)
            for text in texts_in(path.relative_to(site).as_posix(), path.read_bytes())
        )
    ]


def test_a_site_holds_public_names_and_no_other(tmp_path: Path) -> None:
    collection = make_collection(tmp_path / "collection", {DOSSIER: PERSONS})
    result = run_build(collection, tmp_path / "site", "--strict")
    assert result.returncode == 0, result.stderr
    withheld = guard("Quendrim Hidden", "Кендрим Хидден", "Osvalda Shortname")
    assert leaks(tmp_path / "site", withheld) == []
    assert {"cases/xxx/1-2025/index.html", "people/index.html", "data/casebook.sqlite"} <= {
        *leaks(tmp_path / "site", guard("Publica Open"))
    }
    assert "3 persons" not in (tmp_path / "site/cases/xxx/1-2025/index.html").read_text()


@pytest.mark.parametrize(
    "words", ["Ms. QUENDRIM-HIDDEN said so.", "![Osvalda  Shortname](x.png)", "Кендрим Хидден"]
)
def test_a_build_that_would_tell_a_name_fails_and_does_not_tell_it(
    tmp_path: Path, words: str
) -> None:
    files: dict[str, str | bytes] = {
        DOSSIER: PERSONS,
        "docs/news.md": f"# News\n\n{words}\n",
        "docs/x.png": b"",
    }
    collection = make_collection(tmp_path / "collection", files)
    result = run_build(collection, tmp_path / "site")
    assert result.returncode == 1
    assert f"news/index.html holds a name that {DOSSIER} keeps from being public" in result.stdout
    for name in ("Quendrim", "QUENDRIM", "Osvalda", "Кендрим"):
        assert name not in result.stderr + result.stdout
    assert not (tmp_path / "site").exists()
    (collection / "docs" / "news.md").write_text("# News\n")
    assert run_build(collection, tmp_path / "site").returncode == 0


def test_a_dossier_kept_from_search_engines_is_in_no_list_that_they_read(tmp_path: Path) -> None:
    hidden = PERSONS.replace("Flooding of a village", "Zeppelin") + "noindex: true\n"
    collection = make_collection(tmp_path / "collection", {DOSSIER: hidden})
    site = tmp_path / "site"
    assert run_build(collection, site, "--strict").returncode == 0
    page = (site / "cases/xxx/1-2025/index.html").read_text()
    assert '<meta name="robots" content="noindex">' in page
    assert "/cases/xxx/1-2025/*\n  X-Robots-Tag: noindex\n" in (site / "_headers").read_text()
    assert '"~^/cases/xxx/1-2025/" "noindex";' in (site / "headers/nginx.conf").read_text()
    assert "cases/xxx/1-2025/" not in (site / "sitemap.xml").read_text()
    told = leaks(site, guard("Zeppelin"))
    assert not [path for path in told if path.startswith(("feeds/", "search/", "people/"))]
    assert not [path for path in leaks(site, guard("Publica Open")) if "people" in path]
