"""The engine of the search page, run in node on the index of the real collection."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from tests.factories import build_corpus, dossier, paragraph, person
from tests.indexing.built import write_index
from tests.indexing.node import Node

BLR = ["BLR 6/2024", "BLR 7/2025"]


def search(node: Node, index: Path, query: str, filters: Any = None, order: str = "relevance") -> list[str]:  # fmt: skip
    """Return the references that a query finds, with its phrases checked."""
    script = """
    const result = await engine.search(given.query, given.filters, given.order);
    const found = [];
    for (const id of result.hits) {
      if (engine.hasPhrases(await engine.record(id), result.phrases)) found.push(printed(referenceOf(id)));
    }
    return found;
    """
    found: list[str] = node.ask(index, script, query=query, filters=filters or {}, order=order)
    return found


def _index_persons(folder: Path, names: Iterable[str]) -> None:
    """Write the index of letters that name one person each: XXX 1/2025 the first."""
    dossiers = [
        dossier(f"XXX {number}/2025", paragraph("1", "Nothing."), persons=(person(name),))
        for number, name in enumerate(names, 1)
    ]
    write_index(build_corpus(dossiers), folder)


@pytest.mark.parametrize(
    "spelling",
    [
        "Lazarchyk", "lazarchyk", "LAZARCHYK", "Lazarčyk", "Łazarczyk", "Lasartschik", "Lazartchik",
        "Лазарчик", "лазарчык", "لازارتشيك", "ლაზარჩიკი", "Alena Lazarchyk", "Алена Лазарчик",
    ],
)  # fmt: skip
def test_a_name_is_found_in_every_spelling_and_script(
    node: Node, index: Path, spelling: str
) -> None:
    assert sorted(search(node, index, spelling)) == BLR


@pytest.mark.parametrize("begun", ["Lazar", "laz", "LAZARCH", "Лазар", "Alena Laza", "Łazar"])
def test_a_name_is_found_by_its_beginning(node: Node, index: Path, begun: str) -> None:
    assert sorted(search(node, index, begun)) == BLR


def test_the_beginning_of_a_name_is_marked_where_the_name_stands(node: Node, index: Path) -> None:
    script = """
    const result = await engine.search("Lazar", { year: ["2025"] });
    const { pieces } = await engine.excerpt(await engine.record(result.hits[0]), result);
    return pieces.filter(([, isFound]) => isFound).map(([words]) => words);
    """
    assert set(node.ask(index, script)) == {"Lazarchyk"}


@pytest.mark.parametrize("spelling", ["Valiuk", "Vailuk", "Валюк", "Liubov", "Любовь", "Wałuk"])
def test_other_spellings_of_the_record_are_found(node: Node, index: Path, spelling: str) -> None:
    assert search(node, index, spelling) == ["BLR 7/2025"]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("UA BLR 7/2025", "BLR 7/2025"),
        ("detained mothers", "BLR 7/2025"),
        ("detaining mother", "BLR 7/2025"),
        ("Assange extradition", "GBR 3/2019"),
    ],
)
def test_words_are_found_in_other_forms(node: Node, index: Path, query: str, first: str) -> None:
    found = search(node, index, query)
    assert found
    assert first in found[:2]


def test_a_phrase_is_found_word_by_word(node: Node, index: Path) -> None:
    assert search(node, index, '"single mothers"') == ["BLR 7/2025"]
    assert search(node, index, "«Single  Mothers»") == ["BLR 7/2025"]
    assert search(node, index, '"mothers single"') == []


def test_what_no_letter_says_is_not_found(node: Node, index: Path) -> None:
    assert search(node, index, "zyzzyva") == []
    assert search(node, index, "the of") == []


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"addressee": ["BLR"]}, BLR),
        ({"year": ["2025"], "addressee": ["BLR", "PAK"]}, ["BLR 7/2025", "PAK 11/2025"]),
        ({"mandate": ["sr-belarus"]}, ["BLR 7/2025", "RUS 14/2025"]),
        ({"topic": ["family-contact"]}, BLR),
        ({"instrument": ["bangkok-rules"]}, ["BLR 7/2025"]),
        ({"type": ["UA"], "addressee": ["BLR"]}, ["BLR 7/2025"]),
        ({"reply": ["none-found"], "addressee": ["BLR"]}, ["BLR 7/2025"]),
        ({"language": ["xx"]}, []),
    ],
)
def test_facets_alone_list_letters(
    node: Node, index: Path, filters: dict[str, list[str]], expected: list[str]
) -> None:
    assert sorted(search(node, index, "", filters)) == expected


def test_facets_narrow_a_search(node: Node, index: Path) -> None:
    every = search(node, index, "detention")
    assert set(BLR) < set(every)
    assert sorted(search(node, index, "detention", {"addressee": ["BLR"]})) == BLR


def test_the_latest_letter_comes_first_when_asked(node: Node, index: Path) -> None:
    script = """
    const result = await engine.search("detention", {}, "date");
    const records = await Promise.all(result.hits.map((id) => engine.record(id)));
    return records.map((record) => record.facets.sent[0] ?? "");
    """
    days = node.ask(index, script)
    assert len(days) > 3
    assert days == sorted(days, reverse=True)


def test_counts_of_a_facet_are_those_of_the_letters_found(node: Node, index: Path) -> None:
    script = """
    const { hits } = await engine.search("detention");
    const facets = ["addressee", "year", "type", "reply", "mandate", "topic", "instrument", "language"];
    const counts = {};
    for (const facet of facets) counts[facet] = Object.fromEntries(await engine.counts(facet, hits));
    const records = await Promise.all(hits.map((id) => engine.record(id)));
    return { counts, records: records.map((record) => ({ ...record.facets, addressee: [record.reference.slice(0, 3)], year: [record.reference.slice(-4)] })) };
    """
    given = node.ask(index, script)
    for facet, counts in given["counts"].items():
        values = [value for record in given["records"] for value in record[facet]]
        assert counts == {value: values.count(value) for value in values}, facet


@pytest.mark.parametrize(
    ("query", "anchor", "marked"),
    [
        ("Lazarchyk discipline", "p", "Lazarchyk"),
        ("Лазарчик", "p", "Lazarchyk"),
        ("disciplinary penalty", "p12", "penalty"),
        ("best interests taken into account", "q2", "interests"),
    ],
)
def test_a_result_opens_the_paragraph_that_says_it(
    node: Node, index: Path, query: str, anchor: str, marked: str
) -> None:
    script = """
    const result = await engine.search(given.query, { addressee: ["BLR"], year: ["2025"] });
    const excerpt = await engine.excerpt(await engine.record(result.hits[0]), result);
    return { anchor: excerpt.anchor, marked: excerpt.pieces.filter(([, isFound]) => isFound).map(([words]) => words) };
    """
    given = node.ask(index, script, query=query)
    assert given["anchor"].startswith(anchor)
    assert marked in given["marked"]


def test_the_official_address_of_a_document_finds_its_letter(node: Node, index: Path) -> None:
    script = """
    const { hits } = await engine.search("", { reply: ["substantive", "none-found", "not-known", "acknowledgement"] });
    const records = await Promise.all(hits.map((id) => engine.record(id)));
    const known = records.flatMap((record) => record.sources.map((source) => [source, record.reference]));
    const found = [];
    for (const [source] of known) found.push((await engine.bySource(` ${source}/ `)).map((record) => record.reference));
    return { known, found, none: await engine.bySource("https://example.org/nothing") };
    """
    given = node.ask(index, script)
    assert given["known"]
    for (_, reference), found in zip(given["known"], given["found"], strict=True):
        assert reference in found
    assert given["none"] == []


def test_names_that_sound_alike_stand_back_behind_the_name_that_was_typed(
    node: Node, tmp_path: Path
) -> None:
    names = ["Olga Karpova", *(f"{name} Karpava" for name in ("Nina", "Ada", "Ina", "Oda", "Una"))]
    _index_persons(tmp_path, names)
    script = """
    const few = await engine.search("Karpova");
    const every = await engine.search("Karpova", {}, "relevance", true);
    const heard = await engine.search("Карпова");
    return [few, every, heard].map(({ hits, alike }) => [hits.length, alike]);
    """
    assert node.ask(tmp_path, script) == [[1, 5], [6, 0], [6, 0]]


BROKEN = """
const broken = (part, status) => async (path, kind) => {
  if (path.startsWith(part) && isBroken) throw Object.assign(new Error(path), { status });
  return load(path, kind);
};
let isBroken = true;
"""


@pytest.mark.parametrize(
    "part", ["search/settings", "search/terms", "search/texts", "search/scripts", "search/series"]
)
def test_what_did_not_come_is_never_told_as_not_being_there(
    node: Node, index: Path, part: str
) -> None:
    script = """
    const faulty = new Engine(broken(given.part, 503));
    const ask = async () => {
      const { hits } = await faulty.search("Лазарчик");
      const { settings } = await faulty.ready();
      const { state } = await resolve(parseReference("BLR 7/2025", settings), settings, broken(given.part, 503));
      return [(await Promise.all(hits.map((id) => faulty.record(id)))).length, state];
    };
    const first = await ask().catch(() => "failed");
    isBroken = false;
    return [first, await ask()];
    """
    assert node.ask(index, BROKEN + script, part=part) == ["failed", [2, "held"]]


def test_a_letter_that_is_gone_since_the_page_was_loaded_is_none(node: Node, index: Path) -> None:
    script = """
    const faulty = new Engine(broken("search/texts", 404));
    const { hits } = await faulty.search("Lazarchyk");
    return await faulty.record(hits[0]);
    """
    assert node.ask(index, BROKEN + script) is None


def test_a_page_that_stays_open_takes_nothing_from_an_index_that_is_old(
    node: Node, index: Path
) -> None:
    script = """
    const asked = [];
    const faulty = new Engine((path, kind) => { asked.push(path); return load(path, kind); });
    const counts = [];
    for (const minutes of [0, 4, 6]) {
      Date.now = () => minutes * 60_000;
      await faulty.search("Lazarchyk");
      counts.push([asked.filter((path) => path === "search/settings.json").length, new Set(asked).size]);
    }
    return [counts, asked.length / new Set(asked).size];
    """
    counts, times = node.ask(index, script)
    assert [asked for asked, _ in counts] == [1, 1, 2]
    assert times == 2


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("عمر", 1),
        ("Umar", 1),
        ("Abdel Rahman Test", 2),
        ("Abd al-Rahman", 2),
        ("Abdurrahman", 2),
        ("Abdulkarim Test", 3),
        ("عبدالكريم", 3),
        ("Alsampel", 1),
        ("Elsampel", 1),
    ],
)
def test_names_are_found_without_vowels_and_in_one_word_or_two(
    node: Node, tmp_path: Path, asked: str, first: int
) -> None:
    names = ("Omar al-Sampel", "Abdulrahman Test", "Abd al-Karim Test")
    _index_persons(tmp_path, names)
    assert search(node, tmp_path, asked)[0] == f"XXX {first}/2025"
