"""The series of every addressee: which numbers we hold, and which we know of.

The resolver reads it to say "in the series but not held" instead of "not found".
"""

from collections.abc import Iterable
from itertools import chain
from typing import TypedDict

from casebook.identifiers.reference import Reference
from casebook.model.corpus import Corpus


class Series(TypedDict):
    """What is known of the letters to one addressee."""

    name: str
    held: dict[str, list[int]]
    """By year: the numbers that have a page, withdrawn ones included."""
    cited: dict[str, list[int]]
    """By year: the numbers that letters cite and that have no page."""
    moved: dict[str, list[int]]
    """By year: the numbers under which nothing stands any more, and whose page leads on. They tell
    nothing of the series: a number may have been a mistake."""


def series_path(code: str) -> str:
    """Return where the series of an addressee is published."""
    return f"search/series/{code.lower()}.json"


def series_of(corpus: Corpus, moved: Iterable[Reference] = ()) -> dict[str, Series]:
    """Return the series of every addressee that has a page, by its code.

    `moved` are those of dossiers that are elsewhere now.
    """
    held, cited = _numbers(corpus.dossiers), _numbers(chain(*corpus.not_held.values()))
    gone = _numbers(sorted(moved, key=lambda reference: reference.sort_key))
    noted = (code for code, addressee in corpus.addressees.items() if addressee.notes)
    return {
        code: {
            "name": corpus.addressee_name(code),
            "held": held.get(code, {}),
            "cited": cited.get(code, {}),
            "moved": gone.get(code, {}),
        }
        for code in sorted({*held, *cited, *gone, *noted})
    }


def _numbers(references: Iterable[Reference]) -> dict[str, dict[str, list[int]]]:
    """Return the numbers of references by addressee and year; they come in order."""
    found: dict[str, dict[str, list[int]]] = {}
    for reference in references:
        years = found.setdefault(reference.addressee, {})
        years.setdefault(str(reference.year), []).append(reference.number)
    return found
