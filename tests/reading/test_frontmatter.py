from casebook.reading.frontmatter import split_front_matter


def test_a_file_comes_apart_into_fields_and_text() -> None:
    front = split_front_matter("---\ntitle: A\n---\n\nWords.\n---\nMore.\n", "x.md")
    assert front.fields is not None
    assert [*front.fields.entries] == ["title"]
    assert front.fields.entries["title"][0].line == 2
    assert (front.body, front.first_line) == ("\nWords.\n---\nMore.\n", 4)
    assert front.problems == ()


def test_no_fields_at_all_are_fields() -> None:
    front = split_front_matter("---\n---\nWords.", "x.md")
    assert front.fields is not None
    assert front.fields.entries == {}
    assert (front.body, front.first_line) == ("Words.", 3)


def test_a_file_without_fields_is_a_problem() -> None:
    for source in ("", "Words.", " ---\na: 1\n---\n", "----\na: 1\n----\n", "---\na: 1\n"):
        front = split_front_matter(source, "x.md")
        assert front.fields is None
        assert [problem.slug for problem in front.problems] == ["front-matter"]


def test_problems_in_the_fields_have_lines_of_the_file() -> None:
    front = split_front_matter("---\na: 1\na: 2\n---\n", "x.md")
    assert [(problem.slug, problem.line) for problem in front.problems] == [("duplicate-key", 3)]
