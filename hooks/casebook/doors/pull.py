"""`casebook pull`: fetches the originals that dossiers record, and files them."""

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

from casebook.doors.alone import alone
from casebook.doors.clock import today
from casebook.doors.dossier_files import write_files
from casebook.doors.here import UsageError, printable
from casebook.doors.originals import PARTS, agent_of, choose, open_store
from casebook.doors.page_count import count_pages
from casebook.doors.references import parse_all
from casebook.originals.fetching import Progress
from casebook.originals.manners import Manners
from casebook.originals.partial import CannotKeep
from casebook.originals.pulling import Finding, Pulled, Puller
from casebook.originals.recorded import Recorded, recorded_in
from casebook.originals.recording import record_copy
from casebook.originals.store import StoreError
from casebook.words.wording import count_words, join_words

NAME = "pull"
SUMMARY = "fetch the originals that dossiers record, and file them outside git"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "references",
        nargs="*",
        metavar="REF",
        help="only of these dossiers, such as BLR 7/2025; without any, of all",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="list what would be asked for, and ask nobody"
    )
    parser.add_argument(
        "--record",
        action="store_true",
        help="write day, checksum and pages into dossier.yml where it says null",
    )
    parser.add_argument(
        "--pause",
        type=_seconds,
        default=Manners.__dataclass_fields__["pause"].default,
        metavar="SECONDS",
        help="between two requests to one host (default: %(default)s)",
    )
    parser.add_argument(
        "--allow-loopback",
        action="store_true",
        help="ask servers on this machine too; private networks are never asked",
    )


def _seconds(words: str) -> float:
    value = float(words)
    if not 0 <= value <= 3600:
        raise argparse.ArgumentTypeError("give seconds, from 0 to 3600")
    return value


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Pull, and say what became of each original; return 1 when somebody should look."""
    chosen = choose(root, parse_all(arguments.references))
    originals = [
        each for dossier in chosen.dossiers for each in recorded_in(dossier) if each.source.url
    ]
    for folder in chosen.unread:
        sys.stdout.write(f"{folder}: dossier.yml has an error; casebook check tells which.\n")
    if arguments.dry_run:
        for each in originals:
            sys.stdout.write(f"{each.name}: would ask {each.source.url}\n")
        sys.stdout.write(f"{count_words(len(originals), 'original')}; nobody was asked.\n")
        return int(bool(chosen.unread))
    line = _ProgressLine(len(originals))
    counts: Counter[Finding] = Counter()
    try:
        with alone(root / PARTS, "casebook pull"):
            for pulled in _puller(arguments, root, line).pull(originals):
                line.clear()
                counts[pulled.finding] += 1
                told = f"{pulled.recorded.name}: {pulled.finding.value}: {pulled.message}."
                sys.stdout.write(f"{printable(told)}\n")  # a server may write what stands in it
                if arguments.record and pulled.copy:
                    sys.stdout.write(_record(root, pulled))
                sys.stdout.flush()
    except (StoreError, CannotKeep) as error:
        raise UsageError(str(error)) from error
    except KeyboardInterrupt:
        raise UsageError("stopped; called again, it goes on from here.") from None
    finally:
        line.clear()
    sys.stdout.write(f"{_summary(counts)}\n")
    return int(bool(chosen.unread) or any(finding.is_bad for finding in counts))


def _puller(arguments: argparse.Namespace, root: Path, line: "_ProgressLine") -> Puller:
    manners = Manners(agent_of(root), arguments.pause, allow_loopback=arguments.allow_loopback)
    return Puller(open_store(root), root / PARTS, manners, today(), count_pages, line.begin)


def _record(root: Path, pulled: Pulled) -> str:
    """Write what was learnt into dossier.yml; return a line about it, or nothing."""
    recorded, copy = pulled.recorded, pulled.copy
    source = recorded.source
    assert copy, "only a copy is recorded"
    assert source.url, "what was pulled has an address"
    wanted = (source.retrieved, source.sha256, source.pages or not copy.pages)
    if all(wanted):
        return ""
    # Read anew: an editor may have saved it meanwhile.
    held = (root / recorded.path).read_bytes().decode("utf-8", "replace")
    changed = record_copy(held, recorded.document, source.url, copy)
    if changed is None:
        return f"  {recorded.path} is written in a way that only you can change; nothing was recorded.\n"
    folder, _, name = recorded.path.rpartition("/")
    write_files(root, folder, {name: changed.encode("utf-8")})
    return f"  recorded in {recorded.path}\n"


def _summary(counts: Counter[Finding]) -> str:
    said = [f"{counts[finding]:,} {finding.value}" for finding in Finding if counts[finding]]
    return f"{join_words(said)}." if said else "No dossier records the address of an original."


class _ProgressLine:
    """A line on the terminal that is written over and over; nothing where there is no terminal."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._number = 0
        self._is_shown = sys.stderr.isatty()
        self._last = 0.0

    def begin(self, recorded: Recorded) -> Progress:
        self._number += 1
        lead = f"{self._number}/{self._total} {recorded.name}"
        self._show(f"{lead} …")

        def progress(done: int, expected: int | None) -> None:
            now = time.monotonic()
            if now - self._last > 0.1:
                self._last = now
                share = f"of {expected / 1e6:.1f} " if expected else ""
                bar = f"{_bar(done / expected)} " if expected else ""
                self._show(f"{lead} {bar}{done / 1e6:.1f} {share}MB")

        return progress

    def clear(self) -> None:
        self._show("")

    def _show(self, words: str) -> None:
        if self._is_shown:
            sys.stderr.write(f"\r\x1b[K{words[:100]}")
            sys.stderr.flush()


def _bar(share: float) -> str:
    full = min(_BAR, int(share * _BAR))
    return f"[{'█' * full}{'·' * (_BAR - full)}]"


_BAR = 20
"""Characters between its brackets."""
