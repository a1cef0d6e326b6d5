"""Pages that lie on their side, upside down, or are pictures: nothing of them gets lost unsaid."""

import io

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from tests.importing.drawn import Drawn, words_of

from casebook.importing.extraction import extract

WIDTH, HEIGHT = A4
WORDS = ("The ferry has not sailed since the first of May.", "Odo Marrow saw it at the quay.")


def printed(*, turned: int, said: int, hidden: bool = False) -> bytes:
    """Print two pages; words of the second are turned to the left, and a viewer turns it."""
    canvas = Drawn()
    canvas.drawString(72, 700, "A page that stands upright comes before the other one.")
    canvas.showPage()
    canvas.setPageSize(A4)
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(turned)
    for at, line in enumerate(WORDS):
        canvas.drawString(-200, -20 * at, line)
    if hidden:
        canvas.rect(-200, -23, 70, 14, fill=1)
    canvas.showPage()
    data = canvas.data()
    if said:
        before, rotate, after = data.rpartition(b"/Rotate 0")
        data = before + rotate.replace(b"0", b"%d" % said) + after
    return data


@pytest.mark.parametrize(
    ("turned", "said"), [(0, 0), (90, 0), (90, 90), (180, 180), (180, 0), (270, 0), (0, 90)]
)
def test_words_that_lie_on_their_side_are_read(turned: int, said: int) -> None:
    chunks = extract(printed(turned=turned, said=said)).chunks
    assert " ".join(chunk.words for chunk in chunks[1:]).split() == " ".join(WORDS).split()


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_black_box_hides_words_on_a_page_that_is_turned(turned: int) -> None:
    words = words_of(printed(turned=turned, said=0, hidden=True))
    assert "Marrow" not in words
    assert "saw it at the quay" in words


def test_a_mark_of_a_viewer_is_turned_with_its_page() -> None:
    canvas = Drawn()
    canvas.highlightAnnotation("", (306, 219, 322, 288), Color=[0, 0, 0])
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(90)
    for at, line in enumerate(WORDS):
        canvas.drawString(-200, -20 * at, line)
    words = words_of(canvas.data())
    assert "Marrow" not in words
    assert "saw it at the quay" in words


def test_pages_that_are_pictures_are_named() -> None:
    canvas = Drawn()
    canvas.drawString(72, 700, WORDS[0])
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, WIDTH, HEIGHT)
    canvas.showPage()
    canvas.showPage()  # an empty page is no picture
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, 50, 50)
    canvas.drawString(72, 700, WORDS[1])
    (said,) = extract(canvas.data()).lost
    assert said.startswith("page 2 is a picture without words, and not in the text: ")


def test_a_scan_in_strips_below_a_running_head_is_named() -> None:
    canvas = Drawn()
    for page in range(1, 6):
        canvas.drawString(72, 810, f"Received by the registry - page {page} of 5")
        if page in (1, 5):
            canvas.drawString(72, 700, WORDS[0] * 4)
        else:
            for strip in range(6):
                picture = ImageReader(Image.new("L", (60, 15), 200 - strip))
                canvas.drawImage(picture, 0, strip * 130, WIDTH, 130)
        canvas.showPage()
    (said,) = extract(canvas.data()).lost
    assert said.startswith("pages 2–4 are pictures without words, and not in the text: ")


def test_words_that_stand_askew_are_told() -> None:
    canvas = Drawn()
    for at, line in enumerate(WORDS):
        canvas.drawString(72, 700 - 20 * at, line)
    canvas.rotate(40)
    canvas.drawString(300, 100, "RECEIVED AT THE QUAY")
    read = extract(canvas.data())
    assert "RECEIVED" not in " ".join(chunk.words for chunk in read.chunks)
    assert read.lost == (
        "page 1 has words that stand askew, and are not in the text: “RECEIVED AT THE QUAY”",
    )


def test_files_in_a_file_are_told() -> None:
    canvas = Drawn()
    canvas.drawString(72, 700, WORDS[0])
    document = pypdfium2.PdfDocument(canvas.data())
    document.new_attachment("annex.txt").set_data(b"An annex.")
    held = io.BytesIO()
    document.save(held)
    (told,) = extract(held.getvalue()).lost
    assert told.startswith("it has 1 other file in it")
