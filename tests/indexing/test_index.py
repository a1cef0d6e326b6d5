"""An index patched after an edit is the index made anew, byte for byte."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest
from tests.factories import (
    addressee,
    build_corpus,
    dossier,
    instrument,
    many,
    paragraph,
    person,
    topic,
)
from tests.indexing.built import files_of, index_of

from casebook.identifiers.reference import Reference
from casebook.indexing.file import Files
from casebook.indexing.found import record_file, records_of
from casebook.indexing.index import plan_shards
from casebook.model.corpus import Corpus
from casebook.model.dossier import Dossier, Withdrawal
from casebook.model.register import Topic
from casebook.words.vocabulary import Naming

NAMES = ("Alena Lazarchyk", "Lubov Valiuk", "Ihar Novik", "Hanna Karp")


def letters(count: int = 40) -> list[Dossier]:
    """Letters that differ."""
    return [
        replace(
            held,
            title=f"Bridge {held.reference.number}",
            topics=("bridges",),
            persons=(person(NAMES[held.reference.number % 4]),),
        )
        for held in many(count, words="They recall [article 7](iccpr#article-7) on the bridge.")
    ]


def corpus_of(dossiers: Iterable[Dossier], name: str = "Bridges", state: str = "XXX") -> Corpus:
    """A corpus of these dossiers, with names of a topic and of a State."""
    return build_corpus(
        dossiers,
        [instrument("iccpr", "article-7")],
        topics=[Topic("bridges", name, "Letters."), topic("ferries")],
        addressees=[replace(addressee(), name=state)],
    )


def edits() -> dict[str, tuple[list[Dossier], dict[str, str]]]:
    """Return the letters after each kind of edit, and the names of registers."""
    old = letters()
    first, *rest = old
    said = dossier("XXX 1/2025", paragraph("1", "A harbour, a quay and Ms. Valiuk."))
    return {
        "a paragraph": ([said, *rest], {}),
        "a title": ([replace(first, title="A tunnel"), *rest], {}),
        "a person withheld": ([replace(first, persons=(person("A B", Naming.WITHHELD),)), *rest], {}),
        "a day": ([replace(first, sent=date(2024, 1, 1)), *rest], {}),
        "a dossier added": ([*old, dossier("XXX 77/2024", paragraph("1", "New."))], {}),
        "a dossier removed": (rest, {}),
        "a dossier renamed": ([replace(first, reference=Reference("XXX", 600, 2019)), *rest], {}),
        "a dossier withdrawn": (
            [replace(first, withdrawn=Withdrawal(date(2026, 1, 1), "Asked")), *rest], {},
        ),
        "a dossier hidden from search engines": ([replace(first, noindex=True), *rest], {}),
        "a topic renamed": (old, {"name": "Viaducts"}),
        "an addressee renamed": (old, {"state": "Somewhere"}),
        "nothing": (old, {}),
    }  # fmt: skip


@pytest.mark.parametrize("edit", edits())
def test_an_index_after_an_edit_is_the_index_made_anew(edit: str) -> None:
    before = index_of(corpus_of(letters()))
    dossiers, names = edits()[edit]
    corpus = corpus_of(dossiers, **names)
    assert index_of(corpus, before=before) == index_of(corpus)


def test_an_edit_makes_only_the_shards_that_it_changes() -> None:
    before = index_of(corpus_of(letters()))
    first, *rest = letters()
    corpus = corpus_of([replace(first, title="Bridge 1 zeppelin"), *rest])
    records = {path: record_file(corpus, held) for held, path in records_of(corpus).items()}
    made = [
        path
        for path, content in plan_shards(files_of(records), "1", files_of(before))
        if content is not None
    ]
    assert 0 < len(made) <= 2


def test_a_damaged_shard_is_made_anew() -> None:
    before = index_of(corpus_of(letters()))
    keys = files_of(before)
    damaged = Files(
        keys.keys,
        lambda path: b"\x00damaged" if path.startswith("search/terms/") else before[path],
    )
    first, *rest = letters()
    corpus = corpus_of([replace(first, title="Other"), *rest])
    records = {path: record_file(corpus, held) for held, path in records_of(corpus).items()}
    made = dict(plan_shards(files_of(records), "1", damaged))
    anew = dict(plan_shards(files_of(records), "1"))
    assert made == anew


def test_other_code_makes_another_index() -> None:
    corpus = corpus_of(letters(3))
    one, other = index_of(corpus), index_of(corpus, code="2")
    assert one["search/settings.json"] != other["search/settings.json"]


def test_withdrawn_and_hidden_dossiers_are_not_found() -> None:
    hidden = dossier("XXX 1/2025", paragraph("1", "Zeppelin."), noindex=True)
    gone = dossier("XXX 2/2025", paragraph("1", "Zeppelin."), withdrawn=Withdrawal(date(2026, 1, 1), "Asked"))  # fmt: skip
    built = index_of(corpus_of([hidden, gone, *letters(4)[2:]]))
    assert b"zeppelin" not in b"".join(built.values()).lower()
    assert "r/xxx-2-2025/index.html" in built


def test_a_withheld_name_is_in_no_file() -> None:
    held = person("Hidden Surname", Naming.WITHHELD, "Hyddyn")
    letter = dossier("XXX 1/2025", paragraph("1", "A person."), persons=(held,))
    content = b"".join(index_of(corpus_of([letter])).values()).lower()
    for part in (b"hidden", b"surname", b"hyddyn", b"~gadan", b"~srnm"):
        assert part not in content


def test_work_that_is_divided_gives_the_same_index() -> None:
    def in_stretches(
        work: Callable[[Sequence[str]], bytes], items: Sequence[str]
    ) -> Iterator[bytes]:
        for start in range(0, len(items), 7):
            yield work(items[start : start + 7])

    corpus = corpus_of(letters())
    assert index_of(corpus, divide=in_stretches) == index_of(corpus)


def test_two_indexes_of_one_corpus_are_the_same() -> None:
    assert index_of(corpus_of(letters())) == index_of(corpus_of(letters()))
