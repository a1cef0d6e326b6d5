"""The search index as files of the site, planned from what the public site has of it."""

from collections.abc import Iterator
from functools import partial

from casebook.building.site import SiteFile, processors
from casebook.building.tree import Tree
from casebook.building.workers import gather
from casebook.indexing.file import Before
from casebook.indexing.index import plan_index
from casebook.model.corpus import Corpus
from casebook.sealing.policy import PAGE_POLICY


def search_files(corpus: Corpus, site_url: str, code: str, tree: Tree) -> Iterator[SiteFile]:
    """Yield the index and the resolver. `code` stands for the program.

    Shards without a change keep their keys, which are hashes of their content.
    """
    before = Before(tree.published, tree.read_published)
    planned = plan_index(
        corpus,
        code=code,
        site_url=site_url,
        policy=PAGE_POLICY,
        before=before,
        divide=partial(gather, processes=processors()),
    )
    for file in planned:
        yield SiteFile(file.path, file.key, file.make)
