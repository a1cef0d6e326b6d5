"""A site of a few files, made and published as a build does it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from casebook.building.batch import Batch
from casebook.building.build import Build
from casebook.building.memory import Memory, recall
from casebook.building.site import Report, publish
from casebook.building.tree import Tree
from casebook.building.workshop import Workshop
from casebook.model.reads import Reads


def make(
    folder: Path,
    contents: Mapping[str, str],
    inspect: Callable[[Mapping[str, str], Callable[[str], bytes]], None] = lambda *_: None,
) -> Report:
    """Publish these files in `folder`/site, as far as `inspect` lets them pass."""
    tree = Tree(folder / "site", folder / "workshop")
    workshop = Workshop(folder / "workshop", tree)
    build = Build(workshop, recall(Memory(), (), "", workshop.lost), Reads(), 2)
    batches = [
        Batch(path, "", lambda *held: dict([held]), (path, words.encode()))
        for path, words in contents.items()
    ]
    build.add(batches, {})
    return publish(build, tree, inspect)
