"""The list of everything that was corrected or withdrawn: below the words of `/corrections/`."""

from dataclasses import dataclass
from datetime import date

from casebook.model.address import dossier_address
from casebook.views.catalogue import Catalogue
from casebook.views.page import LinkTo

CORRECTIONS_PAGE = "corrections/"


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """One correction, or one withdrawal."""

    date: date
    dossier: LinkTo
    what: str
    why: str


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """Everything that was corrected or withdrawn, the newest first."""

    lines: tuple[CorrectionLine, ...]


def corrections_view(catalogue: Catalogue) -> CorrectionsView:
    """Return the list. Of a withdrawn dossier it has the withdrawal, and nothing else."""
    lines = []
    corpus = catalogue.corpus
    for reference in corpus.dossiers:
        if not corpus.outlines[reference].is_corrected:
            continue
        dossier = corpus.dossiers[reference]
        if dossier.withdrawn:
            link = LinkTo(str(reference), dossier_address(reference))
            lines.append(
                CorrectionLine(dossier.withdrawn.date, link, "Withdrawn.", dossier.withdrawn.reason)
            )
            continue
        link = LinkTo(dossier.label, dossier_address(reference, "corrections"))
        lines += [
            CorrectionLine(correction.date, link, correction.what, correction.why)
            for correction in dossier.corrections
        ]
    # Of one day, in the order of references, those of one dossier in its own.
    return CorrectionsView(tuple(sorted(lines, key=lambda line: -line.date.toordinal())))
