"""An index patched after an edit is the index made anew, byte for byte."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest
from tests.factories import addressee, dossier, instrument, many, paragraph, person, topic

from casebook.identifiers.reference import Reference
from casebook.indexing.file import Before, key_of
from casebook.indexing.found import Found
from casebook.indexing.index import plan_index
from casebook.indexing.record import record_of
from casebook.model.corpus import Corpus, build_corpus
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
    """A corpus whose dossiers have digests, as reading gives them."""
    held = list(dossiers)
    bare = build_corpus(held)
    return build_corpus(
        [replace(each, digest=key_of(record_of(bare, each, ()), each)) for each in held],
        [instrument("iccpr", "article-7")],
        topics=[Topic("bridges", name, "Letters."), topic("ferries")],
        addressees=[replace(addressee(), name=state)],
    )


class Built:
    """An index as files on a disk."""

    def __init__(self, corpus: Corpus, after: "Built | None" = None, code: str = "1") -> None:
        before = Before(after.keys, after.contents.__getitem__) if after else None
        files = list(
            plan_index(corpus, code=code, site_url="https://x.test", policy="", before=before)
        )
        self.keys: dict[str, str] = {file.path: file.key for file in files}
        assert len(self.keys) == len(files)
        self.made = [
            file.path for file in files if not after or after.keys.get(file.path) != file.key
        ]
        kept = after.contents if after else {}
        self.contents: dict[str, bytes] = {
            file.path: file.make() if file.path in self.made else kept[file.path] for file in files
        }


def edits() -> dict[str, tuple[list[Dossier], dict[str, str]]]:
    """Return the letters after each kind of edit, and the names of registers."""
    old = letters()
    first, *rest = old
    said = dossier("XXX 1/2025", paragraph("1", "A harbour, a quay and Ms. Valiuk."))
    return {
        "a paragraph": ([replace(said, digest="2"), *rest], {}),
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
    before = Built(corpus_of(letters()))
    dossiers, names = edits()[edit]
    corpus = corpus_of(dossiers, **names)
    after, anew = Built(corpus, before), Built(corpus)
    assert after.keys == anew.keys
    assert after.contents == anew.contents


def test_an_edit_makes_only_what_it_changes() -> None:
    before = Built(corpus_of(letters()))
    first, *rest = letters()
    after = Built(corpus_of([replace(first, title="Bridge 1 zeppelin"), *rest]), before)
    assert "search/texts/xxx/1-2025.json" in after.made
    assert len(after.made) <= 4


def test_nothing_is_made_when_nothing_changed() -> None:
    before = Built(corpus_of(letters()))
    assert Built(corpus_of(letters()), before).made == []


def test_a_damaged_shard_is_made_anew() -> None:
    before = Built(corpus_of(letters()))
    shard = next(path for path in before.keys if path.startswith("search/terms/"))
    for path in before.contents:
        if path.startswith("search/terms/"):
            before.contents[path] = b"\x00damaged"
    first, *rest = letters()
    corpus = corpus_of([replace(first, title="Other"), *rest])
    assert Built(corpus, before).keys[shard] == Built(corpus).keys[shard]


def test_other_code_makes_another_index() -> None:
    corpus = corpus_of(letters(3))
    one, other = Built(corpus), Built(corpus, code="2")
    assert one.keys["search/texts/xxx/1-2025.json"] != other.keys["search/texts/xxx/1-2025.json"]
    assert one.keys["search/settings.json"] != other.keys["search/settings.json"]


def test_withdrawn_and_hidden_dossiers_are_not_found() -> None:
    hidden = dossier("XXX 1/2025", paragraph("1", "Zeppelin."), noindex=True)
    gone = dossier("XXX 2/2025", paragraph("1", "Zeppelin."), withdrawn=Withdrawal(date(2026, 1, 1), "Asked"))  # fmt: skip
    built = Built(corpus_of([hidden, gone, *letters(4)[2:]]))
    assert b"zeppelin" not in b"".join(built.contents.values()).lower()
    assert "r/xxx-2-2025/index.html" in built.keys


def test_a_withheld_name_is_in_no_file() -> None:
    held = person("Hidden Surname", Naming.WITHHELD, "Hyddyn")
    built = Built(corpus_of([dossier("XXX 1/2025", paragraph("1", "A person."), persons=(held,))]))
    content = b"".join(built.contents.values()).lower()
    for part in (b"hidden", b"surname", b"hyddyn", b"~gadan", b"~srnm"):
        assert part not in content


def test_work_that_is_divided_gives_the_same_index() -> None:
    def in_stretches(
        work: Callable[[Sequence[Found]], bytes], items: Sequence[Found]
    ) -> Iterator[bytes]:
        for start in range(0, len(items), 7):
            yield work(items[start : start + 7])

    corpus = corpus_of(letters())
    divided = plan_index(
        corpus, code="1", site_url="https://x.test", policy="", divide=in_stretches
    )
    assert {file.path: file.make() for file in divided} == Built(corpus).contents


def test_two_indexes_of_one_corpus_are_the_same() -> None:
    assert Built(corpus_of(letters())).contents == Built(corpus_of(letters())).contents
