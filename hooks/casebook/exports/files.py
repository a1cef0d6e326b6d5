"""Every file that the record gives to machines, planned at once and made when needed."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from casebook.exports.api import plan_api
from casebook.exports.basis import Basis, basis_of
from casebook.exports.bibliography import Work, held_of, works_of
from casebook.exports.calendars import plan_calendars
from casebook.exports.database import plan_database
from casebook.exports.dossier_record import dossier_json
from casebook.exports.export import Export, export, key_of
from casebook.exports.feeds import plan_feeds
from casebook.exports.oembed import oembed_json
from casebook.exports.openapi import plan_openapi
from casebook.exports.references import bibtex, csl_json, ris
from casebook.exports.schemas import plan_schemas
from casebook.exports.sitemap import robots_txt
from casebook.exports.tables import plan_tables
from casebook.model.address import dossier_address
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.model.sharing import oembed_address

REFERENCES = {"citation.bib": bibtex, "citation.ris": ris, "citation.csl.json": csl_json}
"""The files of references beside a dossier, and what writes them."""


def plan_exports(corpus: Corpus, site_url: str, today: date) -> Iterator[Export]:
    """Yield every file but the manifest and the site map, which need what others know.

    The files of a dossier and the tables in bulk do not depend on `today`; lists of the API give
    it, and feeds tell of nothing that lies after it.
    """
    yield from plan_files(basis_of(corpus, site_url, today))


def plan_files(basis: Basis) -> Iterator[Export]:
    """Yield the same from a basis that exists already, because others read it too."""
    yield from plan_dossiers(basis)
    yield from plan_feeds(basis)
    yield from plan_calendars(basis)
    yield from plan_api(basis)
    yield from plan_schemas(basis)
    yield from plan_openapi(basis)
    yield from plan_tables(basis)
    yield from plan_database(basis)
    yield export("robots.txt", basis.site_url, partial(robots_txt, basis.site_url))


def plan_dossiers(basis: Basis) -> Iterator[Export]:
    """Yield the files beside each dossier's page."""
    for dossier in basis.corpus.dossiers.values():
        folder = dossier_address(dossier.reference)
        facts = basis.fact_keys[dossier.reference]
        whole = key_of(
            basis.site_url,
            facts,
            basis.text_keys[dossier.reference],
            basis.relation_keys[dossier.reference],
        )
        yield export(f"{folder}dossier.json", whole, partial(dossier_json, basis, dossier))
        told = partial(oembed_json, dossier, basis.site_url)
        yield export(oembed_address(dossier.reference), (facts, basis.site_url), told)
        for name in REFERENCES:
            key = (facts, held_of(dossier).name, basis.site_url)
            yield export(f"{folder}{name}", key, partial(reference_file, name, basis, dossier))


def reference_file(name: str, basis: Basis, dossier: Dossier) -> bytes:
    """Return one file of references: citation.bib."""
    return REFERENCES[name](_works(basis, dossier)).encode()


def _works(basis: Basis, dossier: Dossier) -> tuple[Work, ...]:
    return works_of(
        basis.corpus,
        dossier,
        basis.addressee_in_sentence(dossier),
        basis.url(dossier_address(dossier.reference)),
    )
