"""What a slip of the pen may have meant is offered, in the words of the field."""

from pathlib import Path

import pytest
from tests.indexing.node import Node


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("detenion", "detention"),
        ("familly contact", "family contact"),
        ("contcat", "contact"),
        ("extremsim", "extremism"),
        ("disapearence", "disappearance"),
        ("women in detenton", "women in detention"),
        # What is found, too short, too far away or a name without a letter is left as it is.
        ("detention", ""),
        ("toture zebra", ""),
        ("wmen", ""),
        ("qwertzuiop", ""),
        ("Lasartschyk", ""),
        ("", ""),
    ],
)
def test_a_slip_of_the_pen_is_put_right_with_the_words_of_the_field(
    node: Node, index: Path, slip: str, meant: str
) -> None:
    script = """
    const { meantBy } = await $("slips");
    const { words } = await engine.search(given.slip);
    return await meantBy(given.slip, words, engine);
    """
    assert node.ask(index, script, slip=slip) == meant
