"""Labels that were given to other words: links to them lead astray, though none is lost."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from casebook.changes.texts import written
from casebook.identifiers.reference import Reference
from casebook.model.address import dossier_address
from casebook.model.corpus import Corpus
from casebook.model.dossier import Document, Dossier

RENUMBERED_HELP = (
    "A label is never renumbered: give each paragraph its own back, and what is new one of its own, "
    "such as [11a]."
)
_TELLING = 4
"""Words; shorter paragraphs may well be written twice."""


def led_astray(
    before: Corpus, after: Corpus, references: Iterable[Reference]
) -> Iterator[tuple[str, str]]:
    """Yield the addresses in these dossiers whose words have another label now, and that address."""
    for reference in references:
        if reference in before.dossiers and reference in after.dossiers:
            found = renumbered(before.dossiers[reference], after.dossiers[reference])
            for anchor, now in found:
                yield dossier_address(reference, anchor), dossier_address(reference, now)


def renumbered(before: Dossier, after: Dossier) -> Iterator[tuple[str, str]]:
    """Yield the anchors whose words have another label now, each with the anchor of that.

    `p12` and `p13`: what a link to `#p12` meant is at `#p13`, and `#p12` says something else. An
    anchor that is gone altogether is not told here.
    """
    if before.withdrawn or after.withdrawn:
        return
    for document in before.documents:
        if now := after.document(document.id):
            yield from _renumbered(_by_anchor(document), _by_anchor(now))


def _renumbered(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    once = {words for words, times in Counter(before.values()).items() if times == 1}
    times = Counter(after.values())
    places = {words: anchor for anchor, words in after.items()}
    for anchor, words in before.items():
        if after.get(anchor, words) == words or len(words.split()) < _TELLING:
            continue
        if words in once and times[words] == 1:
            yield anchor, places[words]


def _by_anchor(document: Document) -> dict[str, str]:
    """Return the words of the text that keeps the plain anchors, by anchor."""
    return {
        label.anchor_in(document.id): written(paragraph.content)
        for text in document.texts[:1]
        for label, paragraph in text.labelled()
    }
