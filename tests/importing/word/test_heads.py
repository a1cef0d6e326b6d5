"""What a Word file has at the head of its first page, and at its foot."""

from tests.importing.drawn import paragraphs_of, run, word_file

_PAGE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def read(section: str, **heads: str) -> list[str]:
    """Return the paragraphs of a letter of one word, with these heads and feet."""
    body = f"<w:p>{run('Letter.')}</w:p><w:sectPr>{section}</w:sectPr>"
    return paragraphs_of(word_file(body, **heads))


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
