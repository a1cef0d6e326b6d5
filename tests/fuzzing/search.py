"""Looks for inputs that do harm, guided by which lines of ours they reach: `make fuzz`.

What it finds it leaves in tests/fuzzing/found/<target>/, where the tests take it up.
"""

import argparse
import subprocess
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["casebook"]):
    from tests.fuzzing.targets import ROOT, TARGETS

LONGEST = 20_000
HANGS_AFTER = 60
"""Seconds on the wall, after which libFuzzer ends what our own stopwatch cannot."""


def main() -> int:
    """Search each target for a while; return 1 when one was harmed."""
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="for each target (60)")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if unknown := set(arguments.targets) - TARGETS.keys():
        parser.error(f"no target is called {', '.join(unknown)}; there are {', '.join(TARGETS)}.")
    if arguments.here:
        _search(arguments.targets[0], arguments.seconds)
    harmed = [name for name in arguments.targets or TARGETS if not _is_unharmed(name, arguments)]
    sys.stdout.write(f"Harmed: {', '.join(harmed) or 'none'}.\n")
    return 1 if harmed else 0


def _is_unharmed(name: str, arguments: argparse.Namespace) -> bool:
    """Search one target in a process of its own: libFuzzer ends the one that it is in."""
    command = [sys.executable, "-m", "tests.fuzzing.search", "--here", name]
    return not subprocess.run(
        [*command, "--seconds", str(arguments.seconds)], cwd=ROOT, check=False
    ).returncode


def _search(name: str, seconds: int) -> None:
    target = TARGETS[name]
    slug = name.replace(" ", "-")
    corpus = ROOT / ".cache" / "fuzz" / slug
    found = Path(__file__).parent / "found" / slug
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(seed)
    words = corpus.with_name(f"{slug}.dict")
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in target.words), "ascii")
    options = {
        "max_total_time": seconds,
        "max_len": LONGEST,
        "timeout": HANGS_AFTER,
        "report_slow_units": HANGS_AFTER,  # our own stopwatch knows what is slow
        "dict": words,
        "artifact_prefix": f"{found}/",
        "verbosity": 0,
        "print_final_stats": 1,
    }
    flags = [f"-{option}={value}" for option, value in options.items()]
    atheris.Setup([sys.argv[0], *flags, str(corpus)], target)
    atheris.Fuzz()


def _escaped(word: str) -> str:
    return "".join(
        chr(byte) if byte < 128 and (chr(byte).isalnum() or byte == ord(" ")) else f"\\x{byte:02x}"
        for byte in word.encode()
    )


if __name__ == "__main__":
    sys.exit(main())
