"""The picture of a letter, for sites that show a card of a link: a few words, drawn as a PNG.

Thousands are drawn in a build, so everything is small: four colours, one font in two weights,
each character rasterised once, the head of all pictures compressed once. The same words give
the same bytes, with the same Pillow and zlib.
"""

import zlib
from collections.abc import Sequence
from enum import Enum
from functools import cache
from importlib.resources import files
from pathlib import Path
from struct import pack
from typing import Any, Final, NamedTuple

from PIL import Image, ImageChops, ImageDraw, ImageFont

from casebook.model.sharing import PICTURE_SIZE

_PAPER, _GREY, _INK, _ACCENT = range(4)

COLOURS: Final = {"paper": "fdfcf9", "grey": "a09c92", "ink": "1c1b18"}
"""Of the theme's light scheme, but for the grey, which smooths the edges of ink."""

ACCENTS: Final = {"received": "1c6637", "withheld": "1c6637", "none": "8a4200", "unknown": "57534a"}
"""The colours of the states of a reply, as the theme's light scheme has them."""

_NO_STATE: Final = "0b4a85"

_BITS = 2
_PIXELS = 8 // _BITS
"""How many a byte of a PNG holds."""
_PALETTE_KIND, _UP_FILTER = 3, 2
"""Numbers of the PNG specification: colours from a palette; rows as differences from the one above."""

_MARGIN = _PIXELS
"""How many columns at the left are not shown. A PNG has a byte before each row, which names the
row's filter: there is its room."""
_LEFT, _WIDTH = _MARGIN + 84, 1032
_HEAD = 140
"""How many rows all pictures begin with: they are compressed once. The last of them is paper."""
_MOST = 400
"""How many words of a text, and characters of a word, are looked at: there is room for fewer."""


class Weight(Enum):
    """How strong a line is drawn, and the file of the font."""

    # In the TrueType files of the package, characters made of others have wrong widths.
    REGULAR = "SourceSerifPro-Regular.otf"
    BOLD = "SourceSerifPro-Bold.otf"

    @property
    def path(self) -> Path:
        """Where the file is: in a package that brings its licence, the SIL Open Font License."""
        return Path(str(files("font_source_serif_pro") / "files" / self.value))


class _Glyph(NamedTuple):
    """A character as it is drawn."""

    advance: float
    """How far it is to the next one."""
    left: int = 0
    top: int = 0
    width: int = 0
    height: int = 0
    levels: Any = None
    """Paper, grey, ink, as the C code of Pillow holds them; None when there is nothing to see."""
    mask: Any = None
    """Where it is not paper: neighbours may reach into each other's boxes."""


class _Font:
    """A font at one size, which remembers what it has drawn."""

    def __init__(self, weight: Weight, size: int) -> None:
        # The basic layout is the same on every machine; others depend on the system's libraries.
        basic = ImageFont.Layout.BASIC
        self._face = ImageFont.truetype(weight.path, size, layout_engine=basic)
        self._missing = bytes(self._face.getmask("\uffff"))
        self._glyphs: dict[str, _Glyph | None] = {}

    def glyph(self, mark: str) -> _Glyph | None:
        """Return a character; None when the font does not have it."""
        if mark not in self._glyphs:
            self._glyphs[mark] = self._drawn(mark)
        return self._glyphs[mark]

    def _drawn(self, mark: str) -> _Glyph | None:
        if bytes(self._face.getmask(mark)) == self._missing:
            return None
        advance = self._face.getlength(mark)
        left, top, right, bottom = map(round, self._face.getbbox(mark))
        if right <= left or bottom <= top:
            return _Glyph(advance)
        width, height = right - left, bottom - top
        drawn = Image.new("L", (width, height))
        ImageDraw.Draw(drawn).text((-left, -top), mark, font=self._face, fill=255)
        levels = drawn.point([_INK if grey > 168 else int(grey > 70) for grey in range(256)])
        mask = levels.point([0] + [255] * 255).convert("1")
        return _Glyph(advance, left, top, width, height, levels.im, mask.im)

    def glyphs(self, words: str) -> list[_Glyph] | None:
        """Return the characters of a line; None when the font does not have all of them."""
        found = [self.glyph(mark) for mark in words]
        return [glyph for glyph in found if glyph] if all(found) else None


@cache
def _font(weight: Weight, size: int) -> _Font:
    return _Font(weight, size)


def draw_picture(kicker: str, title: str, facts: str, state: str, mark: str) -> bytes:
    """Return the picture of a letter as PNG: its reference, its title, what it is, the reply.

    `mark` is that of the reply's state, or nothing. Words that the font cannot write are left
    out, each line as a whole: better nothing than boxes.
    """
    width, height = PICTURE_SIZE
    # Below the head, from which the rows are counted here.
    image = Image.new("L", (_MARGIN + width, height - _HEAD), _PAPER)
    _write(image, kicker.split(), Weight.BOLD, ((36, 1),), 22)
    _write(image, title.split(), Weight.BOLD, ((66, 2), (56, 3), (44, 4)), 76)
    _write(image, facts.split(), Weight.REGULAR, ((36, 1), (30, 1)), 316)
    if state:
        image.paste(_ACCENT, (_LEFT, 382, _LEFT + 12, 442))
        _write(image, state.split(), Weight.BOLD, ((38, 1), (32, 1)), 388, indent=36)
    colours = (*COLOURS.values(), ACCENTS.get(mark, _NO_STATE))
    return _png(image, bytes.fromhex("".join(colours)))


def _write(
    image: Image.Image,
    words: Sequence[str],
    weight: Weight,
    sizes: Sequence[tuple[int, int]],
    top: int,
    *,
    indent: int = 0,
) -> None:
    """Write words in the first size in which they fit, each with the lines it may take."""
    lines: list[list[_Glyph]] = []
    size = 0
    for size, most in sizes:
        fitting = _lines(_font(weight, size), words, _WIDTH - indent, most)
        if fitting is None:
            return
        lines, is_whole = fitting
        if is_whole:
            break
    # A character a call: `Image.paste` takes five times as long as the C code that it calls.
    paste = image.im.paste
    for line in lines:
        at = float(_LEFT + indent)
        for advance, left, above, width, height, levels, mask in line:
            if width:
                x, y = round(at) + left, top + above
                paste(levels, (x, y, x + width, y + height), mask)
            at += advance
        top += size * 6 // 5


def _lines(
    font: _Font, words: Sequence[str], width: int, most: int
) -> tuple[list[list[_Glyph]], bool] | None:
    """Return words in lines, and whether all of them fit; None if the font cannot write them."""
    space, ellipsis = font.glyphs(" "), font.glyphs("…")
    assert space
    assert ellipsis
    lines: list[list[_Glyph]] = []
    lengths: list[float] = []
    for word in words[:_MOST]:
        glyphs = font.glyphs(word[:_MOST])
        if glyphs is None:
            return None
        longer = _length(glyphs) + space[0].advance + lengths[-1] if lines else width + 1
        if longer <= width:
            lines[-1] += space + glyphs
            lengths[-1] = longer
        else:
            lines.append(glyphs)
            lengths.append(_length(glyphs))
    if len(lines) <= most and max(lengths, default=0) <= width:
        return lines, True
    last = [glyph for line in lines[most - 1 :] for glyph in (*line, *space)]
    return [_cut(line, ellipsis, width) for line in (*lines[: most - 1], last)], False


def _cut(line: list[_Glyph], ellipsis: list[_Glyph], width: int) -> list[_Glyph]:
    """Return a line that fits, with an ellipsis where something is missing."""
    if _length(line) <= width:
        return line
    kept = line[:_MOST]
    room = width - _length(ellipsis)
    length = _length(kept)
    # Nothing to see at the end is a space.
    while kept and (length > room or not kept[-1].width):
        length -= kept.pop().advance
    return kept + ellipsis


def _length(line: Sequence[_Glyph]) -> float:
    return sum(glyph.advance for glyph in line)


def _png(image: Image.Image, colours: bytes) -> bytes:
    """Return what was drawn below the head as PNG; `colours` holds red, green and blue of each.

    Pillow's own writer takes three times as long, and knows no filter for so few colours.
    """
    begun, compressor = _head()
    rest = compressor.copy()
    data = begun + rest.compress(_differences(image)) + rest.flush()
    head = pack(">IIBBBBB", *PICTURE_SIZE, _BITS, _PALETTE_KIND, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", colours), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


@cache
def _head() -> tuple[bytes, "zlib._Compress"]:
    """Return the rows that all pictures begin with as far as they are compressed, and what goes on."""
    width, _ = PICTURE_SIZE
    image = Image.new("L", (_MARGIN + width, _HEAD), _PAPER)
    image.paste(_ACCENT, (_MARGIN, 0, _MARGIN + width, 16))
    _write(image, ["Casebook"], Weight.BOLD, ((40, 1),), 62)
    image.paste(_GREY, (_LEFT, 128, _LEFT + _WIDTH, 131))
    # Most rows are like the one above. Beyond these runs of nothing, little comes a second time.
    compressor = zlib.compressobj(1, zlib.DEFLATED, strategy=zlib.Z_RLE)
    return compressor.compress(_differences(image)), compressor


def _differences(image: Image.Image) -> bytes:
    """Return rows of a PNG, each as what differs from the one above; above the first is paper."""
    width, height = image.size
    # Pixels are packed only in images that have a palette.
    image.putpalette(bytes(3 << _BITS))
    size = (width // _PIXELS, height)
    rows = Image.frombytes("L", size, image.tobytes("raw", f"P;{_BITS}"))
    above = Image.new("L", size)
    above.paste(rows, (0, 1))
    filtered = ImageChops.subtract_modulo(rows, above)
    filtered.paste(_UP_FILTER, (0, 0, 1, height))
    return filtered.tobytes()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))
