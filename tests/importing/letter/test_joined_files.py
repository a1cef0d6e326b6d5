"""Whether a file that holds two documents is seen to."""

import pytest
from tests.importing.measure import mandate_names
from tests.importing.printed_text import print_text
from tests.importing.sample import NAMES, read_sample

from casebook.importing.extraction import extract
from casebook.importing.importer import take_apart
from casebook.importing.letter.joined_files import next_document

LETTER = print_text(read_sample("en-urgent-appeal"))
OTHER = LETTER.replace(b"XXX 4/2031", b"XXX 5/2031")
REPLY = print_text(read_sample("en-reply-with-stamp"))


def _next(data: bytes) -> str:
    return next_document(take_apart(extract(data), mandate_names()).letter)


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_is_one_document(name: str) -> None:
    assert not _next(print_text(read_sample(name)))


def test_a_second_letter_is_named_by_its_reference() -> None:
    found = _next(LETTER + b"\f" + OTHER)
    assert found == "“We have the honour to address you in …” (XXX 5/2031)"


@pytest.mark.parametrize(
    "both", [REPLY + b"\f" + LETTER, LETTER + b"\f" + REPLY, REPLY + b"\f" + REPLY]
)
def test_a_reply_and_its_letter_are_two_documents(both: bytes) -> None:
    assert _next(both)
