"""Patterns of the package mean the same in every Python that we promise to run on."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import casebook

_CLASSES = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_NEVER_BACK = re.compile(r"[*+?}]\+|\(\?>")
"""Possessive quantifiers and atomic groups, some of which versions up to 3.13.0 get wrong."""


def _patterns() -> Iterator[tuple[str, str]]:
    """Yield the patterns of all modules: module.name and pattern."""
    for found in pkgutil.walk_packages(casebook.__path__, "casebook."):
        for name, value in vars(importlib.import_module(found.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{found.name}.{name}", value.pattern


def _is_for_all(pattern: str) -> bool:
    return not _NEVER_BACK.search(_CLASSES.sub("x", pattern))


def test_patterns_keep_to_what_every_version_does_alike() -> None:
    patterns = dict(_patterns())
    assert len(patterns) > 100
    assert [name for name, pattern in patterns.items() if not _is_for_all(pattern)] == []


@pytest.mark.parametrize("pattern", ["(?:a/)++", "a*+b", "a?+", "a{2}+", "(?>a|b)"])
def test_what_some_versions_get_wrong_is_seen(pattern: str) -> None:
    assert not _is_for_all(pattern)


@pytest.mark.parametrize("pattern", [r"\++", "[*+]+", r"[\]*+]", "a+b*", r"\*+"])
def test_signs_that_stand_for_themselves_are_not(pattern: str) -> None:
    assert _is_for_all(pattern)
