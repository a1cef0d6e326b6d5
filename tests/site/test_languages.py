"""Every part of a page says its language and direction, whatever script it is in."""

import json
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborNode
from tests.site.browsing import Visit, serve, visit
from tests.site.foreign import (
    ARABIC_NAME,
    ARABIC_TITLE,
    CYRILLIC_NAME,
    LETTER,
    RUSSIAN_TITLE,
    UNREAD,
)
from tests.site.pages import Site

from casebook.words.script import script_of, scripts_of_language


@pytest.fixture(scope="module")
def seen(foreign_site: Site, browser: Browser) -> Iterator[Visit]:
    with serve(foreign_site.folder) as host, visit(browser, host) as opened:
        yield opened


def spoken(node: LexborNode | None) -> tuple[str, str]:
    """Return the language and the direction of an element, its own or inherited."""
    language = direction = ""
    while node is not None and node.tag != "-undef":
        given = node.attributes
        language = language or given.get("lang") or ""
        direction = direction or given.get("dir") or ""
        node = node.parent
    return language, direction or "ltr"


def test_no_word_stands_under_a_language_that_is_not_written_so(foreign_site: Site) -> None:
    looked_at = 0
    for page in foreign_site.pages.values():
        for node in page.tree.css("body *"):
            words = node.text(deep=False)
            scripts = {script for letter in words if (script := script_of(letter))}
            if not scripts or node.tag in ("script", "code"):
                continue
            looked_at += 1
            language, direction = spoken(node)
            for script in scripts:
                told = script in scripts_of_language(language) or language == f"und-{script}"
                assert told, f"{page.address}: {words} is in {language}"
                assert (direction == "rtl") is (script == "Arab"), f"{page.address}: {words}"
    assert looked_at > 40


@pytest.mark.parametrize(
    ("address", "selector", "words", "expected"),
    [
        (UNREAD, "h1 bdi", ARABIC_TITLE, ("ar", "rtl")),
        ("cases/2025/", ".letter-title bdi", ARABIC_TITLE, ("ar", "rtl")),
        ("cases/xxx/", ".letter-title bdi", RUSSIAN_TITLE, ("ru", "ltr")),
        (LETTER, ".rail .signatory bdi", CYRILLIC_NAME, ("und-Cyrl", "ltr")),
        (LETTER, ".rail .signatory bdi", ARABIC_NAME, ("und-Arab", "rtl")),
        ("people/", ".persons bdi", ARABIC_NAME, ("und-Arab", "rtl")),
        (LETTER, "#press bdi", ARABIC_TITLE, ("und-Arab", "rtl")),
        (LETTER, "#timeline bdi", RUSSIAN_TITLE, ("und-Cyrl", "ltr")),
        (LETTER, "#p1 p", "السد", ("ar", "rtl")),
        (LETTER, "#communication .notes li p", "انظر", ("ar", "rtl")),
        (LETTER, "#reply-1 .para p", "плотиной", ("ru", "ltr")),
        (LETTER, ".answer blockquote", "плотиной", ("ru", "ltr")),
        ("standards/river-convention/article-7/", "blockquote", "السد", ("ar", "rtl")),
        ("standards/river-convention/article-7/", "blockquote", "плотиной", ("ru", "ltr")),
        (f"embed/{UNREAD}", "h1 bdi", ARABIC_TITLE, ("und-Arab", "rtl")),
    ],
)
def test_a_part_says_what_it_is_in(
    foreign_site: Site, address: str, selector: str, words: str, expected: tuple[str, str]
) -> None:
    found = [
        node for node in foreign_site.pages[address].tree.css(selector) if words in node.text()
    ]
    assert found
    assert {spoken(node) for node in found} == {expected}


def test_our_own_words_within_a_foreign_text_are_in_ours(foreign_site: Site) -> None:
    for selector in (".para-number", ".note-back", ".note-mark a", ".notes", ".table-scroll"):
        for node in foreign_site.pages[LETTER].tree.css(f"#communication .text {selector}"):
            assert spoken(node)[0] == "en", selector


def test_numbers_stand_in_the_margin_where_lines_begin(seen: Visit) -> None:
    seen.go(LETTER)
    page = seen.page

    def sides(paragraph: str) -> tuple[float, float]:
        number = page.locator(f"{paragraph} > .para-number").bounding_box()
        words = page.locator(f"{paragraph} > p").first.bounding_box()
        assert number
        assert words
        return number["x"], words["x"]

    number, words = sides('[id="reply-1.p1"]')
    assert number < words
    number, words = sides("#p1")
    assert number > words


def test_a_card_in_a_foreign_text_is_in_ours(seen: Visit) -> None:
    seen.go(LETTER)
    seen.page.locator("#p1 a.cite").first.hover()
    card = seen.page.locator("#card")
    card.wait_for()
    assert card.evaluate("each => [each.lang, getComputedStyle(each).direction]") == ["en", "ltr"]


def test_a_search_shows_names_and_excerpts_in_their_languages(seen: Visit) -> None:
    seen.go("search/?q=السد")
    page = seen.page
    excerpt = page.locator(".hit-words [lang]").first
    expect(excerpt).to_have_attribute("lang", "ar")
    assert excerpt.evaluate("each => getComputedStyle(each).direction") == "rtl"
    seen.go(f"search/?q={CYRILLIC_NAME}")
    name = page.locator(".letter-meta bdi", has_text="Лейла").first
    expect(name).to_have_attribute("lang", "und-Cyrl")
    title = page.locator(".letter-title a", has_text=RUSSIAN_TITLE)
    expect(title).to_have_attribute("lang", "und-Cyrl")


def test_feeds_say_that_they_are_in_ours(foreign_site: Site) -> None:
    feeds = sorted((foreign_site.folder / "feeds").rglob("*.atom"))
    assert feeds
    for feed in feeds:
        root = ET.fromstring(feed.read_bytes())
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
        assert json.loads(feed.with_suffix(".json").read_text("utf-8"))["language"] == "en"


def test_machines_are_told_the_language_of_the_letter(foreign_site: Site) -> None:
    page = foreign_site.pages[LETTER]
    (data,) = page.tree.css('script[type="application/ld+json"]')
    described = json.loads(data.text())
    assert described["inLanguage"] == "en"
    assert described["isBasedOn"]["inLanguage"] == "ar"
