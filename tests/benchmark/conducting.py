"""All builders at one size, in turns, so that all meet the same conditions."""

from collections.abc import Sequence
from pathlib import Path

from tests.benchmark.builders import Peer
from tests.benchmark.our_turns import OurTurns
from tests.benchmark.stage import Stage
from tests.benchmark.their_turns import TheirTurns


def conduct(stage: Stage, workshop: Path, peers: Sequence[Peer], *, with_ours: bool) -> None:
    """Measure us and the peers round by round, and then what only we have.

    The first peer, which all are compared with, builds between two builds of ours. `workshop`
    holds environments, collections and sites.
    """
    folder = workshop / "sites" / str(stage.size)
    us = OurTurns(stage, folder / "ours") if with_ours else None
    them = TheirTurns(stage, folder / "peers", workshop / "env", peers)
    for turn in range(1, stage.rounds + 1):
        steps = list(us.steps(turn)) if us else []
        for step in steps[:1]:
            step()
        them.build(peers[:1], turn)
        for step in steps[1:]:
            step()
        them.build(peers[1:], turn)
    if us:
        us.look()
