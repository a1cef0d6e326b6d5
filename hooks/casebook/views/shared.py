"""A dossier as other sites show it: in a frame, and on a picture."""

from dataclasses import dataclass

from casebook.model.address import dossier_address
from casebook.model.dossier import Dossier
from casebook.model.reply_state import reply_outcome
from casebook.views.catalogue import Catalogue
from casebook.words.dates import date_in_words


@dataclass(frozen=True, slots=True)
class SharedView:
    """A letter in four lines. It has no names of persons: those of a title stand in the title."""

    page: str
    """The page of the dossier, from the site's root."""
    label: str
    """UA BLR 7/2025."""
    title: str
    facts: str
    """Urgent appeal of 8 September 2025 to Belarus; nothing for a withdrawn dossier."""
    state: str
    """No reply found as of 22 November 2026."""
    mark: str
    """The mark of that state; nothing for a withdrawn dossier."""

    @property
    def drawn(self) -> tuple[str, str, str, str, str]:
        """What stands on the picture, in its order, and the mark."""
        return (self.label, self.title, self.facts, self.state, self.mark)


def shared_view(catalogue: Catalogue, dossier: Dossier) -> SharedView:
    """Return what other sites show of a dossier; of a withdrawn one, that it was withdrawn."""
    if dossier.withdrawn:
        return SharedView(
            page=dossier_address(dossier.reference),
            label=str(dossier.reference),
            title="This page was withdrawn",
            facts="",
            state=f"Withdrawn on {date_in_words(dossier.withdrawn.date)}",
            mark="",
        )
    reply = reply_outcome(dossier)
    return SharedView(
        page=dossier_address(dossier.reference),
        label=dossier.label,
        title=dossier.title,
        facts=_facts(catalogue, dossier),
        state=reply.in_words,
        mark=reply.state.mark,
    )


def _facts(catalogue: Catalogue, dossier: Dossier) -> str:
    kind = dossier.type.in_words.capitalize() if dossier.type else "Letter"
    dated = f" of {date_in_words(dossier.sent)}" if dossier.sent else ", date not known,"
    return f"{kind}{dated} to {catalogue.corpus.recipient_of(dossier)}"
