"""What `make` does when the machine lets it down. What it does else, every other test relies on."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

PYTHON = """#!/bin/sh
# Is new enough, and makes an environment whose pip does nothing, or breaks off.
test "$1" = -c && exit 0
mkdir -p .venv/bin
cp pip .venv/bin/pip
chmod +x .venv/bin/pip
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def make(root: Path, python: str) -> subprocess.CompletedProcess[str]:
    """Make the environment with a program that stands for Python."""
    put(root / "python", python)
    return run(root, "PYTHON=./python", ".venv")


def put(path: Path, script: str) -> None:
    path.write_text(script)
    path.chmod(0o755)


def run(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = ["make", "--silent", *words]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_an_installation_that_broke_off_is_made_anew(root: Path) -> None:
    (root / "pip").write_text("#!/bin/sh\nexit 1\n")
    assert make(root, PYTHON).returncode != 0
    (root / "pip").write_text("#!/bin/sh\n: > .venv/bin/casebook\n")
    assert make(root, PYTHON).returncode == 0
    assert (root / ".venv" / "bin" / "casebook").exists()
    # What is there stays.
    (root / "pip").write_text("#!/bin/sh\nexit 1\n")
    assert make(root, PYTHON).returncode == 0


def test_a_python_that_is_too_old_is_refused_before_anything_is_made(root: Path) -> None:
    done = make(root, "#!/bin/sh\nexit 1\n")
    assert done.returncode != 0
    assert "needs Python 3.11 or later" in done.stdout
    assert not (root / ".venv").exists()


@pytest.mark.parametrize(
    ("first", "second", "taken"),
    [
        ("exit 0", "exit 0", "first"),
        ("exit 1", "exit 0", "second"),
        ("exit 1", "exit 1", "first"),
    ],
    ids=["that will do", "when the first is slow", "when none is quick"],
)
def test_the_first_quick_python_is_taken(root: Path, first: str, second: str, taken: str) -> None:
    for name, answer in (("first", first), ("second", second)):
        # Which Python will do is asked of its own settings; that it is new enough, of all.
        asked = f"""case "$2" in *CONFIG_ARGS*) {answer};; esac; test "$1" = -c || echo {name}"""
        put(root / name, f"#!/bin/sh\n{asked}\n")
    assert run(root, "PYTHONS=./first ./second", ".venv").stdout.split() == [taken]


@pytest.mark.parametrize(
    ("arguments", "taken"), [("--enable-optimizations", "first"), ("--enable-shared", "second")]
)
def test_how_a_python_was_built_tells_whether_it_is_quick(
    root: Path, arguments: str, taken: str
) -> None:
    told = (
        "import sys, sysconfig; sys.base_prefix = '/nowhere'; "
        f"sysconfig.get_config_var = {{'CONFIG_ARGS': '{arguments}'}}.get; "
    )
    asked = f'test "$1" = -c && exec {sys.executable} -c "{told}$2"'
    put(root / "first", f"#!/bin/sh\n{asked}\necho first\n")
    put(root / "second", '#!/bin/sh\ntest "$1" = -c || echo second\n')
    assert run(root, "PYTHONS=./first ./second", ".venv").stdout.split() == [taken]


def test_mkdocs_is_not_called_where_it_would_empty_the_site(root: Path) -> None:
    (root / ".venv" / "bin").mkdir(parents=True)
    put(root / ".venv" / "bin" / "mkdocs", "#!/bin/sh\n: > called\n")
    put(root / ".venv" / "bin" / "casebook", "")
    for code, is_called in ((1, False), (0, True)):
        put(root / ".venv" / "bin" / "python", f"#!/bin/sh\nexit {code}\n")
        assert (run(root, "site").returncode == 0) is is_called
        assert (root / "called").exists() is is_called
