"""`casebook import`: the file of a letter or a reply becomes the draft of a dossier."""

import argparse
import hashlib
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from casebook.citations.citation import Citation
from casebook.doors import scanning
from casebook.doors.confined import read_confined
from casebook.doors.dossier_files import difference, read_files, write_files
from casebook.doors.here import UsageError, printable
from casebook.doors.linking import link_citations, place_citations
from casebook.doors.originals import open_store
from casebook.doors.references import parse_one
from casebook.identifiers.reference import Reference, reference_in
from casebook.importing.draft.fields import Origin
from casebook.importing.draft.planning import Plan, Wishes, plan_import, reference_for
from casebook.importing.extract import LARGEST_FILE
from casebook.importing.importer import Imported
from casebook.importing.letter.joined_files import next_document
from casebook.importing.letter.mandate_names import MandateNames
from casebook.importing.normalisation import normalise, plain_words
from casebook.importing.pieces import BLACK
from casebook.importing.refusal import Refusal
from casebook.model.corpus import Corpus
from casebook.originals.store import StoreError
from casebook.reading.characters import LARGEST_TEXT
from casebook.reading.collection import names_of, read_collection
from casebook.reading.dossiers import read_dossier
from casebook.reading.registers import ADDRESSEES, MANDATES
from casebook.reading.texts import read_text
from casebook.reading.tree import reason_of
from casebook.reading.values import DOCUMENT_ID, WEB_ADDRESS
from casebook.words.wording import count_words

NAME = "import"
SUMMARY = "make the draft of a dossier from a letter or a reply: PDF, DOCX, HTML, Markdown or text"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a letter or a reply")
    parser.add_argument(
        "--case", metavar="REF", help="the communication, when the file does not say it: BLR 7/2025"
    )
    parser.add_argument(
        "--document", metavar="ID", help="which document it is: communication, reply-1, reply-2"
    )
    parser.add_argument("--url", help="where the document is published")
    parser.add_argument(
        "--dry-run", action="store_true", help="print what would change, and write nothing"
    )
    parser.add_argument(
        "--force", action="store_true", help="replace what somebody has written already"
    )


@dataclass(slots=True)
class _Dossier:
    """The files of a dossier while the command runs."""

    held: dict[str, bytes]
    changed: dict[str, bytes] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, bytes]:
        return {**self.held, **self.changed}


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Import every file; return 1 when one of them could not be, else 0."""
    wishes = _wishes(arguments)
    collection = read_collection(root)
    # Without them the draft would say of every mandate that nobody knows it.
    if broken := {MANDATES.path, ADDRESSEES.path} & collection.unread:
        raise UsageError(f"{min(broken)} has problems; casebook check says which.")
    importer = _Importer(root, collection.corpus, wishes)
    failed = 0
    for path in arguments.files:
        try:
            importer.add(path)
        except Refusal as refusal:
            failed += 1
            sys.stderr.write(f"casebook: {printable(path)}: {refusal.message} {refusal.help}\n")
    for folder, dossier in importer.dossiers.items():
        if arguments.dry_run:
            sys.stdout.write(difference(root, folder, dossier.changed))
        elif dossier.changed:
            write_files(root, folder, dossier.changed)
    if not arguments.dry_run:
        _file_originals(root, importer.originals)
    sys.stdout.write("".join(f"{line}\n" for line in importer.told))
    if arguments.dry_run:
        sys.stdout.write("Nothing was written.\n")
    return 1 if failed else 0


def _file_originals(root: Path, originals: Mapping[str, Path]) -> None:
    """Keep what was read, so that `casebook verify` can compare it with the texts."""
    if not originals:
        return
    try:
        store = open_store(root)
        for checksum, path in originals.items():
            data = b"" if store.holds(checksum) else _read(path)
            if hashlib.sha256(data).hexdigest() == checksum:
                store.keep(data, checksum)
    except StoreError as error:
        raise UsageError(f"The texts are written, but {error}") from error


def _wishes(arguments: argparse.Namespace) -> Wishes:
    case = None if arguments.case is None else parse_one(arguments.case)
    document: str | None = arguments.document
    if document is not None and not re.fullmatch(DOCUMENT_ID, document):
        raise UsageError(
            f'"{printable(document)}" is no document; write communication, reply-1 or reply-2.'
        )
    if arguments.url is not None and not WEB_ADDRESS.parse(arguments.url):
        raise UsageError(
            f'"{printable(arguments.url)}" is no web address; write it from https:// on.'
        )
    if len(arguments.files) > 1 and (document or arguments.url):
        raise UsageError("--document and --url are for one file; import the files one by one.")
    return Wishes(case, document, arguments.url, arguments.force)


class _Importer:
    """Imports files one after the other; what one adds, the next one sees."""

    def __init__(self, root: Path, corpus: Corpus, wishes: Wishes) -> None:
        self._root = root
        self._corpus = corpus
        self._wishes = wishes
        self._mandates = MandateNames(corpus.mandates.values())
        self._names = names_of(list(corpus.instruments.values()))
        self.dossiers: dict[str, _Dossier] = {}
        self.originals: dict[str, Path] = {}
        """What was read, by checksum."""
        self.told: list[str] = []

    def add(self, path: Path) -> None:
        """Plan what a file changes."""
        data = _read(path)
        imported = self._imported(data)
        if imported.differs_at is not None:
            raise Refusal(
                f"The text made of it would not be its own words, near: {imported.differs_at}",
                "Nothing was written; please report it, with the file.",
            )
        reference = reference_for(imported.facts, self._wishes)
        markdown = self._linked(imported.markdown, reference)
        if len(markdown.encode()) > LARGEST_TEXT:
            raise Refusal(
                "The document has more words than a text may have.",
                "Split it, and import the letter.",
            )
        folder = f"cases/{reference.folder}"
        dossier = self.dossiers.get(folder) or _Dossier(read_files(self._root, folder))
        origin = Origin(
            hashlib.sha256(data).hexdigest(),
            imported.extract.pages,
            self._wishes.url,
            imported.extract.capture,
        )
        plan = plan_import(
            imported.facts,
            markdown,
            origin,
            _decoded(dossier.files, folder),
            addressees=self._corpus.addressees,
            wishes=self._wishes,
        )
        dossier.changed.update(
            {name: _encoded(words, dossier.held.get(name)) for name, words in plan.files.items()}
        )
        self.dossiers[folder] = dossier
        self.originals[origin.sha256] = path
        self._tell(path, plan, imported)

    def _imported(self, data: bytes) -> Imported:
        try:
            return read_confined(data, self._mandates)
        except Refusal as refusal:
            if not refusal.is_picture or not scanning.is_installed():
                raise
        imported = read_confined(scanning.recognise_words(data), self._mandates)
        return replace(imported, extract=replace(imported.extract, is_scanned=True))

    def _linked(self, markdown: str, reference: Reference) -> str:
        """Return a text with links on the provisions it cites, if its words stay the same."""
        text, _ = read_text(
            markdown,
            "",
            language="en",
            is_verbatim=True,
            names=self._names,
            addressee=reference.addressee,
        )
        placed = [each for each in place_citations(text, markdown) if self._is_held(each.citation)]
        linked = link_citations(placed, markdown, self._corpus)
        same = normalise(plain_words(linked)) == normalise(plain_words(markdown))
        return linked if same else markdown

    def _is_held(self, citation: Citation) -> bool:
        """Whether our standards have every provision cited: a link to one without gloss is a problem."""
        for target in citation.targets:
            standard = self._corpus.standard_of(target)
            if standard and standard[1] and not standard[0].entry(standard[1]):
                return False
        return True

    def _tell(self, path: Path, plan: Plan, imported: Imported) -> None:
        labelled = [part for part in imported.letter.parts if part.label]
        requests = len(imported.letter.requests)
        counts = [count_words(len(labelled) - requests, "paragraph")]
        if requests:
            counts.append(count_words(requests, "request"))
        if imported.letter.notes:
            counts.append(count_words(len(imported.letter.notes), "footnote"))
        self.told.append(
            f"{printable(path)}: {plan.reference}, {plan.document}: {', '.join(counts)}"
        )
        changed = ", ".join(f"{plan.folder}/{name}" for name in plan.files) or "nothing"
        self.told.append(f"  changes {changed}")
        notes = [*plan.notes, *self._problems(plan)]
        named = reference_in(path.stem)
        if named and named != plan.reference and named.addressee in self._corpus.addressees:
            notes.insert(0, f"its name says {named}: look whether it is the file you meant")
        if BLACK in imported.markdown:
            notes.append(
                f"words that something covers are {BLACK * 3} here; the file itself still has"
                " them: do not publish it"
            )
        if another := next_document(imported.letter):
            notes.append(
                f"from {another} on it seems to hold a second document: cut the file apart, and import"
                " each by itself with --force"
            )
        notes += imported.extract.lost
        if imported.extract.is_scanned:
            notes.append(
                "its words were read off pictures by a machine: compare them with the pages"
            )
        self.told += (f"  note: {note}" for note in notes)

    def _problems(self, plan: Plan) -> list[str]:
        files = self.dossiers[plan.folder].files
        _, problems = read_dossier(plan.folder, files, self._names)
        return [f"{each.path}:{each.line}: {each.message} {each.help}" for each in problems]


def _read(path: Path) -> bytes:
    """Return the bytes of a file; one that is too large is not read at all."""
    too_large = Refusal(
        f"The file is larger than {LARGEST_FILE // 1_000_000} MB.",
        "Take the letter's own pages out of it, or save it without pictures.",
    )
    try:
        if not path.is_file():
            reason = "It is no file." if path.exists() else "There is no such file."
            raise Refusal(reason, "Look at how it is written.")
        if path.stat().st_size > LARGEST_FILE:
            raise too_large
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        message = f"The file cannot be read: {reason_of(error)}."
        raise Refusal(message, "Look at its permissions.") from None
    if len(data) > LARGEST_FILE:
        raise too_large
    return data


def _encoded(words: str, held: bytes | None) -> bytes:
    """Return the words of a file, its lines ended as most lines of the file that is there."""
    is_crlf = held is not None and held.count(b"\r\n") * 2 > held.count(b"\n")
    return (words.replace("\n", "\r\n") if is_crlf else words).encode()


def _decoded(files: Mapping[str, bytes], folder: str) -> dict[str, str]:
    decoded = {}
    for name, data in files.items():
        try:
            decoded[name] = data.decode().replace("\r\n", "\n")
        except UnicodeDecodeError:
            raise Refusal(
                f"{folder}/{name} is there and is no UTF-8.",
                "Mend it first; casebook check says where.",
            ) from None
    return decoded
