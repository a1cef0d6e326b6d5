"""The picture of a letter: small, the same every time, and never with boxes for words."""

import re
import struct
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops

from casebook.model.reply_state import ReplyState
from casebook.model.sharing import PICTURE_SIZE
from casebook.rendering.picture import ACCENTS, COLOURS, draw_picture

STYLE = Path(__file__).parents[2] / "hooks" / "theme" / "assets" / "casebook.css"
LETTER = (
    "UA XXX 7/2025",
    "A bridge that was closed, and who may cross the river now",
    "Urgent appeal of 8 September 2025 to Example Islands",
    "No reply found as of 22 November 2026",
    "none",
)
LONGEST = ("JUA XXX 7/2025", "Wide words " * 60, "Facts " * 60, "State " * 60, "received")


def _image(written: bytes) -> Image.Image:
    return Image.open(BytesIO(written)).convert("RGB")


def _title(words: str) -> Image.Image:
    return _image(draw_picture("UA XXX 7/2025", words, "", "", ""))


def test_it_has_the_size_that_the_head_of_the_page_names() -> None:
    assert Image.open(BytesIO(draw_picture(*LETTER))).size == PICTURE_SIZE


@pytest.mark.parametrize(("words", "most"), [(LETTER, 12_500), (LONGEST, 20_000)])
def test_it_is_small(words: tuple[str, str, str, str, str], most: int) -> None:
    assert len(draw_picture(*words)) <= most


def test_the_same_words_give_the_same_bytes_whatever_was_drawn_before() -> None:
    first = draw_picture(*LETTER)
    draw_picture(*LONGEST)
    assert draw_picture(*LETTER) == first


def test_it_holds_nothing_but_the_picture() -> None:
    written, kinds, at = draw_picture(*LETTER), [], 8
    while at < len(written):
        (length,) = struct.unpack(">I", written[at : at + 4])
        kinds.append(written[at + 4 : at + 8])
        at += length + 12
    assert kinds == [b"IHDR", b"PLTE", *[b"IDAT"] * (len(kinds) - 3), b"IEND"]


def test_its_colours_are_those_of_the_theme() -> None:
    light = re.search(r":root \{(.*?)\}", STYLE.read_text("utf-8"), re.DOTALL)
    assert light
    colours = dict(re.findall(r"--(\w+): #([0-9a-f]{6});", light[1]))
    assert {name: COLOURS[name] for name in ("paper", "ink")} == {
        name: colours[name] for name in ("paper", "ink")
    }
    assert {name: colour for name, colour in ACCENTS.items() if name != "withheld"} == {
        name: colours[name] for name in ("received", "none", "unknown")
    }


def test_every_state_of_a_reply_has_its_colour() -> None:
    assert {state.mark for state in ReplyState} == {*ACCENTS}


@pytest.mark.parametrize("words", ["漢字", "A 漢字 word", "שלום", "\U0001f600"])
def test_a_title_that_the_font_cannot_write_is_left_out(words: str) -> None:
    assert _title(words) == _title("")


@pytest.mark.parametrize("words", ["Türkiye, Côte d’Ivoire, Łódź", "Контакт матерей", "№ 5 – “x”…"])
def test_other_alphabets_of_europe_are_written(words: str) -> None:
    assert _title(words) != _title("")


def test_a_long_title_ends_with_an_ellipsis_within_the_picture() -> None:
    assert _title("Wide words " * 60) == _title("Wide words " * 600)
    assert _right_margin(_title("M" * 5_000)) > 40


@settings(max_examples=40)
@given(st.text(max_size=200), st.text(max_size=80))
def test_any_words_make_a_picture_within_its_margins(title: str, state: str) -> None:
    drawn = _image(draw_picture("UA XXX 7/2025", title, title, state, "none"))
    assert _right_margin(drawn) > 40


def _right_margin(image: Image.Image) -> int:
    """Return how many columns at the right are empty below the coloured edge."""
    below = image.crop((0, 140, *image.size))
    paper = Image.new("RGB", below.size, f"#{COLOURS['paper']}")
    drawn = ImageChops.difference(below, paper).getbbox()
    return below.size[0] - (drawn[2] if drawn else 0)
