"""What keeps the site safe on any host, as files of the site."""

from collections.abc import Iterator, Mapping

from casebook.building.site import SiteFile, digest
from casebook.model.address import dossier_address
from casebook.model.corpus import Corpus
from casebook.sealing.policy import headers_file, nginx_file


def host_files(corpus: Corpus, moved: Mapping[str, str]) -> Iterator[SiteFile]:
    """Yield the headers of the site, as each kind of host reads them.

    `moved` are pages that are no more, and where each went.
    """
    unlisted = [
        dossier_address(dossier.reference)
        for dossier in corpus.dossiers.values()
        if dossier.noindex or dossier.withdrawn
    ]
    yield _file("_headers", headers_file(unlisted))
    yield _file("headers/nginx.conf", nginx_file(unlisted, moved))


def _file(path: str, content: bytes) -> SiteFile:
    return SiteFile(path, digest(content), lambda: content)
