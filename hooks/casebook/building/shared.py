"""What other sites show of dossiers, as files of the site: frames and pictures."""

from collections.abc import Iterator
from functools import partial
from html import escape
from pathlib import Path

import PIL

from casebook.building.records import Frame
from casebook.building.site import SiteFile, digest
from casebook.model.sharing import SITE_PICTURE, frame_address, picture_address
from casebook.rendering import picture
from casebook.rendering.picture import Weight, draw_picture
from casebook.rendering.shell import canonical, root_of
from casebook.rendering.templates import Templates
from casebook.views.catalogue import Catalogue
from casebook.views.shared import SharedView, shared_view

_SITE_TITLE = "What UN human rights experts wrote to Governments, and what was answered"


def shared_files(catalogue: Catalogue, templates: Templates, frame: Frame) -> Iterator[SiteFile]:
    """Yield the frame and the picture of every dossier, and the picture of all other pages."""
    surroundings = frame.key.encode()
    drawing = _drawing_key().encode()
    for dossier in catalogue.corpus.dossiers.values():
        view = shared_view(catalogue, dossier)
        address, words = frame_address(dossier.reference), view.drawn
        # A frame shows what the picture shows; its address follows from the reference.
        said = "\0".join(words).encode()
        make = partial(_frame, address, view, templates, frame)
        yield SiteFile(f"{address}index.html", digest(surroundings, said), make)
        yield _picture(picture_address(dossier.reference), digest(drawing, said), words)
    words = ("", _SITE_TITLE, "", "", "")
    yield _picture(SITE_PICTURE, digest(drawing, "\0".join(words).encode()), words)


def _picture(path: str, key: str, words: tuple[str, str, str, str, str]) -> SiteFile:
    return SiteFile(path, key, partial(draw_picture, *words))


def _drawing_key() -> str:
    """Return a hash of all that turns words into a picture.

    Ten thousand pictures are not drawn again for a change elsewhere in the program.
    """
    assert picture.__file__
    sources = (Path(picture.__file__), *(weight.path for weight in Weight))
    return digest(PIL.__version__.encode(), *(path.read_bytes() for path in sources))


def _frame(address: str, view: SharedView, templates: Templates, frame: Frame) -> bytes:
    root = root_of(address)
    slots = {
        "title": escape(f"{view.label}: {view.title}"),
        "description": "",
        "canonical": canonical(frame.site_url, view.page),
        "root": root,
        "head": "",
        "body": templates.body("framed", view, root),
        "language": "en",
    }
    return frame.shells["framed"].splice(slots).encode()
