"""What paragraphs cite: the rest of them stays as it was."""

from dataclasses import fields, replace

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
