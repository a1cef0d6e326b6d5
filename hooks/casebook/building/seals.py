"""What keeps the site safe on any host, as files of the site."""

from collections.abc import Mapping

from casebook.model.address import dossier_address
from casebook.model.corpus import Corpus
from casebook.sealing.policy import headers_file, nginx_file


def host_files(corpus: Corpus, moved: Mapping[str, str]) -> dict[str, bytes]:
    """Return the headers of the site, as each kind of host reads them.

    `moved` are pages that are no more, and where each went.
    """
    hidden = {held.reference for held in corpus.outlines.values() if not held.is_indexed}
    unlisted = [dossier_address(reference) for reference in sorted(hidden)]
    return {
        "_headers": headers_file(unlisted),
        "headers/nginx.conf": nginx_file(unlisted, moved),
    }
