"""How communications stand to each other."""

from collections.abc import Iterator

from casebook.checks.finding import Finding, Material
from casebook.words.vocabulary import Relation

_DIRECTED = frozenset({Relation.FOLLOWS_UP, Relation.CORRECTS})


def check_self(material: Material) -> Iterator[Finding]:
    """No communication is related to itself."""
    for dossier in material.dossiers:
        for at, related in enumerate(dossier.related):
            if related.to == dossier.reference:
                yield Finding(
                    dossier.path,
                    f"This dossier is {related.to} itself.",
                    "Name the other communication, or take the line out.",
                    ("related", at, "to"),
                )


def check_twice(material: Material) -> Iterator[Finding]:
    """A relation to another communication is stated once."""
    for dossier in material.dossiers:
        seen = set()
        for at, related in enumerate(dossier.related):
            if (related.to, related.kind) in seen:
                yield Finding(
                    dossier.path,
                    f"This dossier says twice that it {related.kind.verb} {related.to}.",
                    "Take this line out.",
                    ("related", at, "to"),
                )
            seen.add((related.to, related.kind))


def check_both_sides(material: Material) -> Iterator[Finding]:
    """Two dossiers do not contradict each other on how they stand to one another."""
    for dossier in material.dossiers:
        for at, related in enumerate(dossier.related):
            other = material.corpus.dossiers.get(related.to)
            if not other or other is dossier or related.kind not in _DIRECTED:
                continue
            for back in other.related:
                if back.to == dossier.reference and back.kind is related.kind:
                    yield Finding(
                        dossier.path,
                        f"{dossier.reference} {related.kind.verb} {related.to} here; {other.path} says "
                        f"that {related.to} {back.kind.verb} {dossier.reference}.",
                        "Keep the relation in the later letter's dossier; the other page shows it by itself.",
                        ("related", at, "as"),
                    )
