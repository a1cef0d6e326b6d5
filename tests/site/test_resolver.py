"""A reader has a reference, in whatever spelling, and is led to the letter or told where to look."""

import json
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect
from tests.site.browsing import Visit
from tests.site.pages import Site

MOTHERS = "Contact between two detained mothers and their children"
LETTER = "cases/blr/7-2025/"


@pytest.fixture
def page(seen: Visit) -> Iterator[Page]:
    """A page that the site is open on; whatever happens in a test, nothing breaks on it."""
    yield seen.page
    assert seen.errors == []
    assert seen.elsewhere == []
    assert seen.dialogs == []


SPELLINGS = """
BLR 7/2025|blr 7/2025|Blr 7/2025|UA BLR 7/2025|ua blr 7/2025|AL BLR 7/2025|OL BLR 7/2025
JUA BLR 7/2025|JAL BLR 7/2025|JOL BLR 7/2025|UABLR 7/2025|UA-BLR-7-2025|UA_BLR_7_2025
UA.BLR.7.2025|UA/BLR/7/2025|BLR/7/2025|BLR-7-2025|BLR_7_2025|BLR.7.2025|BLR 7.2025|BLR 7-2025
BLR7/2025|BLR7-2025|BLR 7 2025|BLR 7 / 2025|BLR 7 /2025|BLR 7/ 2025|BLR  7/2025|BLR 2025/7
BLR-2025-7|BLR/2025/7|BLR 2025 7|BLR 7\\2025|BLR:7/2025|BLR, 7/2025|UA: BLR 7/2025|UA, BLR 7/2025
UA – BLR 7/2025|UA (BLR 7/2025)|BLR (7/2025)|BLR 7/2025 (UA)|BLR 7/2025 UA|AL/UA BLR 7/2025
Ref. UA BLR 7/2025|Ref.: UA BLR 7/2025|Ref: BLR 7/2025|REF UA BLR 7/2025|REFERENCE: UA BLR 7/2025
Reference UA BLR 7/2025|Reference no. UA BLR 7/2025|Reference number: UA BLR 7/2025
Case no. BLR 7/2025|case BLR 7/2025|BLR n° 7/2025|BLR no. 7/2025|BLR No 7/2025|BLR nº 7/2025
BLR № 7/2025|BLR #7/2025|UA BLR n° 7/2025|Nr. BLR 7/2025|réf. UA BLR 7/2025|Réf : UA BLR 7/2025
Référence : UA BLR 7/2025|Ref.: UA BLR 7/2025 (Please use this reference in your reply)
the letter UA BLR 7/2025 of 8 September|see BLR 7/2025, para. 12|urgent appeal BLR 7/2025
letter BLR 7/2025|communication BLR 7/2025|communication UA BLR 7/2025
(UA BLR 7/2025)|[UA BLR 7/2025]|"UA BLR 7/2025"|“BLR 7/2025”|«BLR 7/2025»|BLR 7/2025.|BLR 7/2025,
BLR 7/2025;|UA BLR 7/2025)|BLR 7–2025|BLR 7—2025|BLR 7‑2025|BLR 7−2025|BLR 7⁄2025|BLR 7∕2025
BLR 7／2025|BLR\u00a07/2025|BLR\u20097/2025|BLR\u202f7/2025|BLR\u30007/2025|\u200bBLR 7/2025
BLR\u200b 7/2025|BLR 7/2025\ufeff|\u200eBLR 7/2025\u200f|BLR\t7/2025|  BLR 7/2025  |BLR%207/2025
BLR%207%2F2025|UA%20BLR%207%2F2025|BLR+7/2025|BLR+7%2F2025|UA+BLR+7%2F2025|BLR 07/2025
BLR 007/2025|BLR 0007/2025|Blr-2025-07|ua-blr-07-2025|ＢＬＲ　７／２０２５|ｂｌｒ ７-２０２５
BLR ٧/٢٠٢٥|BLR ۷/۲۰۲۵|BLR ७/२०२५|ВLR 7/2025|UA ВLR 7/2025|B L R 7/2025
Belarus 7/2025|belarus 7/2025|BELARUS 7/2025|UA Belarus 7/2025|Belarus, 7/2025|Belarus no. 7/2025
Bélarus 7/2025|cases/blr/7-2025|/cases/blr/7-2025/|cases/blr/7-2025/#p12|blr/7-2025
https://casebook.example.org/cases/blr/7-2025/|https://casebook.example.org/cases/blr/7-2025/#p12
https://casebook.example.org/r/?UA BLR 7/2025|https://casebook.example.org/r/?q=BLR+7%2F2025
https://casebook.example.org/embed/cases/blr/7-2025/
https://spcommreports.ohchr.org/TmSearch/RelCom?code=BLR%207/2025
https://spcommreports.ohchr.org/TmSearch/RelCom?code=BLR+7%2F2025
spcommreports.ohchr.org/TmSearch/RelCom?code=BLR+7%2F2025
"""
"""What leads to UA BLR 7/2025 at once; separated by bars, so that what is typed stays readable."""

GUESSES = {
    "BLR 7/25": "UA BLR 7/2025",
    "BLR 7/'25": "UA BLR 7/2025",
    "BLR 7/2O25": "UA BLR 7/2025",
    "BLR O7/2025": "UA BLR 7/2025",
    "Беларусь 7/2025": "UA BLR 7/2025",
    "Iran 21/2025": "UA IRN 21/2025",
    "united states 30/2025": "AL USA 30/2025",
    "UK 3/2019": "UA GBR 3/2019",
}
"""What is only offered, because it may be meant otherwise."""

NOT_READ = (
    "", "   ", "BLR", "BLR 7", "2025", "BLR72025", "SWE 2/2019 and BLR 7/2025", "A/HRC/41/33",
    "article 14(7) ICCPR", "opinion 54/2024", "1/1", "%", "%00", "%E0%A4%A", "+", "“”", "x" * 5000,
    "../../../etc/passwd", "<img src=x onerror=alert(1)>", "BLR 7/20 25", "{{7*7}}", "\\", "(((((", "[[",
)  # fmt: skip


ANSWERS = """
async (texts) => {
  const { answerTo } = await import("/assets/search/answer.js");
  const answers = [];
  for (const text of texts) answers.push(await answerTo(text));
  return answers;
}
"""


def test_far_more_than_a_hundred_spellings_lead_to_one_letter(seen: Visit, page: Page) -> None:
    texts = re.split(r"[|\n]", SPELLINGS.strip("\n"))
    assert len(set(texts)) > 130
    seen.go("search/")
    answers = page.evaluate(ANSWERS, texts)
    lost = [
        text
        for text, answer in zip(texts, answers, strict=True)
        if not answer or answer.get("address") != LETTER or answer.get("isGuess")
    ]
    assert lost == []


def test_slips_and_short_names_are_asked_back(seen: Visit, page: Page) -> None:
    seen.go("search/")
    for answer, label in zip(page.evaluate(ANSWERS, list(GUESSES)), GUESSES.values(), strict=True):
        assert (answer["label"], answer["isGuess"]) == (label, True)
    seen.go("r/?BLR 7/25")
    slot = page.locator("[data-resolve]")
    expect(slot).to_have_text(f"Did you mean UA BLR 7/2025: {MOTHERS}?")
    slot.get_by_role("link").click()
    page.wait_for_url(f"**/{LETTER}")


def test_what_is_no_reference_is_not_taken_for_one(seen: Visit, page: Page) -> None:
    seen.go("search/")
    assert page.evaluate(ANSWERS, list(NOT_READ)) == [None] * len(NOT_READ)


def test_a_number_alone_is_asked_whose(seen: Visit, page: Page) -> None:
    seen.go("r/?n° 7/2025")
    expect(page.locator("[data-resolve]")).to_contain_text("does not say whose")


@pytest.mark.parametrize(
    "asked",
    [
        "r/?BLR 7/2025", "r/?q=UA+BLR+7/2025", "r/?blr-7-2025", "r/?BLR/2025/7", "r/?BLR_7_2025",
        "r/?Ref.: UA BLR 7/2025", "r/?blr7/2025", "r/blr-7-2025/", "r/?BLR%207%2F2025", "r/?Belarus 7/2025",
        "r/?q=https://spcommreports.ohchr.org/TmSearch/RelCom?code=BLR%2B7%252F2025",
        "r/?https://spcommreports.ohchr.org/TmSearch/RelCom?code=BLR+7%2F2025",
    ],
)  # fmt: skip
def test_the_resolver_leads_to_the_letter(seen: Visit, page: Page, asked: str) -> None:
    seen.go(asked)
    page.wait_for_url(f"**/{LETTER}")


@pytest.mark.parametrize(
    "asked",
    ["r/blr-7-2025/#p12", "r/?BLR 7/2025#p12", "r/?https://casebook.example.org/cases/blr/7-2025/%23p12"],
)  # fmt: skip
def test_a_paragraph_that_is_asked_for_is_opened(seen: Visit, page: Page, asked: str) -> None:
    seen.go(asked)
    page.wait_for_url(f"**/{LETTER}#p12")


def test_every_official_address_that_is_recorded_leads_to_its_letter(
    site: Site, seen: Visit, page: Page
) -> None:
    recorded: dict[str, set[str]] = {}
    for path in (site.folder / "search" / "texts").rglob("*.json"):
        folder = path.relative_to(site.folder / "search" / "texts").with_suffix("").as_posix()
        for source in json.loads(path.read_text("utf-8"))["sources"]:
            recorded.setdefault(source, set()).add(f"cases/{folder}/")
    files = [address for address in recorded if "gId=" in address]
    assert len(files) > 3
    seen.go("search/")
    asked = [
        (spelled, address)
        for address in recorded
        for spelled in (address, f"{address}/", address.removeprefix("https://"), address.upper())
    ]
    asked += [(f"{address}&lang=en", address) for address in files]
    answers = page.evaluate(ANSWERS, [spelled for spelled, _ in asked])
    for (spelled, address), answer in zip(asked, answers, strict=True):
        assert answer.get("address") in recorded[address], spelled
    seen.go(f"r/?q={quote(files[0], safe='')}")
    page.wait_for_url("**/cases/*/*/")


def test_an_address_that_no_letter_records_is_said_to_be_unknown(seen: Visit, page: Page) -> None:
    seen.go(
        "r/?https://spcommreports.ohchr.org/TMResultsBase/DownLoadPublicCommunicationFile?gId=1"
    )
    expect(page.locator("[data-resolve]")).to_have_text("No letter here records that address.")


def test_the_resolver_says_what_it_does_not_hold(seen: Visit, page: Page) -> None:
    slot = page.locator("[data-resolve]")
    seen.go("r/?BLR 4/2025")
    expect(slot).to_contain_text("in the series but not held")
    expect(slot.get_by_role("link", name="official database")).to_have_attribute(
        "href", "https://spcommreports.ohchr.org/TmSearch/RelCom?code=BLR+4%2F2025"
    )
    seen.go("r/?BLR 900/2025")
    expect(slot).to_contain_text("the highest number known to us in 2025")
    seen.go("r/?QQQ 1/2025")
    expect(slot).to_contain_text("no letter to an addressee with the code QQQ")
    seen.go("r/?nonsense")
    expect(slot).to_contain_text("no reference that we can read")


@pytest.mark.parametrize(
    "asked",
    [
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "javascript:alert(1)",
        "//evil.example/",
        "https://evil.example/cases/blr/7-2025/",
        "\\\\evil.example",
        "data:text/html,<script>alert(1)</script>",
        "%3Cimg%20src=x%20onerror=alert(1)%3E",
        "__proto__",
        "constructor 7/2025",
        'BLR 4/2025"><img src=x onerror=alert(1)>',
    ],
)
def test_a_hostile_question_stays_text_and_leads_nowhere(
    seen: Visit, page: Page, asked: str
) -> None:
    for way in ("r/?q=", "r/?", "search/?q="):
        seen.go(f"{way}{quote(asked, safe='')}")
        answered = page.locator("[data-resolve], #search-status").first
        expect(answered).not_to_have_text(re.compile("^(Searching.*)?$"))
        assert page.url.startswith(seen.host + way.partition("?")[0])
        assert page.locator("main img, main script:not([src])").count() == 0
        assert seen.popups == []


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("BLR 7/2025", f"UA BLR 7/2025: {MOTHERS}"),
        ("cases/BLR/2025/7/", f"UA BLR 7/2025: {MOTHERS}"),
        ("cases/blr/7-2025/reply-1", f"UA BLR 7/2025: {MOTHERS}"),
        ("cases/belarus/7-2025/", f"UA BLR 7/2025: {MOTHERS}"),
        ("cases/blr/4-2025/", "in the series but not held"),
    ],
)
def test_the_page_for_missing_addresses_reads_references(
    site: Site, seen: Visit, address: str, answer: str
) -> None:
    missing = (site.folder / "404.html").read_text("utf-8")
    asked = seen.host + quote(address)
    seen.page.route(asked, lambda route: route.fulfill(status=404, body=missing, content_type="text/html; charset=utf-8"))  # fmt: skip
    seen.go(quote(address))
    expect(seen.page.locator("[data-resolve]")).to_contain_text(answer)


def test_the_page_for_missing_addresses_leads_to_the_paragraph(site: Site, seen: Visit) -> None:
    missing = (site.folder / "404.html").read_text("utf-8")
    asked = f"{seen.host}Cases/BLR/7-2025/"
    seen.page.route(asked, lambda route: route.fulfill(status=404, body=missing, content_type="text/html; charset=utf-8"))  # fmt: skip
    seen.go("Cases/BLR/7-2025/#p12")
    link = seen.page.locator("[data-resolve] a")
    expect(link).to_have_attribute("href", re.compile(r"/cases/blr/7-2025/#p12$"))


def test_the_page_for_missing_addresses_is_silent_where_there_is_no_reference(
    site: Site, seen: Visit
) -> None:
    missing = (site.folder / "404.html").read_text("utf-8")
    asked = f"{seen.host}www.example.org/some-thing/"
    seen.page.route(asked, lambda route: route.fulfill(status=404, body=missing, content_type="text/html; charset=utf-8"))  # fmt: skip
    seen.go("www.example.org/some-thing/")
    seen.page.wait_for_timeout(300)
    expect(seen.page.locator("[data-resolve]")).to_be_empty()


def test_an_alias_on_the_missing_page_leads_on(site: Site, seen: Visit) -> None:
    missing = (site.folder / "404.html").read_text("utf-8")
    asked = f"{seen.host}r/BLR/2025/7"
    seen.page.route(asked, lambda route: route.fulfill(status=404, body=missing, content_type="text/html; charset=utf-8"))  # fmt: skip
    seen.go("r/BLR/2025/7")
    seen.page.wait_for_url(f"**/{LETTER}")
