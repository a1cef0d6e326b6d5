"""Every rule on the whole collection, by the slug of its page in docs/problems/."""

from collections.abc import Mapping
from datetime import date

from casebook.checks import (
    answers,
    chronology,
    instruments,
    labelling,
    linking,
    naming,
    permanence,
    registered,
    relations,
    sourcing,
)
from casebook.checks.finding import Check, Material
from casebook.checks.links import gather_links
from casebook.model.promises import promised_addresses
from casebook.reading.collection import Collection
from casebook.reading.places import places_in
from casebook.words.problem import Problem

CHECKS: Mapping[str, Check] = {
    "unknown-mandate": registered.check_mandates,
    "signatory-without-mandate": registered.check_signatories,
    "unknown-topic": registered.check_topics,
    "unknown-addressee": registered.check_addressees,
    "missing-standard": linking.check_standards,
    "missing-provision": linking.check_provisions,
    "missing-case": linking.check_cases,
    "missing-paragraph": linking.check_paragraphs,
    "provision-too-high": instruments.check_highest,
    "shared-name": instruments.check_shared_names,
    "general-name": instruments.check_general_names,
    "labels-disagree": labelling.check_labels,
    "requests-disagree": answers.check_requests,
    "answer-without-request": answers.check_answers,
    "answer-outside-reply": answers.check_pinpoints,
    "reply-without-source": sourcing.check_sources,
    "reply-before-letter": chronology.check_replies,
    "date-in-the-future": chronology.check_future,
    "dates-out-of-order": chronology.check_order,
    "term-reversed": chronology.check_terms,
    "related-to-itself": relations.check_self,
    "related-twice": relations.check_twice,
    "relations-contradict": relations.check_both_sides,
    "withheld-name": naming.check_names,
    "child-named": naming.check_children,
    "lost-address": permanence.check_permalinks,
    "moved-address": permanence.check_moved,
}


def run_checks(collection: Collection, today: date) -> tuple[Problem, ...]:
    """Return what every rule finds, in the order of paths, lines, columns."""
    locate = places_in(collection.root)
    links = gather_links(collection.corpus)
    material = Material(
        collection.corpus,
        today,
        links,
        collection.unread,
        collection.permalinks,
        collection.moved,
        _promised(collection),
    )
    problems = []
    for slug, check in CHECKS.items():
        for finding in check(material):
            line, column = finding.line, finding.column
            if finding.steps:
                line, column = locate(finding.path, finding.steps)
            problems.append(
                Problem(finding.path, line, column, slug, finding.message, finding.help)
            )
    return tuple(sorted(problems))


def _promised(collection: Collection) -> frozenset[str]:
    if not collection.permalinks and not collection.moved:
        return frozenset()
    return promised_addresses(collection.corpus, collection.pages)
