"""The shelf outlives a process, and nothing is lost with it."""

from pathlib import Path

import pytest

from casebook.identifiers.reference import Reference
from casebook.reading.collection import read_collection
from casebook.reading.dossiers import without_words
from casebook.reading.shelf import Shelf, copy_of

FOLDER = "cases/xxx/1-2025"


def test_what_is_put_is_there_in_the_next_process(root: Path, tmp_path: Path) -> None:
    corpus = read_collection(root).corpus
    reference = Reference("XXX", 1, 2025)
    dossier, outline = corpus.dossiers[reference], corpus.outlines[reference]
    shelf = Shelf(tmp_path / "new" / "shelf.sqlite")
    shelf.put([copy_of(FOLDER, "key", (), outline, dossier=without_words(dossier))])
    shelf.close()
    again = Shelf(tmp_path / "new" / "shelf.sqlite")
    assert [(folder, key) for folder, (key, *_) in again.known().items()] == [(FOLDER, "key")]
    assert again.dossier(FOLDER).title == dossier.title
    assert [*again.occurrences(FOLDER)] == []
    again.put((), gone=[FOLDER])
    assert again.known() == {}
    with pytest.raises(KeyError):
        again.dossier(FOLDER)
    again.close()


def test_a_damaged_shelf_is_begun_again(tmp_path: Path) -> None:
    path = tmp_path / "shelf.sqlite"
    path.write_bytes(b"not a database" * 1000)
    shelf = Shelf(path)
    assert shelf.known() == {}
    shelf.put([copy_of(FOLDER, "key", ())])
    assert [*shelf.known()] == [FOLDER]
    shelf.close()


def test_a_shelf_that_cannot_be_kept_is_told_as_the_disk_tells(tmp_path: Path) -> None:
    (tmp_path / "shelf.sqlite").mkdir()
    with pytest.raises(OSError, match="what was read cannot be kept"):
        Shelf(tmp_path / "shelf.sqlite").known()
