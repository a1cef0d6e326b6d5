"""The texts of a dossier's documents: each says what it is."""

from dataclasses import replace

from tests import factories as make
from tests.views.dossier_pages import view

from casebook.words.vocabulary import (
    Capture,
    Translation,
)


def test_the_page_says_which_text_one_reads() -> None:
    restated = view(make.dossier("XXX 1/2025", make.paragraph("1", "Words."), language="fr"))
    ((version,),) = (line.versions for line in restated.documents)
    assert not version.text.is_verbatim
    assert (version.id, version.language, version.translated_from) == (
        "communication",
        "English",
        "French",
    )
    assert view(make.dossier()).documents == ()


def test_every_text_of_a_document_is_a_choice_and_only_the_first_keeps_the_plain_anchors() -> None:
    held = make.dossier("XXX 1/2025", make.paragraph("1", "Our words."), language="fr")
    (document,) = held.documents
    (restated,) = document.texts
    own = replace(restated, is_verbatim=True, language="fr")
    translated = replace(restated, is_verbatim=True)
    several = replace(
        document,
        texts=(own, translated, restated),
        capture=Capture.OCR,
        translation=Translation.MACHINE,
    )
    (line,) = view(replace(held, documents=(several,))).documents
    assert [(each.id, each.label) for each in line.versions] == [
        ("communication", "Word for word"),
        ("communication.verbatim-en", "Word for word, in English"),
        ("communication.restated-en", "Restated, in English"),
    ]
    assert [each.made for each in line.versions] == [
        Capture.OCR.in_words,
        Translation.MACHINE.in_words,
        None,
    ]


def test_texts_of_a_document_whose_language_nobody_knows_are_told_apart() -> None:
    held = make.dossier("XXX 1/2025", make.paragraph("1", "Our words."), language=None)
    (document,) = held.documents
    (text,) = document.texts
    texts = tuple(replace(text, language=language) for language in ("en", "fr", "es"))
    (line,) = view(replace(held, documents=(replace(document, texts=texts),))).documents
    assert [(each.id, each.label) for each in line.versions] == [
        ("communication", "Restated, in English"),
        ("communication.restated-fr", "Restated, in French"),
        ("communication.restated-es", "Restated, in Spanish"),
    ]
