"""What a benchmark needs besides our own environment, installed beside it and never locked with it."""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_DONE = "installed.txt"


class MissingError(Exception):
    """Something cannot be had here."""


def install_python(requirements: Path, environment: Path) -> Path:
    """Return an environment with what a requirements file names."""
    if not _is_done(requirements, environment):
        run([sys.executable, "-m", "venv", str(environment)], requirements.parent)
        pip = [f"{environment}/bin/pip", "install", "--quiet", "--disable-pip-version-check"]
        run([*pip, "--requirement", str(requirements)], requirements.parent)
        shutil.copy(requirements, environment / _DONE)
    return environment


def install_node(package: Path, environment: Path) -> Path:
    """Return a folder with the node modules that a package.json names."""
    if not _is_done(package, environment):
        environment.mkdir(parents=True)
        shutil.copy(package, environment)
        run(["npm", "install", "--no-audit", "--no-fund", "--silent"], environment)
        shutil.copy(package, environment / _DONE)
    return environment


def run(command: Sequence[str], folder: Path) -> str:
    """Return what a command says. Raises MissingError when it is not there or fails."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise MissingError(f"{Path(command[0]).name} is not on this machine") from error
    if done.returncode:
        reasons = (done.stderr.strip() or done.stdout.strip() or "it gave no reason").splitlines()
        raise MissingError(f"{Path(command[0]).name} failed: {reasons[-1]}")
    return done.stdout


def _is_done(told: Path, environment: Path) -> bool:
    """Return whether an environment has just that; clear it away otherwise."""
    done = environment / _DONE
    if done.exists() and done.read_text("utf-8") == told.read_text("utf-8"):
        return True
    shutil.rmtree(environment, ignore_errors=True)
    return False
