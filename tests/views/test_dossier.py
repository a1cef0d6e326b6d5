"""The page of a dossier says what is known, and nothing else."""

from datetime import date
from typing import Any

import pytest
from tests import factories as make
from tests.factories import build_corpus
from tests.views.dossier_pages import view

from casebook.identifiers.label import Label
from casebook.model.dossier import (
    Answer,
    Assessment,
    Document,
    Pinpoint,
    Publication,
    Reply,
    Withdrawal,
)
from casebook.views.catalogue import catalogue_of
from casebook.views.dossier import DossierView, TombstoneView, dossier_view
from casebook.views.provision import provision_view
from casebook.words.vocabulary import (
    AnswerState,
    Naming,
    Relation,
    ReplyStatus,
)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Not known whether there is a reply"),
        ({"checked": date(2026, 11, 22)}, "No reply found as of 22 November 2026"),
        (
            {"replies": (make.reply(status=ReplyStatus.SUBSTANTIVE),)},
            "Reply received, 1 May 2025, 61 days after the letter",
        ),
        ({"replies": (make.reply(None),)}, "Reply received"),
        (
            {"replies": (make.reply(status=ReplyStatus.WITHHELD),)},
            "Reply withheld as confidential, 1 May 2025, 61 days after the letter",
        ),
        (
            {"replies": (make.reply(status=ReplyStatus.ACKNOWLEDGEMENT),)},
            "Acknowledged only, 1 May 2025, 61 days after the letter",
        ),
    ],
)
def test_the_state_of_the_reply_is_said_with_its_day(given: dict[str, Any], words: str) -> None:
    assert view(make.dossier(**given)).row.reply.in_words == words


def test_a_withdrawn_dossier_leaves_its_address_the_day_and_the_reason() -> None:
    held = make.dossier(
        withdrawn=Withdrawal(date(2026, 2, 3), "The addressee was wrong."),
        persons=(make.person("Ann Example"),),
    )
    shown = dossier_view(catalogue_of(build_corpus([held])), held)
    assert isinstance(shown, TombstoneView)
    assert shown.reason == "The addressee was wrong."
    assert held.title not in repr(shown)
    assert "Ann" not in repr(shown)
    assert not shown.page.is_indexed


def test_a_withheld_name_is_nowhere_and_initials_stay_initials() -> None:
    shown = view(
        make.dossier(
            persons=(
                make.person("Ann Example", Naming.WITHHELD, "Anna"),
                make.person("Bob Example", Naming.INITIALS, "Robert"),
                make.person("Eve Example", Naming.PUBLIC, "Eva"),
            )
        )
    )
    assert [line.shown for line in shown.persons] == ["B. E.", "Eve Example"]
    assert shown.withheld == 1
    assert not any(name in repr(shown) for name in ("Ann", "Bob", "Robert"))


def test_the_publication_day_is_computed_from_the_letters_own_rule() -> None:
    shown = view(make.dossier(sent=date(2025, 9, 8), publication=Publication(60, "letter")))
    assert shown.publication
    assert shown.publication_day == date(2025, 11, 7)


def test_standards_come_by_kind_with_the_paragraphs_that_cite_them() -> None:
    shown = view(
        make.dossier(
            "XXX 1/2025",
            make.paragraph("1", "Under [article 14(7)](iccpr#article-14.7) of [it](iccpr)."),
            make.paragraph("2", "And [article 7](iccpr#article-7) and [14](iccpr#article-14.7)."),
            make.paragraph("q1", "See [XXX 4/2024](XXX 4/2024), [A/78/327](A/78/327)."),
        )
    )
    ((kind,)) = shown.invoked.standards
    (covenant,) = kind.instruments
    assert [pin.anchor for pin in covenant.pins] == ["p1"]
    assert [
        (line.words, line.address, [pin.words for pin in line.pins]) for line in covenant.provisions
    ] == [
        ("article 7", "standards/iccpr/article-7/", ["2"]),
        ("article 14(7)", "standards/iccpr/article-14/#article-14.7", ["1", "2"]),
    ]
    (cited,) = shown.invoked.communications
    assert cited.communication.address == "cases/xxx/#n4-2024"
    assert [pin.long_words for pin in cited.pins] == ["Q1: request 1"]
    assert [document.symbol for document in shown.invoked.documents] == ["A/78/327"]


def test_a_letter_that_cites_itself_is_not_among_the_letters_that_it_cites() -> None:
    words = make.paragraph("1", "As in [XXX 1/2025](XXX 1/2025) and [XXX 4/2024](XXX 4/2024).")
    cited = view(make.dossier("XXX 1/2025", words)).invoked.communications
    assert [each.communication.label for each in cited] == ["XXX 4/2024"]


def test_a_run_that_one_heading_explains_is_told_once() -> None:
    report = make.instrument("report", make.entry("para-64", "On women.", "para-77"), "para-80")
    cited = " + ".join(f"report#para-{number}" for number in range(64, 70))
    letter = make.dossier(
        "XXX 1/2025",
        make.paragraph("1", f"See [paras. 64-69]({cited}), [para. 80](report#para-80)."),
        make.paragraph("2", "And [paragraph 66](report#para-66)."),
    )
    catalogue = catalogue_of(build_corpus([letter], [report]))
    shown = dossier_view(catalogue, letter)
    assert isinstance(shown, DossierView)
    (instrument,) = shown.invoked.standards[0].instruments
    assert [(line.words, [pin.words for pin in line.pins]) for line in instrument.provisions] == [
        ("paragraphs 64 and 65", ["1"]),
        ("paragraph 66", ["1", "2"]),
        ("paragraphs 67 to 69", ["1"]),
        ("paragraph 80", ["1"]),
    ]
    page = provision_view(catalogue, report.id, catalogue.provisions["report"][0])
    assert [place.anchor for place in page.places if place.gloss] == ["para-64"]
    assert {place.anchor for place in page.places} == {f"para-{each}" for each in range(64, 70)}
    assert [snippet.target for snippet in page.citing[0].snippets] == [
        "paragraphs 64 to 69",
        "paragraph 66",
    ]


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("XXX 1/2025", {}, "the State of XXX"),
        ("OTH 1/2025", {"addressee_name": "Bridges Ltd"}, "Bridges Ltd"),
    ],
)
def test_whoever_received_it_stands_as_a_sentence_has_it(
    name: str, given: dict[str, Any], words: str
) -> None:
    letter = make.dossier(name, **given)
    known = [make.addressee(takes_article=True), make.addressee("OTH")]
    shown = dossier_view(catalogue_of(build_corpus([letter], addressees=known)), letter)
    assert isinstance(shown, DossierView)
    assert (shown.to.words, shown.to.address) == (words, f"cases/{name[:3].lower()}/")


def test_a_relation_shows_on_both_letters() -> None:
    later = make.dossier("XXX 2/2025", related=(make.related("XXX 1/2025"),))
    first = make.dossier("XXX 1/2025")
    for held, other, verb in (
        (later, first, "follows up"),
        (first, later, "is followed up by"),
    ):
        (group,) = view(held, other).related
        assert group.is_chain
        assert [letter.is_this for letter in group.letters] == [held is first, held is later]
        assert [letter.verbs for letter in group.letters if not letter.is_this] == [(verb,)]


def test_other_relations_stand_apart_from_the_chain() -> None:
    held = make.dossier(related=(make.related("XXX 1/2020", Relation.RELATES_TO),))
    (group,) = view(held).related
    assert not group.is_chain
    assert group.letters[0].communication.row is None


def test_requests_stand_beside_what_the_reply_says_with_its_own_words() -> None:
    answer = Answer(AnswerState.PARTLY, (Label("3"),))
    held = make.dossier(
        "XXX 1/2025",
        make.paragraph("1", "Words."),
        requests={"q1": "Why was it closed?", "q2": "When will it open?"},
        replies=(Reply("reply-1", answers={"q1": answer}, assessed_by="an editor"),),
    )
    words = make.text(make.paragraph("3", "It was unsafe."), is_verbatim=True)
    held = make.dossier(
        "XXX 1/2025",
        requests=held.requests,
        replies=held.replies,
        documents=(*held.documents, Document("reply-1", texts=(words,))),
    )
    first, second = view(held).requests
    (line,) = first.answers
    assert line.state is AnswerState.PARTLY
    assert [(each.anchor, each.text) for each in line.passages] == [
        ("reply-1.p3", "It was unsafe.")
    ]
    assert second.answers == ()
    assert not second.is_in_text


def test_an_assessment_leads_to_the_paragraph_that_makes_it() -> None:
    said = Assessment(
        "The experts", "Nothing was addressed.", Pinpoint(make.reference("XXX 9/2025"), Label("8"))
    )
    (line,) = view(make.dossier(replies=(make.reply(assessments=(said,)),))).replies
    assert line.assessments[0].place.address == "cases/xxx/9-2025/#p8"
    assert line.assessments[0].place.words == "XXX 9/2025, paragraph 8"


def test_letters_that_cite_it_are_shown_with_their_words() -> None:
    held = make.dossier("XXX 1/2025")
    other = make.dossier(
        "XXX 3/2025", make.paragraph("4", "As we wrote in [XXX 1/2025](XXX 1/2025), it is closed.")
    )
    (citing,) = view(held, other).cited_in
    (snippet,) = citing.snippets
    assert (snippet.before, snippet.surface, snippet.after) == (
        "As we wrote in ",
        "XXX 1/2025",
        ", it is closed.",
    )
    assert snippet.address == "cases/xxx/3-2025/#p4"


def test_a_letter_that_was_withdrawn_is_not_called_one_that_was_never_held() -> None:
    words = make.paragraph("1", "As in [XXX 1/2025](XXX 1/2025) and [XXX 9/2025](XXX 9/2025).")
    gone = make.dossier("XXX 1/2025", withdrawn=Withdrawal(date(2026, 1, 1), "asked for"))
    held = make.dossier("XXX 2/2025", words)
    cited = view(held, gone).invoked.communications
    told = {str(each.communication.reference): each.communication.missing for each in cited}
    assert told == {"XXX 1/2025": "withdrawn", "XXX 9/2025": "not held"}


def test_search_engines_are_kept_from_a_page_that_says_so_and_from_one_that_was_withdrawn() -> None:
    assert view(make.dossier()).page.is_indexed
    assert not view(make.dossier(noindex=True)).page.is_indexed
    held = make.dossier(withdrawn=Withdrawal(date(2026, 1, 1), "asked for"))
    gone = dossier_view(catalogue_of(build_corpus([held])), held)
    assert not gone.page.is_indexed


def test_a_reply_has_one_number_wherever_the_page_names_it() -> None:
    replies = tuple(
        make.reply(number=number, answers={"q1": Answer(AnswerState.PARTLY)}) for number in (2, 3)
    )
    letter = make.dossier("XXX 1/2025", replies=replies, requests={"q1": "What was done."})
    shown = view(letter)
    assert [(reply.id, reply.words) for reply in shown.replies] == [
        ("reply-2", "Reply 2"),
        ("reply-3", "Reply 3"),
    ]
    assert [answer.reply for answer in shown.requests[0].answers] == ["Reply 2", "Reply 3"]
