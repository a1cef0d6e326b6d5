"""Files of a few words, made for one test: a PDF as it is drawn, a Word file by its parts."""

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from tests.importing.printed_word import zip_of

from casebook.importing.extraction import extract

USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MORE = (
    f'xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:x="urn:x"'
)
_ROOTS = {"header": "hdr", "footer": "ftr"}


class Drawn(Canvas):  # type: ignore[misc] # reportlab has no types
    """A PDF that is being drawn."""

    def __init__(self) -> None:
        self._held = io.BytesIO()
        super().__init__(self._held, pagesize=A4, invariant=1)

    def data(self) -> bytes:
        """Return the file; nothing is drawn after that."""
        self.save()
        return self._held.getvalue()


def word_file(body: str, *, main: str = "document", space: str = USUAL, **parts: str) -> bytes:
    """Return a Word file with these elements in its body, and in parts such as styles, header1."""
    names = f'xmlns:w="{space}" {_MORE}'
    related = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{_kind(name)}" Target="{name}.xml"/>'
        for name in parts
    )
    opened = f'<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="/word/{main}.xml"/>'
    held = {
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{opened}</Relationships>',
        f"word/_rels/{main}.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>',
        f"word/{main}.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
    }
    for name, inner in parts.items():
        root = f"w:{_ROOTS.get(_kind(name), _kind(name))}"
        held[f"word/{name}.xml"] = f"<{root} {names}>{inner}</{root}>"
    return zip_of({name: content.encode() for name, content in held.items()})


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def run(words: str, properties: str = "") -> str:
    """Return words of a Word file in one style."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraphs_of(data: bytes) -> list[str]:
    """Return the words of a file, a paragraph each."""
    return [chunk.words for chunk in extract(data).chunks]


def words_of(data: bytes) -> str:
    """Return the words of a file."""
    return " ".join(paragraphs_of(data))
