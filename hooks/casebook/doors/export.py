"""`casebook export`: the whole record as one kind of file, or as an archive of everything."""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from casebook.building.listing import lost_in, read_listing
from casebook.checks import run_checks
from casebook.doors.archive import bag_into
from casebook.doors.clock import today
from casebook.doors.configuration import site_url
from casebook.doors.here import UsageError
from casebook.doors.past import CONTENT
from casebook.exports.files import plan_exports
from casebook.model.site_file import SiteFile
from casebook.reading.collection import Collection, read_collection
from casebook.sealing.contents import texts_in
from casebook.sealing.protection import Guard, guard_of
from casebook.words.wording import noun_words

NAME = "export"
SUMMARY = "write the whole record into a folder: tables, a database, JSON, or an archive"


_PARTS: Mapping[str, tuple[str, str]] = {
    "csv": ("data/", ".csv"),
    "jsonl": ("data/", ".jsonl"),
    "sqlite": ("data/", ".sqlite"),
    "json": ("cases/", "/dossier.json"),
}
"""How the addresses of the site's files that are in each format begin and end."""

BAG = "bagit"
FORMATS = (*_PARTS, BAG)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "--format",
        choices=FORMATS,
        required=True,
        help="csv, jsonl and sqlite as in /data/; json: one file a letter; bagit: an archive of "
        "the built site and its sources (RFC 8493)",
    )
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="DIR",
        help="a folder that is not there yet; without any, casebook-csv for csv",
    )


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Write the record into a new folder; return 0."""
    target: Path = arguments.folder or Path(f"casebook-{arguments.format}")
    if target.exists() or target.is_symlink():
        raise UsageError(f"{target} is there already; name a folder that is not.")
    for folder in ("site", *CONTENT):
        if target.resolve().is_relative_to(root / folder):
            raise UsageError(f"{target} lies in {folder}/; name a folder outside.")
    collection = read_collection(root)
    if collection.problems or run_checks(collection, today()):
        raise UsageError("the collection has problems; casebook check says which.")
    target.parent.mkdir(parents=True, exist_ok=True)
    # Whole or not at all, also for somebody who presses Ctrl-C.
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".casebook-") as place:
        made = Path(place) / "export"
        made.mkdir()
        if arguments.format == BAG:
            count = _bag(root, collection, made)
        else:
            guard = guard_of(collection.corpus.outlines.values(), collection.protected)
            count = _files(_chosen(root, collection, arguments.format), made, guard)
        shutil.move(made, target)
    sys.stdout.write(f"{count} {noun_words(count, 'file')} in {target}.\n")
    return 0


def _chosen(root: Path, collection: Collection, name: str) -> Iterator[SiteFile]:
    planned = plan_exports(collection.corpus, site_url(root), today())
    start, end = _PARTS[name]
    return (each for each in planned if each.path.startswith(start) and each.path.endswith(end))


def _files(exports: Iterator[SiteFile], made: Path, guard: Guard) -> int:
    paths = []
    for export in exports:
        path = made / export.path.removeprefix("data/")
        path.parent.mkdir(parents=True, exist_ok=True)
        content = export.make()
        # As a build does before it publishes: a name can come by another letter's facts.
        if guard and (why := next(filter(None, map(guard.find, texts_in("", content))), None)):
            raise UsageError(f"{export.path} holds a name that {why} keeps from being public.")
        path.write_bytes(content)
        paths.append(path)
    return len(paths)


def _bag(root: Path, collection: Collection, made: Path) -> int:
    site = root / "site"
    listing = read_listing(site)
    if not listing.manifest:
        raise UsageError("there is no whole site in site/; run make site first.")
    if lost := lost_in(site, listing):
        raise UsageError(f"{min(lost)} is gone from site/, or was changed there; run make site.")
    # What was withdrawn or corrected since is not to be kept by others as it was.
    for record in _chosen(root, collection, "json"):
        held = site / record.path
        if held.is_file() and held.read_bytes() != record.make():
            raise UsageError(f"{record.path} has changed since site/ was built; run make site.")
    outlines = collection.corpus.outlines.values()
    guard = guard_of(outlines, collection.protected)
    # The page says that it is gone; what an editor left in its files is no source of that.
    withdrawn = {f"cases/{each.reference.folder}" for each in outlines if each.is_withdrawn}
    label = {"External-Identifier": site_url(root), "Bagging-Date": str(today())}
    return bag_into(made, root, guard, withdrawn, label)
