"""The other letters of a matter: its chain, its parallels, and what else is said of them."""

from collections import defaultdict
from dataclasses import dataclass

from casebook.identifiers.reference import Reference
from casebook.model.dossier import Dossier
from casebook.views.catalogue import Catalogue
from casebook.views.row import Communication


@dataclass(frozen=True, slots=True)
class RelatedLetter:
    """One letter of a group."""

    communication: Communication
    is_this: bool
    """Whether it is the letter whose page this is."""
    verbs: tuple[str, ...]
    """How this letter stands to that one: follows up, is followed up by."""


@dataclass(frozen=True, slots=True)
class RelatedGroup:
    """Letters that belong together, oldest first."""

    heading: str
    letters: tuple[RelatedLetter, ...]
    is_chain: bool


def related_groups(catalogue: Catalogue, dossier: Dossier) -> tuple[RelatedGroup, ...]:
    """Return the chain of a letter, the letters sent in parallel, and all other relations.

    A relation shows on both letters, whichever of them states it.
    """
    here = dossier.reference
    verbs = defaultdict[Reference, dict[str, None]](dict)
    for relation in dossier.related:
        verbs[relation.to][relation.kind.verb] = None
    for other, relation in catalogue.corpus.related_from.get(here, ()):
        verbs[other][relation.kind.reverse] = None
    chain = catalogue.chains.get(here, ())
    parallels = catalogue.parallels.get(here, ())
    grouped = {*chain, *parallels}
    others = [other for other in verbs if other not in grouped]
    return tuple(
        RelatedGroup(
            heading,
            tuple(
                RelatedLetter(
                    catalogue.communication(member), member == here, tuple(verbs.get(member, ()))
                )
                for member in members
            ),
            is_chain,
        )
        for heading, members, is_chain in (
            ("The chain of letters", chain, True),
            ("Sent in parallel to several addressees", parallels, False),
            ("Other letters on the matter", others, False),
        )
        if members
    )
