"""Whatever strangers send: no exception, and no hang. `make fuzz` looks for longer."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.fuzzing.mutations import inputs
from tests.fuzzing.targets import TARGETS, TooSlow, stopwatch
from tests.fuzzing.wellformed import texts_of

FOUND = Path(__file__).parent / "found"
"""Inputs that once did harm: found/<target>/<what they did>."""

EXAMPLES = int(os.environ.get("CASEBOOK_FUZZ_EXAMPLES", "25"))


def feed(name: str, strategy: st.SearchStrategy[bytes]) -> None:
    """Give a target inputs until one does harm; the smallest such input is shown."""

    @settings(
        max_examples=EXAMPLES,
        database=None,
        deadline=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def take(data: bytes) -> None:
        TARGETS[name](data)

    take()


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_that_is_nearly_right_does_harm(name: str) -> None:
    target = TARGETS[name]
    feed(name, inputs(target.seeds(), target.words))


@pytest.mark.parametrize("name", [name for name, target in TARGETS.items() if target.schema])
def test_nothing_that_is_well_formed_does_harm(name: str) -> None:
    schema = TARGETS[name].schema
    assert schema
    fields = texts_of(schema)
    feed(name, fields.map(lambda data: b"---\n%s\n---\n" % data) if name == "standard" else fields)


@pytest.mark.parametrize("name", TARGETS)
def test_the_inputs_to_begin_with_are_taken(name: str) -> None:
    for seed in TARGETS[name].seeds():
        TARGETS[name](seed)


@pytest.mark.parametrize(
    "path", sorted(FOUND.glob("*/*")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_what_once_did_harm_does_none(path: Path) -> None:
    TARGETS[path.parent.name.replace("-", " ")](path.read_bytes())


def _never_ends() -> None:
    with stopwatch(0.01):
        while True:
            pass


def test_what_takes_too_long_is_noticed() -> None:
    with pytest.raises(TooSlow):
        _never_ends()
