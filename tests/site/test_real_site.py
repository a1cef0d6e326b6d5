"""The site of the real collection: what a reader finds, and that nothing in it is broken."""

import re
from collections import Counter
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from tests.site.conftest import EPOCH_OF_THE_NEXT_DAY, build
from tests.site.invented import files_of
from tests.site.pages import HOST, Site


def test_the_letter_has_every_paragraph_and_every_request(site: Site) -> None:
    anchors = set(site.pages["cases/blr/7-2025/"].anchors)
    assert {f"p{number}" for number in range(1, 27)} <= anchors
    assert {f"q{number}" for number in range(1, 7)} <= anchors
    assert {anchor for anchor in anchors if re.fullmatch(r"[pq]\d+", anchor)} == {
        *(f"p{number}" for number in range(1, 27)),
        *(f"q{number}" for number in range(1, 7)),
    }


def test_every_link_within_the_site_leads_somewhere(site: Site) -> None:
    assert site.broken_links() == []


def test_no_anchor_stands_twice_on_a_page(site: Site) -> None:
    for page in site.pages.values():
        twice = [anchor for anchor, count in Counter(page.anchors).items() if count > 1]
        assert twice == [], page.address


def test_a_rule_quotes_the_words_that_invoke_it(site: Site) -> None:
    page = site.pages["standards/bangkok-rules/rule-23/"]
    assert "no disciplinary penalty may forbid women prisoners contact" in (
        page.tree.body.text() if page.tree.body else ""
    )
    assert f"{HOST}cases/blr/7-2025/#p12" in page.links


def test_every_communication_that_is_cited_is_somewhere(site: Site) -> None:
    page = site.pages["cases/blr/7-2025/"]
    cited = {link for link in page.links if "/cases/blr/#n" in link}
    assert len(cited) == 18
    assert f"{HOST}cases/blr/6-2024/" in page.links


def test_no_page_loads_anything_from_elsewhere(site: Site) -> None:
    for page in site.pages.values():
        loaded = page.tree.css("[src], link[rel=stylesheet], link[rel=icon], form, iframe, object")
        for node in loaded:
            address = node.attributes.get("src") or node.attributes.get("href") or ""
            assert not urlsplit(address).netloc, page.address
        assert not page.tree.css(
            "style, [style], iframe, object, embed, base, meta[http-equiv=refresh]"
        )
        assert all(
            node.attributes.get("src")
            for node in page.tree.css("script:not([type='application/ld+json'])")
        )


def test_every_page_has_one_heading_one_main_part_and_a_title(site: Site) -> None:
    for page in site.pages.values():
        assert len(page.tree.css("h1")) == 1, page.address
        assert len(page.tree.css("main")) == 1, page.address
        title = page.tree.css_first("title")
        assert title, page.address
        assert title.text().strip(), page.address


def test_a_second_build_writes_no_page(site: Site) -> None:
    before = {path: path.stat().st_ino for path in site.folder.rglob("*")}
    build(site.folder)
    assert {path: path.stat().st_ino for path in site.folder.rglob("*")} == before


def test_two_builds_of_the_same_day_are_the_same(site: Site, tmp_path: Path) -> None:
    build(tmp_path / "site")
    ours, theirs = files_of(site.folder), files_of(tmp_path / "site")
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_another_day_changes_only_what_says_the_day(site: Site, tmp_path: Path) -> None:
    build(tmp_path / "site", EPOCH_OF_THE_NEXT_DAY)
    ours, theirs = files_of(site.folder), files_of(tmp_path / "site")
    changed = {path for path in ours if ours[path] != theirs[path]}
    assert changed - {".casebook.json", "coverage/index.html"} == {
        path for path in changed if path.startswith("api/v1/")
    }


def test_the_ledger_lists_every_letter_once_and_its_totals_are_the_sums(site: Site) -> None:
    page = site.pages["replies/"]
    listed = [
        (link.attributes["href"] or "").removeprefix("../")
        for link in page.tree.css("table[data-ledger] tbody tr > :first-child a")
    ]
    letters = [
        address for address in site.pages if re.fullmatch(r"cases/[a-z]{3}/\d+-\d+/", address)
    ]
    assert sorted(listed) == sorted(letters)
    states = page.tree.css("table")[0]
    *numbers, total = (int(cell.text()) for cell in states.css("tr > td.number:last-child"))
    assert sum(numbers) == total == len(letters)


def test_every_number_leads_to_as_many_letters(site: Site) -> None:
    (ledger,) = site.pages["replies/"].tree.css("table[data-ledger]")
    heads = [
        (head.attributes.get("data-filters") or head.text()).lower()
        for head in ledger.css("th[scope=col]")
    ]
    rows = [
        {
            head: (cell.attributes.get("data-filter") or "").split("|")
            for head, cell in zip(heads, row.css("th, td"), strict=True)
        }
        | {"topic": (row.attributes["data-topic"] or "").split("|")}
        for row in ledger.css("tbody tr")
    ]
    numbers = 0
    for page in site.pages.values():
        for link in page.tree.css("a[href*='replies/'][href$='#ledger']"):
            filters = parse_qsl(urlsplit(link.attributes["href"] or "").query, strict_parsing=False)
            number = re.match(r"[\d,]+", link.text().strip())
            assert number, page.address
            found = [row for row in rows if all(value in row[head] for head, value in filters)]
            assert len(found) == int(number[0]), (page.address, filters)
            numbers += 1
    assert numbers > 100


def test_what_has_no_page_is_told_of_all_the_same(site: Site) -> None:
    for address in ("cases/blr/", "coverage/"):
        body = site.pages[address].tree.body
        assert body
        assert "6 June 2024" in body.text(), address


def test_a_joint_letter_is_not_said_to_come_from_one_mandate(site: Site) -> None:
    assert ">1 mandate<" not in site.pages["cases/can/1-2012/"].html
    assert ">1 mandate<" in site.pages["cases/gbr/3-2019/"].html


def test_a_reply_shows_its_day_and_what_the_experts_found(site: Site) -> None:
    page = site.pages["cases/blr/6-2024/"]
    words = " ".join(page.tree.body.text().split()) if page.tree.body else ""
    assert "20 December 2024" in words
    assert "58 days after the letter" in words
    assert "None of the allegations was addressed" in words
    assert f"{HOST}cases/blr/7-2025/#p8" in page.links


def test_no_reply_found_is_never_said_as_no_reply(site: Site) -> None:
    page = site.pages["cases/blr/7-2025/"]
    assert "No reply found as of 22 November 2026" in " ".join(page.html.split()).replace(
        '<time datetime="2026-11-22">', ""
    ).replace("</time>", "")
    for each in site.pages.values():
        if each.address.startswith(("cases/", "replies/")):
            assert "did not reply" not in each.html.replace("“did not reply”", ""), each.address
