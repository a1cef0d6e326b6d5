"""What `casebook diff` tells of a change, in a repository like that of an editor."""

import os
import re
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path

import pytest

from casebook.changes.markdown import LONGEST
from casebook.doors.command import main
from casebook.model.dossier import Document, Dossier, Reply, Source

DOSSIER = "cases/xxx/1-2025/dossier.yml"
TEXT = "cases/xxx/1-2025/communication.restated.md"

Tell = Callable[..., str]


def git(folder: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *words],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        check=True,
        capture_output=True,
    )


def put(root: Path, files: Mapping[str, str | bytes | None]) -> None:
    for path, content in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            target.unlink()
        else:
            target.write_bytes(content.encode() if isinstance(content, str) else content)


def commit(root: Path, files: Mapping[str, str | bytes | None]) -> None:
    put(root, files)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "a")


@pytest.fixture
def repository(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root, {"docs/about.md": "# About\n\nSome words.\n", "docs/a.png": b"1"})
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def tell(repository: Path, capsys: pytest.CaptureFixture[str]) -> Tell:
    """Returns what is told of files that changed since the last commit."""

    def tell_(files: Mapping[str, str | bytes | None], revision: str = "HEAD") -> str:
        put(repository, files)
        assert main(["diff", revision]) == 0
        out, error = capsys.readouterr()
        assert error == ""
        return out

    return tell_


def test_without_a_change_there_is_nothing_to_see(tell: Tell) -> None:
    assert tell({}) == "## What readers would see change since `HEAD`\n\nNothing.\n"


def test_a_change_of_every_kind_is_told(
    repository: Path, tell: Tell, *, is_refreshing: bool
) -> None:
    dossier = (repository / DOSSIER).read_text()
    told = tell(
        {
            DOSSIER: dossier.replace("Flooding", "Drying").replace("checked: 2025-12-01", "")
            + "requests: {q1: Who was asked?}\n",
            TEXT: "## Facts\n\n[1] The experts write of a flood in the village of Lower Example.\n\n"
            "[1a] They were told later.\n\n[2] They recall article 7.\n",
            "cases/xxx/2-2024/dossier.yml": "title: A\nwithdrawn: {date: 2026-01-02, reason: Asked for.}\n",
            "cases/xxx/9-2025/dossier.yml": "title: Another flood\nsent: 2025-07-01\n",
            "standards/bridge-rules.md": None,
            "docs/about.md": "# About\n\nSome other words.\n",
            "docs/a.png": b"2",
            "docs/new.md": "# New\n",
            "mkdocs.yml": "site_name: Other\n",
        }
    )
    golden = Path(__file__).parents[1] / "goldens" / "diff" / "a_change_of_every_kind.md"
    if is_refreshing:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


_SAMPLES = {
    "title": "title: B",
    "type": "type: UA",
    "sent": "sent: 2025-03-05",
    "language": "language: fr",
    "mandates": "mandates: null",
    "mandates_note": "mandates-note: A",
    "signatories": "signatories: [{mandate: sr-rivers, name: A B}]",
    "topics": "topics: null",
    "summary": "summary: A.",
    "persons": "persons: [{name: A B, naming: public}]",
    "publication": "publication: {rule: 60 days, source: letter}",
    "published": "published: 2025-06-01",
    "requests": "requests: {q1: A}",
    "documents": "documents: {communication: {source: {url: 'https://example.org/'}}}",
    "replies": "replies: {reply-1: {received: 2025-05-05, source: {publisher: A}}}",
    "checked": "checked: 2025-12-02",
    "related": "related: [{to: XXX 2/2024, as: follows-up}]",
    "press": "press: [{publisher: A, about: stated}]",
    "events": "events: [{date: 2025-05-05, what: A}]",
    "sources": "sources: [{gives: A, publisher: B}]",
    "corrections": "corrections: [{date: 2025-05-05, what: A, why: B}]",
    "withdrawn": "withdrawn: {date: 2025-05-05, reason: A}",
    "noindex": "noindex: true",
}
_REPLY = {
    "received": "received: 2025-05-06",
    "status": "status: substantive",
    "language": "language: fr",
    "source": "source: {publisher: B}",
    "answers": "answers: {q1: refused}",
    "assessments": "assessments: [{by: A, what: B, url: https://example.org/}]",
    "assessed_by": "assessed-by: A",
}
_SOURCE = {
    "publisher": "publisher: B",
    "url": "url: https://example.org/",
    "retrieved": "retrieved: 2025-05-05",
    "sha256": f"sha256: {'a' * 64}",
    "pages": "pages: 7",
}
_DOCUMENT = {
    "capture": "text: ocr",
    "translation": "translation: machine",
    "source": "source: {publisher: B}",
}


def _with(line: str, dossier: str) -> str:
    field = line.partition(":")[0]
    return re.sub(rf"^{field}:.*\n", "", dossier, flags=re.MULTILINE) + f"{line}\n"


@pytest.mark.parametrize("name", _SAMPLES)
def test_no_field_of_a_dossier_changes_unseen(repository: Path, tell: Tell, name: str) -> None:
    told = tell({DOSSIER: _with(_SAMPLES[name], (repository / DOSSIER).read_text())})
    assert "#### XXX 1/2025" in told
    assert "has problems" not in told


def test_who_received_it_changes_not_unseen(repository: Path, tell: Tell) -> None:
    path = "cases/oth/1-2025/dossier.yml"
    commit(repository, {path: "title: A\naddressee: A company\n"})
    told = tell({path: "title: A\naddressee: A company of Example\n"})
    assert "- **Addressee**: ~~A company~~ **A company of Example**\n" in told


@pytest.mark.parametrize("name", _REPLY)
def test_no_field_of_a_reply_changes_unseen(repository: Path, tell: Tell, name: str) -> None:
    before = (repository / DOSSIER).read_text() + "requests: {q1: A}\n"
    entry = "{received: 2025-05-05, source: {publisher: A}}"
    commit(repository, {DOSSIER: f"{before}replies: {{reply-1: {entry}}}\n"})
    field = _REPLY[name]
    kept = [
        each
        for each in ("received: 2025-05-05", "source: {publisher: A}")
        if each.split(":")[0] != field.split(":")[0]
    ]
    told = tell({DOSSIER: f"{before}replies: {{reply-1: {{{', '.join([*kept, field])}}}}}\n"})
    assert "- **reply-1: " in told


@pytest.mark.parametrize(
    "line", [*_DOCUMENT.values(), *(f"source: {{{x}}}" for x in _SOURCE.values())]
)
def test_no_field_of_a_document_changes_unseen(repository: Path, tell: Tell, line: str) -> None:
    before = (repository / DOSSIER).read_text()
    told = tell({DOSSIER: f"{before}documents: {{communication: {{{line}}}}}\n"})
    assert "- **communication: " in told


def test_there_is_a_sample_for_every_field() -> None:
    apart = {"addressee_name", "reference", "path", "digest"}
    assert {field.name for field in fields(Dossier)} == {*_SAMPLES, *apart}
    assert {field.name for field in fields(Reply)} == {*_REPLY, "id"}
    assert {field.name for field in fields(Source)} == {*_SOURCE}
    assert {field.name for field in fields(Document)} == {*_DOCUMENT, "id", "texts"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[1] The *experts* write.\n", "\\*experts\\*"),
        ("[1] The experts write.[^1]\n\n[^1]: A note.\n", "**Note 1 of the communication"),
        ("[1] The experts write.\n\n> Quoted.\n", "Quotation: Quoted."),
        ("[1] The experts write.\n\n- An item.\n", "– An item."),
        ("[1] The experts write.\n\n| a | b |\n|---|---|\n| c | d |\n", "c \\| d"),
        ("[1] The experts write.\n\n## A\n", "Heading: A"),
        ("[1] The [experts](https://example.org/) write.\n", "https:\u2060//example.org/"),
        ("[1] The experts `write`.\n", "\\`write\\`."),
        (
            "[2] The experts write.\n",
            "**Paragraph 1 of the communication (restated, English)**, gone",
        ),
    ],
)
def test_nothing_in_a_text_changes_unseen(
    repository: Path, tell: Tell, text: str, told: str
) -> None:
    commit(repository, {TEXT: "[1] The experts write.\n"})
    assert told in tell({TEXT: text})


def test_of_a_withdrawn_dossier_nothing_is_told_but_that_and_why(
    repository: Path, tell: Tell
) -> None:
    before = (repository / DOSSIER).read_text()
    commit(repository, {DOSSIER: f"{before}persons: [{{name: Bea Other, naming: public}}]\n"})
    told = tell(
        {
            DOSSIER: "title: Withdrawn\nwithdrawn: {date: 2026-01-02, reason: Bea Other asked.}\n",
            "docs/about.md": "# About\n\nBea Other asked.\n",
        }
    )
    assert "#### XXX 1/2025 (withdrawn)" in told
    assert "2 January 2026" in told
    for word in ("Flooding", "Bea", "Other"):
        assert word not in told


@pytest.mark.parametrize("naming", ["withheld", "initials"])
def test_a_name_that_is_not_published_is_told_nowhere(
    repository: Path, tell: Tell, naming: str
) -> None:
    before = (repository / DOSSIER).read_text()
    public = f"{before}persons: [{{name: Bea Other, naming: public}}]\nsummary: Of Bea Other.\n"
    commit(repository, {DOSSIER: public, "docs/about.md": "# About\n\nOf BEA-OTHER and others.\n"})
    told = tell(
        {
            DOSSIER: f"{before}persons: [{{name: Bea Other, naming: {naming}}}]\nsummary: Of her.\n",
            "docs/about.md": "# About\n\nOf others.\n",
            "docs/bea-other.md": "# A\n",
        }
    )
    assert "**Persons**" in told
    assert "**Summary**" in told
    assert not re.search("bea.?other", told, re.IGNORECASE)


def test_what_has_problems_is_named_and_nothing_of_it_is_told_to_be_gone(
    repository: Path, tell: Tell
) -> None:
    told = tell({DOSSIER: "titel: A\n", "cases/registers/topics.yml": "a: [\n"})
    assert "has problems that `casebook check` tells: `cases/registers/topics.yml`" in told
    assert "`cases/xxx/1-2025`" in told
    for words in ("gone", "no more", "nowhere", "#### "):
        assert words not in told


def test_an_address_that_is_lost_says_where_it_leads(repository: Path, tell: Tell) -> None:
    told = tell(
        {
            TEXT: "[1] The experts write.\n",
            "docs/about.md": None,
            "cases/registers/moved.yml": "about/: topics/\n",
        }
    )
    assert "- `/about/` → `/topics/`\n" in told
    assert "- `/cases/xxx/1-2025/#p2` → **nowhere**\n" in told


def test_words_of_strangers_forge_nothing(repository: Path, tell: Tell) -> None:
    told = tell(
        {
            DOSSIER: (repository / DOSSIER)
            .read_text()
            .replace(
                "Flooding of a village",
                '"</h4><a href=\\"https://evil.test/\\">@everyone [x](//evil.test) #1 **b**"',
            )
        }
    )
    assert "&lt;/h4&gt;&lt;a href=" in told
    for words in ("<", "@everyone", "https://", "[x](", " #1 ", "**b**"):
        assert words not in told.replace("\\[x\\](", "")


def test_a_large_change_is_told_in_a_comment_and_the_rest_is_counted(
    repository: Path, tell: Tell
) -> None:
    told = tell(
        {
            f"cases/xxx/{number}-2025/dossier.yml": f"title: {'word ' * 150}\nsummary: {'other ' * 150}\n"
            for number in range(10, 400)
        }
    )
    assert LONGEST * 0.8 < len(told.encode()) < LONGEST
    counted = re.search(r"… and (\d+) letters more, for which there is no room here", told)
    assert counted
    assert int(counted[1]) + told.count("(new)") == 390
    assert "- … and 370 more" in told


def test_the_working_tree_and_the_repository_are_left_alone(repository: Path, tell: Tell) -> None:
    put(repository, {"docs/about.md": "# Other\n"})

    def held() -> dict[str, tuple[bytes, int]]:
        return {
            str(path): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in repository.rglob("*")
            if path.is_file()
        }

    before = held()
    tell({})
    assert held() == before


def test_a_collection_below_the_root_of_its_repository_is_compared(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    git(root.parent, "init", "--quiet")
    commit(root.parent, {"cases/zzz/1-2025/dossier.yml": "title: Not ours\n"})
    monkeypatch.chdir(root / "cases")
    put(root, {DOSSIER: "title: A\n"})
    assert main(["diff", "HEAD"]) == 0
    out = capsys.readouterr().out
    assert "#### XXX 1/2025: A (changed)" in out
    assert "ZZZ" not in out


def test_links_in_a_commit_lead_nowhere(repository: Path, tell: Tell) -> None:
    secret = repository.parent / "secret.md"
    secret.write_text("[1] A secret.\n")
    (repository / TEXT).unlink()
    (repository / TEXT).symlink_to(secret)
    (repository / "docs" / "b.md").symlink_to("/etc/hostname")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "a")
    (repository / TEXT).unlink()
    (repository / "docs" / "b.md").unlink()
    assert "secret" not in tell({TEXT: "[1] Words.\n"})


@pytest.mark.parametrize(
    "revision", ["nothing", "--all", "-h1", "", "HEAD:cases", "HEAD..HEAD", "a\nb"]
)
def test_a_revision_that_git_does_not_know_exits_with_2(
    repository: Path, capsys: pytest.CaptureFixture[str], revision: str
) -> None:
    assert main(["diff", "--", revision]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert error.startswith("casebook: git does not know ")
    assert error.count("\n") == 1


def test_a_shallow_clone_says_how_to_get_the_rest(
    repository: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    commit(repository, {"docs/about.md": "# B\n"})
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{repository}", str(clone))
    monkeypatch.chdir(clone)
    assert main(["diff", "HEAD~1"]) == 2
    assert "git fetch --unshallow" in capsys.readouterr().err


def test_a_branch_that_only_the_origin_has_is_named(
    repository: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    git(repository, "branch", "other")
    git(tmp_path, "clone", "--quiet", f"file://{repository}", "clone")
    monkeypatch.chdir(tmp_path / "clone")
    assert main(["diff", "other"]) == 2
    error = capsys.readouterr().err
    assert error == "casebook: git does not know other here. It knows origin/other.\n"


def test_outside_of_git_it_says_so(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    assert main(["diff", "HEAD"]) == 2
    assert "not in git" in capsys.readouterr().err


def test_without_git_it_says_so(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert main(["diff", "HEAD"]) == 2
    assert capsys.readouterr().err == "casebook: git cannot be called: No such file or directory.\n"
