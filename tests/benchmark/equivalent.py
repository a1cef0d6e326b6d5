"""The invented record as the Markdown that other generators build: the same letters and links.

What our build computes stands here ready-made: the citations of a provision with the words around
them, the letters that cite a letter, the lists of an addressee. The other builders only render.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.benchmark.invention import (
    ADDRESSEES,
    INSTRUMENTS,
    PROVISIONS,
    Letter,
    Paragraph,
    Place,
    Provision,
    Record,
)

WORDS_AROUND = 12
"""On each side of a citation, on the page of the provision."""

Files = Iterator[tuple[str, str]]


def count_pages(dossiers: int) -> int:
    """Return how many pages the equivalent site has, besides its index."""
    return dossiers + ADDRESSEES + INSTRUMENTS * (PROVISIONS + 1)


def write_pages(root: Path, count: int) -> None:
    """Write the pages of a record of `count` letters into `root`."""
    for path, text in _Pages(Record(count)).files():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


class _Pages:
    def __init__(self, record: Record) -> None:
        self._record = record
        self._citations: defaultdict[Provision, list[tuple[str, str]]] = defaultdict(list)
        self._citing: defaultdict[Place, list[tuple[str, str]]] = defaultdict(list)
        self._received: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        """Lines by what they are about, each behind the day of its letter."""
        for letter in record.letters():
            self._remember(letter)

    def _remember(self, letter: Letter) -> None:
        place = letter.place
        state = f"replied on {letter.replied}" if letter.reply else "no reply found"
        line = (
            f"- [{place.reference}](../{_page(place)}) of {letter.sent}: {letter.title}, {state}\n"
        )
        self._received[place.code].append((letter.sent, line))
        for paragraph in letter.paragraphs:
            if paragraph.cites is None:
                continue
            source = f"[{place.reference}, para. {paragraph.number}]"
            target = f"{_page(place)}#p{paragraph.number}"
            if isinstance(paragraph.cites, Provision):
                around = f"… {_last(paragraph.before)} **{_cited(paragraph)}** {_first(paragraph.after)} …"
                line = f"- {source}(../{target}) of {letter.sent}, {state}: {around}\n"
                self._citations[paragraph.cites].append((letter.sent, line))
            else:
                self._citing[paragraph.cites].append((letter.sent, f"- {source}(../../{target})\n"))

    def files(self) -> Files:
        """Yield every page."""
        yield "index.md", self._index()
        for code, name in self._record.registers.addressees.items():
            yield f"addressees/{code.lower()}.md", self._addressee(code, name)
        yield from self._standards()
        for letter in self._record.letters():
            yield _page(letter.place), self._case(letter)

    def _index(self) -> str:
        states = (
            f"- [{name}](addressees/{code.lower()}.md)\n"
            for code, name in self._record.registers.addressees.items()
        )
        standards = (
            f"- [{each.name}](standards/convention-{each.number}.md)\n"
            for each in self._record.instruments
        )
        return "".join(
            (_head("Casebook"), "## Addressees\n\n", *states, "\n## Standards\n\n", *standards)
        )

    def _addressee(self, code: str, name: str) -> str:
        received = _newest_first(self._received[code])
        return f"{_head(name)}## Letters ({len(received)})\n\n{''.join(received)}"

    def _standards(self) -> Files:
        for instrument in self._record.instruments:
            stem = f"convention-{instrument.number}"
            provisions = (
                f"- [Article {article}](../provisions/{stem}-article-{article}.md): {gloss}\n"
                for article, gloss in enumerate(instrument.glosses, 1)
            )
            yield (
                f"standards/{stem}.md",
                f"{_head(instrument.name)}{instrument.introduction}\n\n## Provisions\n\n"
                + "".join(provisions),
            )
            for article, gloss in enumerate(instrument.glosses, 1):
                cited = _newest_first(self._citations[Provision(instrument.number, article)])
                text = (
                    f"{_head(f'{instrument.name}, article {article}')}"
                    f"[{instrument.name}](../standards/{stem}.md)\n\n{gloss}\n\n"
                    f"## Cited in ({len(cited)})\n\n{''.join(cited)}"
                )
                yield f"provisions/{stem}-article-{article}.md", text

    def _case(self, letter: Letter) -> str:
        place, registers = letter.place, self._record.registers
        rows = {
            "Reference": f"{letter.type} {place.reference}",
            "Date": letter.sent,
            "Addressee": f"[{registers.addressees[place.code]}](../../addressees/{place.code.lower()}.md)",
            "Mandates": ", ".join(registers.mandates[each] for each in letter.mandates),
            "Topics": ", ".join(registers.topics[each].name for each in letter.topics),
            "Persons": letter.person,
            "Reply": letter.replied if letter.reply else "none found as of 2026-11-01",
        }
        answers = ("answered", "not addressed", "partly") if letter.reply else ("",) * 3
        requests = zip(letter.requests, answers, strict=True)
        return "".join(
            (
                _head(f"{place.reference}: {letter.title}"),
                "| | |\n| --- | --- |\n",
                *(f"| {name} | {value} |\n" for name, value in rows.items()),
                f"\n## Summary\n\n{letter.summary}\n\n## Requests\n\n",
                *(
                    f"{number}. {text} {answer}\n"
                    for number, (text, answer) in enumerate(requests, 1)
                ),
                "\n## Letter\n\n",
                *map(_paragraph, letter.paragraphs),
                *(
                    f"Request {number}. {text}\n{{#q{number}}}\n\n"
                    for number, text in enumerate(letter.request_texts, 1)
                ),
                *(["## Reply\n\n"] if letter.reply else []),
                *(
                    f"{number} {text}\n{{#reply-1-p{number}}}\n\n"
                    for number, text in enumerate(letter.reply, 1)
                ),
                "## Standards invoked\n\n",
                *(
                    f"- {_link(each.cites)} in [paragraph {each.number}](#p{each.number})\n"
                    for each in letter.paragraphs
                    if isinstance(each.cites, Provision)
                ),
                "\n## Cited by\n\n",
                *_newest_first(self._citing[place]),
            )
        )


def _head(title: str) -> str:
    return f'---\ntitle: "{title}"\n---\n\n# {title}\n\n'


def _page(place: Place) -> str:
    return f"{place.folder}.md"


def _paragraph(paragraph: Paragraph) -> str:
    heading = f"### {paragraph.heading}\n\n" if paragraph.heading else ""
    number = paragraph.number
    cited = f"The experts recall {_link(paragraph.cites)}." if paragraph.cites else None
    sentences = filter(None, (paragraph.before, cited, paragraph.hearing, paragraph.after))
    return f"{heading}{number} {' '.join(sentences)}\n{{#p{number}}}\n\n"


def _cited(paragraph: Paragraph) -> str:
    assert isinstance(paragraph.cites, Provision)
    return f"The experts recall article {paragraph.cites.article}."


def _link(cited: Provision | Place) -> str:
    if isinstance(cited, Provision):
        file = f"../../provisions/convention-{cited.instrument}-article-{cited.article}.md"
        return f"[article {cited.article}]({file})"
    return f"[{cited.reference}](../../{_page(cited)})"


def _last(sentence: str) -> str:
    return " ".join(sentence.split()[-WORDS_AROUND:])


def _first(sentence: str) -> str:
    return " ".join(sentence.split()[:WORDS_AROUND])


def _newest_first(lines: list[tuple[str, str]]) -> list[str]:
    return [line for _, line in sorted(lines, reverse=True)]
