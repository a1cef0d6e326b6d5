"""The shelf outlives a process, and nothing is lost with it."""

import marshal
import sqlite3
from pathlib import Path

import pytest

from casebook.identifiers.reference import Reference
from casebook.model.standard import Instrument
from casebook.reading import held
from casebook.reading.collection import assemble, read_collection
from casebook.reading.shelf import Shelf, copy_of
from casebook.reading.standards import read_instrument
from casebook.reading.tree import read_tree
from casebook.words.problem import Problem

FOLDER = "cases/xxx/1-2025"


def test_what_is_put_is_there_in_the_next_process(root: Path, tmp_path: Path) -> None:
    corpus = read_collection(root).corpus
    reference = Reference("XXX", 1, 2025)
    dossier, outline = corpus.dossiers[reference], corpus.outlines[reference]
    shelf = Shelf(tmp_path / "new" / "shelf.sqlite")
    shelf.put([copy_of(FOLDER, "key", (), outline, dossier=dossier)])
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


def test_nothing_is_made_of_two_versions_of_a_dossier(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "shelf.sqlite"
    building = assemble(root, read_tree(root), shelf := Shelf(path)).corpus
    reference = Reference("XXX", 1, 2025)
    text = root / FOLDER / "communication.restated.md"
    text.write_text(f"{text.read_text()}\n[q9] What was added meanwhile?\n")
    assemble(root, read_tree(root), Shelf(path))
    with pytest.raises(OSError, match=f"{FOLDER} changed while the site was made"):
        building.dossiers[reference]
    # The next build reads it as it is.
    again = assemble(root, read_tree(root), shelf).corpus.dossiers[reference]
    assert "added meanwhile" in str([*again.documents[0].texts[0].blocks])


def test_a_damaged_shelf_is_begun_again(tmp_path: Path) -> None:
    path = tmp_path / "shelf.sqlite"
    path.write_bytes(b"not a database" * 1000)
    shelf = Shelf(path)
    assert shelf.known() == {}
    shelf.put([copy_of(FOLDER, "key", ())])
    assert [*shelf.known()] == [FOLDER]
    shelf.close()


def test_what_another_version_of_the_program_kept_is_read_anew(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "shelf.sqlite"
    kept = Shelf(path)
    assert assemble(root, read_tree(root), kept).corpus.dossiers
    kept.close()
    for column, kept_then in (
        ("outline", marshal.dumps((1, 2))),
        ("problems", b"cno.such\nthing\n."),
    ):
        with sqlite3.connect(path) as file:
            file.execute(f"UPDATE outlines SET key = 'older', {column} = ?", (kept_then,))
        file.close()
        again = Shelf(path)
        assert {known.key for known in again.known().values()} == {""}
        assert Reference("XXX", 1, 2025) in assemble(root, read_tree(root), again).corpus.dossiers
        assert all(known.key for known in again.known().values())
        again.close()


def test_a_shelf_that_nobody_closed_lets_go(tmp_path: Path) -> None:
    """Python 3.13 warns of connections that are left open, and warnings are errors."""
    for path in (None, tmp_path / "shelf.sqlite"):
        shelf = Shelf(path)
        connection = shelf._held
        del shelf
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")


def test_a_shelf_that_cannot_be_kept_is_told_as_the_disk_tells(tmp_path: Path) -> None:
    (tmp_path / "shelf.sqlite").mkdir()
    with pytest.raises(OSError, match="what was read cannot be kept"):
        Shelf(tmp_path / "shelf.sqlite").known()


def test_a_standard_is_read_once_and_its_problems_are_told_each_time(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = (
        "---\ntitle: An invented text\nshort: IT\nkind: treaty\n---\n\n"
        "## Article 1 {#article-1}\n\nSays WHAT.\n"
    )
    (root / "standards").mkdir(exist_ok=True)
    (root / "standards" / "it.md").write_text(good.replace("WHAT", "nothing"))
    (root / "standards" / "bad.md").write_text("---\ntitle: Without an end\n")
    path = tmp_path / "shelf.sqlite"
    first = assemble(root, read_tree(root), Shelf(path), "program")
    assert {problem.path for problem in first.problems} == {"standards/bad.md"}
    read: list[str] = []

    def reading(path: str, data: bytes) -> tuple[Instrument | None, list[Problem]]:
        read.append(path)
        return read_instrument(path, data)

    monkeypatch.setattr(held, "read_instrument", reading)
    again = assemble(root, read_tree(root), Shelf(path), "program")
    assert read == []
    assert again.problems == first.problems
    assert again.unread == first.unread == {"standards/bad.md"}
    assert again.corpus.instruments == first.corpus.instruments
    (root / "standards" / "it.md").write_text(good.replace("WHAT", "something"))
    (root / "standards" / "bad.md").unlink()
    changed = assemble(root, read_tree(root), Shelf(path), "program")
    assert read == ["standards/it.md"]
    assert "something" in str(changed.corpus.instruments["it"])
    assert changed.problems == ()
    assemble(root, read_tree(root), Shelf(path), "another program")
    assert len(read) == 1 + len(changed.corpus.instruments)


def test_what_changes_while_it_is_read_is_filed_under_what_was_read(
    root: Path, tmp_path: Path
) -> None:
    path, text = tmp_path / "shelf.sqlite", root / FOLDER / "communication.restated.md"
    before, words = read_tree(root), text.read_text()
    text.write_text(f"{words}\n[q9] What was added meanwhile?\n")
    late = assemble(root, before, Shelf(path))
    assert not late.is_of_tree
    assert [*Shelf(path).known()] == [*before.keys]
    in_time = assemble(root, read_tree(root), Shelf(path))
    assert in_time.is_of_tree
    assert in_time.corpus.outlines == late.corpus.outlines
    # What stood there first is not taken for what stands there now, nor the other way round.
    text.write_text(words)
    again = assemble(root, before, Shelf(path))
    assert again.is_of_tree
    assert again.corpus.outlines != late.corpus.outlines


def test_facts_that_are_damaged_are_told_once_and_read_anew(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "shelf.sqlite"
    reference = Reference("XXX", 1, 2025)
    assemble(root, read_tree(root), kept := Shelf(path))
    kept.close()
    for column in ("dossier", "occurrences"):
        with sqlite3.connect(path) as file:
            file.execute(f"UPDATE facts SET {column} = substr({column}, 1, 9)")
        file.close()
        shelf = Shelf(path)
        corpus = assemble(root, read_tree(root), shelf).corpus
        with pytest.raises(OSError, match=f"{FOLDER} is damaged; build again"):
            _ = corpus.dossiers[reference], [*corpus.occurrences[reference]]
        again = assemble(root, read_tree(root), shelf).corpus
        assert again.dossiers[reference].title
        assert [*again.occurrences[reference]]
        shelf.close()
