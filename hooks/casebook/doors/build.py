"""`casebook build`: the site, or a part of it, with what other machines made of it already."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from casebook.building.tree import is_another_folder
from casebook.doors.foresight import refuse_without_hooks
from casebook.doors.here import UsageError
from casebook.doors.wishes import CACHE, ONLY, PAGES, SHARD, open_bucket, wishes_of

NAME = "build"
SUMMARY = "build the site, with what other machines made already, or a part of it for them"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "--cache",
        metavar="URL",
        help="a folder or a bucket (s3://bucket/folder) that machines share: take from it what is "
        f"made already, leave there what is not; also in the variable {CACHE}",
    )
    parser.add_argument(
        "--shard",
        metavar="K/N",
        help="make only the part K of N parts, leave it in the cache, and publish nothing",
    )
    parser.add_argument(
        "--only",
        choices=[PAGES],
        help="bring the pages up to date, and neither data nor search: for a look, not to publish",
    )
    parser.add_argument(
        "--site-dir", type=Path, metavar="DIR", help="where the site is built; else site/"
    )


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Build as `make site` does; return 0, or 1 when there are problems."""
    given = {CACHE: arguments.cache, SHARD: arguments.shard, ONLY: arguments.only}
    variables = os.environ | {name: value for name, value in given.items() if value is not None}
    # Said here, before the collection is read.
    refuse_without_hooks(root)
    place = _place(arguments.site_dir) if arguments.site_dir else None
    open_bucket(wishes_of(variables), root, place or root / "site")
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--strict", "--quiet"]
    if place:
        command += ["--site-dir", str(place)]
    done = subprocess.run(command, cwd=root, env=variables, check=False)  # noqa: S603 - our own words
    return 1 if done.returncode else 0


def _place(folder: Path) -> Path:
    """Return a folder that a site may replace: one that is new, empty, or holds a site of ours."""
    place = folder.absolute()
    if (place.exists() and not place.is_dir()) or is_another_folder(place):
        raise UsageError(
            f"{folder} holds something else than a site; name a folder that is new or empty."
        )
    return place
