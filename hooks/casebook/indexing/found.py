"""What search finds: every dossier that is shown and not kept from search engines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casebook.indexing.document_id import document_id
from casebook.indexing.file import content_key
from casebook.indexing.lexicon import Lexicon
from casebook.indexing.postings import terms_of
from casebook.indexing.record import Record, cited_instruments, record_of, record_path, write_record
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Found:
    """A dossier that search finds."""

    corpus: Corpus
    dossier: Dossier
    instruments: Sequence[str]
    """Those it cites, by id."""
    key: str
    """Stands for its record: computed from hashes, without reading its texts."""

    @property
    def number(self) -> int:
        """Its number in the index."""
        return document_id(self.dossier.reference)

    def record(self) -> Record:
        """Return what search knows of it."""
        return record_of(self.corpus, self.dossier, self.instruments)

    def write(self) -> bytes:
        """Return its record as a file."""
        return write_record(self.record())

    def terms(self, lexicon: Lexicon) -> dict[str, int]:
        """Return its terms with their weights."""
        return terms_of(self.record(), lexicon)


def all_found(corpus: Corpus, code: str) -> dict[str, Found]:
    """Return what search finds, by the path of its record. `code` stands for the program."""
    cited = cited_instruments(corpus)
    shorts = {held.id: held.short for held in corpus.instruments.values()}
    found = {}
    for dossier in corpus.published:
        if not dossier.noindex:
            instruments = cited[dossier.reference]
            key = _key(corpus, code, dossier, (f"{held}\t{shorts[held]}" for held in instruments))
            found[record_path(dossier.reference)] = Found(corpus, dossier, instruments, key)
    return found


def _key(corpus: Corpus, code: str, dossier: Dossier, instruments: Iterable[str]) -> str:
    """Return what stands for a record: the dossier, and the names that it borrows."""
    addressee = corpus.addressees.get(dossier.reference.addressee)
    topics = (corpus.topics.get(topic) for topic in dossier.topics)
    parts = (
        code,
        dossier.digest,
        addressee.name if addressee else "",
        *(topic.name for topic in topics if topic),
        *instruments,
    )
    return content_key("\n".join(parts).encode())
