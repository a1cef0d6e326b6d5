"""The templates of record pages: escaped by default, strict about what they are given."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from casebook.identifiers.reference import Reference
from casebook.model.corpus import Corpus
from casebook.model.reply_state import days_after
from casebook.model.text import Block, Text
from casebook.rendering.bidirectional import set_apart_sentence
from casebook.rendering.compiled import CompiledTemplates
from casebook.rendering.hyperlinks import Hyperlinks
from casebook.rendering.offer import Offer
from casebook.rendering.writer import write_blocks, write_text
from casebook.words.dates import PartialDate, date_in_words
from casebook.words.language import direction_of, language_name
from casebook.words.wording import count_words, join_words, times_words

_NOTHING = Offer()


def date_words(day: date | PartialDate | None) -> str:
    """Return a date as a reader reads it; nothing for none."""
    return "" if day is None else date_in_words(day)


class Templates:
    """Renders the bodies of record pages from views."""

    def __init__(self, folder: Path, corpus: Corpus, compiled: Path | None = None) -> None:
        """`folder` is the theme; its records/ has one template a kind of page.

        `compiled` is a folder that keeps what templates were compiled to.
        """
        if compiled:
            compiled.mkdir(exist_ok=True)
        self._corpus = corpus
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=CompiledTemplates(compiled) if compiled else None,
        )
        filters: dict[str, Callable[..., Any]] = {
            "apart": _apart,
            "date_words": date_words,
            "language_name": language_name,
            "thousands": "{:,}".format,
            "direction_of": direction_of,
        }
        self._environment.filters.update(filters)
        words = {
            "count_words": count_words,
            "days_after": days_after,
            "join_words": join_words,
            "times_words": times_words,
        }
        self._environment.globals.update(words)

    def body(
        self,
        template: str,
        view: object,
        root: str,
        own: Reference | None = None,
        *,
        content: str = "",
        offer: Offer = _NOTHING,
    ) -> str:
        """Return the body of a page.

        `template` is its name in records/, `root` leads from the page to the root of the site,
        `own` is the dossier whose page it is: its reference is no link to itself. `content` is
        HTML that somebody wrote by hand for this page, `offer` what it offers beside its record.
        """
        hyperlinks = Hyperlinks(self._corpus, root, own)
        return self._environment.get_template(f"records/{template}.html").render(
            view=view,
            root=root,
            content=Markup(content),  # noqa: S704
            offer=offer,
            text_html=partial(_text_html, hyperlinks),
            inline_html=partial(_inline_html, hyperlinks),
        )


def _text_html(hyperlinks: Hyperlinks, text: Text, document: str) -> Markup:
    # The writer escapes every word it writes.
    return Markup(write_text(text, document, hyperlinks))  # noqa: S704


def _apart(words: str, likely: str | None = None) -> Markup:
    return Markup(set_apart_sentence(words, likely))  # noqa: S704


def _inline_html(hyperlinks: Hyperlinks, blocks: Sequence[Block]) -> Markup:
    return Markup(write_blocks(blocks, hyperlinks))  # noqa: S704
