"""What a page shows and what its data says are the same, letter by letter and citation by citation."""

import csv
import hashlib
import json
import re
import sqlite3
import unicodedata
from collections import Counter
from contextlib import closing
from datetime import date
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from tests.site.pages import Page, Site

from casebook.exports.manifest import is_data
from casebook.words.dates import date_in_words

SITE = "https://casebook.example.org/"


def listed(site: Site, name: str) -> list[dict[str, Any]]:
    """Return all records of a list of the API, part by part."""
    records: list[dict[str, Any]] = []
    address: str | None = f"{SITE}api/v1/{name}.json"
    while address:
        part = json.loads((site.folder / address.removeprefix(SITE)).read_text("utf-8"))
        records += part["items"]
        address = part["next"]
    assert len(records) == part["total"]
    return records


def page_of(site: Site, address: str) -> tuple[Page, str]:
    """Return the page at an address in full, and the anchor on it."""
    assert address.startswith(SITE)
    parts = urlsplit(address)
    return site.pages[parts.path.lstrip("/")], parts.fragment


def words(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def test_every_letter_of_the_data_is_on_its_page(site: Site) -> None:
    rows = listed(site, "dossiers")
    assert len(rows) == len(list((site.folder / "cases").glob("*/*/dossier.json"))) > 10
    for row in rows:
        page, _ = page_of(site, row["address"])
        shown = words(page.tree.css("main")[0].text())
        record = json.loads((site.folder / row["record"].removeprefix(SITE)).read_text("utf-8"))
        for said in (
            record["label"],
            row["title"],
            row["addressee_name"],
            record["reply"]["words"].partition(",")[0],
        ):
            assert words(said) in shown, row["reference"]
        if row["sent"]:
            assert date_in_words(date.fromisoformat(row["sent"])) in shown
        for person in row["persons"]:
            assert words(person) in shown
        anchors = set(page.anchors)
        if row["requests"]:
            assert {f"q{number}" for number in range(1, row["requests"] + 1)} <= anchors
        for field in ("reference", "title", "type", "sent", "language", "summary", "published"):
            assert row[field] == record[field], field
        assert row["reply_state"] == record["reply"]["state"]
        assert row["mandates"] == (
            record["mandates"] and [each["id"] for each in record["mandates"]]
        )
        assert row["replies"] == len(record["replies"])


def test_every_paragraph_of_the_data_is_on_its_page(site: Site) -> None:
    count = 0
    for path in (site.folder / "cases").glob("*/*/dossier.json"):
        record = json.loads(path.read_text("utf-8"))
        for document in record.get("documents", ()):
            for text in document["texts"]:
                for paragraph in text["paragraphs"]:
                    page, anchor = page_of(site, paragraph["address"])
                    assert not anchor or anchor in page.anchors
                    shown = words(page.tree.css("main")[0].text())
                    assert words(paragraph["text"])[:30] in shown
                    count += 1
    assert count > 30


def test_every_citation_of_the_data_stands_where_it_says_and_leads_where_it_says(
    site: Site,
) -> None:
    rows = listed(site, "citations")
    assert len(rows) > 100
    for row in rows:
        page, anchor = page_of(site, row["address"])
        assert anchor == row["anchor"]
        shown = page.tree.css_first(f"[id='{anchor}']") if anchor else page.tree.css_first("main")
        assert shown is not None, row["address"]
        around = words((shown.parent or shown).text())
        assert words(row["surface"]) in around, row
        if row["target_address"]:
            target, place = page_of(site, row["target_address"])
            assert not place or place in target.anchors, row["target_address"]
            assert row["unresolved"] is None
        else:
            assert row["target"] is not None or row["unresolved"]


def test_every_reply_of_the_data_is_on_its_page(site: Site) -> None:
    rows = listed(site, "replies")
    assert rows
    for row in rows:
        page, anchor = page_of(site, row["address"])
        assert anchor == row["reply"]
        assert anchor in page.anchors


def test_counts_of_provisions_are_those_of_the_citations(site: Site) -> None:
    counted = Counter(
        row["target"] for row in listed(site, "citations") if "#" in (row["target"] or "")
    )
    letters: dict[str, set[str]] = {}
    for row in listed(site, "citations"):
        letters.setdefault(row["target"] or "", set()).add(row["reference"])
    seen = 0
    for standard in listed(site, "standards"):
        for provision in standard["provisions"]:
            target = f"{standard['id']}#{provision['id']}"
            if target in counted:
                assert provision["citations"] == counted[target], target
                assert provision["letters"] == len(letters[target]), target
                seen += 1
    assert seen > 20


@pytest.mark.parametrize("name", ["dossiers", "citations", "replies"])
def test_tables_lists_and_database_have_the_same_records(site: Site, name: str) -> None:
    rows = listed(site, name)
    data = site.folder / "data"
    lines = (data / f"{name}.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == rows
    with (data / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        cells = list(csv.DictReader(file))
    assert [row["address"] for row in cells] == [row["address"] for row in rows]
    with closing(sqlite3.connect(data / "casebook.sqlite")) as database:
        cursor = database.execute(f"SELECT * FROM {name}")
        columns = [column[0] for column in cursor.description]
        held = [dict(zip(columns, row, strict=True)) for row in cursor]
    assert len(held) == len(rows)
    for ours, theirs, line in zip(held, rows, cells, strict=True):
        for column in set(ours) & set(theirs):
            value = theirs[column]
            assert ours[column] == ("; ".join(value) if isinstance(value, list) else value)
            assert line[column].removeprefix("'") == (
                "" if ours[column] is None else str(ours[column])
            )


def test_the_manifest_has_every_file_of_data_with_its_hash(site: Site) -> None:
    manifest = json.loads((site.folder / "api/v1/manifest.json").read_text("utf-8"))
    paths = (path for path in site.folder.rglob("*") if path.is_file())
    data = {
        name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
        if is_data(name := path.relative_to(site.folder).as_posix())
    }
    assert manifest["files"] == data
    assert manifest["total"] == len(data)


def test_the_index_names_files_that_are_there(site: Site) -> None:
    index = json.loads((site.folder / "api/v1/index.json").read_text("utf-8"))
    named = re.findall(rf"{SITE}[^\"{{]+\.(?:jsonl|json|csv|sqlite|atom)", json.dumps(index))
    assert len(named) > 15
    for address in named:
        assert site.holds(address.removeprefix(SITE)), address
    assert len(index["databases"]) == len(list((site.folder / "data/texts").iterdir()))


def test_the_site_map_has_every_page_that_may_be_listed_with_a_real_day(site: Site) -> None:
    namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    root = ET.parse(site.folder / "sitemap.xml").getroot()
    days = {
        url.findtext(f"{namespace}loc", "").removeprefix(SITE): url.findtext(f"{namespace}lastmod")
        for url in root
    }
    listable = {
        address
        for address, page in site.pages.items()
        if not page.tree.css_first("meta[name=robots][content*=noindex]")
    }
    assert set(days) == listable
    (data,) = site.pages["cases/blr/7-2025/"].tree.css('script[type="application/ld+json"]')
    assert days["cases/blr/7-2025/"] == json.loads(data.text()).get("dateModified")
    assert days["about/"] is None
    robots = (site.folder / "robots.txt").read_text("utf-8")
    assert f"Sitemap: {SITE}sitemap.xml" in robots
