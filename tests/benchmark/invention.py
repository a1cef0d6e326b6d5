"""A record of any size about States, persons and events that do not exist, as plain values.

Codes of addressees begin with X, Y or Z. The same number of letters gives the same record.
"""

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from tests.benchmark.vocabulary import SEED, Vocabulary, invent_word, make_vocabulary

ADDRESSEES = 195
INSTRUMENTS = 10
PROVISIONS = 50
"""Of each instrument."""
MANDATES = 20
TOPICS = 30
PARAGRAPHS = 40
CITATIONS = 20
REPLY_PARAGRAPHS = 12
YEARS = range(2011, 2027)
HEADINGS = ("Facts", "Allegations", "Concerns", "Standards", "Measures", "Closing")


@dataclass(frozen=True)
class Place:
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


@dataclass(frozen=True)
class Provision:
    """An article of an invented instrument."""

    instrument: int
    article: int


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of a letter: sentences, and at most one citation among them."""

    number: int
    heading: str | None
    """The heading that stands above it."""
    before: str
    cites: Provision | Place | None
    hearing: str | None
    """A sentence with a date and a name; the word in asterisks is emphasised."""
    after: str


@dataclass(frozen=True)
class Letter:
    """One invented letter with everything that a dossier says about it."""

    place: Place
    person: str
    month: int
    day: int
    mandates: tuple[int, ...]
    topics: tuple[int, ...]
    type: str
    title: str
    summary: str
    requests: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    request_texts: tuple[str, ...]
    reply: tuple[str, ...]
    """The paragraphs of the reply; none without one."""

    @property
    def sent(self) -> str:
        return f"{self.place.year}-{self.month:02}-{self.day:02}"

    @property
    def replied(self) -> str:
        return f"{self.place.year}-{self.month + 2:02}-{self.day:02}"


@dataclass(frozen=True)
class Instrument:
    """An invented treaty."""

    number: int
    name: str
    introduction: str
    glosses: tuple[str, ...]
    """Of each article."""


@dataclass(frozen=True)
class Topic:
    """An invented topic."""

    number: int
    name: str
    gloss: str


@dataclass(frozen=True)
class Registers:
    """Addressees, mandates and topics."""

    addressees: dict[str, str]
    mandates: tuple[str, ...]
    topics: tuple[Topic, ...]


class Record:
    """The whole invented record. Letters are made one by one: ten thousand need much memory."""

    def __init__(self, count: int) -> None:
        """Begin a record of that many letters."""
        self._vocabulary = make_vocabulary()
        self._places = invent_places(count)
        self.registers = _registers(self._vocabulary)
        self.instruments = tuple(
            _instrument(self._vocabulary, number) for number in range(INSTRUMENTS)
        )

    def letters(self, start: int = 0) -> Iterator[Letter]:
        """Yield every letter from one on, in the order of their making."""
        for place in self._places[start:]:
            yield _letter(self._vocabulary, place, self._places)


@cache
def invent_codes() -> tuple[str, ...]:
    """Return the codes of the addressees."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    codes = ("".join(parts) for parts in itertools.product("XYZ", letters, letters))
    return tuple(itertools.islice((code for code in codes if code != "XXX"), ADDRESSEES))


def invent_places(count: int) -> list[Place]:
    """Return that many letters to invented addressees, some of whom receive far more."""
    chance = random.Random(SEED + 1)
    codes = invent_codes()
    weights = list(itertools.accumulate(1 / (rank + 10) ** 0.7 for rank in range(len(codes))))
    numbers: dict[tuple[str, int], int] = {}
    places = []
    for index in range(count):
        code = chance.choices(codes, cum_weights=weights)[0]
        year = chance.choice(YEARS)
        numbers[code, year] = number = numbers.get((code, year), 0) + 1
        places.append(Place(index, code, number, year))
    return places


def _registers(vocabulary: Vocabulary) -> Registers:
    chance = random.Random(SEED + 2)
    addressees = {code: f"{invent_word(chance).title()}ia" for code in invent_codes()}
    mandates = tuple(
        f"Special Rapporteur on {invent_word(chance)} {number}" for number in range(MANDATES)
    )
    topics = tuple(
        Topic(number, f"{invent_word(chance).title()} {number}", vocabulary.sentence(chance, 9))
        for number in range(TOPICS)
    )
    return Registers(addressees, mandates, topics)


def _instrument(vocabulary: Vocabulary, number: int) -> Instrument:
    chance = random.Random(SEED + 100 + number)
    name = f"Convention on {invent_word(chance).title()} {number}"
    introduction = vocabulary.sentence(chance, 25)
    glosses = tuple(vocabulary.sentence(chance, 30) for _ in range(PROVISIONS))
    return Instrument(number, name, introduction, glosses)


@cache
def _popularity() -> Sequence[float]:
    """Return how often provisions are cited: the first of ten thousand letters by thousands."""
    ranks = range(INSTRUMENTS * PROVISIONS)
    return tuple(itertools.accumulate(1 / (rank + 3) ** 0.9 for rank in ranks))


def _letter(vocabulary: Vocabulary, place: Place, places: list[Place]) -> Letter:
    chance = random.Random(SEED * 7 + place.index)
    person = f"{invent_word(chance).title()} {invent_word(chance).title()}"
    month, day = chance.randrange(1, 10), chance.randrange(1, 29)
    mandates = tuple(chance.sample(range(MANDATES), 3))
    topics = tuple(chance.sample(range(TOPICS), 2))
    kind = chance.choice(("UA", "AL", "JAL", "OL"))
    title = vocabulary.sentence(chance, 7).removesuffix(".")
    summary = vocabulary.sentence(chance, 45)
    requests = tuple(vocabulary.sentence(chance, 12) for _ in range(3))
    paragraphs = _paragraphs(vocabulary, place, places, person, chance)
    request_texts = tuple(vocabulary.sentence(chance, 15) for _ in range(3))
    length = REPLY_PARAGRAPHS if place.index % 2 == 0 else 0
    reply = tuple(vocabulary.sentence(chance, 40) for _ in range(length))
    return Letter(
        *(place, person, month, day, mandates, topics, kind, title, summary, requests),
        *(paragraphs, request_texts, reply),
    )


def _paragraphs(
    vocabulary: Vocabulary,
    place: Place,
    places: list[Place],
    person: str,
    chance: random.Random,
) -> tuple[Paragraph, ...]:
    numbers = range(1, PARAGRAPHS + 1)
    cited = set(chance.sample(numbers, CITATIONS))
    paragraphs = []
    for number in numbers:
        heading = HEADINGS[number // 7] if number % 7 == 2 else None
        before = vocabulary.sentence(chance, chance.randrange(14, 26))
        cites: Provision | Place | None = None
        if number in cited and chance.random() < 0.75:
            rank = chance.choices(range(len(_popularity())), cum_weights=_popularity())[0]
            cites = Provision(rank % INSTRUMENTS, rank // INSTRUMENTS + 1)
        elif number in cited:
            cites = chance.choice(places)
        hearing = (
            f"On {number} May {place.year} Ms. {person} was *heard* again."
            if number % 9 == 0
            else None
        )
        after = vocabulary.sentence(chance, chance.randrange(16, 28))
        paragraphs.append(Paragraph(number, heading, before, cites, hearing, after))
    return tuple(paragraphs)
