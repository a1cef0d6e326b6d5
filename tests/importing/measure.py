"""How well the importer reads the invented letters: `python -m tests.importing.measure`."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.importing.printed_pdf import print_pdf
from tests.importing.printed_text import print_text
from tests.importing.printed_word import print_docx
from tests.importing.sample import NAMES, Sample, read_sample

from casebook.importing.extraction import extract
from casebook.importing.importer import Imported, take_apart
from casebook.importing.letter.mandate_names import MandateNames
from casebook.importing.normalisation import normalise
from casebook.importing.pieces import Role
from casebook.reading.registers import MANDATES

ROOT = Path(__file__).parents[2]
FORMS: dict[str, Callable[[Sample], bytes]] = {
    "PDF": print_pdf,
    "Word": print_docx,
    "text": print_text,
}


@dataclass(frozen=True, slots=True)
class Score:
    """What one document in one form gave."""

    sample: str
    form: str
    wrong_fields: dict[str, tuple[str, str]]
    """By name: expected, read."""
    fields: int
    found: int
    """Labelled paragraphs that are right: label and every word."""
    expected: int
    read: int
    missed: list[tuple[str, str]]
    added: list[tuple[str, str]]


@cache
def mandate_names() -> MandateNames:
    """Return the names of the register of this collection."""
    return MandateNames(MANDATES.read((ROOT / MANDATES.path).read_bytes())[0])


def import_sample(sample: Sample, form: str) -> Imported:
    """Print a sample in one form and take it apart again."""
    return take_apart(extract(FORMS[form](sample)), mandate_names())


def score(sample: Sample, form: str) -> Score:
    """Compare what is read with the gold."""
    imported = import_sample(sample, form)
    gold, got = gold_fields(sample), fields_of(imported)
    wrong = {key: (value, got[key]) for key, value in gold.items() if got[key] != value}
    expected = Counter((label, normalise(words)) for label, words in sample.paragraphs)
    read = Counter(paragraphs_of(imported))
    missed, added = expected - read, read - expected
    return Score(
        sample.name,
        form,
        wrong,
        len(gold),
        (expected & read).total(),
        expected.total(),
        read.total(),
        sorted(missed),
        sorted(added),
    )


def paragraphs_of(imported: Imported) -> Iterator[tuple[str, str]]:
    """Yield label and words of every labelled paragraph."""
    for part in imported.letter.parts:
        if part.label:
            yield str(part.label), normalise(part.chunk.words)


def gold_fields(sample: Sample) -> dict[str, str]:
    """Return the fields that a sample's document gives."""
    given = sample.fields
    fields = {
        key: given[key] for key in ("kind", "reference", "type", "dated", "language", "cites")
    }
    if given["kind"] == "reply":
        return {**fields, "received": given["received"]}
    return {
        **fields,
        **{key: given[key] for key in ("mandates", "resolutions", "signatories", "published")},
        "requests": ", ".join(label for label, _ in sample.paragraphs if label.startswith("q")),
        "headings": " | ".join(map(normalise, sample.headings)),
        "notes": str(sum(block.kind == "N" for block in sample.blocks)),
    }


def fields_of(imported: Imported) -> dict[str, str]:
    """Return what was read, written as the gold is."""
    facts = imported.facts
    after = facts.published_after
    return {
        "kind": facts.kind.value,
        "reference": str(facts.reference or ""),
        "type": facts.type or "",
        "dated": str(facts.dated or ""),
        "received": str(facts.received or ""),
        "language": facts.language or "",
        "mandates": ", ".join(each.id or f"?{each.printed}" for each in facts.mandates),
        "resolutions": ", ".join(facts.resolutions),
        "signatories": "; ".join(f"{each.mandate} {each.name}" for each in facts.signatures),
        "requests": ", ".join(facts.requests),
        "cites": ", ".join(map(str, facts.cites)),
        "published": f"{after[0]} {after[1]}" if after else "",
        "headings": " | ".join(
            normalise(part.chunk.words)
            for part in imported.letter.parts
            if part.chunk.role is Role.HEADING
        ),
        "notes": str(len(imported.letter.notes)),
    }


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of several documents."""

    documents: int
    right: int
    fields: int
    found: int
    expected: int
    read: int

    @property
    def accuracy(self) -> float:
        """The share of fields that are right."""
        return self.right / self.fields

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of labelled paragraphs."""
        return 2 * self.found / (self.expected + self.read)


def figures(scores: list[Score]) -> Figures:
    """Add scores up."""
    return Figures(
        len(scores),
        sum(each.fields - len(each.wrong_fields) for each in scores),
        sum(each.fields for each in scores),
        sum(each.found for each in scores),
        sum(each.expected for each in scores),
        sum(each.read for each in scores),
    )


def table(scores: list[Score]) -> str:
    """Return the figures as the table of docs/importing.md."""
    lines = [
        "| form | documents | fields | field accuracy | paragraphs | paragraph F1 |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for form in (*FORMS, "all"):
        sums = figures([each for each in scores if form in (each.form, "all")])
        lines.append(
            f"| {form} | {sums.documents} | {sums.right} of {sums.fields} | {sums.accuracy:.3f}"
            f" | {sums.found} of {sums.expected} | {sums.f1:.3f} |"
        )
    return "\n".join(lines)


def main() -> int:
    """Print the figures, and with --verbose every difference."""
    scores = [score(read_sample(name), form) for name in NAMES for form in FORMS]
    if "--verbose" in sys.argv:
        for each in scores:
            for key, (gold, got) in each.wrong_fields.items():
                sys.stdout.write(f"{each.sample} {each.form} {key}: {gold!r} read {got!r}\n")
            for sign, paragraphs in (("-", each.missed), ("+", each.added)):
                for label, words in paragraphs:
                    sys.stdout.write(
                        f"{each.sample} {each.form} {sign}[{label}] {words[:110]} … {words[-40:]}\n"
                    )
    sys.stdout.write(f"{table(scores)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
