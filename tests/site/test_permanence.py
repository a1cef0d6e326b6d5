"""Published addresses work: they have their page, lead to where it moved, or say it was withdrawn."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.site.browsing import serve, visit
from tests.site.invented import ROOT, make_collection, run_build
from tests.site.pages import Site

from casebook.doors.command import main
from casebook.reading.layout import PERMALINKS_PATH
from casebook.reading.permanence import read_permalinks
from casebook.sealing.contents import texts_in

LETTER = "type: AL\ntitle: {title}\nsent: 2025-03-04\nmandates: [sr-rivers]\ntopics: [floods]\n"


def recorded() -> list[str]:
    return list(read_permalinks((ROOT / PERMALINKS_PATH).read_bytes())[0])


def test_every_address_ever_promised_is_on_the_site(site: Site) -> None:
    missing = []
    for address in recorded():
        page, _, anchor = address.partition("#")
        held = site.pages.get(page)
        if not held or (anchor and anchor not in held.anchors):
            missing.append(address)
    assert missing == []


def test_every_page_that_should_be_promised_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["permalinks"]) == 0, "run make permalinks, and commit what it adds"


def test_the_list_is_published(site: Site) -> None:
    assert (site.folder / "permalinks.txt").read_bytes() == (ROOT / PERMALINKS_PATH).read_bytes()


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("moved")
    files = {
        "docs/permalinks.txt": (
            "cases/xxx/1-2025/#p12\ncases/xxx/9-2025/\ncases/xxx/9-2025/#p1\n"
            "standards/rivers/\nstandards/rivers/article-7/\n"
        ),
        "cases/registers/moved.yml": (
            "cases/xxx/1-2025/#p12: cases/xxx/1-2025/#p2\n"
            "cases/xxx/9-2025/: cases/xxx/1-2025/\n"
            "cases/xxx/8-2025/: cases/xxx/1-2025/#p2\n"
            "standards/rivers/: standards/river-convention/\n"
        ),
    }
    collection = make_collection(folder / "collection", files)
    result = run_build(collection, folder / "site", "--strict")
    assert result.returncode == 0, result.stdout + result.stderr
    return Site(folder / "site")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("cases/xxx/9-2025/", "cases/xxx/1-2025/"),
        ("cases/xxx/8-2025/", "cases/xxx/1-2025/#p2"),
        ("standards/rivers/", "standards/river-convention/"),
        ("standards/rivers/article-7/", "standards/river-convention/article-7/"),
    ],
)
def test_an_address_that_moved_leads_on_without_script_and_without_haste(
    moved: Site, old: str, new: str
) -> None:
    page = moved.pages[old]
    assert page.tree.css("link[rel=canonical]")[0].attributes["href"] == (
        f"https://casebook.example.org/{new.partition('#')[0]}"
    )
    assert f"https://site.test/{new}" in page.links
    assert not page.tree.css("meta[http-equiv=refresh]")
    assert f"/{old} /{new} 301\n" in (moved.folder / "_redirects").read_text()
    assert f'"~^/{old}$" "/{new}";' in (moved.folder / "headers/nginx.conf").read_text()
    assert old not in (moved.folder / "sitemap.xml").read_text()
    assert moved.holds(new.partition("#")[0])


def test_with_script_it_leads_to_the_paragraph_at_once(moved: Site, browser: Browser) -> None:
    with serve(moved.folder) as host, visit(browser, host) as seen:
        seen.go("cases/xxx/9-2025/#p1")
        seen.page.wait_for_url("**/cases/xxx/1-2025/#p1")
        seen.go("cases/xxx/8-2025/#p7")
        seen.page.wait_for_url("**/cases/xxx/1-2025/#p2")
        assert seen.errors == []


def test_the_resolver_leads_where_the_old_address_does(moved: Site, browser: Browser) -> None:
    with serve(moved.folder) as host, visit(browser, host) as seen:
        seen.go("r/?UA XXX 9/2025#p1")
        seen.page.wait_for_url("**/cases/xxx/1-2025/#p1")
        assert seen.errors == []


def test_a_paragraph_that_moved_says_where_it_is(moved: Site) -> None:
    page = moved.pages["cases/xxx/1-2025/"]
    assert "p12" in page.anchors
    assert page.tree.css("#p12 a")[0].attributes["href"] == "../../../cases/xxx/1-2025/#p2"


def test_a_build_that_would_drop_an_address_fails_and_says_the_way_out(tmp_path: Path) -> None:
    files = {"docs/permalinks.txt": "cases/xxx/1-2025/\ncases/xxx/9-2025/\n"}
    collection = make_collection(tmp_path / "collection", files)
    result = run_build(collection, tmp_path / "site")
    assert result.returncode == 1
    assert "docs/permalinks.txt:2:1: [lost-address] cases/xxx/9-2025/" in result.stderr
    assert not (tmp_path / "site").exists()


WITHDRAWN = """\
type: UA
title: Zqtitle
sent: 1999-09-09
language: fr
mandates: [wg-bridges]
mandates-note: Zqnote
signatories: [{mandate: wg-bridges, name: Zqsign Atory, title: Zqoffice}]
topics: [resettlement]
summary: Zqsummary
persons: [{name: Zqperson Name, naming: public, also: [Zqalso Name], role: Zqrole}]
requests: {q1: Zqrequest}
documents: {communication: {source: {publisher: Zqpub, url: "https://zqsource.example/"}}}
replies: {reply-1: {received: 1999-10-10, source: {publisher: Zqrpub, url: "https://zqreply.example/"}}}
related: [{to: XXX 1/2025, as: follows-up}]
press: [{publisher: Zqpress, title: Zqheadline, date: 1999, url: "https://zqpress.example/", about: inferred, note: Zqpnote}]
events: [{date: 1999, what: Zqevent, source: Zqesource}]
corrections: [{date: 1999-11-11, what: Zqcorrected, why: Zqwhy}]
sources: [{gives: Zqgives, publisher: Zqspub, url: "https://zqbasis.example/"}]
checked: 1999-12-12
withdrawn: {date: 2026-01-05, reason: The family asked for it.}
"""


def test_a_withdrawn_dossier_leaves_its_address_the_day_and_the_reason(tmp_path: Path) -> None:
    files = {
        "cases/xxx/3-2024/dossier.yml": WITHDRAWN,
        "cases/xxx/3-2024/communication.md": (
            "[1] Zqtext recalls [article 12](/standards/river-convention.md#article-12)"
            " and XXX 1/2025.\n\n[q1] Zqasked.\n"
        ),
        "cases/xxx/1-2025/communication.restated.md": "[1] They recall XXX 3/2024.\n",
    }
    collection = make_collection(tmp_path / "collection", files)
    result = run_build(collection, tmp_path / "site", "--strict")
    assert result.returncode == 0, result.stdout + result.stderr
    site = Site(tmp_path / "site")
    told = {
        path.relative_to(site.folder).as_posix()
        for path in site.folder.rglob("*")
        if path.is_file()
        for text in texts_in(path.name, path.read_bytes())
        if "zq" in text.lower() or "1999" in text
    }
    assert {path for path in told if not path.startswith("assets/")} == set()
    page = site.pages["cases/xxx/3-2024/"]
    words = " ".join(page.tree.body.text().split()) if page.tree.body else ""
    assert "Withdrawn on 5 January 2026. The family asked for it." in words
    assert page.tree.css("meta[name=robots]")[0].attributes["content"] == "noindex"
    # What it cited, and who wrote it, no longer say that it did.
    for address in (
        "standards/river-convention/article-12/",
        "mandates/wg-bridges/",
        "topics/resettlement/",
        "people/",
        "search/",
    ):
        assert "3/2024" not in site.pages[address].html, address
    cited_in = site.pages["cases/xxx/1-2025/"].tree.css("#cited-in, #related")
    assert not [each for each in cited_in if "3/2024" in each.text()]
    corrections = site.pages["corrections/"].html if "corrections/" in site.pages else ""
    assert "Zq" not in corrections


def test_corrections_are_listed_by_day_with_withdrawals(tmp_path: Path) -> None:
    fixes = "corrections:\n  - {{date: {0}, what: The day {0}., why: A slip.}}\n"
    files = {
        "docs/corrections.md": "# Corrections\n\nAsk.\n",
        "cases/xxx/1-2025/dossier.yml": LETTER.format(title="One") + fixes.format("2025-05-01"),
        "cases/xxx/2-2024/dossier.yml": LETTER.format(title="Two") + fixes.format("2025-07-01"),
        "cases/xxx/3-2024/dossier.yml": LETTER.format(title="Three")
        + "withdrawn: {date: 2025-06-01, reason: Asked for.}\n",
    }
    collection = make_collection(tmp_path / "collection", files)
    assert run_build(collection, tmp_path / "site", "--strict").returncode == 0
    page = Site(tmp_path / "site").pages["corrections/"]
    lines = [" ".join(each.text().split()) for each in page.tree.css("ul.corrections li")]
    assert lines == [
        "1 July 2025, AL XXX 2/2024: The day 2025-07-01. A slip.",
        "1 June 2025, XXX 3/2024: Withdrawn. Asked for.",
        "1 May 2025, AL XXX 1/2025: The day 2025-05-01. A slip.",
    ]
    links = [each.attributes["href"] for each in page.tree.css("ul.corrections a")]
    assert links[0] == "../cases/xxx/2-2024/#corrections"
