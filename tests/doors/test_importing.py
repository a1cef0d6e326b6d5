"""`casebook import`: what it writes, and what it leaves alone."""

import hashlib
import os
import re
import stat
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from tests.doors.imported import FOLDER, LETTER, tree
from tests.importing.printed_pdf import print_pdf
from tests.importing.printed_text import print_text
from tests.importing.sample import read_sample
from tests.importing.test_extraction import BAD

from casebook.doors import importing
from casebook.doors.command import main

pytestmark = pytest.mark.usefixtures("importing")


def test_a_letter_becomes_a_dossier(
    letter: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(root)
    assert main(["import", str(letter), "--url", "https://spcommreports.ohchr.org/1"]) == 0
    out = capsys.readouterr().out
    assert "XXX 4/2031, communication: 20 paragraphs, 4 requests, 2 footnotes" in out
    after = tree(root)
    written = {path for path in after.keys() - before.keys() if not path.startswith("originals/")}
    assert written == {f"{FOLDER}/communication.md", f"{FOLDER}/dossier.yml"}
    assert all(after[path] == content for path, content in before.items())
    dossier = after[f"{FOLDER}/dossier.yml"].decode()
    for line in (
        "type: UA",
        "sent: 2031-03-17",
        "language: en",
        "mandates: [sr-torture, sr-judges-lawyers, wgad]",
        "  - {mandate: wgad, name: Petra Szalontai, title: Vice-Chair}",
        "publication: {rule: 60 days, source: letter}",
        "mandates-note: 'The letter rests on resolutions 50/2, 51/3 and 52/14, named in the order of the mandates.'",
        "requests:",
    ):
        assert f"\n{line}\n" in dossier
    assert re.search(
        r"source: \{publisher: OHCHR, url: https://spcommreports.ohchr.org/1, retrieved: null, "
        r"sha256: [0-9a-f]{64}, pages: 3\}",
        dossier,
    )
    text = after[f"{FOLDER}/communication.md"].decode()
    assert "\n[1] We have the honour" in text
    assert "\n[q1] Please tell us" in text
    assert "\n[^2]: " in text


def test_the_draft_has_no_problem_but_what_the_collection_does_not_hold(
    letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(letter)])
    capsys.readouterr()
    main(["check"])
    slugs = set(re.findall(r"\[([a-z]+(?:-[a-z]+)+)\]", capsys.readouterr().out))
    assert slugs == {"date-in-the-future"}


def test_the_original_is_kept_and_proves_the_text(
    letter: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(letter), "--dry-run"]) == 0
    assert not (root / "originals").exists()
    assert main(["import", str(letter)]) == 0
    checksum = hashlib.sha256(letter.read_bytes()).hexdigest()
    kept = root / "originals" / checksum[:2] / checksum
    assert kept.read_bytes() == letter.read_bytes()
    capsys.readouterr()
    assert main(["verify", "--strict", "XXX 4/2031"]) == 0
    assert "2 proved" in capsys.readouterr().out


def test_how_the_words_were_taken_is_recorded(letter: Path, reply: Path, root: Path) -> None:
    assert main(["import", str(letter), str(reply)]) == 0
    dossier = (root / FOLDER / "dossier.yml").read_text("utf-8")
    assert dossier.count("    text: born-digital\n") == 2


def test_force_replaces_no_words_of_an_editor(letter: Path, root: Path) -> None:
    main(["import", str(letter)])
    path = root / FOLDER / "dossier.yml"
    own = re.sub(r"\n  q2: .*", "\n  q2: Whether a doctor may come.", path.read_text("utf-8"))
    own = own.replace("naming: public", "naming: withheld")
    path.write_text(own, "utf-8")
    assert main(["import", str(letter), "--force"]) == 0
    assert path.read_text("utf-8") == own


def test_what_is_no_letter_is_turned_down(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "news.txt"
    path.write_text("GENEVA, 3 May 2030 - Experts spoke today.\n\nThey were concerned.\n", "utf-8")
    before = tree(root)
    assert main(["import", str(path), "--case", "XXX 5/2020"]) == 1
    assert "neither a letter of mandates nor a reply" in capsys.readouterr().err
    assert tree(root) == before
    assert main(["import", str(path), "--case", "XXX 5/2020", "--document", "communication"]) == 0


@pytest.mark.parametrize("name", ["a\nb.pdf", "a\x1b[2Jb.pdf", "a\udcffb.pdf", "a\u202eb.pdf"])
def test_a_file_name_cannot_write_lines_of_its_own(
    name: str, letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    named = letter.with_name(name)
    letter.rename(named)
    assert main(["import", str(named)]) == 0
    out = capsys.readouterr().out
    assert out.count("\n") == 2
    assert all(line.isprintable() for line in out.splitlines())


def test_a_letter_and_its_reply_go_into_one_dossier(letter: Path, reply: Path, root: Path) -> None:
    assert main(["import", str(letter), str(reply)]) == 0
    assert {path.name for path in (root / FOLDER).iterdir()} == {
        "communication.md",
        "dossier.yml",
        "reply-1.md",
    }
    dossier = (root / FOLDER / "dossier.yml").read_text("utf-8")
    assert "  reply-1:\n    received: 2031-05-14\n" in dossier


def test_importing_again_changes_nothing(
    letter: Path, reply: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(letter), str(reply)])
    before = tree(root)
    capsys.readouterr()
    assert main(["import", str(letter), str(reply)]) == 0
    assert tree(root) == before
    assert capsys.readouterr().out.count("changes nothing") == 2


@pytest.mark.parametrize("title", ["Communication XXX 4/2031", "null"])
def test_a_reply_that_comes_first_makes_room_for_its_letter(
    title: str, letter: Path, reply: Path, root: Path
) -> None:
    main(["import", str(reply)])
    draft = root / FOLDER / "dossier.yml"
    assert "title: Communication XXX 4/2031\n" in draft.read_text("utf-8")
    draft.write_text(re.sub("title: .*", f"title: {title}", draft.read_text("utf-8")), "utf-8")
    main(["import", str(letter)])
    dossier = (root / FOLDER / "dossier.yml").read_text("utf-8")
    assert re.search("^title: Urgent appeal to .* of 17 March 2031$", dossier, re.MULTILINE)
    assert "received: 2031-05-14" in dossier


def test_what_a_person_has_written_stays(
    letter: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / FOLDER).mkdir(parents=True)
    written = (
        "title: An island prison  # as agreed\nsent: 2031-03-18\nmandates: [wgad]\nlanguage: null\n"
    )
    (root / FOLDER / "dossier.yml").write_text(written, "utf-8")
    assert main(["import", str(letter)]) == 0
    out = capsys.readouterr().out
    assert "dossier.yml says something else in: sent, mandates; kept" in out
    dossier = (root / FOLDER / "dossier.yml").read_text("utf-8")
    assert "title: An island prison  # as agreed\n" in dossier
    assert "sent: 2031-03-18\n" in dossier
    assert "mandates: [wgad]\n" in dossier
    assert "language: en\n" in dossier
    assert dossier.startswith("type: UA\ntitle: ")
    assert main(["import", str(letter), "--force"]) == 0
    forced = (root / FOLDER / "dossier.yml").read_text("utf-8")
    assert "title: An island prison  # as agreed\n" in forced
    assert "sent: 2031-03-17\n" in forced


@pytest.mark.parametrize("is_there", [b"sent: null  # ask\r\n", b"sent: null  # ask\n"])
def test_the_lines_of_a_dossier_end_as_before(letter: Path, root: Path, is_there: bytes) -> None:
    path = root / FOLDER / "dossier.yml"
    path.parent.mkdir(parents=True)
    path.write_bytes(is_there)
    assert main(["import", str(letter)]) == 0
    written = path.read_bytes()
    assert b"sent: 2031-03-17  # ask" in written
    assert written.count(b"\r\n") == (written.count(b"\n") if b"\r" in is_there else 0)


def test_a_text_that_is_there_is_not_replaced(
    letter: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", str(letter)])
    text = root / FOLDER / "communication.md"
    text.write_text(text.read_text("utf-8").replace("Excellency,", "Excellency;"), "utf-8")
    before = tree(root)
    assert main(["import", str(letter)]) == 1
    assert "is there already and says something else" in capsys.readouterr().err
    assert tree(root) == before
    assert main(["import", str(letter), "--force"]) == 0
    assert "Excellency;" not in text.read_text("utf-8")


def test_a_dry_run_prints_the_difference_and_writes_nothing(
    letter: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(root)
    assert main(["import", str(letter), "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert f"--- /dev/null\n+++ b/{FOLDER}/communication.md\n" in out
    assert "\n+type: UA\n" in out
    assert out.endswith("Nothing was written.\n")
    assert tree(root) == before


def test_a_document_that_names_no_communication_needs_help(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Excellency,\n\nWe write to you.\n\nSincerely,\n", "utf-8")
    assert main(["import", str(path)]) == 1
    assert "--case" in capsys.readouterr().err
    assert main(["import", str(path), "--case", "XXX 5/2020"]) == 0
    assert (root / "cases/xxx/5-2020/communication.md").is_file()


def test_provisions_that_we_hold_are_linked(root: Path, tmp_path: Path) -> None:
    (root / "standards" / "iccpr.md").write_text(
        "---\ntitle: International Covenant on Civil and Political Rights\nshort: ICCPR\nkind: treaty\n"
        "noun: Covenant\nhighest: {article: 53}\n---\n\n## Article 9 {#article-9}\n\nA gloss.\n",
        "utf-8",
    )
    path = tmp_path / "letter.txt"
    path.write_text(
        "Ref.: UA XXX 6/2020\n\nExcellency,\n\nWe recall article 9 of the ICCPR, and article 10 of the ICCPR too.\n",
        "utf-8",
    )
    assert main(["import", str(path)]) == 0
    text = (root / "cases/xxx/6-2020/communication.md").read_text("utf-8")
    assert "[article 9 of the ICCPR](/standards/iccpr.md#article-9)" in text
    assert "and article 10 of the ICCPR too" in text


def test_a_scan_goes_to_ocrmypdf_where_it_is_installed(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scan, words = tmp_path / "scan.pdf", tmp_path / "words.pdf"
    scan.write_bytes(BAD["a PDF of pictures"][0]())
    words.write_bytes(print_pdf(LETTER))
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "ocrmypdf"
    program.write_text(f'#!/bin/sh\nfor last; do :; done\ncp "{words}" "$last"\n', "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    assert main(["import", str(scan)]) == 0
    assert "read off pictures by a machine" in capsys.readouterr().out
    assert "    text: ocr\n" in (root / FOLDER / "dossier.yml").read_text("utf-8")
    assert (root / FOLDER / "communication.md").is_file()
    program.write_text("#!/bin/sh\nexit 2\n", "utf-8")
    assert main(["import", str(scan)]) == 1
    assert "OCRmyPDF could not read" in capsys.readouterr().err


def test_without_ocrmypdf_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "scan.pdf").write_bytes(BAD["a PDF of pictures"][0]())
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["import", str(tmp_path / "scan.pdf")]) == 1
    assert "Install OCRmyPDF" in capsys.readouterr().err


def test_a_text_file_is_enough(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "letter"
    path.write_bytes(print_text(read_sample("es-allegation")))
    assert main(["import", str(path)]) == 0
    assert "language: es\n" in (root / "cases/xxx/2-2033/dossier.yml").read_text("utf-8")


def test_the_command_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([importing.NAME, "--help"])
    out = capsys.readouterr().out
    for word in ("--case", "--document", "--url", "--dry-run", "--force", "PDF, DOCX, HTML"):
        assert word in out


def test_pages_that_are_pictures_among_others_are_told(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "part.pdf"
    canvas = Canvas(str(file), invariant=1)
    canvas.drawString(
        72, 700, "Ref.: UA XXX 8/2031. Excellency, we have the honour to address you."
    )
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 500, 700)
    canvas.save()
    arguments = ["import", str(file), "--document", "communication", "--case", "XXX 8/2031"]
    assert main(arguments) == 0
    assert "page 2 is a picture without words" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["UA XXX 9-2031 letter.pdf", "AL_XXX_9_2031.pdf"])
def test_a_file_that_is_called_like_another_letter_says_so(
    name: str, letter: Path, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody saved it under the wrong name, or fetched the wrong letter."""
    file = tmp_path / name
    file.write_bytes(letter.read_bytes())
    assert main(["import", str(file)]) == 0
    assert "its name says XXX 9/2031" in capsys.readouterr().out


def test_a_file_with_two_letters_is_said_to_have_them(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = print_text(LETTER)
    both = tmp_path / "both.txt"
    both.write_bytes(words + b"\f" + words.replace(b"XXX 4/2031", b"XXX 5/2031"))
    assert main(["import", str(both)]) == 0
    assert "(XXX 5/2031) on it seems to hold a second document" in capsys.readouterr().out


def test_a_reply_to_two_letters_belongs_to_the_one_that_is_named(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "reply.txt"
    path.write_text(
        "The Permanent Mission presents its compliments to the Office of the High Commissioner"
        " and, with reference to UA XXX 4/2031 of 3 May 2031 and AL XXX 5/2031, replies.\n\n"
        "1. She is held in the old fort.\n\n"
        "The Permanent Mission avails itself of this opportunity.\n"
    )
    assert main(["import", str(path)]) == 1
    assert "The document names XXX 4/2031 and XXX 5/2031." in capsys.readouterr().err
    assert main(["import", str(path), "--case", "XXX 5/2031"]) == 0
    assert "names" not in capsys.readouterr().out
    assert (root / "cases/xxx/5-2031/reply-1.md").is_file()


def test_a_letter_that_comes_in_as_a_reply_is_told(
    letter: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", str(letter), "--document", "reply-1"]) == 0
    assert "looks like a letter, and comes in as a reply" in capsys.readouterr().out
