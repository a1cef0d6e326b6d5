"""The content tree on disk: which files there are, as bytes. The only place that reads content."""

import os
import pickle
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from operator import attrgetter
from pathlib import Path

from casebook.reading.characters import LARGEST_TEXT
from casebook.reading.layout import (
    LARGEST_LIST,
    PAGES_FOLDER,
    PERMALINKS_PATH,
    PICTURES,
    REGISTER_PATHS,
    SCHEMA_FOLDER,
    name_problem,
)
from casebook.words.problem import Problem

_READ_ME = "README.md"
TOP = ("cases", "docs", "standards")
"""The folders of a collection that hold content."""

_LEADS_OUT = "This link leads out of the collection, to a folder, or nowhere."


Divide = Callable[[Callable[[Sequence[str]], bytes], Sequence[str]], Iterable[bytes]]
"""Does a work on stretches of a sequence, and returns the results in its order."""


def undivided(work: Callable[[Sequence[str]], bytes], items: Sequence[str]) -> Iterator[bytes]:
    """Do the work here and now."""
    yield work(items)


@dataclass(slots=True)
class Tree:
    """The files of a collection that hold content, and what else lies between them.

    Of dossiers it has no files, which are most of a collection: only what stands for them.
    """

    root: Path
    """Where the collection lies, from the root of the disk, links followed."""
    standards: dict[str, bytes] = field(default_factory=dict)
    """By path: standards/iccpr.md."""
    registers: dict[str, bytes] = field(default_factory=dict)
    """By path: cases/registers/mandates.yml."""
    keys: dict[str, str] = field(default_factory=dict)
    """What stands for the files of each dossier, names and contents (`key_of`), by the path of its
    folder: cases/blr/7-2025."""
    pages: dict[str, bytes] = field(default_factory=dict)
    """Pages written by hand, by path: docs/about.md."""
    others: set[str] = field(default_factory=set)
    """What else of docs/ may be published: pictures, and the list of promised addresses."""
    problems: list[Problem] = field(default_factory=list)
    has_links: bool = False
    """Whether a link lies in it: what it leads to may change elsewhere."""

    def files(self, folder: str) -> dict[str, bytes]:
        """Return the files of a dossier, by name, as they are now; none where it is gone."""
        return _Walk(self.root).dossier(folder)


def read_tree(root: Path, divide: Divide = undivided) -> Tree:
    """Return the content of the collection in `root`; `divide` may share the work.

    Files and folders that belong nowhere, links that lead outside, and files that cannot be read
    each yield a problem; one that vanishes meanwhile counts as not there. Names that begin with a
    dot, and the backup files of editors, are passed over.
    """
    walk = _Walk(root.resolve())
    tree = walk.tree()
    for part in divide(partial(_keys, tree.root), walk.dossiers):
        keys, problems, has_links = pickle.loads(part)  # noqa: S301 - made by our own process
        tree.keys |= keys
        tree.problems += problems
        tree.has_links |= has_links
    return tree


def _keys(root: Path, folders: Sequence[str]) -> bytes:
    walk = _Walk(root)
    # Git leaves no empty folders, but deleting by hand does.
    keys = {folder: key_of(files) for folder in folders if (files := walk.dossier(folder))}
    return pickle.dumps((keys, walk.found.problems, walk.found.has_links))


def read_again(tree: Tree, changed: Iterable[str]) -> Tree | None:
    """Return what a tree is now, after changes to these paths and to no others.

    Only files in folders of dossiers are read again. None when that is not enough to know: something
    else changed, a folder came or went, something was wrong or is wrong now.
    """
    parts = [path.split("/") for path in changed]
    folders = {"/".join(each[:-1]) for each in parts}
    if tree.problems or tree.has_links or not folders <= tree.keys.keys():
        return None
    walk = _Walk(tree.root)
    fresh = {folder: walk.dossier(folder) for folder in folders}
    if walk.found.problems or walk.found.has_links or not all(fresh.values()):
        return None
    keys = {folder: key_of(files) for folder, files in fresh.items()}
    return replace(tree, keys={**tree.keys, **keys})


class _Walk:
    def __init__(self, root: Path) -> None:
        self._root = root
        # Joined as strings: tens of thousands of paths take half a second otherwise.
        self._below = f"{root}/"
        self.found = Tree(root)
        self.dossiers: list[str] = []
        """Folders of dossiers that were seen and not looked into."""
        self._left_out: set[str] = set()

    def tree(self) -> Tree:
        self._top_folders()
        for path, is_folder in self._list("standards"):
            if not is_folder and path.endswith(".md"):
                self._take(path, self.found.standards)
            elif not is_folder and path.lower().endswith(".md"):
                self._unexpected(path, f"Rename it to {path.rpartition('/')[2].lower()}.")
            elif not path.endswith(f"/{_READ_ME}"):
                self._unexpected(path, "Keep one Markdown file an instrument in standards/.")
        for path, is_folder in self._list("cases"):
            name = path.rpartition("/")[2]
            if is_folder and name == "registers":
                self._registers_folder(path)
            elif is_folder:
                self._addressee(path)
            elif name != _READ_ME:
                self._unexpected(path, "Move it into the folder of a dossier: cases/blr/7-2025/.")
        self._pages(PAGES_FOLDER)
        return self.found

    def _top_folders(self) -> None:
        """Report folders of content that would be passed over, or lie elsewhere."""
        try:
            names = sorted(each.name for each in self._root.iterdir())
        except OSError:
            return
        for name in names:
            self.found.has_links |= name in TOP and (self._root / name).is_symlink()
            if name in TOP and not (self._root / name).resolve().is_relative_to(self._root):
                self._problem(name, "link-outside", _LEADS_OUT, "Put the folder itself here.")
                self._left_out.add(name)
            elif name not in TOP and name.lower() in TOP and (self._root / name).is_dir():
                self._unexpected(name, f"Rename it to {name.lower()}.")

    def _pages(self, folder: str) -> None:
        for path, is_folder in self._list(folder):
            problem = name_problem(path)
            if problem:
                self.found.problems.append(problem)
            elif is_folder and path == PERMALINKS_PATH:
                self._unexpected(path, "Put the file back: it lists every address ever published.")
            elif is_folder and path != SCHEMA_FOLDER:
                self._pages(path)
            elif path.endswith(".md"):
                self._take(path, self.found.pages)
            elif path.lower().endswith(PICTURES):
                self.found.others.add(path)
            elif path == PERMALINKS_PATH:
                self.found.others.add(path)
                self._take(path, self.found.registers, LARGEST_LIST)
            elif not is_folder:
                kinds = ", ".join(PICTURES)
                self._unexpected(path, f"Pages are .md; beside them may lie pictures: {kinds}.")

    def _registers_folder(self, folder: str) -> None:
        for path, is_folder in self._list(folder):
            if not is_folder and path in REGISTER_PATHS:
                self._take(path, self.found.registers)
            else:
                names = ", ".join(sorted(name.rpartition("/")[2] for name in REGISTER_PATHS))
                self._unexpected(path, f"The registers are: {names}.")

    def _addressee(self, folder: str) -> None:
        for path, is_folder in self._list(folder):
            if not is_folder:
                self._unexpected(path, "Move it into the folder of a dossier: cases/blr/7-2025/.")
            else:
                self.dossiers.append(path)

    def dossier(self, folder: str) -> dict[str, bytes]:
        """Return the files of a dossier, by name."""
        files: dict[str, bytes] = {}
        for file, is_inner_folder in self._list(folder):
            if is_inner_folder:
                self._unexpected(file, "Keep the files of a dossier side by side in its folder.")
            else:
                self._take(file, files)
        below = len(folder) + 1
        return {file[below:]: data for file, data in files.items()}

    def _list(self, folder: str) -> Iterator[tuple[str, bool]]:
        """Yield what a folder holds, by name: path, and whether it is a folder."""
        if folder in self._left_out:
            return
        try:
            with os.scandir(self._below + folder) as found:
                entries = sorted(found, key=attrgetter("name"))
        except FileNotFoundError:
            return
        except OSError as error:
            self._unreadable(folder, error)
            return
        for entry in entries:
            name = entry.name
            if name.startswith((".", "#")) or name.endswith("~"):
                continue
            path = f"{folder}/{name}"
            is_link = entry.is_symlink()
            self.found.has_links |= is_link
            if not name.isprintable():  # nor is what is no Unicode
                self._unexpected(ascii(path)[1:-1], "Rename it with plain letters.")
            elif is_link and not self._stays_inside(entry):
                self._problem(path, "link-outside", _LEADS_OUT, "Put the file itself here.")
            elif not (is_folder := entry.is_dir()) and not entry.is_file():
                self._unexpected(path, "Only files and folders belong here: take it away.")
            else:
                yield path, is_folder

    def _stays_inside(self, entry: "os.DirEntry[str]") -> bool:
        try:
            # A link to a folder could lead back to one of its parents: only files are followed.
            target = Path(entry.path).resolve(strict=True)
        except (OSError, RuntimeError):  # RuntimeError: a circle of links, before Python 3.13
            return False
        if not target.is_relative_to(self._root) or not target.is_file():
            return False
        # What begins with a dot is the machine's: .git, .env.
        return not any(part.startswith(".") for part in target.relative_to(self._root).parts)

    def _take(self, path: str, into: dict[str, bytes], largest: int = LARGEST_TEXT) -> None:
        try:
            # One byte more than allowed is enough to see that it is too large.
            into[path] = _read(self._below + path, largest + 1)
        except FileNotFoundError:
            return
        except OSError as error:
            self._unreadable(path, error)

    def _unreadable(self, path: str, error: OSError) -> None:
        help_ = "Look at its type and its permissions."
        self._problem(path, "unreadable-file", f"This cannot be read: {reason_of(error)}.", help_)

    def _unexpected(self, path: str, help_: str) -> None:
        self._problem(path, "unexpected-file", "Nothing of this name belongs here.", help_)

    def _problem(self, path: str, slug: str, message: str, help_: str) -> None:
        self.found.problems.append(Problem(path, 1, 1, slug, message, help_))


def reason_of(error: OSError) -> str:
    """Return why the system refuses something, as part of a sentence."""
    return (error.strerror or "the system gives no reason").lower()


_READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)


def _read(path: str, most: int) -> bytes:
    """Return a file, or its beginning. Raises OSError.

    Asks for as much as there is: to ask for the most makes room for the most, every time.
    """
    handle = os.open(path, _READING)
    try:
        size = os.fstat(handle).st_size
        parts = [os.read(handle, min(size + 1, most))]
        # One byte more was asked for than there should be: most files end here.
        while parts[-1] and len(parts[0]) != size and (left := most - sum(map(len, parts))):
            # It may grow meanwhile, and some systems give no size.
            parts.append(os.read(handle, min(left, 1 << 16)))
    finally:
        os.close(handle)
    return b"".join(parts)


_DIGITS = 32


def key_of(files: Mapping[str, bytes]) -> str:
    """Return what stands for the files of a dossier: is another when a name or a byte is another."""
    # Every build hashes the whole collection, and processors have an instruction for this one.
    hashed = sha256()
    for name in sorted(files):
        data = files[name]
        hashed.update(f"{len(name)} {name} {len(data)} ".encode("utf-8", "surrogatepass"))
        hashed.update(data)
    return hashed.hexdigest()[:_DIGITS]
