"""Words in other scripts within a page: set apart, with their language and direction."""

from html import escape

from casebook.words.script import (
    MAY_BE_OTHER,
    direction_of_script,
    language_tag,
    main_script,
    stretches,
)


def set_apart(words: str, language: str = "en", likely: str | None = None) -> str:
    """Return words as HTML, those in another script than `language` has set apart.

    `likely` is the language that such words are probably in: the language of the letter.
    """
    if not MAY_BE_OTHER.search(words):
        return escape(words)
    return "".join(
        f'<bdi lang="{language_tag(script, likely)}" dir="{direction_of_script(script)}">'
        f"{escape(piece)}</bdi>"
        if script
        else escape(piece)
        for piece, script in stretches(words, language)
    )


def set_apart_sentence(words: str, likely: str | None = None) -> str:
    """Return a whole title or sentence as HTML, set apart as a whole if it is written to the left.

    In pieces, what stands first would stand last: "article 9" in the middle of a Persian request.
    """
    script = main_script(words) if MAY_BE_OTHER.search(words) else None
    if script and direction_of_script(script) == "rtl":
        return f'<bdi lang="{language_tag(script, likely)}" dir="rtl">{escape(words)}</bdi>'
    return set_apart(words, likely=likely)
