"""`casebook verify` as it is called: checksums, and texts word for word."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from tests.importing.printed_pdf import print_pdf
from tests.importing.printed_text import print_text
from tests.importing.printed_word import print_docx
from tests.importing.sample import NAMES, Sample, read_sample
from tests.originals.server import PDF

from casebook.doors.command import main
from casebook.doors.originals import SETTING, open_store
from casebook.importing.extraction import extract
from casebook.importing.importer import take_apart
from casebook.importing.letter.mandate_names import MandateNames

FOLDER = "cases/xxx/1-2025"
TEXT = f"{FOLDER}/communication.md"
DOSSIER = f"{FOLDER}/dossier.yml"
LETTER = b"""Excellency,

We have the honour to address you in our capacities as Special Rapporteur on bridges.

In this connection, we would like to bring to your attention a bridge in Lower Example.

The bridge was closed on 3 May, and nobody may cross it since.

Please say why it was closed.

Please accept, Excellency, the assurances of our highest consideration.
"""
SOURCES = Path(__file__).parents[2].parent / "shared" / "sources"


@pytest.fixture(autouse=True)
def inside(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    monkeypatch.delenv(SETTING, raising=False)
    (root / f"{FOLDER}/communication.restated.md").unlink()


def file(data: bytes) -> str:
    checksum = sha256(data).hexdigest()
    Path("letter").write_bytes(data)
    open_store(Path.cwd()).file(Path("letter"), checksum)
    return checksum


def dossier(**source: str) -> None:
    fields = ", ".join(f"{key}: '{value}'" for key, value in source.items())
    words = f"title: A bridge\ndocuments:\n  communication:\n    source: {{{fields}}}\n"
    Path(DOSSIER).write_text(words, "utf-8")


def imported(data: bytes) -> str:
    return take_apart(extract(data), MandateNames([])).markdown


def test_nothing_to_compare(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify"]) == 0
    assert capsys.readouterr() == ("There is nothing to compare.\n", "")


def test_a_text_that_is_its_original_is_proved(capsys: pytest.CaptureFixture[str]) -> None:
    dossier(sha256=file(LETTER))
    Path(TEXT).write_text(imported(LETTER), "utf-8")
    assert main(["verify", "--strict"]) == 0
    first, second, third = capsys.readouterr().out.splitlines()
    assert first == "XXX 1/2025 communication: the original has the checksum that is recorded."
    assert second.startswith(f"{TEXT}: word for word, ")
    assert third == "2 proved."


def test_a_difference_names_paragraph_and_words(capsys: pytest.CaptureFixture[str]) -> None:
    dossier(sha256=file(LETTER))
    text = imported(LETTER).replace("closed on 3 May", "closed on 4 May")
    Path(TEXT).write_text(text.replace("Please say why", "Please say"), "utf-8")
    assert main(["verify"]) == 1
    out = capsys.readouterr().out.splitlines()
    assert out[1].startswith(f"{TEXT}:")
    assert out[1].endswith(
        ": paragraph 3, after “… The bridge was closed on”, before “May, and nobody may cross …”: "
        "the text has “4”, the source has “3”."
    )
    assert ": paragraph 4, after “… cross it since. Please say”" in out[2]
    assert out[2].endswith("the source has “why”, the text has not.")
    assert out[3] == "1 proved and 2 wrong."


def test_an_original_that_is_not_here_is_no_failure_unless_strict(
    capsys: pytest.CaptureFixture[str],
) -> None:
    dossier(url="https://example.org/a.pdf", sha256=sha256(LETTER).hexdigest())
    Path(TEXT).write_text(imported(LETTER), "utf-8")
    assert main(["verify"]) == 0
    assert capsys.readouterr().out == (
        "XXX 1/2025 communication: the original is not here; casebook pull fetches it.\n"
        f"{TEXT}: without its original, the text proves nothing.\n"
        "2 not compared.\n"
    )
    assert main(["verify", "--strict"]) == 1
    dossier(sha256=sha256(LETTER).hexdigest())
    assert main(["verify"]) == 0
    assert "no address is recorded either" in capsys.readouterr().out


def test_an_original_that_is_damaged_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    checksum = file(LETTER)
    dossier(sha256=checksum)
    (Path("originals") / checksum[:2] / checksum).write_bytes(LETTER[:-1])
    assert main(["verify"]) == 1
    out = capsys.readouterr().out
    assert "the original is damaged" in out
    assert sha256(LETTER[:-1]).hexdigest() in out


def test_without_a_checksum_nothing_is_proved(capsys: pytest.CaptureFixture[str]) -> None:
    dossier(url="https://example.org/a.pdf")
    assert main(["verify"]) == 0
    assert "no checksum is recorded; casebook pull --record" in capsys.readouterr().out


def test_a_text_that_cannot_be_read_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    dossier(sha256=file(LETTER))
    Path(TEXT).write_bytes(b"[1] \xff\n")
    assert main(["verify"]) == 1
    assert f"{TEXT}: the text cannot be read" in capsys.readouterr().out


def test_an_original_without_words_is_not_compared(capsys: pytest.CaptureFixture[str]) -> None:
    dossier(sha256=file(PDF))
    Path(TEXT).write_text("[1] A bridge.\n")
    assert main(["verify"]) == 0
    assert "Its words cannot be compared." in capsys.readouterr().out


def test_restated_texts_and_translations_are_not_compared(
    capsys: pytest.CaptureFixture[str],
) -> None:
    dossier(sha256=file(LETTER))
    Path(f"{FOLDER}/communication.restated.md").write_text("[1] A bridge is closed.\n")
    Path(f"{FOLDER}/communication.fr.md").write_text("[1] Un pont est fermé.\n")
    assert main(["verify"]) == 0
    assert capsys.readouterr().out.endswith("\n1 proved.\n")


@pytest.mark.parametrize("words", [["ABC 1/2025"], ["no reference"]])
def test_what_cannot_be_verified_exits_with_2(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", *words]) == 2
    assert capsys.readouterr().err.startswith("casebook: ")


@pytest.mark.parametrize(
    "print_", [print_pdf, print_docx, print_text], ids=lambda each: each.__name__
)
def test_what_the_importer_writes_is_proved(
    print_: Callable[[Sample], bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    names = NAMES[::5]
    for number, name in enumerate(names, 10):
        data = print_(read_sample(name))
        folder = Path(f"cases/xxx/{number}-2025")
        folder.mkdir()
        source = f"{{sha256: {file(data)}}}"
        (folder / "dossier.yml").write_text(
            f"title: A\ndocuments: {{communication: {{source: {source}}}}}\n"
        )
        (folder / "communication.md").write_text(imported(data), "utf-8")
    assert main(["verify", "--strict"]) == 0, capsys.readouterr().out
    assert capsys.readouterr().out.endswith(f"\n{2 * len(names)} proved.\n")


@pytest.mark.parametrize("source", sorted(SOURCES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_real_document_is_proved_and_a_changed_word_is_found(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = source.read_bytes()
    dossier(sha256=file(data))
    text = imported(data)
    Path(TEXT).write_text(text, "utf-8")
    assert main(["verify", "--strict"]) == 0, capsys.readouterr().out
    at = text.rindex(" the ")
    Path(TEXT).write_text(f"{text[:at]} a {text[at + 5 :]}", "utf-8")
    assert main(["verify"]) == 1
    assert "the text has “a”, the source has “the”." in capsys.readouterr().out
