"""What the search page leads to by its name or its reference, run in node on the real index."""

from pathlib import Path

import pytest
from tests.indexing.node import Node

from casebook.identifiers.reference import parse_reference


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
    pages = node.ask(index, "return namedPages(given.query, engine);", query=query)
    assert pages[0]["address"] == address


def test_several_numbers_lead_to_several_pages(node: Node, index: Path) -> None:
    script = "return namedPages('A/HRC/41/33, paras. 74 and 78', engine);"
    pages = node.ask(index, script)
    root = "standards/a-hrc-41-33"
    assert [each["address"] for each in pages] == [f"{root}/para-74/", f"{root}/para-78/"]


def test_a_word_that_several_standards_share_names_none(node: Node, index: Path) -> None:
    script = "return namedPages('article 14 of the Covenant', engine);"
    assert node.ask(index, script) == []


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
    const { settings } = await engine.ready();
    return given.texts.map((text) => parseReference(text, settings));
    """
    texts = [*spellings, *NOT_ONE]
    theirs = dict(zip(texts, node.ask(index, script, texts=texts), strict=True))
    ours = {
        text: {"code": found.addressee, "number": found.number, "year": found.year}
        if (found := parse_reference(text))
        else None
        for text in texts
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
    const { settings } = await engine.ready();
    return resolve(parseReference(given.reference, settings), settings, load);
    """
    answer = node.ask(index, script, reference=reference)
    assert answer["state"] == state
    assert answer.get("page", {}).get("address") == page
    asked = reference.replace(" ", "+").replace("/", "%2F")
    assert answer["official"] == f"https://spcommreports.ohchr.org/TmSearch/RelCom?code={asked}"
