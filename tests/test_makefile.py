"""What `make` does when the machine lets it down. What it does else, every other test relies on."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]

PYTHON = """#!/bin/sh
# Makes an environment whose pip does nothing, or breaks off.
mkdir -p .venv/bin
cp pip .venv/bin/pip
chmod +x .venv/bin/pip
"""


def test_an_installation_that_broke_off_is_made_anew(tmp_path: Path) -> None:
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    python, pip = tmp_path / "python", tmp_path / "pip"
    python.write_text(PYTHON)
    python.chmod(0o755)

    def make() -> int:
        command = ["make", "--silent", "PYTHON=./python", ".venv"]
        return subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode

    pip.write_text("#!/bin/sh\nexit 1\n")
    assert make() != 0
    pip.write_text("#!/bin/sh\n: > .venv/bin/casebook\n")
    assert make() == 0
    assert (tmp_path / ".venv" / "bin" / "casebook").exists()
    # What is there stays.
    pip.write_text("#!/bin/sh\nexit 1\n")
    assert make() == 0
