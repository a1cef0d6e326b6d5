"""The site map has real dates or none, and is split where the protocol says."""

from datetime import date
from xml.etree import ElementTree as ET

from tests.exports import records

from casebook.exports.basis import basis_of
from casebook.exports.sitemap import last_days, plan_sitemap, robots_txt

BASIS = basis_of(records.corpus(), records.SITE, records.TODAY)
NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


CHANGED = {"cases/xxx/7-2025": date(2026, 2, 1), "cases/xxx/4-2025": date(2026, 3, 5)}


def test_a_page_has_the_day_on_which_a_dossier_on_it_last_changed() -> None:
    days = last_days(BASIS, CHANGED)
    assert days["cases/xxx/7-2025/"] == date(2026, 2, 1)
    assert days["cases/xxx/4-2025/"] == date(2026, 3, 5)
    assert days["cases/xxx/"] == date(2026, 3, 5)
    assert days["mandates/wg-samples/"] == date(2026, 2, 1)
    assert days["standards/iex/article-14/"] == date(2026, 2, 1)
    assert "standards/uncited/" not in days
    assert "cases/xxx/2-2025/" not in days, "nobody knows when it changed"
    assert not last_days(BASIS, {})


def test_a_short_map_is_one_file() -> None:
    (export,) = plan_sitemap(BASIS, ["", "cases/xxx/7-2025/", "about/"], CHANGED)
    root = ET.fromstring(export.make())
    assert export.path == "sitemap.xml"
    assert [(url.findtext(f"{NS}loc"), url.findtext(f"{NS}lastmod")) for url in root] == [
        ("https://record.example/", "2026-03-05"),
        ("https://record.example/cases/xxx/7-2025/", "2026-02-01"),
        ("https://record.example/about/", None),
    ]


def test_a_long_map_is_an_index_and_its_parts() -> None:
    exports = list(plan_sitemap(BASIS, ["", "cases/xxx/7-2025/", "about/"], CHANGED, most=2))
    assert [export.path for export in exports] == [
        "sitemap-1.xml",
        "sitemap-2.xml",
        "sitemap.xml",
    ]
    index = ET.fromstring(exports[-1].make())
    assert [each.findtext(f"{NS}loc") for each in index] == [
        "https://record.example/sitemap-1.xml",
        "https://record.example/sitemap-2.xml",
    ]


def test_robots_are_told_where_the_map_is() -> None:
    assert b"Sitemap: https://record.example/sitemap.xml" in robots_txt(records.SITE)
