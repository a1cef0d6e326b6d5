"""The names of instruments are data, and every spelling of them is known."""

import pytest
from tests.citations.instruments import INSTRUMENTS, NAMES, comment, law, treaty

from casebook.citations.lexicon.damage import is_misprint
from casebook.citations.names import InstrumentName, Names
from casebook.identifiers.provision import Unit
from casebook.words.vocabulary import InstrumentKind


def test_names_with_the_same_facts_have_the_same_digest() -> None:
    assert Names(INSTRUMENTS).digest == Names(reversed(INSTRUMENTS)).digest == NAMES.digest


@pytest.mark.parametrize(
    "other",
    [
        Names(INSTRUMENTS[1:]),
        Names(INSTRUMENTS, ["BLR"]),
        Names((*INSTRUMENTS[1:], treaty("iccpr", "ICCPR", noun="Covenant", articles=54))),
    ],
)
def test_other_facts_have_another_digest(other: Names) -> None:
    assert other.digest != NAMES.digest


def test_a_national_law_is_the_state_s_that_its_id_begins_with() -> None:
    assert NAMES.instruments["xxx-criminal-code"].addressee == "XXX"
    assert NAMES.instruments["iccpr"].addressee is None


def test_committee_and_number_of_a_general_comment_are_read_off_its_data() -> None:
    names = Names(
        [
            comment("a", "General comment No. 36", symbol="CCPR/C/GC/36"),
            comment("b", "General recommendation No. 19: Violence", "CEDAW GR 19"),
            comment("c", "General comment No. 31 of the Human Rights Committee"),
            comment("cat-gc-2", "General comment No. 2"),
            comment("e", "General comment without a number", symbol="CRC/C/X/1"),
        ]
    )
    assert names.general_comments == {
        ("CCPR", 36): "a",
        ("CEDAW", 19): "b",
        ("CCPR", 31): "c",
        ("CAT", 2): "cat-gc-2",
    }


@pytest.mark.parametrize(
    "name", ["the Convention", "Convention", "(Convention)", "A/HRC/41/33", ""]
)
def test_a_name_that_says_nothing_is_no_name(name: str) -> None:
    names = Names([treaty("x", name)])
    assert names.match("Convention A/HRC/41/33", 0) is None


def test_a_name_that_two_bear_is_nobodys() -> None:
    names = Names([treaty("a", "Convention on Wells", "COW"), treaty("b", "COW")])
    match = names.match("COW", 0)
    assert match
    assert {each.id for each in match.instruments} == {"a", "b"}


def test_without_a_highest_number_the_kind_says_what_the_parts_are() -> None:
    rules = InstrumentName("r", ("Rules on Wells",), "Rules", InstrumentKind.RULES)
    assert rules.has(Unit.RULE)
    assert not rules.has(Unit.ARTICLE)
    assert law("xxx-law", "Law on Wells").has(Unit.ARTICLE)


@pytest.mark.parametrize(
    ("word", "meant", "expected"),
    [
        ("convenant", "covenant", True),
        ("woman", "women", True),
        ("right", "rights", True),
        ("elimation", "elimination", True),
        ("committee", "convention", False),
        ("social", "racial", False),
        ("child", "civil", False),
        ("children", "child", False),
        ("responsibilities", "rights", False),
        ("declaration", "delcaration", True),
    ],
)
def test_a_misprint_is_a_letter_or_two_and_no_other_word(
    word: str, meant: str, expected: bool
) -> None:
    assert is_misprint(word, meant) is expected
