"""The labels of a document's texts: a link to a paragraph means the same in every text."""

from collections.abc import Iterator

from casebook.checks.finding import Finding, Material
from casebook.identifiers.label import COMMUNICATION
from casebook.model.dossier import Document, Dossier
from casebook.model.text import Text
from casebook.words.suggestion import some_of
from casebook.words.wording import join_words

_SHOWN = 8


def check_labels(dossier: Dossier, _: Material) -> Iterator[Finding]:
    """Every text of a document labels the same paragraphs."""
    for document in dossier.documents:
        # Where dossier.yml lists the letter's requests, another rule compares with that list.
        is_listed = document.id == COMMUNICATION and dossier.requests is not None
        yield from _compare(document, with_requests=not is_listed)


def _compare(document: Document, *, with_requests: bool) -> Iterator[Finding]:
    if len(document.texts) < 2:
        return
    first, *others = document.texts
    expected = _labels(first, with_requests=with_requests)
    name = first.path.rpartition("/")[2]
    for text in others:
        labels = _labels(text, with_requests=with_requests)
        for label, line in labels.items():
            if label not in expected:
                message = f"This text labels a paragraph {label}, and {name} does not."
                help_ = f"Give it the label that the same paragraph has in {name}."
                yield Finding(text.path, message, help_, line=line)
        missing = [label for label in expected if label not in labels]
        if missing:
            noun = "paragraph" if len(missing) == 1 else "paragraphs"
            listed = join_words(missing) if len(missing) <= _SHOWN else some_of(missing, _SHOWN)
            message = f"This text lacks the {noun} {listed} of {name}."
            help_ = "Add what is missing; a link to one of them would lead nowhere in this text."
            yield Finding(text.path, message, help_)


def _labels(text: Text, *, with_requests: bool) -> dict[str, int]:
    return {
        str(label): paragraph.line
        for label, paragraph in text.labelled()
        if with_requests or not label.is_request
    }
