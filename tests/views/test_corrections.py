"""The list of corrections tells of every page that was mended or taken down."""

from datetime import date

from tests import factories as make

from casebook.model.dossier import Correction, Withdrawal
from casebook.views.catalogue import catalogue_of
from casebook.views.corrections import corrections_view


def test_what_was_corrected_or_withdrawn_is_listed_the_newest_first() -> None:
    mended = (
        Correction(date(2026, 1, 2), "The day.", "It was misread."),
        Correction(date(2026, 3, 4), "A name.", "It was misspelt."),
    )
    dossiers = [
        make.dossier("XXX 1/2025", corrections=mended),
        make.dossier(
            "XXX 2/2025", title="Secret", withdrawn=Withdrawal(date(2026, 2, 3), "Asked.")
        ),
        make.dossier("XXX 3/2025"),
    ]
    lines = corrections_view(catalogue_of(make.build_corpus(dossiers))).lines
    assert [(str(line.date), line.dossier.words, line.what, line.why) for line in lines] == [
        ("2026-03-04", "AL XXX 1/2025", "A name.", "It was misspelt."),
        ("2026-02-03", "XXX 2/2025", "Withdrawn.", "Asked."),
        ("2026-01-02", "AL XXX 1/2025", "The day.", "It was misread."),
    ]
