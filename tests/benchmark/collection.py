"""The invented record in our own formats, as editors write a collection."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.benchmark.invention import PROVISIONS, Instrument, Letter, Paragraph, Provision, Record

Files = Iterator[tuple[str, str]]
"""Paths from the root, and what stands in them."""

NO_REPLY = "replies: {}\n"
"""What a dossier says where no reply is on record."""

REPLY = "reply-1.restated.md"


def write_collection(root: Path, count: int) -> None:
    """Write a collection of `count` dossiers into `root`, which has a configuration already."""
    for path, text in collection_files(Record(count)):
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def collection_files(record: Record) -> Files:
    """Yield every file of a collection."""
    yield from _registers(record)
    for instrument in record.instruments:
        yield f"standards/convention-{instrument.number}.md", _standard(instrument)
    for letter in record.letters():
        folder = letter.place.folder
        yield f"{folder}/dossier.yml", _facts(letter)
        yield f"{folder}/communication.restated.md", _communication(letter)
        if letter.reply:
            yield f"{folder}/{REPLY}", reply_text(letter.reply)


def _registers(record: Record) -> Files:
    registers = record.registers
    yield (
        "cases/registers/addressees.yml",
        "".join(
            f"{code}: {{name: {name}, kind: state}}\n"
            for code, name in registers.addressees.items()
        ),
    )
    yield (
        "cases/registers/mandates.yml",
        "".join(
            f"sr-{number}: {{name: {name}, kind: thematic}}\n"
            for number, name in enumerate(registers.mandates)
        ),
    )
    yield (
        "cases/registers/topics.yml",
        "".join(
            f"topic-{topic.number}:\n  name: {topic.name}\n  gloss: {topic.gloss}\n"
            for topic in registers.topics
        ),
    )


def _standard(instrument: Instrument) -> str:
    number = instrument.number
    head = (
        f"---\ntitle: {instrument.name}\nshort: C{number}X\nalso: []\n"
        f"kind: treaty\nnoun: null\nadopted: 19{50 + number}\n"
        f"highest: {{article: {PROVISIONS}}}\n---\n\n{instrument.introduction}\n"
    )
    provisions = (
        f"\n## Article {article} {{#article-{article}}}\n\n{gloss}\n"
        for article, gloss in enumerate(instrument.glosses, 1)
    )
    return head + "".join(provisions)


def _facts(letter: Letter) -> str:
    mandates = ", ".join(f"sr-{number}" for number in letter.mandates)
    topics = ", ".join(f"topic-{number}" for number in letter.topics)
    requests = "".join(
        f"  q{number}: {request}\n" for number, request in enumerate(letter.requests, 1)
    )
    replies = reply_facts(letter) if letter.reply else NO_REPLY
    return (
        f"type: {letter.type}\ntitle: {letter.title}\nsent: {letter.sent}\nlanguage: en\n"
        f"mandates: [{mandates}]\ntopics: [{topics}]\nsummary: {letter.summary}\n"
        f"persons:\n  - {{name: {letter.person}, naming: public, also: []}}\n"
        "publication: {rule: 60 days, source: letter}\n"
        f"requests:\n{requests}{replies}checked: 2026-11-01\n"
    )


def reply_facts(letter: Letter) -> str:
    """Return what a dossier says of the reply to a letter."""
    return (
        f"replies:\n  reply-1:\n    received: {letter.replied}\n"
        "    status: substantive\n    language: en\n"
        "    source: {publisher: Nobody, url: https://example.org/reply}\n"
        "    answers: {q1: answered, q2: not-addressed, q3: {state: partly, at: [p3]}}\n"
    )


def _communication(letter: Letter) -> str:
    """Return a letter of some 1,800 words, 40 paragraphs and 20 citations."""
    requests = (
        f"[q{number}] {request}\n\n" for number, request in enumerate(letter.request_texts, 1)
    )
    return "".join((*map(_paragraph, letter.paragraphs), *requests))


def _paragraph(paragraph: Paragraph) -> str:
    heading = f"## {paragraph.heading}\n\n" if paragraph.heading else ""
    sentences = (paragraph.before, _citation(paragraph), paragraph.hearing, paragraph.after)
    return f"{heading}[{paragraph.number}] {' '.join(filter(None, sentences))}\n\n"


def _citation(paragraph: Paragraph) -> str | None:
    cited = paragraph.cites
    if cited is None:
        return None
    if not isinstance(cited, Provision):
        return f"They recall {cited.reference}."
    file = f"/standards/convention-{cited.instrument}.md"
    return f"The experts recall [article {cited.article}]({file}#article-{cited.article})."


def reply_text(paragraphs: Iterable[str]) -> str:
    """Return the text of a reply."""
    return "".join(f"[{number}] {text}\n\n" for number, text in enumerate(paragraphs, 1))
