"""Links on citations touch nothing else, and are written once."""

import re

from hypothesis import given
from hypothesis import strategies as st
from tests.doors.cited_standards import FILES
from tests.factories import build_corpus

from casebook.doors.linking import link_until_settled
from casebook.model.text import Text
from casebook.reading.collection import names_of
from casebook.reading.standards import read_instrument
from casebook.reading.texts import read_text

_READ = [read_instrument(f"standards/{name}.md", text.encode())[0] for name, text in FILES.items()]
CORPUS = build_corpus([], [instrument for instrument in _READ if instrument])


MARKS = (
    *("\r\n", "\n\n", "\ufeff", "  ", "\t", "[1] ", "> ", "- ", "| ", "*", "`", "[", "]", "(", ")"),
    *("<", ">", "!", "](#)", "](https://un.org)", "## ", "{#a}", "[^1]", "[^1]: ", "\\", "&amp;"),
    *("---\n", "```\n", "    ", "https://un.org/", "article 9 of the ICCPR", "ICCPR", "article 7"),
    *("articles 7 and 10", " of the ", "CCPR, art. 14 (3)", "é", "\u00a0", "\u200b", "x", " "),
)
LINK = re.compile(r"\[((?:[^\[\]]|\[\^1\])*)\]\(/standards/[a-z-]+\.md(?:#[a-z0-9.-]+)?\)")


@given(st.lists(st.sampled_from(MARKS), max_size=30).map("".join))
def test_writing_adds_links_to_standards_and_does_not_do_it_twice(source: str) -> None:
    """Byte for byte: whatever the marks around a citation are, and wherever they break off."""
    names = names_of(CORPUS.instruments.values())

    def read(text: str) -> Text:
        return read_text(text, "x.md", language="en", is_verbatim=True, names=names)[0]

    def linked(text: str) -> str:
        return link_until_settled(text, CORPUS, read)

    once = linked(source)
    assert LINK.sub(r"\1", once) == source
    assert linked(once) == once
