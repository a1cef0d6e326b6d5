"""The real record, and the map of its sources where that lies beside the checkout."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from casebook.identifiers.reference import parse_reference
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.reading.collection import read_collection

ROOT = Path(__file__).parents[1]
FACTS = ROOT.parent / "shared" / "facts"


@cache
def corpus() -> Corpus:
    return read_collection(ROOT).corpus


def dossier(words: str) -> Dossier:
    reference = parse_reference(words)
    assert reference
    return corpus().dossiers[reference]


def facts(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FACTS / name).read_text("utf-8"))
    return loaded
