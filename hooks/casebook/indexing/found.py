"""What search finds: the record of every dossier that is shown and not kept from search engines."""

from casebook.identifiers.reference import Reference
from casebook.indexing.document_id import document_id
from casebook.indexing.record import TEXTS, record_of, record_path, write_record
from casebook.model.corpus import Corpus


def records_of(corpus: Corpus) -> dict[Reference, str]:
    """Return the dossiers that search finds, each with the path of its record."""
    return {
        reference: record_path(reference)
        for reference in corpus.dossiers
        if corpus.outlines[reference].is_indexed
    }


def record_file(corpus: Corpus, reference: Reference) -> bytes:
    """Return the record of a dossier as a file."""
    dossier = corpus.dossiers[reference]
    standards = (
        corpus.standard_of(target)
        for occurrence in corpus.occurrences[reference]
        for target in occurrence.citation.targets
    )
    cited = sorted({held[0].id for held in standards if held})
    return write_record(record_of(corpus, dossier, cited))


def number_of(path: str) -> int:
    """Return the number of the dossier whose record lies here: search/texts/blr/7-2025.json."""
    code, name = path.removeprefix(TEXTS).removesuffix(".json").split("/")
    number, year = name.split("-")
    return document_id(Reference(code.upper(), int(number), int(year)))
