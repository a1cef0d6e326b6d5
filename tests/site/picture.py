"""Takes the picture of the README: `python -m tests.site.picture`, when the letter it shows changed.

Nobody can read what is drawn, so the words stand beside it: a test compares them with the letter, and
the last look for names that must not be public finds them there.
"""

import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import sync_playwright
from tests.site.browsing import ALONE, CHROMIUM, serve
from tests.site.conftest import build

from casebook.identifiers.reference import Reference
from casebook.model.reply_state import reply_outcome
from casebook.reading.collection import read_collection

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "pictures" / "dossier.png"
LETTER = Reference("BLR", 7, 2025)


def words_shown() -> str:
    """Return what the picture says of the letter, as the record has it now."""
    dossier = read_collection(ROOT).corpus.dossiers[LETTER]
    reply = reply_outcome(dossier).in_words
    persons = [person.shown for person in dossier.persons if person.shown]
    return "\n".join((dossier.label, dossier.title, reply, dossier.summary or "", *persons))


def words_beside() -> str:
    """Return what the file says that it shows."""
    with Image.open(PICTURE) as image:
        return str(image.info.get("Description", ""))


def main() -> None:
    """Take it, in few colours."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build(site)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ALONE)
        with serve(site) as host:
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.clock.set_fixed_time("2026-11-22")
            page.goto(f"{host}cases/{LETTER.folder}/", wait_until="networkidle")
            taken = Image.open(BytesIO(page.screenshot())).convert("RGB")
        browser.close()
    beside = PngInfo()
    beside.add_itxt("Description", words_shown())
    few = taken.quantize(64, dither=Image.Dither.NONE)
    few.save(PICTURE, optimize=True, pnginfo=beside)


if __name__ == "__main__":
    main()
