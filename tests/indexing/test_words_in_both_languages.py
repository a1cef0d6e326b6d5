"""Python and JavaScript make the same of every word: the index is written by one, read by the other."""

from pathlib import Path
from typing import Any

import pytest
from tests.indexing.node import Node

from casebook.indexing.alphabet import fold, romanise
from casebook.indexing.lexicon import Terms
from casebook.indexing.postings import words_of
from casebook.indexing.shards import shard_path
from casebook.indexing.sounding import sound_of
from casebook.indexing.stemming import STEMMERS, stemmer_of

STRANGE = """
    Лазарчик Лазарчык Lazarčyk Lazarchyk Lasartschik Łazarczyk لازارتشيك الخواجة وليد Λαζάρτσικ ლაზარჩიკი
    לזרצ׳יק Ъ Щербаков Тихановская Ціханоўская Çelik Güneş Iğdır İstanbul ISTANBUL Straße ΟΔΥΣΣΕΥΣ
    Đặng Nguyễn Ægir Øystein ÞÓR 刘晓波 김정은 たなか タナカ हिन्दी বাংলা ไทย ខ្មែរ မြန်မာ አማርኛ ﬁle ＡＢＣ １２３
    ٣٤ x² H₂O d’Ivoire O'Brien al-Khawaja naïve NAÏVE e\u0301tat état na\u200dme ـمحمد مُحَمَّد Ahmed-Müller ''
"""


ROOT = Path(__file__).parents[2]
SOURCES = ROOT.parent / "shared" / "sources"


@pytest.fixture(scope="session")
def vocabulary() -> list[str]:
    """Every word of the collection, and strange ones."""
    files = [
        *(
            path
            for folder in ("cases", "standards", "docs")
            for path in (ROOT / folder).rglob("*.md")
        ),
        *(ROOT / "cases").rglob("*.yml"),
        *SOURCES.glob("*.txt"),
    ]
    texts = (*(path.read_text("utf-8") for path in files), STRANGE)
    words = {word for text in texts for word in words_of(text)}
    assert len(words) > 3000
    return sorted(words)


WORDS = """
const { Words } = await $("words");
const words = new Words(await load("search/settings.json"), load);
await words.prepare(given.words.join(" "));
"""


def test_words_are_told_apart_alike(node: Node, index: Path) -> None:
    texts = [
        STRANGE,
        "The Government’s “reply”, p. 90.2; Côte d’Ivoire—Минск (no. 7/2025)… a_b «x»",
    ]
    given = {"root": str(index), "words": texts}
    assert node.run(f"{WORDS} return given.words.map((text) => words.split(text));", given) == [
        words_of(text) for text in texts
    ]


@pytest.mark.parametrize("made", [fold, romanise, sound_of], ids=["fold", "romanise", "soundOf"])
def test_words_are_folded_romanised_and_heard_alike(
    node: Node, index: Path, vocabulary: list[str], made: Any, request: pytest.FixtureRequest
) -> None:
    name = request.node.callspec.id
    given = {"root": str(index), "words": vocabulary}
    theirs = node.run(f"{WORDS} return given.words.map((word) => words.{name}(word));", given)
    assert dict(zip(vocabulary, theirs, strict=True)) == {word: made(word) for word in vocabulary}


@pytest.mark.parametrize("language", STEMMERS)
def test_words_are_stemmed_alike(
    node: Node, index: Path, vocabulary: list[str], language: str
) -> None:
    small = sorted({word.lower() for word in vocabulary})
    script = """
    const Stemmer = (await $(`snowball/${given.name}`)).default;
    const stemmer = new Stemmer();
    return given.words.map((word) => stemmer.stemWord(word));
    """
    given = {"root": str(index), "words": small, "name": STEMMERS[language][0]}
    stem = stemmer_of(language)
    theirs = dict(zip(small, node.run(script, given), strict=True))
    assert theirs == {word: stem(word) for word in small}


def test_the_term_of_a_word_is_among_those_the_browser_asks_for(
    node: Node, index: Path, vocabulary: list[str]
) -> None:
    given = {"root": str(index), "words": vocabulary}
    script = "return given.words.map((word) => words.isStop(word) ? [''] : words.stems(word));"
    asked = dict(zip(vocabulary, node.run(WORDS + script, given), strict=True))
    terms = Terms("en")
    assert [word for word in vocabulary if terms[word] not in asked[word]] == []


def test_a_term_is_sought_where_it_lies(node: Node, index: Path, vocabulary: list[str]) -> None:
    terms = sorted({term for word in vocabulary if (term := Terms("en")[word])})
    terms += [f"~{sound}" for word in vocabulary if (sound := sound_of(word))]
    script = """
    const { crc32 } = await $("postings");
    return given.terms.map((term) => {
      const place = term.startsWith("~") ? term.slice(1) : words.soundOf(term) || term;
      return (crc32(place) & 1023).toString(16).padStart(3, "0");
    });
    """
    given = {"root": str(index), "words": vocabulary, "terms": terms}
    assert node.run(WORDS + script, given) == [
        shard_path(term, 10).removeprefix("search/terms/").removesuffix(".bin") for term in terms
    ]
