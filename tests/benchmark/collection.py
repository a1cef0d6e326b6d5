"""A collection of any size, made of invented words: seeded, so that every run makes the same.

No State, person or event in it exists. Codes of addressees begin with X, Y or Z.
"""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEED = 20261122
ADDRESSEES = 195
INSTRUMENTS = 10
PROVISIONS = 50
MANDATES = 20
TOPICS = 30
YEARS = range(2011, 2027)
HEADINGS = ("Facts", "Allegations", "Concerns", "Standards", "Measures", "Closing")
_SYLLABLES = [
    "ka",
    "ma",
    "ve",
    "lo",
    "ti",
    "ra",
    "se",
    "no",
    "du",
    "pi",
    "ar",
    "en",
    "or",
    "is",
    "al",
    "ul",
    "be",
    "ga",
    "he",
    "fo",
    "wi",
    "ju",
    "mo",
    "ne",
]
_ENDINGS = [
    "ran",
    "dor",
    "lin",
    "mas",
    "tel",
    "vik",
    "nar",
    "son",
    "bek",
    "tir",
    "dal",
    "mon",
    "ser",
    "gat",
    "lun",
    "pol",
    "rem",
    "fas",
]
_COMMON = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "that",
    "was",
    "for",
    "by",
    "on",
    "with",
    "as",
    "from",
    "his",
    "her",
    "their",
    "at",
    "which",
    "be",
    "were",
    "not",
    "had",
    "has",
    "detention",
    "arrest",
    "authorities",
    "government",
    "family",
    "lawyer",
    "prison",
    "police",
    "court",
    "judge",
    "hearing",
    "charge",
    "trial",
    "release",
    "custody",
    "officers",
    "security",
    "communication",
    "allegation",
    "information",
    "source",
    "rights",
    "human",
    "liberty",
    "person",
    "arbitrary",
    "torture",
    "treatment",
    "medical",
    "care",
    "access",
    "legal",
    "counsel",
    "months",
    "visit",
    "protest",
    "assembly",
    "expression",
    "journalist",
    "defender",
    "student",
    "association",
    "article",
]


@dataclass(frozen=True)
class Vocabulary:
    """Words with the frequencies of a language: a few very often, most of them rarely."""

    words: tuple[str, ...]
    weights: tuple[float, ...]

    def sentence(self, chance: random.Random, length: int) -> str:
        """Return a sentence of that many words."""
        words = chance.choices(self.words, cum_weights=self.weights, k=length)
        return f"{words[0].capitalize()} {' '.join(words[1:])}."


def invent_word(chance: random.Random) -> str:
    """Return a word that no language has."""
    stem = "".join(chance.choice(_SYLLABLES) for _ in range(chance.choice((1, 2, 2, 3))))
    return stem + chance.choice(_ENDINGS)


def make_vocabulary() -> Vocabulary:
    """Return some nine thousand words."""
    chance = random.Random(SEED)
    invented: dict[str, None] = {}
    while len(invented) < 9000:
        invented[invent_word(chance)] = None
    words = tuple(dict.fromkeys((*_COMMON, *invented)))
    weights = itertools.accumulate(1 / (rank + 2.7) ** 1.07 for rank in range(len(words)))
    return Vocabulary(words, tuple(weights))


@dataclass(frozen=True)
class Letter:
    """Where one invented letter stands in its series."""

    index: int
    code: str
    number: int
    year: int

    @property
    def reference(self) -> str:
        return f"{self.code} {self.number}/{self.year}"

    @property
    def folder(self) -> str:
        return f"cases/{self.code.lower()}/{self.number}-{self.year}"


def invent_letters(count: int) -> list[Letter]:
    """Return that many letters to invented addressees, some of whom receive far more."""
    chance = random.Random(SEED + 1)
    codes = invent_codes()
    weights = list(itertools.accumulate(1 / (rank + 10) ** 0.7 for rank in range(len(codes))))
    numbers: dict[tuple[str, int], int] = {}
    letters = []
    for index in range(count):
        code = chance.choices(codes, cum_weights=weights)[0]
        year = chance.choice(YEARS)
        numbers[code, year] = number = numbers.get((code, year), 0) + 1
        letters.append(Letter(index, code, number, year))
    return letters


def invent_codes() -> list[str]:
    """Return the codes of the addressees."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    codes = ("".join(parts) for parts in itertools.product("XYZ", letters, letters))
    return list(itertools.islice((code for code in codes if code != "XXX"), ADDRESSEES))


def write_collection(root: Path, count: int) -> None:
    """Write a collection of `count` dossiers into `root`, which has a configuration already."""
    vocabulary = make_vocabulary()
    for path, text in itertools.chain(
        _registers(vocabulary), _standards(vocabulary), _dossiers(vocabulary, count)
    ):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def _registers(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    chance = random.Random(SEED + 2)
    states = (
        f"{code}: {{name: {invent_word(chance).title()}ia, kind: state}}" for code in invent_codes()
    )
    yield "cases/registers/addressees.yml", "\n".join(states) + "\n"
    mandates = (
        f"sr-{number}: {{name: Special Rapporteur on {invent_word(chance)} {number}, kind: thematic}}"
        for number in range(MANDATES)
    )
    yield "cases/registers/mandates.yml", "\n".join(mandates) + "\n"
    topics = (
        f"topic-{number}:\n  name: {invent_word(chance).title()} {number}\n"
        f"  gloss: {vocabulary.sentence(chance, 9)}\n"
        for number in range(TOPICS)
    )
    yield "cases/registers/topics.yml", "".join(topics)


def _standards(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for instrument in range(INSTRUMENTS):
        chance = random.Random(SEED + 100 + instrument)
        name = invent_word(chance).title()
        parts = [
            (
                f"---\ntitle: Convention on {name} {instrument}\nshort: C{instrument}X\nalso: []\n"
                f"kind: treaty\nnoun: null\nadopted: 19{50 + instrument}\n"
                f"highest: {{article: {PROVISIONS}}}\n---\n\n{vocabulary.sentence(chance, 25)}\n"
            )
        ]
        parts += [
            f"\n## Article {article} {{#article-{article}}}\n\n{vocabulary.sentence(chance, 30)}\n"
            for article in range(1, PROVISIONS + 1)
        ]
        yield f"standards/convention-{instrument}.md", "".join(parts)


def _dossiers(vocabulary: Vocabulary, count: int) -> Iterator[tuple[str, str]]:
    letters = invent_letters(count)
    popularity = list(
        itertools.accumulate(1 / (rank + 3) ** 0.9 for rank in range(INSTRUMENTS * PROVISIONS))
    )
    for letter in letters:
        chance = random.Random(SEED * 7 + letter.index)
        person = f"{invent_word(chance).title()} {invent_word(chance).title()}"
        has_reply = letter.index % 2 == 0
        yield f"{letter.folder}/dossier.yml", _facts(vocabulary, letter, person, chance, has_reply)
        text = _text(vocabulary, letter, person, chance, letters, popularity)
        yield f"{letter.folder}/communication.restated.md", text
        if has_reply:
            reply = "".join(
                f"[{number}] {vocabulary.sentence(chance, 40)}\n\n" for number in range(1, 13)
            )
            yield f"{letter.folder}/reply-1.restated.md", reply


def _facts(
    vocabulary: Vocabulary, letter: Letter, person: str, chance: random.Random, has_reply: bool
) -> str:
    month, day = chance.randrange(1, 10), chance.randrange(1, 29)
    mandates = ", ".join(f"sr-{number}" for number in chance.sample(range(MANDATES), 3))
    topics = ", ".join(f"topic-{number}" for number in chance.sample(range(TOPICS), 2))
    replies = (
        f"replies:\n  reply-1:\n    received: {letter.year}-{month + 2:02}-{day:02}\n"
        "    status: substantive\n    language: en\n"
        "    source: {publisher: Nobody, url: https://example.org/reply}\n"
        "    answers: {q1: answered, q2: not-addressed, q3: {state: partly, at: [p3]}}\n"
        if has_reply
        else "replies: {}\n"
    )
    return (
        f"type: {chance.choice(('UA', 'AL', 'JAL', 'OL'))}\n"
        f"title: {vocabulary.sentence(chance, 7)[:-1]}\n"
        f"sent: {letter.year}-{month:02}-{day:02}\nlanguage: en\nmandates: [{mandates}]\n"
        f"topics: [{topics}]\nsummary: {vocabulary.sentence(chance, 45)}\n"
        f"persons:\n  - {{name: {person}, naming: public, also: []}}\n"
        "publication: {rule: 60 days, source: letter}\n"
        f"requests:\n  q1: {vocabulary.sentence(chance, 12)}\n"
        f"  q2: {vocabulary.sentence(chance, 12)}\n  q3: {vocabulary.sentence(chance, 12)}\n"
        f"{replies}checked: 2026-11-01\n"
    )


def _text(
    vocabulary: Vocabulary,
    letter: Letter,
    person: str,
    chance: random.Random,
    letters: list[Letter],
    popularity: list[float],
) -> str:
    """Return a letter of some 1,800 words, 40 paragraphs and 20 citations."""
    cited = set(chance.sample(range(1, 41), 20))
    parts = []
    for number in range(1, 41):
        if number % 7 == 2:
            parts.append(f"## {HEADINGS[number // 7]}\n\n")
        words = [vocabulary.sentence(chance, chance.randrange(14, 26))]
        if number in cited and chance.random() < 0.75:
            rank = chance.choices(range(len(popularity)), cum_weights=popularity)[0]
            instrument, article = rank % INSTRUMENTS, rank // INSTRUMENTS + 1
            words.append(
                f"The experts recall [article {article}]"
                f"(/standards/convention-{instrument}.md#article-{article})."
            )
        elif number in cited:
            words.append(f"They recall {chance.choice(letters).reference}.")
        if number % 9 == 0:
            words.append(f"On {number} May {letter.year} Ms. {person} was *heard* again.")
        words.append(vocabulary.sentence(chance, chance.randrange(16, 28)))
        parts.append(f"[{number}] {' '.join(words)}\n\n")
    parts += [f"[q{number}] {vocabulary.sentence(chance, 15)}\n\n" for number in (1, 2, 3)]
    return "".join(parts)
