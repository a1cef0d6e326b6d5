"""The card of a standard says what it says, and how many letters cite exactly that."""

from tests import factories as make

from casebook.views.card import card_views
from casebook.views.catalogue import catalogue_of


def test_a_card_has_the_gloss_of_its_own_provision() -> None:
    covenant = make.instrument(
        "iccpr",
        make.entry("article-14", "Fair trial."),
        make.entry("article-14.7", "Not twice."),
        gloss=make.gloss("The treaty."),
    )
    letter = make.dossier("XXX 1/2025", make.paragraph("1", "Under [14(7)](iccpr#article-14.7)."))
    cards = card_views(catalogue_of(make.build_corpus([letter], [covenant])), covenant)
    assert [(card.words, card.gloss, card.page, card.letters) for card in cards] == [
        ("", make.gloss("The treaty."), "standards/iccpr/", 0),
        ("article 14", make.gloss("Fair trial."), "standards/iccpr/article-14/", 0),
        (
            "article 14(7)",
            make.gloss("Not twice."),
            "standards/iccpr/article-14/#article-14.7",
            1,
        ),
    ]


def test_a_number_says_what_it_leaves_out_where_the_page_behind_it_counts_more() -> None:
    covenant = make.instrument("iccpr", "article-14", "article-14.7", "article-9")
    catalogue = catalogue_of(make.build_corpus([], [covenant]))
    assert {card.words: card.counted for card in card_views(catalogue, covenant)} == {
        "": ", as a whole",
        "article 9": "",
        "article 14": ", not counting what is below it",
        "article 14(7)": "",
    }
