"""Pages of dossiers, for tests of what stands on them."""

from tests import factories as make
from tests.factories import build_corpus

from casebook.model.dossier import Dossier
from casebook.views.catalogue import catalogue_of
from casebook.views.dossier import DossierView, dossier_view


def view(held: Dossier, *others: Dossier) -> DossierView:
    """Return what the page of a dossier shows, in a collection that has the others, too."""
    corpus = build_corpus(
        [held, *others], [make.instrument("iccpr", "article-7", "article-14")], [make.mandate()]
    )
    shown = dossier_view(catalogue_of(corpus), held)
    assert isinstance(shown, DossierView)
    return shown
