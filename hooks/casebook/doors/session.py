"""One build of the site, as the hooks of MkDocs hand it on to each other."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casebook.building.lately import Lately
from casebook.building.meter import Meter
from casebook.doors.wishes import Wishes
from casebook.reading.tree import Tree

# Named alone: a site that stands is seen before any of them is loaded.
if TYPE_CHECKING:
    from casebook.building.batch import Batch
    from casebook.building.bucket import Bucket
    from casebook.building.kept_memory import Base
    from casebook.building.memory import Made, Recall
    from casebook.building.pages import Written
    from casebook.building.readying import Ready
    from casebook.building.workshop import Workshop
    from casebook.reading.collection import Collection
    from casebook.rendering.shell import Shell


UNWRITTEN = "The site could not be written and stays as it was"


class RefusedError(Exception):
    """Nothing is published; the message says why, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What mkdocs.yml and the command ask for."""

    root: Path
    """Where the collection lies, from the root of the disk."""
    public: Path
    """The folder that is exchanged for the next site."""
    docs: Path
    """Where MkDocs looks for pages written by hand."""
    site_url: str
    """Nothing where the site has no address yet."""
    repository: str
    theme: Path
    """Has the templates."""
    is_preview: bool
    is_ours_alone: bool
    """Whether nothing but our hooks works on the site."""


@dataclass(slots=True)
class Session:
    """One build. What has no value when it is opened gets one from the hooks, in their order."""

    asked: Asked
    folder: Path
    """Where the next site is made."""
    wishes: Wishes
    lately: Lately
    log: "logging.LoggerAdapter[logging.Logger]"
    meter: Meter
    today: date
    code: str
    """Stands for the program."""
    settings: str
    """Stands for all that shapes the site besides the collection, and for the program."""
    tree: Tree
    changed: Mapping[str, date]
    """When each file of the collection last changed."""
    inputs: str
    """Stands for all that the site is made from."""
    stands: bool
    """Whether the public site was made from just that: nothing that follows is set then."""
    is_flawless: bool = True
    """Whether nothing was wrong with the collection until now."""

    # Of a collection that was read.
    look: Callable[[], frozenset[str]] = field(init=False)
    """Tells what somebody took from the public site, or changed in it."""
    collection: "Collection" = field(init=False)

    # Of a site that was begun.
    bucket: "Bucket | None" = field(init=False)
    ready: "Ready" = field(init=False)
    workshop: "Workshop" = field(init=False)
    last: "Recall" = field(init=False)
    kept: "Base | None" = field(init=False)
    """What of the last build lies on the disk in a file that a few changes need not touch."""

    # Of what MkDocs renders.
    batch: "Batch" = field(init=False)
    """The pages written by hand, which are one."""
    made: "Made | None" = None
    """What it was in the last build, where MkDocs would make the same again."""
    reads: dict[str, None] = field(default_factory=dict)
    """What these pages looked up."""
    written: "list[Written]" = field(default_factory=list)
    shells: "Mapping[str, Shell]" = field(default_factory=dict)
    """The page around every page, by section."""

    @property
    def beside(self) -> Path:
        """Where MkDocs puts what stands beside the records."""
        return self.folder / "pages"

    @property
    def templates(self) -> Path:
        """Where compiled templates are kept."""
        return self.folder / "templates"


def session_in(extra: Mapping[str, Any]) -> Session:
    """Return the build at work: MkDocs hands on what lies in `extra` of its configuration."""
    session: Session = extra[NAME]
    return session


NAME = "casebook"
