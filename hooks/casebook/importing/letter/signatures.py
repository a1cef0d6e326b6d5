"""Who signed a letter, for which mandate, and in which office."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from casebook.importing.letter.mandate_names import HEAD, MandateNames
from casebook.importing.pieces import Chunk

_OFFICE = re.compile(
    r"(?:(?:Acting|First|Second|Premier|Première|Primera?)\s+)?"
    r"(?:Chair|Vice|Member|Special|Independent|Working|Co-|Rapporteu|Président|Membre|Groupe|Expert"
    r"|Relator|Grupo|President|Miembro|Coordinador|Current)",
    re.IGNORECASE,
)
_OF = re.compile(
    r"\s*,?\s*(?:\b(?:of|on behalf of|du|de la|de|del|au nom du|en nombre del)\b\s*(?:the\b\s*)?|\bd[’'])$",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:Mr|Ms|Mrs|Dr|Prof|Professor|Mme|M|Sr|Sra)\.? )?"
    r"[^\W\d_a-z][\w.'’-]*(?: (?:[a-z]{1,3} ){0,2}[^\W\d_a-z][\w.'’-]*){1,4}"
)
_LONGEST_NAME = 70
_NO_NAME = re.compile(r"[0-9;:?!]|[^\W\d_]{4}\.$|\b(?:and|et|y|of)$")
"""What no line with a name has: a page that was read across may join a signature to a sentence."""
_SIGNED = re.compile(
    r"\(?(?:Signed|Signature|Signé[es]*|Firmad[oa]s?)\b(?: by)?\)?\s*:?\s*(?=\w)", re.IGNORECASE
)
_BEFORE_OFFICE = re.compile(rf"\s*[,:–—]\s*|\s+-\s+|\s+(?={_OFFICE.pattern})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signature:
    """One signatory as printed."""

    name: str
    title: str
    """The office in full: Chair-Rapporteur of the Working Group on …"""
    office: str
    """The office without the mandate: Chair-Rapporteur."""
    mandate: str | None
    """The id of the mandate; None when the register has no such name."""


def is_name(words: str) -> bool:
    """Whether a line can be the name of a person."""
    return bool(_NAME.fullmatch(words)) and not _OFFICE.match(words)


def read_signatures(chunks: Iterable[Chunk], names: MandateNames) -> tuple[Signature, ...]:
    """Return who signed, in order. Lines that are neither a name nor an office are passed over."""
    lines = [
        (part, at == nth == 0 and chunk.is_apart)
        for chunk in chunks
        for at, line in enumerate(chunk.lines)
        for nth, part in enumerate(_parted(line))
    ]
    return tuple(_signature(name, " ".join(title), names) for name, title in _pairs(lines, names))


def _parted(line: str) -> tuple[str, ...]:
    """Return the name and the office where one line has both: "A. Name, Special Rapporteur on"."""
    line = line[signed.end() :] if (signed := _SIGNED.match(line)) else line
    for between in _BEFORE_OFFICE.finditer(line):
        name, office = line[: between.start()], line[between.end() :]
        if is_name(name) and _OFFICE.match(office) and HEAD.search(office):
            return name, office
    return (line,)


def _pairs(
    lines: Sequence[tuple[str, bool]], names: MandateNames
) -> Iterator[tuple[str, list[str]]]:
    name = ""
    title: list[str] = []
    for line, is_apart in lines:
        if title and not _begins_anew(line, title, names, is_apart=is_apart):
            title.append(line)
            continue
        if title:
            yield name, title
            name, title = "", []
        if _OFFICE.match(line):
            if name:
                title = [line]
        elif len(line) <= _LONGEST_NAME and line[0].isalpha() and not _NO_NAME.search(line):
            name = line
    if title:
        yield name, title


def _begins_anew(line: str, title: list[str], names: MandateNames, *, is_apart: bool) -> bool:
    """Whether a line is the next name, not more of a title that is printed on two lines."""
    if line[0].islower():
        return False
    if is_apart:
        return True
    so_far = " ".join(title)
    if not HEAD.search(so_far) or not _NAME.fullmatch(line):
        return False
    return names.match(so_far) is not None or names.match(f"{so_far} {line}") is None


def _signature(name: str, title: str, names: MandateNames) -> Signature:
    head = HEAD.search(title)
    before = _OF.sub("", title[: head.start()]) if head else ""
    office = before.strip(" ,") or (head[0] if head else title)
    return Signature(name, title, office, names.match(title))
