"""What is promised of a letter, and of one that was withdrawn."""

from datetime import date

from tests import factories as make
from tests.factories import build_corpus

from casebook.model.dossier import Document, Withdrawal
from casebook.model.promises import Promised

PAGE = "cases/xxx/7-2025/"


def test_a_withdrawn_letter_keeps_its_address_and_no_paragraph() -> None:
    text = make.text(make.paragraph("1", "It asks."))
    letter = make.dossier(documents=(Document("communication", texts=(text,)),))
    assert {PAGE, f"{PAGE}#p1"} <= {*Promised(build_corpus([letter]), ())}
    gone = make.dossier(
        documents=letter.documents, withdrawn=Withdrawal(date(2026, 1, 1), "asked for")
    )
    promised = Promised(build_corpus([gone]), ())
    assert PAGE in promised
    assert f"{PAGE}#p1" not in promised
    assert [each for each in promised if each.startswith(PAGE)] == [PAGE]
