"""`casebook pull` as it is called, against a server on this machine."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from tests.importing.printed_pdf import print_pdf
from tests.importing.sample import NAMES, read_sample
from tests.originals.server import HTML, PDF, Handler, Server, says, serving

from casebook.doors.alone import alone
from casebook.doors.clock import EPOCH
from casebook.doors.command import main
from casebook.doors.originals import PARTS, SETTING, agent_of, open_store
from casebook.doors.page_count import count_pages

CHECKSUM = sha256(PDF).hexdigest()
DOSSIER = "cases/xxx/1-2025/dossier.yml"
OTHER = "cases/xxx/2-2024/dossier.yml"
QUICK = ("--pause", "0", "--allow-loopback")


@pytest.fixture(autouse=True)
def inside(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setenv(EPOCH, "1795305600")
    monkeypatch.delenv(SETTING, raising=False)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


def write(path: str, url: str, checksum: str = "null") -> str:
    source = (
        "title: A bridge # ours\ndocuments:\n  communication:\n"
        f"    source: {{url: '{url}', retrieved: null, sha256: {checksum}, pages: null}}\n"
    )
    Path(path).write_text(source, "utf-8")
    return source


def test_a_collection_that_records_no_address(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pull", *QUICK]) == 0
    assert capsys.readouterr() == ("No dossier records the address of an original.\n", "")


def test_originals_are_filed_and_dossiers_stay(
    server: Server, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(DOSSIER, server.serve("/a.pdf", says(body=PDF)))
    assert main(["pull", *QUICK]) == 0
    out, error = capsys.readouterr()
    assert out == (
        f"XXX 1/2025 communication: filed: {CHECKSUM[:12]}…, nothing is recorded to compare it with.\n"
        "1 filed.\n"
    )
    assert error == ""
    assert (root / "originals" / CHECKSUM[:2] / CHECKSUM).read_bytes() == PDF
    assert Path(DOSSIER).read_text("utf-8") == source
    assert main(["check"]) == 0


def test_what_a_server_says_moves_nothing_on_a_terminal(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    write(DOSSIER, server.serve("/a.pdf", says(body=PDF, content_encoding="\x1b[2J")))
    assert main(["pull", *QUICK]) == 1
    assert "packs what it sends as \\x1b[2j" in capsys.readouterr().out


def test_what_was_learnt_is_recorded_when_asked(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = print_pdf(read_sample(NAMES[0]))
    pages = count_pages(letter)
    assert pages
    url = server.serve("/a.pdf", says(body=letter))
    source = write(DOSSIER, url)
    assert main(["pull", "--record", *QUICK, "XXX", "1/2025"]) == 0
    assert f"recorded in {DOSSIER}" in capsys.readouterr().out
    expected = source.replace("retrieved: null", "retrieved: 2026-11-22")
    expected = expected.replace("sha256: null", f"sha256: {sha256(letter).hexdigest()}")
    expected = expected.replace("pages: null", f"pages: {pages}")
    assert Path(DOSSIER).read_text("utf-8") == expected
    assert main(["pull", "--record", *QUICK, "xxx-1-2025"]) == 0
    assert "recorded in" not in capsys.readouterr().out
    assert main(["check"]) == 0


def test_what_changed_is_not_recorded(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    source = write(DOSSIER, server.serve("/a.pdf", says(body=PDF)), "f" * 64)
    assert main(["pull", "--record", *QUICK]) == 1
    assert "XXX 1/2025 communication: changed at the source: " in capsys.readouterr().out
    assert Path(DOSSIER).read_text("utf-8") == source


def test_every_original_has_its_line_and_bad_ones_exit_with_1(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    write(DOSSIER, server.serve("/a.pdf", says(404)))
    write(OTHER, server.serve("/b.pdf", says(body=HTML)))
    assert main(["pull", *QUICK]) == 1
    assert capsys.readouterr().out == (
        "XXX 2/2024 communication: unreachable: it sends a web page in the place of a document.\n"
        "XXX 1/2025 communication: gone from the source: it answers 404.\n"
        "1 gone from the source and 1 unreachable.\n"
    )


def test_a_dry_run_asks_nobody(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    url = server.serve("/a.pdf", says(body=PDF))
    write(DOSSIER, url)
    assert main(["pull", "--dry-run"]) == 0
    assert capsys.readouterr().out == (
        f"XXX 1/2025 communication: would ask {url}\n1 original; nobody was asked.\n"
    )
    assert server.asked == []
    assert not Path("originals").exists()


def test_this_machine_is_not_asked_unless_told_to(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    write(DOSSIER, server.serve("/a.pdf", says(body=PDF)))
    assert main(["pull"]) == 1
    assert "127.0.0.1 is no public host" in capsys.readouterr().out
    assert server.asked == []


def test_withdrawn_dossiers_are_pulled_only_by_name(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    source = write(DOSSIER, server.serve("/a.pdf", says(body=PDF)))
    gone = "withdrawn: {date: 2026-01-01, reason: By mistake.}\n"
    Path(DOSSIER).write_text(source + gone, "utf-8")
    assert main(["pull", *QUICK]) == 0
    assert server.asked == []
    assert main(["pull", *QUICK, "XXX 1/2025"]) == 0
    assert len(server.asked) == 1
    capsys.readouterr()


def test_a_dossier_with_an_error_is_told_and_keeps_no_other_back(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(OTHER).write_text("sent: soon\n")
    write(DOSSIER, server.serve("/a.pdf", says(body=PDF)))
    assert main(["pull", *QUICK]) == 1
    out = capsys.readouterr().out
    assert "cases/xxx/2-2024: dossier.yml has an error; casebook check tells which." in out
    assert "1 filed." in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["ABC 1/2025"], "there is no dossier of ABC 1/2025"),
        (["1/2025"], '"1/2025" is no reference'),
        (["cases/xxx"], '"cases/xxx" is no reference'),
    ],
)
def test_what_cannot_be_pulled_exits_with_2(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pull", *words]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert told in error


def test_a_store_that_cannot_be_used_exits_with_2(
    server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(DOSSIER, server.serve("/a.pdf", says(body=PDF)))
    monkeypatch.setenv(SETTING, "nowhere://bucket")
    assert main(["pull", *QUICK]) == 2
    assert "nowhere://bucket cannot be used" in capsys.readouterr().err
    monkeypatch.setenv(SETTING, f"{DOSSIER}/below/a/file")
    assert main(["pull", *QUICK]) == 2
    assert "cannot be used" in capsys.readouterr().err


def test_two_at_once_would_spoil_each_others_files(
    server: Server, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(DOSSIER, server.serve("/a.pdf", says(body=PDF)))
    with alone(root / PARTS, "casebook pull"):
        assert main(["pull", *QUICK]) == 2
    assert "another casebook pull is at work" in capsys.readouterr().err
    assert main(["pull", *QUICK]) == 0


def test_who_stops_it_is_told_that_it_goes_on(
    server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(_handler: Handler) -> None:
        signal.raise_signal(signal.SIGINT)

    write(DOSSIER, server.serve("/a.pdf", stop, says(body=PDF)))
    # What runs in the background of a shell is deaf to this signal.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        assert main(["pull", *QUICK]) == 2
    finally:
        signal.signal(signal.SIGINT, before)
    assert capsys.readouterr().err == "casebook: stopped; called again, it goes on from here.\n"
    assert main(["pull", *QUICK]) == 0


def test_the_progress_is_shown_on_a_terminal(server: Server, root: Path) -> None:
    write(DOSSIER, server.serve("/a.pdf", says(body=PDF)))
    ours, theirs = os.openpty()
    program = "import sys; from casebook.doors.command import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", program, "pull", *QUICK],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=True,
        timeout=60,
    )
    os.close(theirs)
    shown = os.read(ours, 65536).decode()
    os.close(ours)
    assert "1/1 XXX 1/2025 communication …" in shown
    assert shown.endswith("\x1b[K")
    assert b"filed" in done.stdout


@pytest.mark.parametrize("seconds", ["-1", "nan", "soon", "1e9"])
def test_a_pause_is_a_number_of_seconds(seconds: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["pull", "--pause", seconds])
    assert stop.value.code == 2
    capsys.readouterr()


# -- settings


@pytest.mark.parametrize(
    ("settings", "variable", "address"),
    [
        ("", None, "{root}/originals"),
        ("extra:\n  originals: ../letters\n", None, "{root}/../letters"),
        ("extra:\n  originals: memory://letters\n", None, "memory://letters"),
        ("extra:\n  originals: null\n", None, "{root}/originals"),
        ("extra: []\n", None, "{root}/originals"),
        ("extra:\n  originals: memory://letters\n", "/var/letters", "/var/letters"),
        ("a: !!python/name:os.system\nextra: {originals: kept}\n", None, "{root}/kept"),
        ("b: &b {originals: kept}\nextra: *b\n", None, "{root}/kept"),
    ],
)
def test_where_originals_lie_is_a_setting(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    settings: str,
    variable: str | None,
    address: str,
) -> None:
    (root / "mkdocs.yml").write_text(f"site_name: Test\n{settings}")
    if variable:
        monkeypatch.setenv(SETTING, variable)
    assert open_store(root).address == address.format(root=root)


def test_the_agent_names_the_project_and_its_page(root: Path) -> None:
    assert agent_of(root).startswith("casebook/")
    assert "(" not in agent_of(root)
    (root / "mkdocs.yml").write_text("site_url: https://casebook.example.org/\n")
    assert agent_of(root).endswith(" (+https://casebook.example.org/about/)")
    (root / "mkdocs.yml").write_text('site_url: "https://a/\\r\\nX: y"\n')
    assert "X: y" not in agent_of(root)


@pytest.mark.parametrize("data", [b"", b"<html>", PDF, b"%PDF-1.7 and no more"])
def test_pages_of_what_cannot_be_read_are_not_known(data: bytes) -> None:
    assert count_pages(data) is None
