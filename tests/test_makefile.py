"""What `make` does when the machine lets it down. What it does else, every other test relies on."""

import shutil
import subprocess
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
    (root / "python").write_text(python)
    (root / "python").chmod(0o755)
    command = ["make", "--silent", "PYTHON=./python", ".venv"]
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
