"""Files of references: BibTeX, RIS, CSL-JSON. Each escapes what its format gives a meaning to."""

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from casebook.exports.bibliography import Work
from casebook.exports.publisher import NAME
from casebook.exports.written import json_file
from casebook.words.dates import MONTHS

_LATEX: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: rf"\{mark}" for mark in "&%$#_"},
}
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def bibtex(works: Iterable[Work]) -> bytes:
    """Return the works as BibTeX entries."""
    return "\n".join(map(_bibtex_entry, works)).encode()


def _bibtex_entry(work: Work) -> str:
    fields = {
        "author": " and ".join(f"{{{_latex(author)}}}" for author in work.authors),
        # A second pair of braces keeps capitals as they are.
        "title": f"{{{_latex(work.title)}}}",
        "howpublished": _latex(NAME) if work.is_page else "",
        "type": _latex(work.genre),
        "number": _latex(work.number),
        "publisher": f"{{{_latex(work.publisher)}}}" if work.publisher else "",
        "year": str(work.issued.year) if work.issued else "",
        "day": str(work.issued.day) if work.issued else "",
        "url": quote(work.url, safe=":/?#[]@!$&'()*+,;=%~") if work.url else "",
        "language": work.language or "",
        "note": _latex(work.note),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    if work.issued:
        # The names of months are macros of the format, so they stand without braces.
        lines.insert(-1, f"  month = {MONTHS[work.issued.month - 1][:3].lower()}")
    return f"@misc{{{work.key},\n" + ",\n".join(lines) + "\n}\n"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(mark, mark) for mark in _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(_CONTROLS.sub(" ", text).split())


def ris(works: Iterable[Work]) -> bytes:
    """Return the works as RIS records."""
    return "".join(map(_ris_record, works)).encode()


def _ris_record(work: Work) -> str:
    fields = [
        ("TY", "ELEC" if work.is_page else "GOVDOC"),
        ("ID", work.key),
        # A comma would make a family name and a given name of a body.
        *(("AU", author.replace(",", "")) for author in work.authors),
        ("TI", work.title),
        ("T2", NAME if work.is_page else ""),
        ("PY", str(work.issued.year) if work.issued else ""),
        ("DA", f"{work.issued:%Y/%m/%d}/" if work.issued else ""),
        ("M1", work.number),
        ("M3", work.genre),
        ("PB", work.publisher or ""),
        ("LA", work.language or ""),
        ("UR", work.url or ""),
        ("N1", work.note),
    ]
    lines = [f"{tag}  - {_one_line(value)}" for tag, value in fields if value]
    return "\r\n".join((*lines, "ER  - ", "", ""))


def csl_json(works: Iterable[Work]) -> bytes:
    """Return the works as CSL-JSON."""
    return json_file([_csl_item(work) for work in works])


def _csl_item(work: Work) -> dict[str, Any]:
    issued = work.issued
    item = {
        "id": work.key,
        # Styles leave personal communications out of lists; this one is public.
        "type": "webpage" if work.is_page else "document",
        "title": work.title,
        "author": [{"literal": author} for author in work.authors],
        "issued": {"date-parts": [[issued.year, issued.month, issued.day]]} if issued else None,
        "container-title": NAME if work.is_page else None,
        "genre": work.genre,
        "number": work.number,
        "publisher": work.publisher,
        "URL": work.url,
        "language": work.language,
        "note": work.note,
    }
    return {name: value for name, value in item.items() if value is not None}
