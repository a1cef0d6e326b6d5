"""What pages repeat is dropped, and nothing else that stands at their edges."""

import pytest

from casebook.importing.extraction import extract

HEAD = "Ref.: UA XXX 7/2031\n\nExcellency,\n\n"
FULL = "    The harbour master was asked about the boat, and what he had to say of it is told here"


def words(*pages: str) -> str:
    """Return all the words that are read of pages."""
    chunks = extract("\f".join(pages).encode()).chunks
    return " ".join(chunk.words for chunk in chunks)


@pytest.mark.parametrize("last", ["2024", "17", "II", "4"])
def test_the_last_word_of_a_page_is_no_page_number(last: str) -> None:
    read = words(f"{HEAD}{FULL} as it was in\n{last}\n", "\nand not as it was before.\n")
    assert f"as it was in {last} and not" in read


def test_the_cells_of_a_table_are_no_page_numbers() -> None:
    table = "    Month          Asked        Granted\n    April          3            0\n"
    read = words(f"{HEAD}{FULL}:\n\n{table}    May            4            1\n", f"\n{FULL}.\n")
    assert "May" in read
    assert "4" in read.split()
    assert "1" in read.split()


def test_a_word_beside_the_number_of_the_page_stays() -> None:
    pages = (
        f"{HEAD}{FULL} in cell\n{cell}\n\n            {page}\n" for page, cell in ((1, 1), (2, 9))
    )
    read = words(*pages, f"\n{FULL}.\n\n            3\n")
    assert "in cell 1" in read
    assert "in cell 9" in read
    assert "3" not in read.split()


def test_a_letter_that_a_sentence_names_is_no_running_head() -> None:
    read = words(f"{HEAD}{FULL} and in our letter", "XXX 6/2031\nof that year.\n")
    assert "XXX 6/2031 of that year." in read


def test_the_letters_own_reference_is_a_running_head() -> None:
    read = words(f"{HEAD}{FULL}.\n", f"XXX 7/2031\n\n{FULL}.\n")
    assert read.count("XXX 7/2031") == 1


def test_the_same_answer_on_two_pages_stays() -> None:
    first = f"{HEAD}    Was she seen by a doctor?\n\n    No information.\n"
    read = words(first, "    Was she seen by a lawyer?\n\n    No information.\n")
    assert read.count("No information.") == 2


def test_days_that_only_look_alike_stay() -> None:
    first = f"{HEAD}    She was seen on:\n\n    3 May 2031\n"
    read = words(first, "    She was heard on:\n\n    4 May 2032\n")
    assert "3 May 2031" in read
    assert "4 May 2032" in read


@pytest.mark.parametrize(
    "number",
    [
        "{}",
        "- {} -",
        "[{}]",
        "{}.",
        "A-{}",
        "{}/3",
        "Page {}",
        "P a g e | {}",
        "Page {} of 3",
        "Seite {} von 3",
        "стр. {} из 3",
        "XXX.31-01234   {}",
        "Quay 1, 2011 Quayland | www.quay.example | {}",
    ],
)
def test_numbers_that_count_the_pages_are_dropped(number: str) -> None:
    told = ("so", "and", "then")
    pages = (
        f"{HEAD if at == 1 else ''}{FULL} {told[at - 1]}.\n\n      {number.format(at)}\n"
        for at in (1, 2, 3)
    )
    assert [end for end in words(*pages).split() if end[-1] == "."] == ["so.", "and.", "then."]


def test_annexes_that_each_begin_a_page_stay() -> None:
    read = words(f"{HEAD}{FULL}.\n", *(f"Annex {at}\n\n{FULL}.\n" for at in range(1, 5)))
    assert all(f"Annex {at}" in read for at in range(1, 5))


@pytest.mark.parametrize("line", ["İ", "ı", "Vİ", "xſ"])
def test_a_letter_that_only_looks_like_a_numeral_counts_no_page(line: str) -> None:
    assert words(f"{HEAD}{FULL} as it was.\n\n{line}\n", f"\n{FULL}.\n\n{line}\n")
