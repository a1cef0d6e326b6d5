"""The builds of the other generators at one size, all from the same pages."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tests.benchmark import builders, equivalent
from tests.benchmark.aside import put_aside
from tests.benchmark.builders import Peer
from tests.benchmark.environments import MissingError
from tests.benchmark.stage import Stage

LONG = 120.0
"""Seconds. A build of theirs that takes longer is measured once."""


class TheirTurns:
    """What is measured of the others."""

    def __init__(
        self, stage: Stage, folder: Path, environments: Path, peers: Sequence[Peer]
    ) -> None:
        """Write the pages, and install the peers where they can be had."""
        self._stage = stage
        self._folder = folder
        self._done: set[str] = set()
        """Peers that are not asked again."""
        if peers:
            put_aside(folder)
            stage.say("writing the equivalent pages")
            equivalent.write_pages(folder / "pages", stage.size)
        self._installed = self._install(peers, environments)

    def build(self, peers: Iterable[Peer], turn: int) -> None:
        """Build with each of some peers, cold."""
        for peer in peers:
            if peer.name not in self._installed or peer.name in self._done:
                continue
            for left in (peer.site, ".cache", "resources"):
                put_aside(self._folder / left)
            command = peer.command(self._installed[peer.name])
            run = self._stage.build(
                *(peer.name, "whole", turn, command, {}), self._folder, peer.site
            )
            if run.exit != 0 or run.wall > LONG:
                self._done.add(peer.name)

    def _install(self, peers: Sequence[Peer], environments: Path) -> Mapping[str, Path]:
        """Return the environments of the peers that can be had."""
        installed = {}
        stage = self._stage
        for peer in peers:
            try:
                self._refuse_unfinished(peer)
                environment = builders.install(peer, environments).resolve()
                version = builders.version_of(peer, environment)
            except MissingError as error:
                stage.say(f"without {peer.title}: {error}")
                reason = str(error).rstrip(".")
                stage.session.note("missing", builder=peer.name, size=stage.size, reason=reason)
                continue
            builders.arrange(peer, environment, self._folder)
            installed[peer.name] = environment
            stage.session.note("version", builder=peer.name, size=stage.size, version=version)
            stage.say(f"{peer.title} {version}")
        return installed

    def _refuse_unfinished(self, peer: Peer) -> None:
        """Refuse a peer that was stopped at a smaller size."""
        for row in self._stage.session.rows():
            if row["kind"] == "run" and row["builder"] == peer.name and row["exit"] is None:
                raise MissingError(
                    f"it did not finish {row['size']:,} dossiers within {self._stage.limit:.0f} s"
                )
