"""The benchmark as a command: measure, report, profile. `make bench` and `make profile` call it."""

import argparse
import fcntl
import sys
import time
from pathlib import Path

from tests.benchmark import ours, profiling
from tests.benchmark.aside import clear_aside
from tests.benchmark.builders import PEERS
from tests.benchmark.conducting import conduct
from tests.benchmark.machine import look_around
from tests.benchmark.quality import ask_everything
from tests.benchmark.report import write_report
from tests.benchmark.results import Results, Session
from tests.benchmark.stage import Stage

WORKSHOP = ours.ROOT / ".cache" / "bench"
RESULTS = WORKSHOP / "results"
REPORT = ours.ROOT / "docs" / "benchmark.md"


def main() -> None:
    """Read the command line and do what it says."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmark")
    commands = parser.add_subparsers(required=True)
    measuring = commands.add_parser("measure", help="measure, and write the report")
    measuring.add_argument("--sizes", type=int, nargs="*", default=[], help="numbers of dossiers")
    measuring.add_argument("--peers", nargs="*", choices=PEERS, default=[], metavar="PEER")
    measuring.add_argument("--ours", choices=("yes", "no"), default="yes")
    measuring.add_argument("--rounds", type=int, default=3)
    measuring.add_argument("--limit", type=float, default=900, help="seconds for one build")
    measuring.set_defaults(run=_measure)
    looking = commands.add_parser("profile", help="show where the time of builds goes")
    looking.add_argument("--size", type=int, default=1000)
    looking.set_defaults(run=_profile)
    arguments = parser.parse_args()
    WORKSHOP.mkdir(parents=True, exist_ok=True)
    with (WORKSHOP / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise SystemExit("Another benchmark runs here; wait until it has ended.") from None
        arguments.run(arguments)


def _measure(arguments: argparse.Namespace) -> None:
    if arguments.sizes:
        session = Session.begin(RESULTS)
        session.note("machine", look_around())
        if arguments.ours == "yes":
            _tell("questions to the search of the real collection")
            session.note("quality", ask_everything(WORKSHOP / "sites" / "real"))
        peers = [PEERS[name] for name in PEERS if name in arguments.peers]
        for size in sorted(arguments.sizes):
            rounds, limit = arguments.rounds, arguments.limit
            stage = Stage(session, size, rounds, limit, _tell)
            conduct(stage, WORKSHOP, peers, with_ours=arguments.ours == "yes")
            _report()
        clear_aside()
    _report()


def _profile(arguments: argparse.Namespace) -> None:
    """Profile a cold build and one after an edit, and put both into the report."""
    session = Session.begin(RESULTS)
    size, folder = arguments.size, WORKSHOP / "sites" / f"profile-{arguments.size}"
    _tell(f"{size}: writing the collection")
    ours.prepare(folder, size)
    paragraph, *_ = ours.edits(folder, size)
    for step in ("cold", "unchanged", "after an edit"):
        if step == "after an edit":
            paragraph.make(f"{ours.MARK}profile")
        _tell(f"{size}: {step}, under py-spy")
        stacks = WORKSHOP / "profile" / f"{step.replace(' ', '-')}.txt"
        profile = profiling.record(ours.WHOLE, folder, ours.ENVIRONMENT, WORKSHOP / "env", stacks)
        session.note("profile", profile, size=size, step=step)
        for name, looks in list(profile.functions.items())[:15]:
            sys.stdout.write(f"{looks / profile.looks:6.1%}  {name}\n")
        _tell(f"{size}: every stack is in {stacks.relative_to(Path.cwd())}")
    _report()


def _report() -> None:
    write_report(Results.read(RESULTS), REPORT)


def _tell(words: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S')}  {words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
