"""An index as files in memory, made as a build makes it."""

from collections.abc import Callable
from pathlib import Path

from casebook.indexing.aliases import alias_page, alias_path
from casebook.indexing.anew import Divide, undivided
from casebook.indexing.file import Files
from casebook.indexing.found import record_file, records_of
from casebook.indexing.index import plan_shards, plan_tables
from casebook.model.corpus import Corpus
from casebook.model.site_file import content_hash


def index_of(
    corpus: Corpus,
    code: str = "1",
    before: dict[str, bytes] | None = None,
    divide: Divide = undivided,
) -> dict[str, bytes]:
    """Return every file of an index, and of the resolver; `before` are those of the last site."""
    records = {path: record_file(corpus, held) for held, path in records_of(corpus).items()}
    files = dict(records)
    files |= {alias_path(held): alias_page(held, "https://x.test", "") for held in corpus.dossiers}
    files |= {table.path: table.make() for table in plan_tables(corpus, code, "https://x.test")}
    last = before or {}
    shards = plan_shards(files_of(records), code, files_of(last), divide)
    return files | {path: last[path] if new is None else new for path, new in shards}


def files_of(contents: dict[str, bytes]) -> Files:
    """Return files as a site has them."""
    read: Callable[[str], bytes] = contents.__getitem__
    return Files({path: content_hash(content) for path, content in contents.items()}, read)


def write_index(corpus: Corpus, folder: Path) -> None:
    """Write every file of the index of a corpus into a folder."""
    for path, content in index_of(corpus).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
