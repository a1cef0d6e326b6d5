"""The plan of a site: every batch of files that it has, each made when it has to be."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

import PIL

from casebook.building.batch import PIECES, Batch, digest, hash_of
from casebook.building.facts import Watching
from casebook.building.findings import CHECKS, print_problems
from casebook.building.moved import moved_references, redirect_rules
from casebook.building.pages import Pages, Written
from casebook.building.seals import host_files
from casebook.checks.rules import Judge
from casebook.exports.basis import by_addressee
from casebook.exports.database import text_database
from casebook.exports.files import dossier_files
from casebook.identifiers.reference import Reference
from casebook.indexing.aliases import alias_page, alias_path
from casebook.indexing.found import record_file
from casebook.indexing.index import plan_tables
from casebook.indexing.record import record_path
from casebook.model.address import addressee_address, dossier_address
from casebook.model.sharing import SITE_PICTURE, frame_address, picture_address
from casebook.model.site_file import SiteFile
from casebook.rendering import picture
from casebook.rendering.picture import Weight, draw_picture
from casebook.sealing.policy import PAGE_POLICY
from casebook.views.catalogue import Catalogue
from casebook.views.shared import shared_view
from casebook.views.site import PlannedPage, plan_dossier

_SITE_TITLE = "What UN human rights experts wrote to Governments, and what was answered"

PAGES = ("page ", "cards ")
"""How the names of batches begin that hold pages."""


def drawing_key() -> str:
    """Return a hash of all that turns words into a picture.

    Ten thousand pictures are not drawn again for a change elsewhere in the program.
    """
    assert picture.__file__
    sources = (Path(picture.__file__), *(weight.path for weight in Weight))
    return digest(PIL.__version__.encode(), *(path.read_bytes() for path in sources))


@dataclass(frozen=True, slots=True)
class Plan:
    """What a site is made from."""

    catalogue: Catalogue
    """Not watched: it says what there is, not what it says."""
    records: Callable[[Callable[[str], bool]], Iterable[PlannedPage]]
    """Returns every page but those of dossiers, and those written by hand: of those for which it
    is told that none is wanted whose address begins so, most are left out."""
    exports: Sequence[SiteFile]
    """The files for machines that belong to no single dossier."""
    watching: Watching
    pages: Pages
    judge: Judge
    written: Sequence[Written]
    moved: Mapping[str, str]
    """Pages that are no more, and where they went."""
    judged: date
    """The day for which the judge judges."""
    code: str
    """Stands for the program and its settings."""
    rules: str
    """Stands for what the judge was told, and for the program."""
    look: str
    """Stands for templates and the page around every page, and for the program."""
    shape: str
    """Stands for the collection, besides what letters say."""
    dated: str
    """Stands for the days that the map of the site gives."""

    @property
    def key(self) -> str:
        """Stands for the names and the versions of all batches."""
        return hash_of(
            *(self.shape, self.code, self.rules, self.look, drawing_key()),
            *(self.written, sorted(self.moved.items())),
        )

    def batches(self, wanted: Collection[str] | None = None) -> Iterator[Batch]:
        """Yield every batch of files that does not speak of other files.

        Of those that are not `wanted`, by their names, most are left out: it takes less time.
        """
        drawing = drawing_key()
        near: dict[str, list[Batch]] = defaultdict(list)
        for batch in self._exports(wanted):
            near[batch.near].append(batch)
        about = None if wanted is None else {name.partition(" ")[2] for name in wanted}
        for code, letters in by_addressee(self.catalogue.corpus.dossiers):
            for reference in letters:
                if about is None or about & {str(reference), dossier_address(reference)}:
                    yield from self._dossier(reference, drawing)
            yield from near.pop(code, ())
        yield from self._others(wanted)
        yield from chain.from_iterable(near.values())
        yield Batch(SITE_PICTURE, drawing, _site_picture)
        yield Batch("hosts", f"{self.code} {hash_of(self.moved)}", self._hosts)
        yield Batch("checks", self.rules, self._check)

    def _others(self, wanted: Collection[str] | None) -> Iterator[Batch]:
        """Yield the pages of what is no dossier."""
        for planned in self.records(_asked_for(wanted)):
            if wanted is None or _page_name(planned.address) in wanted:
                told = " ".join((planned.template, *map(str, planned.arguments)))
                yield self._page(planned.address, told, self.pages.record, planned)
        for instrument in self.catalogue.corpus.instruments:
            yield Batch(f"cards {instrument}", self.look, self._cards, (instrument,))
        for page in self.written:
            yield self._page(page.address, repr(page), self.pages.written, page)
        for old, target in self.moved.items():
            yield self._page(old, target, self.pages.moved, old, target)

    def _dossier(self, reference: Reference, drawing: str) -> Iterator[Batch]:
        name, code, told = str(reference), reference.addressee, (reference,)
        page = _page_name(dossier_address(reference))
        yield Batch(f"check {name}", self.rules, self._check, told, code)
        yield Batch(page, self.look, self._dossier_page, told, code)
        yield Batch(f"record {name}", self.look, self._record, told, code)
        yield Batch(f"picture {name}", drawing, self._picture, told, code)

    def _page(
        self, address: str, told: str, make: Callable[..., bytes], *arguments: object
    ) -> Batch:
        path, version = f"{address}index.html", f"{self.look} {hash_of(told)}"
        return Batch(_page_name(address), version, lambda: {path: make(*arguments)})

    def _dossier_page(self, reference: Reference) -> dict[str, bytes]:
        planned = plan_dossier(self.catalogue, reference)
        return {f"{planned.address}index.html": self.pages.dossier(planned, reference)}

    def _record(self, reference: Reference) -> dict[str, bytes]:
        """Return the files of a dossier that speak of it alone."""
        basis = self.watching.basis
        files = {path: make() for path, make in dossier_files(basis, reference).items()}
        frame = frame_address(reference)
        files[f"{frame}index.html"] = self.pages.frame(frame, reference)
        files[alias_path(reference)] = alias_page(reference, basis.site_url, PAGE_POLICY)
        if basis.corpus.outlines[reference].is_indexed:
            files[record_path(reference)] = record_file(basis.corpus, reference)
        return files

    def _picture(self, reference: Reference) -> dict[str, bytes]:
        catalogue = self.watching.catalogue
        view = shared_view(catalogue, catalogue.corpus.dossiers[reference])
        return {picture_address(reference): draw_picture(*view.drawn)}

    def _cards(self, instrument: str) -> dict[str, bytes]:
        return dict(self.pages.cards(instrument))

    def _check(self, reference: Reference | None = None) -> dict[str, bytes]:
        """Return what the judge finds in a dossier, or in everything that is no dossier."""
        problems = self.judge.dossier(reference) if reference else self.judge.rest()
        folder = reference.folder if reference else ""
        return {f"{CHECKS}{folder}": print_problems(problems)} if problems else {}

    def _exports(self, wanted: Collection[str] | None) -> Iterator[Batch]:
        """Yield the files for machines that speak of many dossiers.

        What is made of the letters to one addressee is near them: they are still in memory then.
        """
        basis = self.watching.basis
        codes = {reference.addressee for reference in basis.corpus.dossiers}
        pages = {addressee_address(code): code for code in codes}
        about = {
            **{subject.path: pages.get(subject.address, "") for subject in basis.subjects.values()},
            **{_stem(text_database(code)): code for code in codes},
        }
        for export in self.exports:
            if not export.is_large:
                name, code = f"file {export.path}", about.get(_stem(export.path), "")
                if wanted is None or name in wanted:
                    yield self._file(name, export.path, export.make, export.told, code)
                continue
            for piece in export.pieces:
                path = piece_path(export.path, piece.name)
                name, code = f"piece {path}", piece.name if piece.name in codes else ""
                if wanted is None or name in wanted:
                    yield self._file(name, path, piece.make, piece.told, code)
        moved = moved_references(self.moved)
        for table in plan_tables(basis.corpus, self.code, basis.site_url, moved):
            yield self._file(f"file {table.path}", table.path, table.make, table.told)

    def _file(
        self, name: str, path: str, make: Callable[[], bytes], told: object, near: str = ""
    ) -> Batch:
        return Batch(name, f"{self.code} {hash_of(told)}", lambda: {path: make()}, near=near)

    def large_exports(self) -> Iterator[SiteFile]:
        """Yield the files for machines that are made in pieces."""
        return (export for export in self.exports if export.is_large)

    def _hosts(self) -> dict[str, bytes]:
        files = host_files(self.watching.basis.corpus, self.moved)
        if self.moved:
            files["_redirects"] = redirect_rules(self.moved)
        return files


def piece_path(path: str, name: str) -> str:
    """Return where a piece of a large file is kept."""
    return f"{PIECES}{path}/{name}"


def _asked_for(wanted: Collection[str] | None) -> Callable[[str], bool]:
    """Return what tells whether a page is wanted, by the names of batches, that begins so."""
    if wanted is None:
        return lambda _: True
    addresses = sorted(name.removeprefix(PAGES[0]) for name in wanted if name.startswith(PAGES[0]))

    def is_wanted(beginning: str) -> bool:
        first = bisect_left(addresses, beginning)
        return first < len(addresses) and addresses[first].startswith(beginning)

    return is_wanted


def _page_name(address: str) -> str:
    return f"{PAGES[0]}{address}"


def _stem(path: str) -> str:
    return path.rpartition(".")[0]


def _site_picture() -> dict[str, bytes]:
    return {SITE_PICTURE: draw_picture("", _SITE_TITLE, "", "", "")}
