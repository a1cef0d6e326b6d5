"""How communications stand to each other."""

from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from casebook.checks.finding import Finding, Material
from casebook.identifiers.reference import Reference
from casebook.model.dossier import Dossier
from casebook.words.vocabulary import DIRECTED


def check_self(dossier: Dossier, _: Material) -> Iterator[Finding]:
    """No communication is related to itself."""
    for at, related in enumerate(dossier.related):
        if related.to == dossier.reference:
            message = f"This dossier is {related.to} itself."
            help_ = "Name the other communication, or take the line out."
            yield Finding(dossier.path, message, help_, ("related", at, "to"))


def check_twice(dossier: Dossier, _: Material) -> Iterator[Finding]:
    """A relation to another communication is stated once."""
    seen = set()
    for at, related in enumerate(dossier.related):
        if (related.to, related.kind) in seen:
            message = f"This dossier says twice that it {related.kind.verb} {related.to}."
            help_ = "Take this line out."
            yield Finding(dossier.path, message, help_, ("related", at, "to"))
        seen.add((related.to, related.kind))


def check_both_sides(dossier: Dossier, material: Material) -> Iterator[Finding]:
    """Two dossiers do not contradict each other on how they stand to one another."""
    for at, related in enumerate(dossier.related):
        other = material.corpus.dossiers.get(related.to)
        if not other or other is dossier or related.kind not in DIRECTED:
            continue
        for back in other.related:
            if back.to == dossier.reference and back.kind in DIRECTED:
                yield Finding(
                    dossier.path,
                    f"{dossier.reference} {related.kind.verb} {related.to} here; {other.path} says "
                    f"that {related.to} {back.kind.verb} {dossier.reference}.",
                    "Keep the relation in the later letter's dossier; the other page shows it by itself.",
                    ("related", at, "as"),
                )
    yield from _circles(dossier, material)


def _circles(dossier: Dossier, material: Material) -> Iterator[Finding]:
    """Yield a finding for a circle of three letters or more, if this is its first letter."""
    circle = _way_back(material, dossier.reference)
    is_first = circle and min(circle, key=attrgetter("sort_key")) == dossier.reference
    if is_first and len(circle) > _TWO_SIDES and not _is_dated(material, circle):
        yield _circle(material, circle)


def _way_back(material: Material, start: Reference) -> list[Reference]:
    """Return the letters by which a letter follows up itself in the end, beginning with it."""
    before: dict[Reference, Reference] = {}
    waiting = [start]
    while waiting:
        reference = waiting.pop()
        for earlier in _earlier(material, reference):
            if earlier == start:
                way = [reference]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return way[::-1]
            if earlier not in before:
                before[earlier] = reference
                waiting.append(earlier)
    return []


def _is_dated(material: Material, circle: list[Reference]) -> bool:
    """Whether the days of the letters already show which relation is wrong."""
    days = [material.corpus.outlines[reference].sent for reference in circle]
    return any(day and next_ and day < next_ for day, next_ in pairwise([*days, days[0]]))


_TWO_SIDES = 2
"""Two that contradict each other are told so side by side."""


def _earlier(material: Material, reference: Reference) -> list[Reference]:
    """Return the letters that a letter follows up or corrects."""
    outline = material.corpus.outlines.get(reference)
    return [each.to for each in outline.related if each.kind in DIRECTED] if outline else []


def _circle(material: Material, circle: list[Reference]) -> Finding:
    dossier = material.corpus.dossiers[circle[-1]]
    at, related = next(
        (at, each) for at, each in enumerate(dossier.related) if each.to == circle[0]
    )
    return Finding(
        dossier.path,
        f"{circle[-1]} {related.kind.verb} {related.to}, and that leads back to it: "
        f"{', '.join(map(str, circle))}.",
        "Take out the relation to a letter that is later than the one it stands in.",
        ("related", at, "as"),
    )
