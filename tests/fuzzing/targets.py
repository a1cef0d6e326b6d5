"""What strangers can send us, and what has to take it: no exception, and no hang.

A target takes bytes. Whatever they are, it returns, in a time that grows with their length and no
faster. `test_fuzzing.py` feeds targets for seconds with every run of the tests, `search.py` for as
long as one likes.
"""

import shutil
import signal
import tempfile
from atexit import register
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markdown import Markdown
from tests.conftest import BASE, TODAY
from tests.factories import build_corpus
from tests.importing.printed_pdf import print_pdf
from tests.importing.printed_text import print_text
from tests.importing.printed_word import print_docx
from tests.importing.sample import read_sample

from casebook.checks import run_checks
from casebook.doors.linking import link_citations, place_citations
from casebook.doors.reports import REPORTS
from casebook.doors.show import describe
from casebook.exports.basis import basis_of
from casebook.exports.files import plan_files
from casebook.identifiers.label import parse_anchor, parse_label
from casebook.identifiers.link import parse_link
from casebook.identifiers.provision import parse_provision
from casebook.identifiers.reference import parse_folder, parse_reference
from casebook.identifiers.symbol import parse_symbol
from casebook.importing.extraction import extract
from casebook.importing.importer import take_apart
from casebook.importing.letter.mandate_names import MandateNames
from casebook.importing.refusal import Refusal
from casebook.model.corpus import Corpus
from casebook.model.promises import Promised
from casebook.reading.collection import names_of, read_collection
from casebook.reading.handwritten import read_page
from casebook.reading.texts import read_text
from casebook.rendering.templates import Templates
from casebook.sealing.markup import clean_html, plain, taken_out
from casebook.sealing.protection import guard_of
from casebook.views.catalogue import catalogue_of
from casebook.views.site import plan_dossier, plan_pages

ROOT = Path(__file__).parents[2]
LETTER = "cases/xxx/1-2025"

SECONDS = 2.0
"""Of computing that any input may take, however short."""

SECONDS_A_BYTE = 2e-4


class TooSlow(BaseException):
    """An input takes longer than its length allows. No code of ours catches it on its way."""


@dataclass(frozen=True)
class Target:
    """Something that takes what strangers send."""

    take: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    """Inputs to begin with, of the kind that it is made for."""
    words: tuple[str, ...] = ()
    """What means something in its inputs."""
    schema: str | None = None
    """Which schema in docs/schema/ describes them; a Markdown file has it for its fields."""

    def __call__(self, data: bytes) -> None:
        """Take an input; raise what the target raises, or TooSlow."""
        with stopwatch(SECONDS + SECONDS_A_BYTE * len(data)):
            self.take(data)


@contextmanager
def stopwatch(seconds: float) -> Iterator[None]:
    """Raise TooSlow when what is done inside computes for longer. Others' time does not count."""

    def stop(*_: object) -> None:
        raise TooSlow(f"more than {seconds:.1f} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@cache
def _workshop() -> Path:
    """Return a copy of the small collection, for this process."""
    folder = Path(tempfile.mkdtemp(prefix="casebook-"))
    register(shutil.rmtree, folder, ignore_errors=True)
    return Path(shutil.copytree(BASE, folder / "collection"))


def _collection_with(path: str) -> Callable[[bytes], None]:
    """Return what takes bytes as one file of a collection: read, checked, told, shown, exported."""

    def take(data: bytes) -> None:
        root = _workshop()
        target = root / path
        before = target.read_bytes() if target.exists() else None
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        try:
            _use(root)
        finally:
            if before is None:
                target.unlink()
            else:
                target.write_bytes(before)

    return take


def _use(root: Path) -> None:
    collection = read_collection(root)
    problems = sorted((*collection.problems, *run_checks(collection, TODAY)))
    for report in REPORTS.values():
        report(problems, root).encode()
    # A preview shows what could be read, whatever is wrong beside it.
    _show(collection.corpus)
    list(Promised(collection.corpus, collection.pages))
    guard_of(collection.corpus.outlines.values(), collection.protected).find("Ada Example")


@cache
def _templates() -> Templates:
    return Templates(ROOT / "hooks" / "theme", build_corpus([]))


def _show(corpus: Corpus) -> None:
    templates = _templates()
    templates._corpus = corpus  # compiling them anew takes longer than all the rest
    catalogue = catalogue_of(corpus)
    dossiers = (plan_dossier(catalogue, reference) for reference in corpus.dossiers)
    for page in (*dossiers, *plan_pages(catalogue, TODAY)):
        templates.body(page.template, page.view(catalogue), "../").encode()
    for file in plan_files(basis_of(corpus, "https://site.test/", TODAY)):
        file.make()
    for dossier in corpus.dossiers.values():
        "".join(describe(dossier, corpus)).encode()


@cache
def _real() -> Any:
    return read_collection(ROOT)


def _take_citations(data: bytes) -> None:
    words = data.decode("utf-8", "replace")
    collection = _real()
    names = names_of(collection.corpus.instruments.values(), collection.corpus.addressees.values())
    text, _ = read_text(
        words, "t.md", language="en", is_verbatim=True, names=names, addressee="BLR"
    )
    link_citations(list(place_citations(text, words)), words, collection.corpus)
    for parse in (parse_label, parse_anchor, parse_link, parse_provision, parse_symbol):
        parse(words)
    parse_reference(words)
    parse_folder(*words.partition("/")[::2])


def _take_page(data: bytes) -> None:
    page, _ = read_page("docs/page.md", data)
    # A page longer than this is refused by the hook that renders it, with the same stopwatch.
    html = Markdown(extensions=["tables", "footnotes", "toc"]).convert(page.body[:500])
    taken_out(html, clean_html(html))
    plain(page.title or "")


def _take_document(data: bytes) -> None:
    with suppress(Refusal):
        take_apart(extract(data), MandateNames(_real().corpus.mandates.values()))


def _files(pattern: str, most: int = 20_000) -> Callable[[], list[bytes]]:
    def seeds() -> list[bytes]:
        found = [path.read_bytes()[:most] for path in sorted(ROOT.glob(pattern))]
        assert found, pattern
        return found

    return seeds


def _letters(printer: Callable[[Any], bytes]) -> Callable[[], list[bytes]]:
    def seeds() -> list[bytes]:
        return [printer(read_sample(name)) for name in ("en-other-letter", "es-reply")]

    return seeds


_HTML = (
    b"<!doctype html><html lang=en><body><p>Ref.: AL XXX 1/2025</p><h2>Facts</h2>"
    b"<p>1. Words, <b>bold</b>.<table><tr><td>a<td>b</table><ol><li>What?</ol></body></html>"
)

_YAML = (
    *(
        "{",
        "}",
        "[",
        "]",
        ": ",
        "- ",
        "? ",
        "|",
        ">-",
        "&a ",
        "*a",
        "!!python/object:os.system ",
        "'",
    ),
    *(
        '"',
        "\\x",
        "#",
        "---\n",
        "...\n",
        "\t",
        "\n  ",
        "~",
        "null",
        "true",
        "1e999",
        "0x",
        "2025-02-30",
    ),
    *("title: A\n", "sent: 2025-03-04\n", "persons:\n  - {name: A B, naming: initials}\n"),
    *("requests: {q1: A}\n", "replies: {reply-1: {received: 2025-04-05, answers: {q1: partly}}}\n"),
    *(
        "related: [{to: XXX 2/2024, as: follows-up}]\n",
        "withdrawn: {date: 2025-01-01, reason: A}\n",
    ),
    *("press: [{publisher: A, date: 2025, about: stated}]\n", "documents: {communication: {}}\n"),
    *("corrections: [{date: 2025-05-05, what: A, why: B}]\n", "mandates: [sr-rivers]\n"),
)
_MARKDOWN = (
    *(
        "[1] ",
        "[q1] ",
        "[12a] ",
        "## ",
        "> ",
        "- ",
        "1. ",
        "| a | b |\n|---|---|\n",
        "[^1]",
        "[^1]: ",
    ),
    *(
        "```\n",
        "`",
        "**",
        "_",
        "](",
        "![",
        "<!--",
        "<a>",
        "&#0;",
        "\\",
        "---\n",
        "\n\n",
        "    ",
        "\t",
    ),
    *(
        "[x](/standards/river-convention.md#article-1)",
        "/cases/xxx/1-2025/",
        "{#article-1}",
        "\u202e",
    ),
)
_CITED = (
    *("article ", "articles ", "7", "14(3)(b)", " and ", ", ", " to ", " of the ", "ICCPR", "CAT"),
    *(
        "the Covenant",
        "rule ",
        "para. ",
        "paras. 74 and 78",
        "A/HRC/41/33",
        "A/RES/70/175",
        "resolution ",
    ),
    *(
        "UA BLR 7/2025",
        "OTH 1/2022",
        "general comment No. ",
        "Opinion No. 24/2020",
        "(",
        ")",
        "–",
        "§",
    ),
    *(
        "l’article 7 du Pacte",
        "artículo 9",
        "ibid.",
        "Ref.: ",
        "٣",
        "１",
        "\u2009",
        "XIV",
        "bis",
        "; ",
    ),
)
_REGISTERS = ("addressees", "mandates", "topics", "protected", "moved")

TARGETS: Mapping[str, Target] = {
    "dossier": Target(
        _collection_with(f"{LETTER}/dossier.yml"), _files("cases/*/*/dossier.yml"), _YAML, "dossier"
    ),
    "text": Target(
        _collection_with(f"{LETTER}/communication.md"), _files("cases/*/*/*.md"), _MARKDOWN + _CITED
    ),
    "standard": Target(
        _collection_with("standards/river-convention.md"),
        _files("tests/goldens/base/standards/*.md"),
        _YAML[:24]
        + _MARKDOWN
        + ("article-14.7", "highest: {article: 3}\n", "parties: {XXX: null}\n"),
        "standard",
    ),
    **{
        f"register of {name}": Target(
            _collection_with(f"cases/registers/{name}.yml"),
            lambda: [
                *_files("cases/registers/*.yml", 3_000)(),
                *_files("tests/goldens/base/cases/registers/*.yml")(),
            ],
            _YAML,
            name,
        )
        for name in _REGISTERS
    },
    "permalinks": Target(
        _collection_with("docs/permalinks.txt"),
        _files("docs/permalinks.txt", 2_000),
        ("#", "/", "\n"),
    ),
    "page": Target(_take_page, _files("docs/*.md", 2_000), _YAML[:24] + _MARKDOWN),
    "citations": Target(_take_citations, _files("cases/blr/*/*.md"), _CITED + _MARKDOWN),
    "PDF": Target(
        _take_document, _letters(print_pdf), ("obj", "stream\n", "endstream", " 0 R", "<<", ">>")
    ),
    "Word": Target(
        _take_document, _letters(print_docx), ("PK\x03\x04", "<w:p>", "word/document.xml")
    ),
    "web page": Target(
        _take_document, lambda: [_HTML], ("<p>", "<td>", "<ol>", "&amp;", "<br>", "</")
    ),
    "plain text": Target(
        _take_document, _letters(print_text), (*_CITED, "\f", "     ", "\n\n1.\t")
    ),
}
"""By name, as `make fuzz TARGET=…` takes it."""
