"""The letter that lies beside the checkout: read exactly. Its sentences are never committed."""

import re
from pathlib import Path

import pytest
from tests.importing.measure import FORMS, mandate_names
from tests.importing.sample import Block, Sample

from casebook.importing.extraction import extract
from casebook.importing.importer import Imported, take_apart
from casebook.importing.normalisation import normalise, plain_words
from casebook.importing.pieces import Role
from casebook.reading.mapping import parse_mapping
from casebook.reading.nodes import Mapping, Node, Scalar, Sequence

SHARED = Path(__file__).parents[2].parent / "shared"
LETTERS = sorted(SHARED.glob("sources/ua-blr-7-2025.txt"))
letters = pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)


def read(letter: Path) -> Imported:
    return take_apart(extract(letter.read_bytes()), mandate_names())


def plain_value(node: Node) -> object:
    match node:
        case Scalar(text=text):
            return text
        case Sequence(items=items):
            return [plain_value(item) for item in items]
        case Mapping(entries=entries):
            return {key: plain_value(value) for key, (_, value) in entries.items()}


def gold() -> dict[str, list[dict[str, str]]]:
    root, problems = parse_mapping((SHARED / "facts" / "letter.yml").read_text("utf-8"), "")
    assert root
    assert not problems
    held = plain_value(root)
    assert isinstance(held, dict)
    return held["letter"]  # type: ignore[no-any-return]


@letters
def test_labels_are_those_of_the_facts(letter: Path) -> None:
    imported = read(letter)
    labels = [f"{part.label.anchor}" for part in imported.letter.parts if part.label]
    facts = gold()
    paragraphs = [f"p{int(each['id'][1:])}" for each in facts["paragraphs"]]
    requests = [each["id"] for each in facts["requests"]]
    assert sorted(labels) == sorted((*paragraphs, *requests))
    assert labels.index("q1") == labels.index("p21") + 1
    assert labels[-1] == "p26"
    assert [note.marker for note in imported.letter.notes] == ["1"]


@letters
def test_headings_open_the_sections_of_the_facts(letter: Path) -> None:
    sections: dict[str, list[str]] = {}
    title = ""
    for part in read(letter).letter.parts:
        if part.closes_section:
            title = ""
        if part.chunk.role is Role.HEADING:
            title = part.chunk.words
        elif part.label and not part.label.is_request:
            sections.setdefault(title, []).append(part.label.number)
    spans = {each["id"]: each["paragraphs"] for each in gold()["sections"]}
    for name in (
        "Women prisoners",
        "Protection of family",
        "Child rights",
        "Anti-extremism measures",
    ):
        first, _, last = spans[name].partition(",")[0].replace("p", "").partition("-")
        expected = [str(number) for number in range(int(first), int(last or first) + 1)]
        assert sections[name] == expected


@letters
def test_facts_are_those_of_the_facts(letter: Path) -> None:
    facts = read(letter).facts
    assert (str(facts.reference), facts.type, str(facts.dated)) == (
        "BLR 7/2025",
        "UA",
        "2025-09-08",
    )
    assert facts.language == "en"
    assert facts.published_after == (60, "days")
    assert facts.resolutions == ("51/8", "58/19", "58/14", "52/7", "59/14")
    mandates = ["wgad", "sr-belarus", "sr-counter-terrorism", "sr-torture", "wg-women-girls"]
    assert [mandate.id for mandate in facts.mandates] == mandates
    assert [signature.mandate for signature in facts.signatures] == mandates
    assert facts.signatures[0].office == "Vice-Chair on communications"
    assert len(facts.cites) == 19
    assert [(person.name, person.also) for person in facts.persons if person.is_sure] == [
        ("Alena Lazarchyk", ()),
        ("Lubov Valiuk", ("Liubov Valiuk", "Vailuk")),
    ]


@letters
def test_the_words_are_the_source_s_own(letter: Path) -> None:
    """Compare with the raw file, without any of the importer's own steps."""
    raw = letter.read_text("utf-8")
    raw = re.sub(r"\[([^\]\n]+)\]\(#\)", r"\1", raw)
    raw = re.sub(r"\*+", "", raw)
    (note,) = re.findall(r"^¹ (.*)$", raw, re.MULTILINE)
    body = raw.replace(f"¹ {note}", "").replace("¹", "")
    body = re.sub(r"^[0-9]\. ", "", body, flags=re.MULTILINE)
    imported = read(letter)
    assert imported.differs_at is None
    assert normalise(plain_words(imported.markdown)) == " ".join(f"{body} {note}".split())


@letters
@pytest.mark.parametrize("form", FORMS)
def test_printed_in_another_form_it_reads_the_same(letter: Path, form: str) -> None:
    imported = read(letter)
    again = take_apart(extract(FORMS[form](as_sample(imported))), mandate_names())
    assert again.differs_at is None
    assert words_of(again) == words_of(imported)
    assert again.facts.signatures == imported.facts.signatures
    assert again.facts.mandates == imported.facts.mandates


def words_of(imported: Imported) -> list[tuple[str, str]]:
    return [(str(part.label), part.chunk.words) for part in imported.letter.parts]


def as_sample(imported: Imported) -> Sample:
    blocks = [Block("L", chunk.words) for chunk in imported.letter.masthead]
    for part in imported.letter.parts:
        words = "".join(
            f"^{piece.note}^" if piece.note else piece.text for piece in part.chunk.pieces
        )
        if part.chunk.role is Role.HEADING:
            blocks.append(Block("H", words))
        elif part.is_aside:
            blocks.append(Block("S", words.replace("\n", " / ")))
        elif part.label and part.label.is_request:
            blocks.append(Block("Q", f"{part.label.number}. {words}"))
        else:
            blocks.append(Block("P", words))
    blocks += [Block("N", f"{note.marker} {note.words}") for note in imported.letter.notes]
    return Sample(
        "letter",
        {"style": "gaps justified numbers-below", "reference": "BLR 7/2025"},
        tuple(blocks),
    )
