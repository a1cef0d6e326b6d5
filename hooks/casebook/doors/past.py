"""The collection as it was in a commit, read from git beside the working tree."""

import os
from collections import defaultdict
from dataclasses import dataclass
from hashlib import new, sha256
from pathlib import Path, PurePosixPath

from casebook.doors.git import ask_git, read_blobs

CONTENT = ("cases", "standards", "docs")
_CODE = ("hooks", "mkdocs.yml", "pyproject.toml", "requirements.lock")
_LINK, _FILES = "120000", ("100644", "100755", "120000")


@dataclass(frozen=True, slots=True)
class _Held:
    """A file in a commit."""

    mode: str
    blob: str


def lay_out(root: Path, commit: str, folder: Path) -> frozenset[str]:
    """Write the content of a commit into an empty folder.

    Return the folders of dossiers (`cases/blr/7-2025`) that are the same in the working tree: they
    are left out.
    """
    same = set()
    wanted: dict[str, _Held] = {}
    by_dossier: dict[str, dict[str, _Held]] = defaultdict(dict)
    for path, held in _list(root, commit, CONTENT).items():
        parts = path.split("/")
        if parts[0] == "cases" and len(parts) == 4:
            by_dossier["/".join(parts[:3])][parts[3]] = held
        else:
            wanted[path] = held
    for dossier, files in by_dossier.items():
        if _is_unchanged(root / dossier, files):
            same.add(dossier)
        else:
            wanted |= {f"{dossier}/{name}": held for name, held in files.items()}
    contents = read_blobs(root, sorted({held.blob for held in wanted.values()}))
    for path, held in wanted.items():
        _put(folder, path, contents[held.blob], is_link=held.mode == _LINK)
    return frozenset(same)


def code_changes(root: Path, commit: str) -> int:
    """Return how many files of the program and its look are other than in a commit."""
    words = ("--name-only", "-z", "--no-ext-diff", "--no-textconv", "--relative", commit, "--")
    return (ask_git(root, "diff", *words, *_CODE) or b"").count(b"\0")


def checksums(root: Path, paths: frozenset[str]) -> dict[str, str]:
    """Return the checksum of each file that can be read, by its path."""
    found = {}
    for path in paths:
        try:
            found[path] = sha256((root / path).read_bytes()).hexdigest()
        except OSError:
            continue
    return found


def _list(root: Path, commit: str, below: tuple[str, ...]) -> dict[str, _Held]:
    # From the collection's folder, which need not be the root of the repository.
    listed = ask_git(root, "ls-tree", "-r", "-z", commit, "--", *below) or b""
    held = {}
    for line in filter(None, listed.split(b"\0")):
        about, _, path = line.partition(b"\t")
        mode, _, blob = about.decode("ascii").split(" ")
        if mode in _FILES:
            held[os.fsdecode(path)] = _Held(mode, blob)
    return held


def _is_unchanged(folder: Path, files: dict[str, _Held]) -> bool:
    try:
        if {path.name for path in folder.iterdir()} != files.keys():
            return False
        return all(
            held.mode != _LINK
            and not (folder / name).is_symlink()
            and _blob_id((folder / name).read_bytes(), len(held.blob)) == held.blob
            for name, held in files.items()
        )
    except OSError:
        return False


def _blob_id(content: bytes, length: int) -> str:
    algorithm = "sha1" if length == 40 else "sha256"
    return new(algorithm, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _put(folder: Path, path: str, content: bytes, *, is_link: bool) -> None:
    parts = PurePosixPath(path).parts
    target = folder.joinpath(*parts)
    # No commit that git made by itself has such paths; one made by hand may.
    if ".." in parts or not target.parent.resolve().is_relative_to(folder.resolve()):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if is_link:
        target.symlink_to(os.fsdecode(content))
    else:
        target.write_bytes(content)
