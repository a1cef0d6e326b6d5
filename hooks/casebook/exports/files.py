"""Every file that the record gives to machines, planned at once and made when needed."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from casebook.exports.api import plan_api
from casebook.exports.basis import Basis, basis_of
from casebook.exports.bibliography import works_of
from casebook.exports.calendars import plan_calendars
from casebook.exports.database import plan_database
from casebook.exports.dossier_record import dossier_json
from casebook.exports.feeds import plan_feeds
from casebook.exports.oembed import oembed_json
from casebook.exports.openapi import plan_openapi
from casebook.exports.references import bibtex, csl_json, ris
from casebook.exports.schemas import plan_schemas
from casebook.exports.sitemap import robots_txt
from casebook.exports.tables import plan_tables
from casebook.identifiers.reference import Reference
from casebook.model.address import dossier_address
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier
from casebook.model.sharing import oembed_address
from casebook.model.site_file import SiteFile, whole_file

REFERENCES = {"citation.bib": bibtex, "citation.ris": ris, "citation.csl.json": csl_json}
"""The files of references beside a dossier, and what writes them."""


def plan_exports(corpus: Corpus, site_url: str, today: date) -> Iterator[SiteFile]:
    """Yield every file but the manifest and the site map, which need what others know.

    The files of a dossier and the tables in bulk do not depend on `today`; lists of the API give
    it, and feeds tell of nothing that lies after it.
    """
    basis = basis_of(corpus, site_url, today)
    for reference in corpus.dossiers:
        for path, make in dossier_files(basis, reference).items():
            yield whole_file(path, make)
    yield from plan_files(basis)


def plan_files(basis: Basis) -> Iterator[SiteFile]:
    """Yield the files that belong to no single dossier."""
    yield from plan_feeds(basis)
    yield from plan_calendars(basis)
    yield from plan_api(basis)
    yield from plan_schemas(basis)
    yield from plan_openapi(basis)
    yield from plan_tables(basis)
    yield from plan_database(basis)
    yield whole_file("robots.txt", partial(robots_txt, basis.site_url))


def dossier_files(basis: Basis, reference: Reference) -> dict[str, Callable[[], bytes]]:
    """Return the files beside the page of one dossier, by path, each with what makes it."""
    folder, dossier = dossier_address(reference), basis.corpus.dossiers[reference]
    return {
        f"{folder}dossier.json": partial(dossier_json, basis, dossier),
        oembed_address(reference): partial(oembed_json, dossier, basis.site_url),
        **{f"{folder}{name}": partial(reference_file, name, basis, dossier) for name in REFERENCES},
    }


def reference_file(name: str, basis: Basis, dossier: Dossier) -> bytes:
    """Return one file of references: citation.bib."""
    return REFERENCES[name](works_of(basis, dossier))
