"""The gold: every citation of a published letter is found, and none is wrong.

The letter and its map lie beside the checkout; nothing of them is kept here.
"""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from casebook.citations.citation import Citation
from casebook.citations.finding import find_citations
from casebook.citations.names import InstrumentName, Names
from casebook.citations.passages import Passage
from casebook.identifiers.provision import Unit
from casebook.identifiers.symbol import parse_symbol
from casebook.words.vocabulary import InstrumentKind

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
LETTERS = sorted((SHARED / "sources").glob("ua-*.txt"))


def names() -> Names:
    found = []
    for path in sorted((ROOT / "standards").glob("*.md")):
        front = yaml.load(path.read_text("utf-8").split("---")[1], yaml.BaseLoader)
        symbol = front.get("symbol")
        found.append(
            InstrumentName(
                path.stem,
                (front["title"], front["short"], *(front.get("also") or ())),
                None if front.get("noun") in {None, "", "null"} else front["noun"],
                InstrumentKind(front["kind"]),
                {Unit(unit): int(most) for unit, most in (front.get("highest") or {}).items()},
                parse_symbol(symbol) if symbol else None,
            )
        )
    return Names(found)


def passages(letter: Path) -> list[Passage]:
    """Strip the marks of Markdown, and heal the sentences that page breaks cut."""
    text = re.sub(r"\[([^\]\n]*)\]\(#\)", r"\1", letter.read_text("utf-8")).replace("*", "")
    blocks = [block.strip() for block in text.split("\n\n") if block.strip()]
    # Footnote 1 stands in the middle of a sentence: lift it out.
    notes = [block for block in blocks if block.startswith("¹")]
    healed: list[str] = []
    for block in (block for block in blocks if block not in notes):
        is_cut = healed and len(healed[-1]) > 60 and healed[-1][-1].isalpha()
        if is_cut and (block[0].islower() or healed[-1].endswith("Bangkok")):
            healed[-1] += f" {block}"
        else:
            healed.append(block)
    section, found = "", []
    for block in (*healed, *notes):
        if len(block) < 40 and block[-1].isalpha():
            section = block
        found.append(Passage(block, section))
    return found


def _expected(citation: dict[str, Any]) -> list[str]:
    """Return the targets that the map of the letter expects, as the finder prints them."""
    match citation["kind"]:
        case "communications":
            return list(citation["refs"])
        case "resolution":
            organ, _, number = citation["instrument"].partition("-res-")
            if organ == "sc":
                return [f"S/RES/{citation['surface']}"]
            series = {"hrc": "A/HRC/RES", "ga": "A/RES"}[organ]
            return [f"{series}/{number.replace('-', '/')}"]
        case "document":
            return _document(citation)
        case "general recommendation" | "instrument":
            return [citation["instrument"]]
        case "provision":
            return [_provision(citation["instrument"], each) for each in citation["provisions"]]
        case _:
            return []


def _document(citation: dict[str, Any]) -> list[str]:
    symbol = citation["symbol"]
    stem = citation["instrument"] + "-"
    places = [each.removeprefix(stem) for each in citation["provisions"]]
    if places == ["general"]:
        return [symbol]
    if match := re.fullmatch(r"([0-9]+)-([0-9]+)", places[0]):
        return [f"{symbol}#para-{n}" for n in range(int(match[1]), int(match[2]) + 1)]
    return [f"{symbol}#para-{place.replace('-', '.')}" for place in places]


def _provision(instrument: str, provision: str) -> str:
    number = provision.split("-", 1)[1] if "criminal" not in instrument else provision[7:]
    unit = "rule" if instrument.endswith("rules") else "article"
    if number == "preamble":
        return f"{instrument}#preamble"
    is_compound = instrument == "blr-criminal-code" and number == "361-1"
    return f"{instrument}#{unit}-{number if is_compound else number.replace('-', '.')}"


def _gold() -> list[str]:
    letter = yaml.safe_load((SHARED / "facts" / "letter.yml").read_text("utf-8"))["letter"]
    parts = (*letter["paragraphs"], *letter["footnotes"], *letter["requests"])
    return [
        target for part in parts for citation in part["citations"] for target in _expected(citation)
    ]


def _found(letter: Path) -> list[Citation]:
    found = find_citations(passages(letter), names(), addressee="BLR")
    return [citation for each in found for citation in each]


def _counts(letter: Path) -> tuple[Counter[str], Counter[str]]:
    """Return what is expected and what was found, by target.

    The map gives each article of the Criminal Code once a paragraph, and leaves out the letter's
    own reference.
    """
    expected, found = (
        Counter(_gold()),
        Counter(str(target) for citation in _found(letter) for target in citation.targets),
    )
    return expected, found


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_every_citation_of_the_letter_is_found(letter: Path) -> None:
    expected, found = _counts(letter)
    assert expected - found == Counter()


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_no_citation_of_the_letter_is_wrong(letter: Path) -> None:
    expected, found = _counts(letter)
    own = Counter({"BLR 7/2025": 1, "blr-criminal-code#article-411": 2})
    assert found - expected == own


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.stem)
def test_nothing_in_the_letter_stays_unresolved(letter: Path) -> None:
    assert [each for each in _found(letter) if not each.targets] == []
