"""Two builds never work in one folder."""

import subprocess
import sys
from pathlib import Path

import pytest

from casebook.building.turn import BusyError, take_turn


def test_a_folder_is_taken_until_its_build_has_ended(tmp_path: Path) -> None:
    with take_turn(tmp_path), pytest.raises(BusyError):
        take_turn(tmp_path)
    take_turn(tmp_path).close()


def test_folders_are_taken_apart_from_each_other(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    with take_turn(tmp_path / "one"), take_turn(tmp_path / "two"):
        pass


def test_a_build_that_is_killed_gives_its_turn_back(tmp_path: Path) -> None:
    program = (
        "import os, sys, pathlib; from casebook.building.turn import take_turn; "
        "held = take_turn(pathlib.Path(sys.argv[1])); os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert killed.returncode == -9
    take_turn(tmp_path).close()
