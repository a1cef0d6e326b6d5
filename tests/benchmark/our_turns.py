"""Our own builds at one size: cold, again, after edits; and what readers and editors get."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.benchmark import browser, ours, output, preview
from tests.benchmark.browser import Rare
from tests.benchmark.invention import Letter
from tests.benchmark.ours import Edit
from tests.benchmark.stage import Stage

SAVES = 5
QUERIES = 5
"""How often each query is asked again."""
NAMES = 60
"""How many names are looked for besides."""
RARE = 3
"""So many letters have a name that is rare."""


class OurTurns:
    """What is measured of us."""

    def __init__(self, stage: Stage, folder: Path) -> None:
        """Write the collection."""
        self._stage = stage
        self._folder = folder
        self._site = folder / ours.SITE
        stage.say("writing the collection")
        ours.prepare(folder, stage.size)

    def steps(self, turn: int) -> Iterator[Callable[[], None]]:
        """Yield the builds of a round; the peers may build between them."""
        edits = ours.edits(self._folder, self._stage.size)
        yield partial(self._cold, "pages", ours.PAGES, turn)
        yield partial(self._cold, "whole", ours.WHOLE, turn)
        yield partial(self._build, "unchanged", ours.WHOLE, turn)
        for edit in edits:
            yield partial(self._edited, edit, turn)
        yield partial(ours.restore, self._folder)

    def look(self) -> None:
        """Measure lists, pages, searches and the preview of the collection without edits."""
        stage, size, letter = self._stage, self._stage.size, self._stage.letter
        ours.build(self._folder)
        stage.say("longest lists")
        for longest in output.longest_lists(self._site):
            stage.session.note("list", longest, size=size)
        stage.say("first views and searches")
        addresses = {
            "dossier": f"{letter.place.folder}/",
            "heaviest": output.heaviest_page(self._site),
        }
        queries = _queries(letter)
        views, searches = browser.look(self._site, [*addresses.values()], queries, QUERIES)
        for page, view in zip(addresses, views, strict=True):
            stage.session.note("view", view, size=size, page=page)
        for search in searches:
            stage.session.note("search", search, size=size)
        stage.say("rare names")
        names = {name: name for name in ours.names_all_over(size, NAMES)}
        _, asked = browser.look(self._site, [], names, 0)
        rare = sorted(search.whole for search in asked if 0 < search.letters <= RARE)
        stage.session.note("rare", Rare(len(asked), tuple(rare)), size=size)
        stage.say(f"preview, {SAVES} saves")
        paragraph, *_ = ours.edits(self._folder, size)
        waits = preview.watch_saves(self._folder, paragraph, SAVES, stage.limit)
        stage.session.note("preview", waits, size=size)

    def _cold(self, step: str, command: Sequence[str], turn: int) -> None:
        ours.clean(self._folder)
        self._build(step, command, turn)

    def _build(self, step: str, command: Sequence[str], turn: int) -> None:
        stage = self._stage
        run = stage.build(*("ours", step, turn, command, ours.ENVIRONMENT), self._folder, ours.SITE)
        if run.exit != 0:
            raise SystemExit(f"Our own build failed: there is nothing to compare.\n{run.said}")

    def _edited(self, edit: Edit, turn: int) -> None:
        before = output.stamps(self._site)
        mark = f"{ours.MARK}{edit.name}{turn}"
        edit.make(mark)
        self._build(edit.name, ours.WHOLE, turn)
        shown = [address for address in edit.shown if ours.shows(self._site, address, mark)]
        self._stage.session.note(
            "edit",
            output.difference(before, output.stamps(self._site)),
            size=self._stage.size,
            step=edit.name,
            shown=shown,
            expected=list(edit.shown),
        )


def _queries(letter: Letter) -> dict[str, str]:
    """Return what is searched for: a name that few letters have, words that all have, a phrase."""
    words = letter.paragraphs[4].before.split()
    first, last = letter.person.split()
    return {
        "rare name": last,
        "common words": "detention arrest",
        "common and rare": f"detention {first}",
        "phrase": f'"{" ".join(words[4:7])}"',
    }
