import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.model.register import Addressee, AddresseeNote, Mandate, MandateHolder, Topic
from casebook.reading.protected import read_protected
from casebook.reading.registers import ADDRESSEES, MANDATES, TOPICS
from casebook.words.dates import PartialDate
from casebook.words.vocabulary import AddresseeKind, MandateKind


def test_mandates_are_read() -> None:
    records, problems = MANDATES.read(
        b"sr-rivers:\n  name: SR on rivers\n  kind: thematic\n  also: [Rivers]\n  established: 2020-03\n"
        b"  resolution: A/HRC/RES/1/1\n  holders: [{name: A, since: 2020, until: null}]\n"
    )
    assert problems == []
    assert records == (
        Mandate(
            "sr-rivers",
            "SR on rivers",
            MandateKind.THEMATIC,
            also=("Rivers",),
            established=PartialDate(2020, 3),
            resolution="A/HRC/RES/1/1",
            holders=(MandateHolder("A", since=PartialDate(2020)),),
        ),
    )


def test_topics_and_addressees_are_read() -> None:
    assert TOPICS.read(b"floods: {name: Floods, gloss: About floods.}")[0] == (
        Topic("floods", "Floods", "About floods."),
    )
    assert ADDRESSEES.read(
        b"XXX: {name: Exampleland, kind: state, form: the, notes: [{text: A note.}]}"
    )[0] == (
        Addressee("XXX", "Exampleland", AddresseeKind.STATE, True, (AddresseeNote("A note."),)),
    )


def test_a_bad_record_leaves_the_others_alone() -> None:
    records, (problem,) = TOPICS.read(
        b"floods: {name: Floods, gloss: About.}\nwind: {name: Wind}\n"
    )
    assert [topic.id for topic in records] == ["floods"]
    assert (problem.slug, problem.line) == ("missing-field", 2)


def test_an_id_that_is_none_is_a_problem() -> None:
    _, (problem,) = TOPICS.read(b"Big Floods: {name: Floods, gloss: About.}\n")
    assert problem.help == "Write big-floods."


def test_an_id_is_no_longer_than_the_name_of_a_folder_may_be() -> None:
    for length, wrong in ((100, []), (101, ["wrong-value"])):
        _, problems = TOPICS.read(b"%s: {name: Floods, gloss: About.}\n" % (b"f" * length))
        assert [problem.slug for problem in problems] == wrong


@pytest.mark.parametrize("names", ["[Ada Example, Ada Example]", "Ada Example", "{Ada Example: 1}"])
def test_no_message_repeats_what_stands_in_place_of_a_hash(names: str) -> None:
    data = f"salt: {'0' * 32}\nnames: {names}\n".encode()
    _, problems = read_protected(data)
    assert problems
    assert "Example" not in "".join(f"{each.message} {each.help}" for each in problems)


def test_an_empty_register_is_no_problem() -> None:
    assert TOPICS.read(b"") == ((), [])


@given(
    st.sampled_from([MANDATES, TOPICS, ADDRESSEES]),
    st.binary()
    | st.text().map(str.encode)
    | st.text(alphabet="aX:{}[]- \nnamekid").map(str.encode),
)
def test_any_bytes_give_records_or_problems(register: object, data: bytes) -> None:
    assert register in (MANDATES, TOPICS, ADDRESSEES)
    for each in (MANDATES, TOPICS, ADDRESSEES):
        each.read(data)
