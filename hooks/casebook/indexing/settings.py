"""What the browser must know before it searches: the tables by which words become terms."""

from typing import Any
from urllib.parse import quote_plus

from casebook.citations.publishers import communications_search
from casebook.identifiers.provision import Unit
from casebook.identifiers.reference import (
    BRACKETS,
    DASHES,
    LONGEST,
    SPELLINGS,
    Reference,
)
from casebook.indexing.alphabet import (
    IDEOGRAPHS,
    LATIN,
    LATIN_END,
    LETTERS,
    MARKS,
    PAGE_BITS,
    SCRIPT_PAGES,
)
from casebook.indexing.postings import SHORTEST_BEGINNING
from casebook.indexing.sounding import PARTS, SHORTEST, SOUNDS, SPELT, UNVOWELLED
from casebook.indexing.stemming import STEMMERS, STOP_WORDS
from casebook.model.corpus import Corpus
from casebook.model.reply_state import ReplyState
from casebook.words.language import LANGUAGES
from casebook.words.vocabulary import CommunicationType

SETTINGS = "search/settings.json"

UNITS = {
    "art": Unit.ARTICLE,
    "arts": Unit.ARTICLE,
    "para": Unit.PARAGRAPH,
    "paras": Unit.PARAGRAPH,
    "par": Unit.PARAGRAPH,
    "parr": Unit.PARAGRAPH,
    "parrs": Unit.PARAGRAPH,
    "parrafo": Unit.PARAGRAPH,
    "parrafos": Unit.PARAGRAPH,
    "paragraphe": Unit.PARAGRAPH,
    "paragraphes": Unit.PARAGRAPH,
    "§": Unit.PARAGRAPH,
    "§§": Unit.PARAGRAPH,
    "articulo": Unit.ARTICLE,
    "articulos": Unit.ARTICLE,
    "regle": Unit.RULE,
    "regles": Unit.RULE,
    "regla": Unit.RULE,
    "reglas": Unit.RULE,
    "principe": Unit.PRINCIPLE,
    "principio": Unit.PRINCIPLE,
    **{unit.in_words: unit for unit in Unit},
    **{f"{unit.in_words}s": unit for unit in Unit},
}
"""How people write the unit of a provision, without accents."""


def settings_of(
    corpus: Corpus, site_url: str, dossiers: int, bits: int, version: str
) -> dict[str, Any]:
    """Return the settings of an index of so many dossiers, in 2 to the power of `bits` shards."""
    return {
        "version": version,
        "dossiers": dossiers,
        "bits": bits,
        "languages": {
            language: STEMMERS[language][0] if language in STEMMERS else ""
            for language in sorted(_languages(corpus))
        },
        "stop": sorted(STOP_WORDS),
        "letters": LETTERS,
        "ideographs": IDEOGRAPHS,
        "marks": MARKS,
        "latin": LATIN,
        "latinEnd": LATIN_END,
        "pageBits": PAGE_BITS,
        "scripts": SCRIPT_PAGES,
        "spelt": SPELT,
        "sounds": SOUNDS,
        "parts": PARTS,
        "unvowelled": UNVOWELLED,
        "shortest": SHORTEST,
        "shortestBeginning": SHORTEST_BEGINNING,
        "units": UNITS,
        "labels": {
            "type": {kind.value: kind.in_words for kind in CommunicationType},
            "reply": {state.value: state.in_words for state in ReplyState},
            "language": LANGUAGES,
        },
        "references": [spelling.pattern for spelling in SPELLINGS],
        "longest": LONGEST,
        "dashes": DASHES,
        "brackets": BRACKETS,
        "official": _official(),
        "site": site_url,
    }


def _languages(corpus: Corpus) -> set[str]:
    """Return the languages of what is indexed: what we write ourselves is English."""
    texts = (
        language.partition("-")[0]
        for outline in corpus.outlines.values()
        for _, language in outline.texts
    )
    return {"en", *texts}


def _official() -> str:
    """Return the address at which the official database is asked for a reference, put for {}."""
    example = Reference("XXX", 1, 2000)
    address = communications_search(example) or ""
    return address.replace(quote_plus(str(example)), "{}")
