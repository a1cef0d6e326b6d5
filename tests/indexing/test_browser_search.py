"""The engine of the search page, run in node on the index of the real collection."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from tests.factories import build_corpus, dossier, paragraph, person
from tests.indexing.built import index_of
from tests.indexing.node import Node

from casebook.identifiers.reference import parse_reference

SEARCH = """
const { Engine } = await $("engine");
const { referenceOf } = await $("postings");
const { namedPages } = await $("names");
const printed = ({ code, number, year }) => `${code} ${number}/${year}`;
const engine = new Engine(load);
"""
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
    given = {"root": str(index), "query": query, "filters": filters or {}, "order": order}
    found: list[str] = node.run(SEARCH + script, given)
    return found


def _index_persons(folder: Path, names: Iterable[str]) -> None:
    """Write the index of letters that name one person each: XXX 1/2025 the first."""
    dossiers = [
        dossier(f"XXX {number}/2025", paragraph("1", "Nothing."), persons=(person(name),))
        for number, name in enumerate(names, 1)
    ]
    for path, content in index_of(build_corpus(dossiers)).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


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
    assert set(node.run(SEARCH + script, {"root": str(index)})) == {"Lazarchyk"}


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
    days = node.run(SEARCH + script, {"root": str(index)})
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
    given = node.run(SEARCH + script, {"root": str(index)})
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
    given = node.run(SEARCH + script, {"root": str(index), "query": query})
    assert given["anchor"].startswith(anchor)
    assert marked in given["marked"]


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("article 14(7) ICCPR", "standards/iccpr/article-14/#article-14.7"),
        ("ICCPR art. 14 (7)", "standards/iccpr/article-14/#article-14.7"),
        ("iccpr article 7", "standards/iccpr/article-7/"),
        ("rule 23 Bangkok", "standards/bangkok-rules/rule-23/"),
        ("Bangkok Rules, rule 52.3", "standards/bangkok-rules/rule-52/#rule-52.3"),
        ("A/HRC/41/33 para. 74", "standards/a-hrc-41-33/para-74/"),
        ("A/HRC/41/33", "standards/a-hrc-41-33/"),
        ("ICCPR", "standards/iccpr/"),
        ("article 9999 ICCPR", "standards/iccpr/"),
        ("ICCPR 14(7)", "standards/iccpr/article-14/#article-14.7"),
        ("14 ICCPR", "standards/iccpr/article-14/"),
        ("ICCPR, art. 14, para. 7", "standards/iccpr/article-14/#article-14.7"),
        ("paragraph 7 of article 14 ICCPR", "standards/iccpr/article-14/#article-14.7"),
        ("“article 14 ICCPR”", "standards/iccpr/article-14/"),
        ("article 14 du PIDCP", "standards/iccpr/article-14/"),
        ("artículo 14 del PIDCP", "standards/iccpr/article-14/"),
        ("CEDAW GR 35", "standards/cedaw-gr-35/"),
        ("WGAD", "mandates/wgad/"),
        ("working group on arbitrary detention", "mandates/wgad/"),
        ("Belarus", "cases/blr/"),
        ("family contact", "topics/family-contact/"),
    ],
)
def test_a_name_leads_to_its_page(node: Node, index: Path, query: str, address: str) -> None:
    pages = node.run(SEARCH + "return namedPages(given.query, engine);", {"root": str(index), "query": query})  # fmt: skip
    assert pages[0]["address"] == address


def test_several_numbers_lead_to_several_pages(node: Node, index: Path) -> None:
    script = "return namedPages('A/HRC/41/33, paras. 74 and 78', engine);"
    pages = node.run(SEARCH + script, {"root": str(index)})
    root = "standards/a-hrc-41-33"
    assert [each["address"] for each in pages] == [f"{root}/para-74/", f"{root}/para-78/"]


def test_a_word_that_several_standards_share_names_none(node: Node, index: Path) -> None:
    script = "return namedPages('article 14 of the Covenant', engine);"
    assert node.run(SEARCH + script, {"root": str(index)}) == []


def test_the_official_address_of_a_document_finds_its_letter(node: Node, index: Path) -> None:
    script = """
    const { hits } = await engine.search("", { reply: ["substantive", "none-found", "not-known", "acknowledgement"] });
    const records = await Promise.all(hits.map((id) => engine.record(id)));
    const known = records.flatMap((record) => record.sources.map((source) => [source, record.reference]));
    const found = [];
    for (const [source] of known) found.push((await engine.bySource(` ${source}/ `)).map((record) => record.reference));
    return { known, found, none: await engine.bySource("https://example.org/nothing") };
    """
    given = node.run(SEARCH + script, {"root": str(index)})
    assert given["known"]
    for (_, reference), found in zip(given["known"], given["found"], strict=True):
        assert reference in found
    assert given["none"] == []


LEADS = ("", "UA ", "AL-", "JUA/", "Ref.: ", "ref UA ", "Reference: OL ", "Case no. AL ", "ua_")
BODIES = (
    "BLR 7/2025", "blr-7-2025", "BLR/2025/7", "BLR_7_2025", "blr7/2025", "BLR 7-2025", "BLR 7–2025",
    "BLR 7⁄2025", "BLR  7 / 2025", "BLR 2025 7", "BLR/7/2025", "ＢＬＲ　７/２０２５",
)  # fmt: skip
ODD = (
    "BLR ٧/٢٠٢٥", "BLR ७/२०२५", "BLR 07/2025", "  blr 7/2025  ", "BLR\u00a07/2025", "Blr-2025-07",
    "BLR 7∕2025", "BLR 7−2025",
)  # fmt: skip
NOT_ONE = (
    "BLR", "BLR 7", "7/2025", "BLRX 7/2025", "BL 7/2025", "BLR 7/25", "BLR 0/2025", "BLR 7/1900",
    "BLR 7/2025 and more", "XY BLR 7/2025", "BLR 70000/2025", "BLR 7/2300", "", "A/HRC/41/33", "x" * 70,
)  # fmt: skip


def test_a_hundred_spellings_lead_to_one_letter_in_both_languages(node: Node, index: Path) -> None:
    spellings = [*(lead + body for lead in LEADS for body in BODIES), *ODD]
    assert len(spellings) > 100
    script = """
    const { parseReference } = await $("reference");
    const { settings } = await engine.ready();
    return given.texts.map((text) => parseReference(text, settings));
    """
    given = {"root": str(index), "texts": [*spellings, *NOT_ONE]}
    theirs = dict(zip(given["texts"], node.run(SEARCH + script, given), strict=True))
    ours = {
        text: {"code": found.addressee, "number": found.number, "year": found.year}
        if (found := parse_reference(text))
        else None
        for text in given["texts"]
    }
    assert theirs == ours
    assert [text for text in spellings if theirs[text] != {"code": "BLR", "number": 7, "year": 2025}] == []  # fmt: skip
    assert [text for text in NOT_ONE if theirs[text]] == []


@pytest.mark.parametrize(
    ("reference", "state", "page"),
    [
        ("BLR 7/2025", "held", None),
        ("BLR 4/2025", "missing", "cases/blr/#n4-2025"),
        ("BLR 6/2025", "missing", "cases/blr/"),
        ("BLR 99/2025", "beyond", "cases/blr/"),
        ("BLR 1/1999", "beyond", "cases/blr/"),
        ("QQQ 1/2025", "unknown", None),
    ],
)
def test_a_miss_says_why_and_where_to_look(
    node: Node, index: Path, reference: str, state: str, page: str | None
) -> None:
    script = """
    const { parseReference, resolve } = await $("reference");
    const { settings } = await engine.ready();
    return resolve(parseReference(given.reference, settings), settings, load);
    """
    answer = node.run(SEARCH + script, {"root": str(index), "reference": reference})
    assert answer["state"] == state
    assert answer.get("page", {}).get("address") == page
    asked = reference.replace(" ", "+").replace("/", "%2F")
    assert answer["official"] == f"https://spcommreports.ohchr.org/TmSearch/RelCom?code={asked}"


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
    assert node.run(SEARCH + script, {"root": str(tmp_path)}) == [[1, 5], [6, 0], [6, 0]]


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
    const { parseReference, resolve } = await $("reference");
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
    given = {"root": str(index), "part": part}
    assert node.run(SEARCH + BROKEN + script, given) == ["failed", [2, "held"]]


def test_a_letter_that_is_gone_since_the_page_was_loaded_is_none(node: Node, index: Path) -> None:
    script = """
    const faulty = new Engine(broken("search/texts", 404));
    const { hits } = await faulty.search("Lazarchyk");
    return await faulty.record(hits[0]);
    """
    assert node.run(SEARCH + BROKEN + script, {"root": str(index)}) is None


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
    counts, times = node.run(SEARCH + script, {"root": str(index)})
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
