"""Whatever changes the bytes of a file changes a fact that was looked up when it was made."""

import shutil
import tempfile
from atexit import register
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.exports import records
from tests.factories import build_corpus

from casebook.building.batch import Batch
from casebook.building.memory import Memory, changed_facts
from casebook.building.offers import Past
from casebook.building.plan import Plan
from casebook.building.readying import Indexed, Ready, make_ready
from casebook.identifiers.provision import Provision, Unit
from casebook.model.corpus import Corpus
from casebook.model.dossier import Document, Dossier
from casebook.model.reads import Watched
from casebook.model.register import Protected
from casebook.model.text import Paragraph
from casebook.reading.collection import Collection
from casebook.rendering.shell import Shell
from casebook.views.catalogue import Catalogue
from casebook.views.page import Section

THEME = Path(__file__).parents[2] / "hooks" / "theme"
SHELL = Shell(("", "title", "", "head", "", "body", ""))
PAST = {"cases/xxx/7-2025": date(2026, 1, 1)}

Edit = Callable[[Corpus], Corpus]


@cache
def _compiled() -> Path:
    """Return the folder that keeps compiled templates: compiling them takes longer than the rest."""
    folder = Path(tempfile.mkdtemp(prefix="casebook-"))
    register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def ready_of(
    corpus: Corpus,
    changed: Mapping[str, date] = PAST,
    last: Memory | None = None,
    indexed: Indexed | None = None,
) -> Ready:
    nothing = Protected("cases/registers/protected.yml", b"", frozenset())
    collection = Collection(Path("/nowhere"), corpus, (), protected=nothing)
    past = Past(changed, "https://github.com/example/example")
    return make_ready(
        *(collection, past, records.SITE, records.TODAY, "code"), last=last, indexed=indexed
    )


def plan_of(corpus: Corpus, changed: Mapping[str, date] = PAST, last: Memory | None = None) -> Plan:
    ready = ready_of(corpus, changed, last)
    shells = dict.fromkeys((*Section, "framed", "about"), SHELL)
    return ready.plan(THEME, shells, (), _compiled())


def made(plan: Plan) -> Iterator[tuple[Batch, tuple[str, ...], Mapping[str, bytes]]]:
    for batch in plan.batches():
        with plan.watching.reads.watched() as reads:
            files = batch.files()
        yield batch, tuple(reads), files


def dossier(change: Callable[[Dossier], Dossier], number: int = 7) -> Edit:
    def edit(corpus: Corpus) -> Corpus:
        held = (
            change(each) if each.reference == records.reference(number) else each
            for each in corpus.dossiers.values()
        )
        return _built(corpus, tuple(held))

    return edit


def _built(corpus: Corpus, dossiers: tuple[Dossier, ...]) -> Corpus:
    return build_corpus(
        dossiers,
        corpus.instruments.values(),
        corpus.mandates.values(),
        corpus.topics.values(),
        corpus.addressees.values(),
    )


def _without_words(held: Dossier) -> Dossier:
    text = replace(held.documents[0].texts[0], blocks=())
    documents = (Document("communication", None, (text,)), held.documents[1])
    return replace(held, documents=documents)


def _with_other_words(held: Dossier) -> Dossier:
    text = held.documents[0].texts[0]
    first, *others = text.blocks
    assert isinstance(first, Paragraph)
    plain = first.plain.replace("Paragraph one recalls", "Paragraph one recalled")
    citations = tuple(replace(each, start=each.start + 1) for each in first.citations)
    blocks = (replace(first, plain=plain, citations=citations), *others)
    letter = replace(held.documents[0], texts=(replace(text, blocks=blocks),))
    return replace(held, documents=(letter, *held.documents[1:]))


def _renamed(name: str) -> Edit:
    def edit(corpus: Corpus) -> Corpus:
        held = getattr(corpus, name)
        changed = {key: replace(value, name="Renamed") for key, value in held.items()}
        renamed: dict[str, Any] = {name: changed}
        return _built(replace(corpus, **renamed), tuple(corpus.dossiers.values()))

    return edit


def _with_a_run(corpus: Corpus) -> Corpus:
    instruments = {
        name: replace(
            instrument,
            entries=tuple(
                replace(entry, provision=Provision(Unit.ARTICLE, "10"), last=entry.provision)
                for entry in instrument.entries
            ),
            digest="edited",
        )
        for name, instrument in corpus.instruments.items()
    }
    changed = replace(corpus, instruments=instruments)
    return _built(changed, tuple(corpus.dossiers.values()))


EDITS: Mapping[str, Edit] = {
    "a title": dossier(lambda held: replace(held, title="Another")),
    "a reply": dossier(lambda held: replace(held, replies=())),
    "a correction": dossier(lambda held: replace(held, corrections=())),
    "persons": dossier(lambda held: replace(held, persons=())),
    "topics": dossier(lambda held: replace(held, topics=())),
    "mandates": dossier(lambda held: replace(held, mandates=())),
    "a relation": dossier(lambda held: replace(held, related=())),
    "a day": dossier(lambda held: replace(held, sent=date(2020, 1, 1))),
    "noindex": dossier(lambda held: replace(held, noindex=True)),
    "a withdrawal": dossier(lambda held: replace(held, withdrawn=records.withdrawn().withdrawn)),
    "a text": dossier(_without_words),
    "words around a citation": dossier(_with_other_words),
    "a dossier that others cite": lambda corpus: _built(
        corpus, (*corpus.dossiers.values(), records.dossier(99, sent=None))
    ),
    "a dossier gone": lambda corpus: _built(
        corpus,
        tuple(each for each in corpus.dossiers.values() if each.reference.number != 3),
    ),
    "the name of a mandate": _renamed("mandates"),
    "the name of a topic": _renamed("topics"),
    "the name of an addressee": _renamed("addressees"),
    "a heading of a standard": _with_a_run,
}


def test_every_mapping_that_can_be_looked_up_is_watched() -> None:
    watching = plan_of(records.corpus()).watching
    for held in (watching.catalogue.corpus, watching.catalogue, watching.basis):
        unwatched = {
            field.name
            for field in fields(held)
            if isinstance(value := getattr(held, field.name), Mapping)
            and not isinstance(value, Watched)
        }
        # What stands on a page is told by the page.
        assert unwatched <= {"places"} & {field.name for field in fields(Catalogue)}, type(held)


@pytest.mark.parametrize("edit", EDITS)
def test_when_bytes_change_something_was_looked_up_that_changed(edit: str) -> None:
    corpus = records.corpus()
    before, after = plan_of(corpus), plan_of(EDITS[edit](corpus))
    changed = changed_facts(before.watching.facts, after.watching.facts)
    old = {batch.name: (batch.version, reads, files) for batch, reads, files in made(before)}
    again = 0
    for batch, _, files in made(after):
        version, reads, was = old.get(batch.name, ("", (), {}))
        if version != batch.version:
            continue
        is_dirty = not changed.isdisjoint(reads)
        again += is_dirty
        assert is_dirty or files == was, f"{batch.name} is another after an edit of {edit}"
    assert again


@pytest.mark.parametrize("edit", EDITS)
def test_facts_of_the_last_build_are_taken_only_where_they_are_the_same(edit: str) -> None:
    corpus = records.corpus()
    before, after = plan_of(corpus), plan_of(edited := EDITS[edit](corpus))
    last = Memory(before.watching.facts, shape=before.shape)
    assert plan_of(edited, last=last).watching.facts == after.watching.facts
    assert (before.shape == after.shape) is (edit == "words around a citation")


@pytest.mark.parametrize("edit", EDITS)
def test_a_preview_knows_after_every_save_what_a_build_would_know(edit: str) -> None:
    corpus = records.corpus()
    before, anew = ready_of(corpus), EDITS[edit](corpus)
    # What was not read again is what it was, the very same.
    outlines = {
        reference: was if (was := corpus.outlines.get(reference)) == outline else outline
        for reference, outline in anew.outlines.items()
    }
    edited = replace(anew, outlines=outlines)
    last = Memory(before.watching.facts, shape=before.shape)
    saved = ready_of(edited, last=last, indexed=before.indexed.bare())
    assert saved.watching.facts == ready_of(anew).watching.facts
    assert saved.changed == changed_facts(before.watching.facts, saved.watching.facts)


def test_facts_of_the_last_build_are_taken_where_nothing_but_words_changed() -> None:
    corpus = records.corpus()
    before = plan_of(corpus)
    marked = Memory({**before.watching.facts, "a fact": "of the last build"}, shape=before.shape)
    edited = dossier(_with_other_words)(corpus)
    assert "a fact" in plan_of(edited, last=marked).watching.facts
    assert "a fact" not in plan_of(edited, {}, marked).watching.facts, "letters changed in git"


def test_a_paragraph_that_cites_nothing_changes_the_files_of_its_dossier_alone() -> None:
    corpus = records.corpus()
    edited = dossier(lambda held: replace(held, path="edited"))(corpus)
    changed = changed_facts(plan_of(corpus).watching.facts, plan_of(edited).watching.facts)
    dirty = _dirty(plan_of(corpus), changed)
    own = {f"{what} XXX 7/2025" for what in ("check", "record", "picture")}
    beside = ("page cases/xxx/7-2025/", "file feeds/", "file data/", "file api/", "piece ")
    assert {name for name in dirty if name not in own and beside[0] != name} == {
        name for name in dirty if name.startswith(("file ", "piece "))
    }


def test_the_day_a_page_last_changed_is_looked_up() -> None:
    corpus = records.corpus()
    before, after = plan_of(corpus), plan_of(corpus, {"cases/xxx/7-2025": date(2026, 2, 2)})
    changed = changed_facts(before.watching.facts, after.watching.facts)
    assert _dirty(before, changed) == {"page cases/xxx/7-2025/"}


def _dirty(plan: Plan, changed: frozenset[str]) -> set[str]:
    return {batch.name for batch, reads, _ in made(plan) if not changed.isdisjoint(reads)}


def test_a_batch_is_found_by_its_name_alone() -> None:
    plan = plan_of(records.corpus())
    every = {batch.name: batch for batch in plan.batches()}
    for name, batch in every.items():
        (found,) = (each for each in plan.batches({name}) if each.name == name)
        assert (found.version, found.near) == (batch.version, batch.near)


@pytest.mark.parametrize("edit", EDITS)
def test_plans_of_one_key_have_batches_of_the_same_names_and_versions(edit: str) -> None:
    corpus = records.corpus()
    before, after = plan_of(corpus), plan_of(EDITS[edit](corpus))
    names = [{(batch.name, batch.version) for batch in plan.batches()} for plan in (before, after)]
    assert before.key != after.key or names[0] == names[1]
    assert (before.key == after.key) is (edit == "words around a citation")
