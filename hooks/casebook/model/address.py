"""Where each record is published, from the site's root: `cases/blr/7-2025/#p9`.

Other people link to these: they change only with a decision record.
"""

from casebook.identifiers.provision import Provision
from casebook.identifiers.reference import Reference
from casebook.model.corpus import Corpus
from casebook.model.standard import Instrument


def dossier_address(reference: Reference, anchor: str = "") -> str:
    """Return the page of a dossier, or a place on it."""
    return f"cases/{reference.folder}/{_fragment(anchor)}"


def addressee_address(code: str, anchor: str = "") -> str:
    """Return the page of an addressee, or a place on it."""
    return f"cases/{code.lower()}/{_fragment(anchor)}"


def not_held_anchor(reference: Reference) -> str:
    """Return where the addressee's page speaks of a communication without a dossier."""
    return f"n{reference.number}-{reference.year}"


def communication_address(corpus: Corpus, reference: Reference) -> str:
    """Return the dossier of a communication; without one, its place on the addressee's page."""
    if reference in corpus.dossiers:
        return dossier_address(reference)
    return addressee_address(reference.addressee, not_held_anchor(reference))


def year_address(year: int, addressee: str = "") -> str:
    """Return the page of one year of the series, or of one addressee in it."""
    return f"cases/{year}/{addressee.lower()}/" if addressee else f"cases/{year}/"


def instrument_address(instrument: str) -> str:
    """Return the page of an instrument."""
    return f"standards/{instrument}/"


def page_of(instrument: Instrument, provision: Provision) -> Provision:
    """Return the provision whose page shows this one: article 14 for article 14(7).

    A run of paragraphs under one heading has one page, named after its first.
    """
    root = provision.root
    entry = instrument.entry(root)
    return entry.provision.root if entry else root


def provision_address(instrument: Instrument, provision: Provision, part: int = 1) -> str:
    """Return the page of a provision, with the place of what lies below it."""
    page = page_of(instrument, provision)
    anchor = "" if provision == page else str(provision)
    number = f"{part}/" if part > 1 else ""
    return f"standards/{instrument.id}/{page}/{number}{_fragment(anchor)}"


def standard_address(instrument: Instrument, provision: Provision | None) -> str:
    """Return the page of a provision, or of the instrument as a whole."""
    if provision is None:
        return instrument_address(instrument.id)
    return provision_address(instrument, provision)


def card_address(instrument: str, provision: Provision | None) -> str:
    """Return the card of a provision, or of the instrument: a few lines of HTML for a preview."""
    return f"standards/{instrument}/cards/{provision or 'instrument'}.html"


def mandate_address(mandate: str) -> str:
    """Return the page of a mandate."""
    return f"mandates/{mandate}/"


def topic_address(topic: str) -> str:
    """Return the page of a topic."""
    return f"topics/{topic}/"


def _fragment(anchor: str) -> str:
    return f"#{anchor}" if anchor else ""
