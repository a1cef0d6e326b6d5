"""What paragraphs cite: the rest of them stays as it was."""

from dataclasses import fields, replace

import pytest
from tests.citations.instruments import NAMES

from casebook.citations.names import Names
from casebook.reading.citing import cite_dialect
from casebook.reading.dialect import parse_dialect

TEXT = "## Facts\n\n[1] See [article 7](/standards/iccpr.md#article-7) and BLR 6/2024.\n"


def test_a_paragraph_that_cites_keeps_everything_else() -> None:
    read = parse_dialect(TEXT, "cases/xxx/1-2025/communication.md")
    (before,) = read.paragraphs()
    (after,) = cite_dialect(read, Names([])).paragraphs()
    assert all(getattr(before, each.name) for each in fields(before) if each.name != "citations")
    assert [citation.surface for citation in after.citations] == ["article 7", "BLR 6/2024"]
    assert replace(after, citations=()) == before


@pytest.mark.parametrize(
    ("table", "targets"),
    [
        ("| Treaty | Parts |\n|-|-|\n| ICCPR | arts. 7 and 9 |", "iccpr#article-7 iccpr#article-9"),
        (
            "| Treaty | Parts |\n|-|-|\n| The Convention against Torture (CAT) | art. 2 |",
            "cat#article-2",
        ),
        ("| Treaty | Parts |\n|-|-|\n| ICCPR and CAT | art. 2 |", ""),
        ("| Treaty | Parts |\n|-|-|\n| Criminal Code | art. 2 |", ""),
        ("| Treaty | Parts | UDHR |\n|-|-|-|\n| ICCPR | art. 7 | art. 3 |", "iccpr#article-7"),
        ("| Right | ICCPR | UDHR |\n|-|-|-|\n| ICCPR | art. 9 | art. 3 |", ""),
        (
            "| Right | ICCPR | UDHR |\n|-|-|-|\n| Liberty | art. 9 | art. 3 |",
            "iccpr#article-9 udhr#article-3",
        ),
        (
            "| Right | ICCPR | UDHR |\n|-|-|-|\n| Liberty | 9(1), 10 | 3 |\n| Trial | 14 | 10, 11 |",
            "iccpr#article-9.1 iccpr#article-10 udhr#article-3 iccpr#article-14 udhr#article-10 udhr#article-11",
        ),
        ("| Committee | ICCPR | CAT |\n|-|-|-|\n| 2024 | 9 | 3 |\n| 2025 | 1,204 | 3 |", ""),
        ("| Complaints | ICCPR | CAT |\n|-|-|-|\n| 2024 | 9 (2) | 3, 4 |", ""),
        (
            "| ICCPR articles | Rule of the Mandela Rules |\n|-|-|\n| 9, 14 | 43 |",
            "iccpr#article-9 iccpr#article-14 mandela-rules#rule-43",
        ),
        (
            "| Treaty | Articles |\n|-|-|\n| ICCPR | 9 and 14 |\n| CAT | 2 |",
            "iccpr#article-9 iccpr#article-14 cat#article-2",
        ),
        ("| Treaty | Articles |\n|-|-|\n| ICCPR | 53 |\n| CAT | 33 |", ""),
        (
            "| Treaty | Article(s) |\n|-|-|\n| ICCPR | 9 |\n| Criminal Code | 33 |",
            "iccpr#article-9",
        ),
        ("| Treaty | Equivalent articles of the CAT and the CRC |\n|-|-|\n| ICCPR | art. 7 |", ""),
        ("| Treaty | Reports on the CAT |\n|-|-|\n| ICCPR | art. 7 |", ""),
    ],
)
def test_a_cell_is_of_the_standard_that_heads_its_column_or_begins_its_row(
    table: str, targets: str
) -> None:
    read = cite_dialect(parse_dialect(f"{table}\n", "cases/xxx/1-2025/communication.md"), NAMES)
    found = [
        str(target)
        for paragraph in read.paragraphs()
        for citation in paragraph.citations
        for target in citation.targets
    ]
    assert [each for each in found if "#" in each] == targets.split()
