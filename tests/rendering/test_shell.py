"""The theme's page is cut at its slots and put together again around each body."""

import pytest

from casebook.rendering.shell import SLOTS, Slots, canonical, cut_shell, root_of


def test_a_shell_puts_every_slot_in_its_place() -> None:
    slots = Slots()
    shell = cut_shell(f"<a href={slots.root}x>{slots.title}</a>{slots.body}<b href={slots.root}>")
    values = {slot: slot.upper() for slot in SLOTS}
    assert shell.splice(values) == "<a href=ROOTx>TITLE</a>BODY<b href=ROOT>"


def test_a_page_without_a_place_for_the_body_is_refused() -> None:
    with pytest.raises(ValueError, match="no slot for the body"):
        cut_shell("<p>")


@pytest.mark.parametrize(
    ("address", "root"), [("", "./"), ("cases/", "../"), ("cases/blr/7-2025/", "../../../")]
)
def test_every_page_knows_the_way_to_the_root(address: str, root: str) -> None:
    assert root_of(address) == root


def test_a_canonical_address_is_whole_and_escaped() -> None:
    assert canonical("https://x.test/a/", 'c/"') == "https://x.test/a/c/&quot;"
