"""The page of a provision: `/standards/iccpr/article-14/`, every citation of 14 and below."""

from collections import Counter
from dataclasses import dataclass
from itertools import islice

from casebook.identifiers.provision import Provision
from casebook.model.address import instrument_address, provision_address
from casebook.model.cited import NOBODY
from casebook.model.standard import Instrument
from casebook.model.text import Block
from casebook.views.catalogue import Catalogue, ProvisionPage
from casebook.views.citing import CitingLetter, citing_letters
from casebook.views.listing import Count, addressee_counts, year_counts
from casebook.views.page import STANDARDS, LinkTo, Page, Section
from casebook.views.standard import provision_words
from casebook.words.wording import count_words, times_words

CITATIONS_A_PAGE = 200
"""More citations are split into pages that lead to each other, between letters."""


@dataclass(frozen=True, slots=True)
class Place:
    """One provision on the page: the one it is named after, or one below."""

    words: str
    anchor: str
    heading: str
    gloss: tuple[Block, ...]
    citations: int
    is_page: bool
    """Whether the page is named after it."""


@dataclass(frozen=True, slots=True)
class ProvisionView:
    """Everything that one page of a provision shows."""

    page: Page
    instrument_title: str
    official: str | None
    words: str
    """article 14."""
    places: tuple[Place, ...]
    citations: int
    letters: int
    citing: tuple[CitingLetter, ...]
    """The citations of this part, by letter, newest first."""
    part: int
    parts: tuple[LinkTo, ...]
    """All parts when there are several."""
    by_addressee: tuple[Count, ...]
    """Letters that cite it, by addressee, most first."""
    by_year: tuple[Count, ...]
    """Letters that cite it, by year of the reference, latest first."""


def part_sizes(page: ProvisionPage) -> list[int]:
    """Return how many letters are on each page of a provision, newest first: one page at least.

    Pages are filled from the oldest letter on, so that a new letter changes the first page only.
    """
    sizes = [0]
    citations = 0
    for count in reversed(tuple(page.cited.letters.values())):
        if sizes[-1] and citations + count > CITATIONS_A_PAGE:
            sizes.append(0)
            citations = 0
        sizes[-1] += 1
        citations += count
    return sizes[::-1]


def provision_view(
    catalogue: Catalogue, name: str, provision: Provision, part: int = 1
) -> ProvisionView:
    """Return one part of a provision's page, counted from 1."""
    instrument = catalogue.corpus.instruments[name]
    held = catalogue.pages[name, provision]
    sizes = part_sizes(held)
    first = sum(sizes[: part - 1])
    addresses = [
        provision_address(instrument, provision, number) for number in range(1, len(sizes) + 1)
    ]
    citations, letters = held.cited.citations, held.cited.letters
    entry = instrument.entry(provision)
    words = provision_words(provision, entry)
    places = {
        target: place
        for place in held.places
        for target in catalogue.corpus.targets_at(instrument, place)
    }
    above = LinkTo(instrument.short, instrument_address(name))
    title = f"{words[:1].upper()}{words[1:]}, {instrument.short}"
    return ProvisionView(
        page=Page(
            address=addresses[part - 1],
            title=title if part == 1 else f"{title}, part {part}",
            description=f"{title}: cited {times_words(citations)} in "
            f"{count_words(len(letters), 'letter')} of UN human rights experts, "
            "each with the words around it.",
            section=Section.STANDARDS,
            crumbs=(STANDARDS, above),
        ),
        instrument_title=instrument.title,
        official=instrument.url,
        words=words,
        places=tuple(
            _place(
                instrument,
                place,
                provision,
                catalogue.corpus.cited.get((name, place), NOBODY).citations,
            )
            for place in sorted({provision, *held.places})
        ),
        citations=citations,
        letters=len(letters),
        citing=citing_letters(catalogue, islice(letters, first, first + sizes[part - 1]), places),
        part=part,
        parts=tuple(LinkTo(str(number), address) for number, address in enumerate(addresses, 1))
        if len(addresses) > 1
        else (),
        by_addressee=addressee_counts(
            catalogue, Counter(reference.addressee for reference in letters)
        ),
        by_year=year_counts(Counter(reference.year for reference in letters)),
    )


def _place(instrument: Instrument, place: Provision, page: Provision, citations: int) -> Place:
    entry = instrument.entry(place)
    # The page of a run says once, at its top, what all of it says.
    is_told = place != page and entry is not None and entry is instrument.entry(page)
    return Place(
        words=provision_words(place, entry),
        anchor=str(place),
        heading=entry.heading if entry else "",
        gloss=() if is_told or entry is None else entry.gloss,
        citations=citations,
        is_page=place == page,
    )
