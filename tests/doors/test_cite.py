"""`casebook cite`: what it finds, how it prints it, and that --write touches nothing else."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.doors.cited_standards import FILES, STANDARDS

from casebook.doors.command import main


@pytest.fixture(autouse=True)
def standards(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A collection that holds a covenant and a national law."""
    monkeypatch.chdir(root)
    for name, text in FILES.items():
        (root / "standards" / f"{name}.md").write_text(text, "utf-8")


def cite(text: str, root: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    path = root / "letter.md"
    path.write_bytes(text.encode())
    assert main(["cite", str(path), *options]) == 0
    out, error = capsys.readouterr()
    assert error == "" or error.startswith(
        "casebook: these provisions are linked and have no gloss"
    )
    return out


def listed(text: str, root: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(cite(text, root, capsys, "--format", "json"))
    return found


def test_a_citation_is_listed_with_its_target_and_its_place(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Intro.\n\n[9] É — under article 14(7) of the ICCPR.\n"
    (found,) = listed(text, root, capsys)
    assert found == {
        "surface": "article 14(7) of the ICCPR",
        "kind": "provision",
        "targets": ["iccpr#article-14.7"],
        "paragraph": "9",
        "line": 3,
        "column": 15,
        "origin": "found",
        "unresolved": None,
    }


def test_what_stands_under_a_label_is_of_its_paragraph(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "[8] The ICCPR:[^1]\n\n- article 6 of the ICCPR;\n\n> article 7 of the ICCPR\n\n"
        "| a | b |\n|---|---|\n| article 9 of the ICCPR | x |\n\n[q1] article 10 of the ICCPR\n\n"
        "[^1]: Article 14 of the ICCPR.\n"
    )
    found = listed(text, root, capsys)
    labels = [(each["targets"][0].rpartition("-")[2], each["paragraph"]) for each in found]
    expected = [("iccpr", "8"), ("6", "8"), ("7", "8"), ("9", "8"), ("10", "q1"), ("14", None)]
    assert labels == expected


def test_citations_come_in_reading_order_whoever_made_them(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "[1] BLR 6/2024, [article 7](/standards/iccpr.md#article-7), A/HRC/41/33, para. 74.\n"
    found = listed(text, root, capsys)
    assert [(each["kind"], each["targets"], each["origin"]) for each in found] == [
        ("communication", ["BLR 6/2024"], "found"),
        ("provision", ["iccpr#article-7"], "editor"),
        ("document", ["A/HRC/41/33#para-74"], "found"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "[1] Under article 9 of the ICCPR, x.\n",
            "[1] Under [article 9 of the ICCPR](/standards/iccpr.md#article-9), x.\n",
        ),
        (
            "[1] Articles 7 and 10 of the ICCPR.\n",
            (
                "[1] [Articles 7](/standards/iccpr.md#article-7) and "
                "[10 of the ICCPR](/standards/iccpr.md#article-10).\n"
            ),
        ),
        (
            "[1] Articles 7\nand 10 of the\nICCPR.\r\n",
            (
                "[1] [Articles 7](/standards/iccpr.md#article-7)\nand "
                "[10 of the\nICCPR](/standards/iccpr.md#article-10).\r\n"
            ),
        ),
        (
            "[1] Under article 9\r\nof the ICCPR.\r\n",
            "[1] Under [article 9\r\nof the ICCPR](/standards/iccpr.md#article-9).\r\n",
        ),
    ],
)
def test_writing_links_citations_and_nothing_else(
    before: str, after: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cite(before, root, capsys, "--write")
    assert (root / "letter.md").read_bytes().decode() == after
    cite(after, root, capsys, "--write")
    assert (root / "letter.md").read_bytes().decode() == after


@pytest.mark.parametrize(
    "text",
    [
        "[1] BLR 6/2024, A/HRC/41/33, paras. 3-5; Opinion 54/2024.\n",
        "[1] [article 9 of the ICCPR](https://un.org)\n",
        "[1] `article 9 of the ICCPR`\n",
        "```\narticle 9 of the ICCPR\n```\n",
        "[1] https://un.org/article 9 of\n",
        "[1] article 99 of the ICCPR\n",
        "[1] article 9 of the *ICCPR*\n",
        "[1] article 9 of the Convention\n",
        "[1] ![article 9 of the ICCPR](x.png)\n",
        '[1] <b title="article 9 of the ICCPR"> and <!-- article 9 of the ICCPR -->\n',
        "<div>\narticle 9 of the ICCPR\n</div>\n",
        "[1] [x]\n\n[x]: https://un.org 'article 9 of the ICCPR'\n",
        "## Article 9 of the ICCPR {#article-9}\n",
        "---\ntitle: x\n---\n\n<https://un.org/article-9>\n",
        "---\ntitle: The ICCPR\nalso:\n  - CCPR\n# the ICCPR\n\n- the ICCPR\n---\n\nx\n",
        "---\r\nalso:\r\n- the ICCPR\r\n---\r\n",
        "[1] Stop!article 9 of the ICCPR, \\article 9 of the ICCPR\n",
        "no citation at all\n",
        "",
    ],
)
def test_writing_leaves_alone_what_needs_no_link_or_cannot_have_one(
    text: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cite(text, root, capsys, "--write")
    assert (root / "letter.md").read_bytes().decode() == text


def test_whose_law_is_meant_is_read_off_the_letter_s_own_reference(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    law = "Under article 5 of the Penal Code.\n"
    (found,) = listed(law, root, capsys)
    assert found["targets"] == []
    assert found["unresolved"]
    found = listed(f"Ref.: UA XXX 1/2025\n\n{law}", root, capsys)[-1]
    assert found["targets"] == ["xxx-penal-code#article-5"]


def test_a_short_line_in_a_plain_text_opens_a_section(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "The ICCPR was ratified.\n\nChild rights\n\nArticle 9 of the Covenant.\n"
    assert listed(text, root, capsys)[-1]["targets"] == []
    same = "The ICCPR was ratified.\n\nArticle 9 of the Covenant.\n"
    assert listed(same, root, capsys)[-1]["targets"] == ["iccpr#article-9"]


def test_a_file_keeps_its_marks_of_order_and_its_ends_of_lines(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = "\ufeff[1]\tUnder art. 9 ICCPR.  \r\n\r\n[2] É"
    cite(before, root, capsys, "--write")
    link = "[art. 9 ICCPR](/standards/iccpr.md#article-9)"
    after = (root / "letter.md").read_bytes().decode()
    assert after == before.replace("art. 9 ICCPR", link)


def test_a_mark_of_order_is_no_part_of_the_first_line(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "letter.md"
    path.write_bytes("\ufeff[7] article 9 of the ICCPR.\n".encode())
    assert main(["cite", str(path), "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["paragraph"], found["line"], found["column"]) == ("7", 1, 5)


def test_a_link_to_a_file_stays_one_and_its_mode_too(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "there.md").write_text("x", "utf-8")
    (root / "there.md").chmod(0o640)
    (root / "letter.md").symlink_to("there.md")
    cite("Under article 9 of the ICCPR.\n", root, capsys, "--write")
    assert (root / "letter.md").is_symlink()
    assert "iccpr.md#article-9" in (root / "there.md").read_text("utf-8")
    assert (root / "there.md").stat().st_mode & 0o777 == 0o640
    assert [path.name for path in root.glob(".*")] == []


def test_standard_input_is_read_and_cannot_be_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    given_text = io.TextIOWrapper(io.BytesIO(b"See article 9 of the ICCPR.\n"))
    monkeypatch.setattr("sys.stdin", given_text)
    assert main(["cite", "-"]) == 0
    assert capsys.readouterr().out == "1:5: article 9 of the ICCPR → iccpr#article-9\n"
    assert main(["cite", "-", "--write"]) == 2
    assert "--write needs a file" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", None)
    assert main(["cite", "-"]) == 2
    assert "there is no standard input" in capsys.readouterr().err


def test_writing_tells_once_which_glosses_are_to_be_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "letter.md"
    path.write_text(
        "Articles 9 and 14 (3) of the ICCPR and article 7 of the Penal Code of Xanadu.\n"
    )
    (root / "standards/iccpr.md").write_text(
        f"---\n{STANDARDS['iccpr']}---\n\n## Article 9 {{#article-9}}\n\nA gloss.\n", "utf-8"
    )
    for _ in range(2):
        assert main(["cite", str(path), "--write"]) == 0
        assert capsys.readouterr().err == (
            "casebook: these provisions are linked and have no gloss yet, for which casebook check"
            " will ask. Add each heading to its file, with a gloss in your own words below it:\n"
            "  standards/iccpr.md:  ### Article 14(3) {#article-14.3}\n"
            "  standards/xxx-penal-code.md:  ## Article 7 {#article-7}\n"
        )
    assert main(["cite", str(path)]) == 0
    assert capsys.readouterr().err == ""


def test_fields_get_no_links(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = root / "cases/xxx/1-2025/dossier.yml"
    facts.write_text("summary: See article 7 of the River Convention.\n")
    assert main(["cite", str(facts), "--write"]) == 2
    assert "the fields of a dossier have no links" in capsys.readouterr().err
    assert facts.read_text() == "summary: See article 7 of the River Convention.\n"
    assert main(["cite", str(facts)]) == 0


def test_a_folder_is_no_text(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", str(root)]) == 2
    assert "cannot be read: Is a directory" in capsys.readouterr().err


def test_what_never_ends_is_too_large(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("casebook.doors.cite.LARGEST", 1_000_000)
    assert main(["cite", "/dev/zero"]) == 2
    assert "larger than 1 MB" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "cannot be read: No such file or directory"),
        (b"\xff\xfe", "no text in UTF-8 (byte 0)"),
        (b"article\0", "no text in UTF-8 (byte 7)"),
        (b"%PDF-1.7\n%\xe2\xe3", "casebook import"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_usage_error(
    content: bytes | None, reason: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (root / "letter.md").write_bytes(content)
    assert main(["cite", "letter.md"]) == 2
    assert reason in capsys.readouterr().err


def test_a_standard_that_cannot_be_read_is_said_to_be_left_out(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "standards/iccpr.md").write_text("---\ntitle: [\n---\n", "utf-8")
    (root / "letter.md").write_text("See article 9 of the ICCPR.\n", "utf-8")
    assert main(["cite", "letter.md"]) == 0
    told = capsys.readouterr().err
    assert told == "casebook: standards/iccpr.md is left out; casebook check says why.\n"


def test_lines_for_a_person(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = cite("See article 9 of the ICCPR.\n", root, capsys)
    assert out == "1:5: article 9 of the ICCPR → iccpr#article-9\n"


def test_no_line_holds_what_a_terminal_would_obey(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = cite("See article\x9b7 of the ICCPR.\n", root, capsys)
    assert out == "1:5: article\\x9b7 of the ICCPR → iccpr#article-7\n"
    assert main(["cite", "\x1b[2J\u202e.md"]) == 2
    assert "casebook: \\x1b[2J\\u202e.md cannot be read" in capsys.readouterr().err
