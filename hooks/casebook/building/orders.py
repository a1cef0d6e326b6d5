"""A build as it was asked for: whole, a part, or pages alone, with a cache or without."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from casebook.building.bucket import Bucket
from casebook.building.build import Build
from casebook.building.depot import Depot
from casebook.building.groups import Shard
from casebook.building.memory import Memory, Recall, settle
from casebook.building.meter import Meter
from casebook.building.plan import Plan
from casebook.building.portions import Inspect, build_pages, build_part
from casebook.building.site import Report, build_site
from casebook.building.tree import Tree
from casebook.building.workshop import Workshop
from casebook.words.problem import Problem


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a build, and what may be used for it."""

    public: Path
    folder: Path
    """Where the next site is made."""
    processes: int
    inspect: Inspect
    settle: Callable[[Sequence[Problem]], None]
    """Is given every problem, and raises when nothing may be published for them."""
    warn: Callable[[str], None]
    bucket: Bucket | None = None
    shard: Shard | None = None
    is_pages_only: bool = False
    meter: Meter = field(default_factory=Meter)

    @property
    def is_whole(self) -> bool:
        """Whether the whole site is asked for."""
        return not self.shard and not self.is_pages_only


def carry_out(
    order: Order,
    plan: Plan,
    static: Mapping[str, bytes],
    last: Recall,
    workshop: Workshop,
) -> tuple[Build, Report]:
    """Do what is asked, with files in `static` beside the plan's; return what was done.

    `last` is the last build here. When something from the bucket turns out to be no part
    of a site, everything is made anew, and put there in its place. Raises what `build_site` raises.
    """
    depot = _depot(order)
    build = _build(order, plan, last, workshop, depot)
    refused = False

    def settle(problems: Sequence[Problem]) -> None:
        nonlocal refused
        refused = True
        order.settle(problems)
        refused = False

    try:
        report = _done(order, plan, static, build, settle)
    except Exception as error:
        if refused or not depot or not depot.taken or _is_of_the_disk(error):
            raise
        told = " ".join(str(error).split())[:_LONGEST]
        order.warn(f"what the cache gave is no part of a site, and is made anew: {told}")
    else:
        if depot:
            depot.tell()
        return build, report
    workshop = Workshop(order.folder, Tree(order.public, order.folder))
    build = _build(order, plan, last, workshop, _depot(order, takes=False))
    return build, _done(order, plan, static, build, order.settle)


def _depot(order: Order, *, takes: bool = True) -> Depot | None:
    if not order.bucket:
        return None
    lies = order.folder / "depot.json"
    return Depot(order.bucket, lies, order.processes, order.warn, order.shard, takes=takes)


def _build(
    order: Order, plan: Plan, last: Recall, workshop: Workshop, depot: Depot | None
) -> Build:
    return Build(workshop, last, plan.watching.reads, order.processes, depot, order.meter)


_LONGEST = 200


def _done(
    order: Order,
    plan: Plan,
    static: Mapping[str, bytes],
    build: Build,
    settle: Callable[[Sequence[Problem]], None],
) -> Report:
    tree = build.workshop.tree
    if order.shard:
        return build_part(plan, build, inspect=order.inspect, settle=settle)
    if order.is_pages_only:
        return build_pages(plan, static, tree, build, inspect=order.inspect)
    return build_site(plan, static, tree, build, inspect=order.inspect, settle=settle)


def _is_of_the_disk(error: Exception) -> bool:
    clashes = (NotADirectoryError, IsADirectoryError, FileExistsError)
    return isinstance(error, OSError) and not isinstance(error, clashes)


def leave(order: Order, plan: Plan, build: Build, *, is_flawless: bool) -> Memory:
    """Leave what was made to later builds: here, and in the bucket for those of other machines.

    `is_flawless` tells whether nothing was wrong with the collection. Returns what is to be known
    of this build.
    """
    workshop, memory = build.workshop, build.last.memory
    if not order.shard:
        judged = memory.judged if order.is_pages_only else plan.judged
        day = judged if is_flawless else None
        readers, made = settle(build.readers, build.made)
        whole = plan.key if order.is_whole else ""
        facts, beside = plan.watching.facts, frozenset(build.beside)
        public = workshop.tree.listing.key
        memory = Memory(
            *(facts, made, readers, day, plan.shape, whole, beside), build.pieces, public
        )
    workshop.sweep(memory.pieces.values())
    if build.depot and order.is_whole:
        build.depot.give(build.made, build.readers, plan.watching.facts, workshop.read_published)
    return memory
