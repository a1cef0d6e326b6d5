"""What `casebook diff` tells of a change, in a repository like that of an editor."""

import re
from pathlib import Path

import pytest
from tests.doors.repository import DOSSIER, TEXT, Tell, commit, git, put

from casebook.changes.markdown import LONGEST
from casebook.doors.command import main


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
            "cases/xxx/9-2025/dossier.yml": "title: Another flood\nsent: 2025-07-01\n"
            "publication: {rule: 60 days, source: letter}\n",
            "standards/bridge-rules.md": None,
            "docs/about.md": "# About\n\nSome other words.\n",
            "docs/a.png": b"2",
            "docs/new.md": "# New\n",
            # It says nothing that is not told under the new addresses.
            "docs/permalinks.txt": "cases/xxx/1-2025/\n",
            "mkdocs.yml": "site_name: Other\n",
        }
    )
    golden = Path(__file__).parents[1] / "goldens" / "diff" / "a_change_of_every_kind.md"
    if is_refreshing:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


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


def test_before_the_first_commit_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(tmp_path, {"mkdocs.yml": ""})
    git(tmp_path, "init", "--quiet")
    monkeypatch.chdir(tmp_path)
    assert main(["diff", "HEAD"]) == 2
    assert "git does not know HEAD here. Nothing is committed yet." in capsys.readouterr().err


def test_outside_of_git_it_says_so(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    assert main(["diff", "HEAD"]) == 2
    assert "not in git" in capsys.readouterr().err


def test_a_repository_that_git_refuses_is_not_said_to_be_none(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / ".git" / "HEAD").unlink()
    assert main(["diff", "HEAD"]) == 2
    assert "git cannot look into this repository; git status says why." in capsys.readouterr().err


def test_without_git_it_says_so(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert main(["diff", "HEAD"]) == 2
    assert capsys.readouterr().err == "casebook: git cannot be called: No such file or directory.\n"
