"""A bag of the built site and of its sources, on disk."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from casebook.doors.here import CONFIGURATION, UsageError
from casebook.exports.publisher import NAME
from casebook.reading.git import ask_git
from casebook.sealing.bag import ALGORITHM, Payload, tag_files, tag_manifest
from casebook.sealing.contents import texts_in
from casebook.sealing.protection import Guard

SOURCES = ("cases", "standards", "docs", CONFIGURATION, "README.md", "LICENSE")
"""What somebody needs to build the site again, besides the program."""

LEFT_OUT = "sources/left-out.txt"
"""Lists the sources of withdrawn letters, and those that hold names which are not public."""


def bag_into(
    made: Path,
    root: Path,
    guard: Guard,
    withdrawn: Collection[str],
    label: Mapping[str, str],
) -> int:
    """Make a bag in the folder `made`; return how many files it has.

    `withdrawn` are the folders of letters of which nothing is to be kept. `label` is what bag-info.txt tells besides what all our bags tell.
    Raises UsageError when the site holds a name that must not be public: it was built before
    somebody said so.
    """
    payload: dict[str, Payload] = {}
    site = root / "site"
    left_out = []
    for path, content in _site(site):
        if guard and _holds_name(guard, path, content):
            raise UsageError("the site holds a name that is not public any more; run make site.")
        payload[f"site/{path}"] = _put(made, f"site/{path}", content)
    for path, content in _sources(root):
        is_gone = path.rpartition("/")[0] in withdrawn
        if is_gone or (guard and _holds_name(guard, path, content)):
            # The name of a file can be the name itself.
            left_out.append("a file" if guard and _holds_name(guard, path, b"") else path)
        else:
            payload[f"sources/{path}"] = _put(made, f"sources/{path}", content)
    if left_out:
        listed = "".join(f"{path}\n" for path in left_out)
        payload[LEFT_OUT] = _put(made, LEFT_OUT, listed.encode())
    told = {
        "Source-Organization": NAME,
        "External-Description": "The public site, and the sources from which it was built.",
        "Bag-Software-Agent": "casebook export",
        **label,
        **_commit(root),
    }
    tags = tag_files(payload, told)
    for name, content in tags.items():
        (made / name).write_bytes(content)
    name, content = tag_manifest({name: _checksum(content) for name, content in tags.items()})
    (made / name).write_bytes(content)
    return len(payload) + len(tags) + 1


def _site(site: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(site.rglob("*")):
        if path.is_file():
            yield path.relative_to(site).as_posix(), path.read_bytes()


def _sources(root: Path) -> Iterator[tuple[str, bytes]]:
    for name in SOURCES:
        start = root / name
        for path in sorted(start.rglob("*")) if start.is_dir() else [start]:
            # What lies hidden, and links, which lead anywhere, are no sources.
            parts = path.relative_to(root).parts
            if path.is_file() and not path.is_symlink() and not any(p[0] == "." for p in parts):
                yield "/".join(parts), path.read_bytes()


def _holds_name(guard: Guard, path: str, content: bytes) -> bool:
    return any(guard.find(text) for text in texts_in(path, content))


def _put(made: Path, path: str, content: bytes) -> Payload:
    target = made / "data" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return Payload(len(content), _checksum(content))


def _checksum(content: bytes) -> str:
    return hashlib.new(ALGORITHM, content).hexdigest()


def _commit(root: Path) -> dict[str, str]:
    """Return the commit of the sources, where they lie in git."""
    try:
        told = ask_git(root, "rev-parse", "HEAD")
    except OSError:  # there is no git here
        return {}
    return {"Internal-Sender-Identifier": f"commit {told.decode().strip()}"} if told else {}
