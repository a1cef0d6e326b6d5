"""Samples as DOCX: the parts of a Word file, written by hand."""

import io
import re
import zipfile
from xml.sax.saxutils import escape

from tests.importing.sample import Block, Sample

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/>
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
</Types>"""
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/></Relationships>"""
_DOCUMENT_RELS = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_RELATION}/footnotes" Target="footnotes.xml"/>
<Relationship Id="rId2" Type="{_RELATION}/numbering" Target="numbering.xml"/>
<Relationship Id="rId3" Type="{_RELATION}/styles" Target="styles.xml"/>
</Relationships>"""
_STYLES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles {_W}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>"""
_NUMBERING = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:numbering {_W}>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>"""


def print_docx(sample: Sample) -> bytes:
    """Return a sample as a Word file: its lists are Word's where they are plain, else typed."""
    notes = {
        block.text.split(" ", 1)[0]: block.text.split(" ", 1)[1]
        for block in sample.blocks
        if block.kind == "N"
    }
    body = "".join(_blocks(sample))
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/_rels/document.xml.rels": _DOCUMENT_RELS,
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {_W}><w:body>{body}</w:body></w:document>',
        "word/footnotes.xml": _footnotes(notes),
        "word/numbering.xml": _NUMBERING,
        "word/styles.xml": _STYLES,
    }
    return zip_of({name: content.encode() for name, content in parts.items()})


def zip_of(parts: dict[str, bytes]) -> bytes:
    """Return files as an archive, compressed."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(
                zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED
            )
    return held.getvalue()


def _footnotes(notes: dict[str, str]) -> str:
    inner = "".join(
        f'<w:footnote w:id="{mark}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        for mark, text in notes.items()
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {_W}>{inner}</w:footnotes>'


def _blocks(sample: Sample) -> list[str]:
    written: list[str] = []
    table: list[Block] = []
    signed: list[Block] = []
    left: Block | None = None
    for block in sample.blocks:
        if signed and block.kind != "S":
            cells = [each.text for each in signed]
            written.append(_table([cells[at : at + 2] for at in range(0, len(cells), 2)]))
            signed = []
        if table and block.kind != "T":
            written.append(_table([row.text.split(" | ") for row in table]))
            table = []
        match block.kind:
            case "N":
                continue
            case "T":
                table.append(block)
            case "<":
                left = block
            case ">":
                assert left
                written.append(_table([[left.text, block.text]]))
            case "S" if "beside" in sample.style:
                signed.append(block)
            case "S" | "A":
                lines = block.text.split(" / ")
                written.append(_paragraph("\n".join(lines)))
            case "H":
                written.append(
                    _paragraph(block.text, '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>')
                    if "gaps" in sample.style
                    else _paragraph(f"**{block.text}**")
                )
            case "X":
                written.append(_paragraph(f"**{block.text}**"))
            case "Q" | "U" | "O":
                written.append(_item(block))
            case _:
                written.append(_paragraph(block.text))
    return written


def _item(block: Block) -> str:
    marker, _, words = block.text.partition(" ")
    if block.kind == "O":
        number, level = 3, 0
    elif marker == "•":
        number, level = 2, 0
    elif re.fullmatch(r"[0-9]+\.", marker):
        number, level = 1, 0
    elif block.kind == "U" and re.fullmatch(r"[a-z]\)", marker):
        number, level = 1, 1
    else:
        return _paragraph(block.text)
    return _paragraph(
        words,
        f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>',
    )


def _table(rows: list[list[str]]) -> str:
    cells = "".join(
        "<w:tr>"
        + "".join(
            f"<w:tc>{''.join(_paragraph(line) for line in cell.split(' / '))}</w:tc>"
            for cell in row
        )
        + "</w:tr>"
        for row in rows
    )
    return f"<w:tbl>{cells}</w:tbl>"


def _paragraph(text: str, properties: str = "") -> str:
    runs: list[str] = []
    is_bold = is_italic = False
    for part in re.split(r"(\*\*|\*|\^[0-9]+\^)", text.replace("\u00ad", "")):
        if part == "**":
            is_bold = not is_bold
        elif part == "*":
            is_italic = not is_italic
        elif part.startswith("^"):
            runs.append(f'<w:r><w:footnoteReference w:id="{part.strip("^")}"/></w:r>')
        elif part:
            style = f"<w:rPr>{'<w:b/>' * is_bold}{'<w:i/>' * is_italic}</w:rPr>"
            lines = "<w:br/>".join(
                f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in part.split("\n")
            )
            runs.append(f"<w:r>{style}{lines}</w:r>")
    return f"<w:p>{properties}{''.join(runs)}</w:p>"
