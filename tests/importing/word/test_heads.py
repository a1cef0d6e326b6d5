"""What a Word file has at the head of its first page, and at its foot."""

from tests.importing.printed_word import zip_of
from tests.importing.word.test_wrapped import USUAL, run

from casebook.importing.extraction import extract

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACES = f'xmlns:w="{USUAL}" xmlns:r="{_OFFICE}"'
_PAGE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def read(section: str, **heads: str) -> list[str]:
    """Return the paragraphs of a letter of one word, with these heads and feet."""
    related = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name[:6]}" Target="{name}.xml"/>'
        for name in heads
    )
    body = f"<w:p>{run('Letter.')}</w:p><w:sectPr>{section}</w:sectPr>"
    parts = {
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>',
        **{
            f"word/{name}.xml": f"<w:hdr {_SPACES}>{words}</w:hdr>" for name, words in heads.items()
        },
    }
    data = zip_of({name: words.encode() for name, words in parts.items()})
    return [chunk.words for chunk in extract(data).chunks]


def reference(name: str, kind: str) -> str:
    return f'<w:{name[:6]}Reference w:type="{kind}" r:id="{name}"/>'


def paragraph(*words: str) -> str:
    return f"<w:p>{''.join(words)}</w:p>"


def test_the_head_of_every_page_is_read_once_without_what_counts_pages() -> None:
    head = paragraph(run("Mission of Quayland.")) + paragraph(run("Page "), _PAGE)
    assert read(reference("header1", "default"), header1=head) == [
        "Mission of Quayland.",
        "Letter.",
    ]


def test_the_first_page_has_a_head_and_a_foot_of_its_own() -> None:
    section = (
        reference("header1", "default")
        + reference("header2", "first")
        + reference("footer1", "default")
        + reference("footer2", "first")
        + "<w:titlePg/>"
    )
    heads = {
        "header1": paragraph(run("Later pages.")),
        "header2": paragraph(run("Mission of Quayland.")),
        "footer1": paragraph(run("Later feet.")),
        "footer2": paragraph(run("To the Minister.")),
    }
    assert read(section, **heads) == ["Mission of Quayland.", "To the Minister.", "Letter."]


def test_what_a_head_links_to_is_not_looked_for_in_the_letter() -> None:
    linked = f'<w:hyperlink r:id="r77">{run("Mission of Quayland.")}</w:hyperlink>'
    read_ = read(reference("header1", "default"), header1=paragraph(linked))
    assert read_ == ["Mission of Quayland.", "Letter."]
