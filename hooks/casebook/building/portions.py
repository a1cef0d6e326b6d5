"""Builds of less than a whole site: one part of several, or the pages alone."""

from collections.abc import Callable, Mapping, Sequence

from casebook.building.build import Build
from casebook.building.plan import PAGES, Plan
from casebook.building.site import Report, publish, put_static
from casebook.building.tree import Tree
from casebook.words.problem import Problem

Inspect = Callable[[Mapping[str, str], Callable[[str], bytes]], None]


def build_part(
    plan: Plan, build: Build, *, inspect: Inspect, settle: Callable[[Sequence[Problem]], None]
) -> Report:
    """Make the part that the depot of a build asks for, and leave it there. Nothing is published.

    Raises what `build_site` raises.
    """
    build.follow(plan)
    settle(sorted(set(build.problems())))
    inspect(build.manifest, lambda path: build.workshop.read(path, build.manifest[path]))
    assert build.depot, "a part is made for others"
    build.depot.give(build.made, build.readers, plan.watching.facts, build.workshop.read)
    return Report(len(build.manifest), 0)


def build_pages(
    plan: Plan, static: Mapping[str, bytes], tree: Tree, build: Build, *, inspect: Inspect
) -> Report:
    """Publish the pages of a plan and the files in `static`, without a check.

    What else is in the public site stays as the last whole build left it. Raises what `build_site`
    raises.
    """
    build.follow(plan, PAGES)
    put_static(build, static)
    _carry(build)
    return publish(build, tree, inspect)


def _carry(build: Build) -> None:
    """Keep what is no page where it lies, and what is known of it as long as that is true."""
    last = build.last
    for name, made in last.memory.batches.items():
        if name.startswith(PAGES) or name in build.made:
            continue
        if made.number not in last.stale:
            build.made[name] = made
        for path, key in made.files.items():
            if path not in last.lost:
                build.listing_of(path).setdefault(path, key)
