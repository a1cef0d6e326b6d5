"""How many requests are answered is said in one line, and only where somebody compared."""

import pytest
from tests import factories as make

from casebook.model.dossier import Answer
from casebook.views.requests import answered_in_words, request_lines
from casebook.words.vocabulary import AnswerState


@pytest.mark.parametrize(
    ("replies", "words"),
    [
        ([], ""),
        ([{}], ""),
        ([{"q1": "answered"}], "1 answered, 2 not compared"),
        ([{"q1": "refused", "q2": "not-addressed", "q3": "partly"}],
         "1 partly answered, 1 refused, 1 not addressed"),
        ([{"q1": "not-addressed", "q2": "not-addressed", "q3": "not-addressed"}],
         "3 not addressed"),
        # The reply that gives most counts.
        ([{"q1": "not-addressed"}, {"q1": "partly", "q2": "refused"}, {"q1": "refused"}],
         "1 partly answered, 1 refused, 1 not compared"),
    ],
)  # fmt: skip
def test_requests_are_counted_by_what_the_replies_do_with_them(
    replies: list[dict[str, str]], words: str
) -> None:
    held = make.dossier(
        requests={"q1": "One.", "q2": "Two.", "q3": "Three."},
        replies=tuple(
            make.reply(
                number=number,
                answers={name: Answer(AnswerState(state)) for name, state in given.items()},
            )
            for number, given in enumerate(replies, 1)
        ),
    )
    assert answered_in_words(request_lines(held)) == words
