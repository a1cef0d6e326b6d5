"""The parts of a Word file that say something: which they are, the archive's relations tell."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_KINDS = ("footnotes", "endnotes", "numbering", "styles")


@dataclass(frozen=True, slots=True)
class WordParts:
    """The names of the parts; Word on the web calls the letter document2.xml."""

    main: str
    kinds: dict[str, str]
    """The others by what they are: footnotes, endnotes, numbering, styles."""
    heads: dict[str, str]
    """The heads and feet of pages, by the ids that the letter gives them."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Where the notes are."""
        return tuple(self.kinds[kind] for kind in ("footnotes", "endnotes"))

    @property
    def names(self) -> tuple[str, ...]:
        """All of them, with the relations of each."""
        related = map(_relations_of, (self.main, *self.notes))
        return (
            "[Content_Types].xml",
            "_rels/.rels",
            self.main,
            *self.kinds.values(),
            *self.heads.values(),
            *related,
        )


def find_parts(read: Callable[[str], bytes]) -> WordParts:
    """Return the parts of an archive, of which `read` returns a file, or nothing where it has none.

    Raises xml.etree.ElementTree.ParseError for relations that are no XML.
    """
    opened = {kind: path for kind, _, path in reversed([*_targets(read("_rels/.rels"), "")])}
    main = opened.get("officeDocument", "word/document.xml")
    targets = [*_targets(read(_relations_of(main)), posixpath.dirname(main))]
    said = {kind: path for kind, _, path in reversed(targets)}
    return WordParts(
        main,
        {kind: said.get(kind, f"word/{kind}.xml") for kind in _KINDS},
        {name: path for kind, name, path in targets if kind in ("header", "footer")},
    )


def _relations_of(name: str) -> str:
    folder, base = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _targets(relations: bytes, folder: str) -> Iterator[tuple[str, str, str]]:
    """Yield the last word of the kind of each relation, its id, and where it leads in the archive."""
    for each in ET.fromstring(relations) if relations else ():  # noqa: S314 - has no DTD
        kind = each.get("Type", "").rpartition("/")[2]
        target = each.get("Target", "")
        if each.get("TargetMode") != "External":
            path = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
            yield kind, each.get("Id", ""), posixpath.normpath(path)
