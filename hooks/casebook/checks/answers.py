"""Requests, and what replies do with them."""

from collections.abc import Iterator, Sequence

from casebook.checks.finding import Finding, Material
from casebook.identifiers.label import COMMUNICATION, Label
from casebook.model.dossier import Dossier
from casebook.model.text import Text
from casebook.words.suggestion import nearest, some_of
from casebook.words.vocabulary import ReplyStatus
from casebook.words.wording import join_words


def check_requests(dossier: Dossier, _: Material) -> Iterator[Finding]:
    """The requests in dossier.yml are those that the letter's texts label."""
    letter = dossier.document(COMMUNICATION)
    if dossier.requests is None:
        yield from _unlisted(letter.texts if letter else ())
        return
    listed = dossier.requests
    for text in letter.texts if letter else ():
        labelled = {
            str(label): paragraph.line for label, paragraph in text.labelled() if label.is_request
        }
        for request, line in labelled.items():
            if request not in listed:
                message = (
                    f'The text has the request {request}, and "requests" in dossier.yml has not.'
                )
                help_ = f'Add "{request}:" and the request in your own words to dossier.yml.'
                yield Finding(text.path, message, help_, line=line)
        for request in listed:
            if request not in labelled:
                yield Finding(
                    dossier.path,
                    f"The text {text.path.rpartition('/')[2]} has no request {request}.",
                    f"Begin its paragraph there with [{request}], or take the line out here.",
                    ("requests", request),
                )


def _unlisted(texts: Sequence[Text]) -> Iterator[Finding]:
    """Yield what to do where nobody has listed the requests that the texts of a letter label.

    Where these do not label the same, another rule says so: what to list is not settled.
    """
    labelled = [
        {str(label): at.line for label, at in text.labelled() if label.is_request} for text in texts
    ]
    if (
        not labelled
        or not labelled[0]
        or any(each.keys() != labelled[0].keys() for each in labelled)
    ):
        return
    first, *others = labelled[0]
    noun = "requests" if others else "request"
    yield Finding(
        texts[0].path,
        f'The text has the {noun} {some_of(labelled[0])}, and "requests" in dossier.yml is not known.',
        f'List what the letter asks for under "requests" in dossier.yml, in your own words: {first}: ….',
        line=labelled[0][first],
    )


def check_answers(dossier: Dossier, _: Material) -> Iterator[Finding]:
    """A reply answers only requests that the letter makes."""
    listed = dossier.requests or {}
    labelled = {str(label) for label in _labels_of(dossier, COMMUNICATION)}
    for reply in dossier.replies:
        if reply.answers and not listed:
            message = 'These are answers to requests, and "requests" lists none.'
            help_ = 'List the requests under "requests", q1 first, or take the answers out.'
            yield Finding(dossier.path, message, help_, ("replies", reply.id, "answers"))
            continue
        for request in reply.answers:
            # A request that only the text has is reported by another rule.
            if request not in listed and request not in labelled:
                help_ = f'Add "{request}:" to "requests", or take the line out.'
                if labelled:
                    # One more in the list would be one that the text does not have.
                    help_ = f"Take the line out, or write one of: {some_of(listed)}."
                elif nearest(request, listed):
                    help_ = f"Write one of: {some_of(listed)}."
                yield Finding(
                    dossier.path,
                    f"The letter makes no request {request}.",
                    help_,
                    ("replies", reply.id, "answers", request),
                )


def check_withheld(dossier: Dossier, _: Material) -> Iterator[Finding]:
    """A reply that is withheld as confidential has no text here."""
    for reply in dossier.replies:
        held = dossier.document(reply.id)
        if reply.status is not ReplyStatus.WITHHELD or not held or not held.texts:
            continue
        names = join_words([text.path.rpartition("/")[2] for text in held.texts])
        yield Finding(
            dossier.path,
            f"{reply.id} is said to be withheld as confidential, and its text is here: {names}.",
            f"Write {ReplyStatus.SUBSTANTIVE} or {ReplyStatus.ACKNOWLEDGEMENT} if the reply is"
            " public. If it is not, take the text out, and tell whom SECURITY.md names.",
            ("replies", reply.id, "status"),
        )


def check_pinpoints(dossier: Dossier, _: Material) -> Iterator[Finding]:
    """An answer points at paragraphs that the reply has."""
    for reply in dossier.replies:
        anchors = [label.anchor for label in _labels_of(dossier, reply.id)]
        if not anchors:
            continue
        for request, answer in reply.answers.items():
            for at, label in enumerate(answer.at):
                if label.anchor not in anchors:
                    yield Finding(
                        dossier.path,
                        f"The text of {reply.id} has no paragraph {label.anchor}.",
                        f"Its paragraphs are {_range(anchors)}.",
                        ("replies", reply.id, "answers", request, "at", at),
                    )


def _labels_of(dossier: Dossier, document: str) -> list[Label]:
    held = dossier.document(document)
    texts = held.texts if held else ()
    return [label for text in texts[:1] for label, _ in text.labelled()]


def _range(anchors: list[str]) -> str:
    return join_words(anchors) if len(anchors) < 5 else f"{anchors[0]} to {anchors[-1]}"
