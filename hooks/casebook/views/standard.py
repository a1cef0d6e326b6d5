"""The pages of standards: `/standards/`, `/standards/iccpr/`."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice
from operator import attrgetter

from casebook.identifiers.provision import Provision
from casebook.model.address import instrument_address
from casebook.model.cited import NOBODY
from casebook.model.standard import Instrument, ProvisionEntry
from casebook.model.text import Block
from casebook.views.catalogue import Catalogue
from casebook.views.citing import CitingLetter, citing_letters
from casebook.views.page import STANDARDS, LinkTo, Page, Section
from casebook.views.row import DossierRow
from casebook.words.dates import PartialDate
from casebook.words.wording import count_words, times_words

WHOLE_CITATIONS = 100
"""How many letters that cite an instrument as a whole its page shows."""
LETTERS = 100
"""How many of the letters that cite an instrument its page lists."""


@dataclass(frozen=True, slots=True)
class InstrumentLine:
    """An instrument as the list of all of them shows it."""

    link: LinkTo
    title: str
    symbol: str
    citations: int
    letters: int


@dataclass(frozen=True, slots=True)
class KindGroup:
    """The instruments of one kind."""

    words: str
    anchor: str
    instruments: tuple[InstrumentLine, ...]


@dataclass(frozen=True, slots=True)
class StandardsView:
    """`/standards/`: every instrument, by kind."""

    page: Page
    kinds: tuple[KindGroup, ...]
    instruments: int
    invoked: int
    """How many of them letters invoke."""


@dataclass(frozen=True, slots=True)
class ProvisionLine:
    """A provision as its instrument's page lists it."""

    link: LinkTo
    heading: str
    gloss: tuple[Block, ...]
    citations: int
    """Of the provision and everything below it."""
    letters: int


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A State that is party, among those of the register."""

    link: LinkTo
    joined: date


@dataclass(frozen=True, slots=True)
class InstrumentView:
    """Everything that an instrument's page shows."""

    page: Page
    instrument: Instrument
    kind: str
    adopted: PartialDate | None
    parties: tuple[PartyLine, ...]
    provisions: tuple[ProvisionLine, ...]
    citations: int
    letters: int
    latest: tuple[DossierRow, ...]
    """The letters that cite it or a provision of it, newest first, up to LETTERS."""
    whole: tuple[CitingLetter, ...]
    """The letters that cite the instrument as a whole, newest first, up to WHOLE_CITATIONS."""
    whole_count: int


def standards_view(catalogue: Catalogue) -> StandardsView:
    """Return the page of all instruments."""
    instruments = sorted(catalogue.corpus.instruments.values(), key=_by_kind)
    total = len(instruments)
    invoked = sum(_counts(catalogue, instrument)[1] > 0 for instrument in instruments)
    return StandardsView(
        page=Page(
            address="standards/",
            title="Standards",
            description=f"Treaties, rules, reports and other texts, {total:,} in all, {invoked:,} of "
            "them invoked in letters held here, each with every citation of it.",
            section=Section.STANDARDS,
        ),
        kinds=tuple(
            KindGroup(kind.in_words, kind.value, tuple(_line(catalogue, held) for held in group))
            for kind, group in groupby(instruments, attrgetter("kind"))
        ),
        instruments=total,
        invoked=invoked,
    )


def _line(catalogue: Catalogue, instrument: Instrument) -> InstrumentLine:
    return InstrumentLine(
        LinkTo(instrument.short, instrument_address(instrument.id)),
        instrument.title,
        str(instrument.symbol or ""),
        *_counts(catalogue, instrument),
    )


def instrument_view(catalogue: Catalogue, name: str) -> InstrumentView:
    """Return the page of an instrument."""
    corpus = catalogue.corpus
    instrument = corpus.instruments[name]
    whole = corpus.cited.get((name, None), NOBODY)
    citations, letters = _counts(catalogue, instrument)
    provisions = []
    for provision in catalogue.provisions[name]:
        page = catalogue.pages[name, provision]
        entry = instrument.entry(page.provision)
        provisions.append(
            ProvisionLine(
                LinkTo(
                    provision_words(page.provision, entry),
                    f"{instrument_address(name)}{page.provision}/",
                ),
                entry.heading if entry else "",
                entry.gloss if entry else (),
                page.cited.citations,
                len(page.cited.letters),
            )
        )
    return InstrumentView(
        page=Page(
            address=instrument_address(name),
            title=instrument.title,
            description=f"{instrument.title}: cited {times_words(citations)} in "
            f"{count_words(letters, 'letter')} of UN human rights experts, provision by provision.",
            section=Section.STANDARDS,
            crumbs=(STANDARDS,),
        ),
        instrument=instrument,
        kind=instrument.kind.in_words,
        adopted=instrument.adopted,
        parties=tuple(
            PartyLine(catalogue.addressee_link(code), instrument.parties[code])
            for code in catalogue.by_name(instrument.parties)
        ),
        provisions=tuple(provisions),
        citations=citations,
        letters=letters,
        latest=tuple(
            catalogue.rows[reference]
            for reference in islice(corpus.cited_anywhere[name].letters, LETTERS)
        ),
        whole=citing_letters(
            catalogue,
            islice(whole.letters, WHOLE_CITATIONS),
            dict.fromkeys(corpus.targets_at(instrument, None)),
        ),
        whole_count=len(whole.letters),
    )


def provision_words(provision: Provision, entry: ProvisionEntry | None) -> str:
    """Return a provision in words; one that opens a run with its end: paragraphs 64 to 77."""
    if entry and entry.last and entry.provision == provision:
        return provision.to_in_words(entry.last)
    return provision.in_words


def _by_kind(instrument: Instrument) -> tuple[int, str]:
    return (list(type(instrument.kind)).index(instrument.kind), instrument.short.casefold())


def _counts(catalogue: Catalogue, instrument: Instrument) -> tuple[int, int]:
    """Return how often an instrument is cited, anywhere in it, and in how many letters."""
    cited = catalogue.corpus.cited_anywhere[instrument.id]
    return (cited.citations, len(cited.letters))
