"""What the folder and the files of a dossier are called, and what editors meant to call them."""

import re
from collections.abc import Collection
from typing import NamedTuple

from casebook.reading.guesses import guess_reference
from casebook.reading.values import DOCUMENT_ID, LANGUAGE, LANGUAGE_CODE
from casebook.words.problem import Problem
from casebook.words.suggestion import nearest

DOSSIER_FILE = "dossier.yml"

_TEXT_FILE = re.compile(rf"({DOCUMENT_ID})(\.restated)?(?:\.({LANGUAGE_CODE}))?\.md")
_DOCUMENTS = (".pdf", ".docx", ".html", ".htm", ".txt")
"""How files end that `casebook import` takes: none of them becomes a text by another name."""

_USUAL = (
    DOSSIER_FILE,
    "communication.md",
    "communication.restated.md",
    "reply-1.md",
    "reply-1.restated.md",
)


class TextName(NamedTuple):
    """What the name of a text's file says."""

    document: str
    is_verbatim: bool
    language: str | None


def parse_text_name(name: str) -> TextName | None:
    """Return what a file's name says of a text, or None for a name that no text has."""
    match = _TEXT_FILE.fullmatch(name)
    if not match or (match[3] and not LANGUAGE.parse(match[3])):
        return None
    return TextName(match[1], not match[2], match[3])


def meant_name(name: str) -> str | None:
    """Return what a file was probably meant to be called, or None."""
    plain = name.lower().replace(" ", "")
    if plain in ("dossier.yaml", DOSSIER_FILE):
        return DOSSIER_FILE
    plain = re.sub(r"^reply[_-]?0*([1-9][0-9]?)?", lambda found: f"reply-{found[1] or 1}", plain)
    plain = re.sub(r"^(?:letter|communication)(?=[.])", "communication", plain)
    swapped = re.sub(r"\.([a-z]{2,3})\.restated\.", r".restated.\1.", plain)
    for candidate in (plain, swapped):
        if parse_text_name(candidate):
            return candidate
    return nearest(plain, _USUAL) if plain.endswith((".md", ".yml", ".yaml")) else None


def name_problem(folder: str, name: str, others: Collection[str]) -> Problem:
    """Return the problem of a file whose name a dossier has no use for."""
    meant = meant_name(name)
    if meant in others:
        help_ = f"{meant} is there already: take this file away."
    elif meant:
        help_ = f"Rename it to {meant}."
    elif name.lower().endswith(_DOCUMENTS):
        help_ = "Keep it outside of cases/; casebook import makes a text of a letter or a reply."
    elif not name.lower().endswith(".md"):
        help_ = "Keep it outside of cases/."
    else:
        help_ = (
            "Rename it to communication.md, communication.restated.md, reply-1.md or "
            "reply-1.restated.md, with a language before .md for a translation; keep other files "
            "outside of cases/."
        )
    message = "A dossier has no file of this name."
    return Problem(f"{folder}/{name}", 1, 1, "unexpected-file", message, help_)


def folder_problem(folder: str) -> Problem:
    """Return the problem of a folder that is no reference."""
    words = folder.split("/")[1:]
    message = f'"{"/".join(words)}" is no reference of a communication.'
    help_ = "Name it after the reference: BLR 7/2025 is kept in cases/blr/7-2025."
    if guess := guess_reference(" ".join(words)) or guess_reference("/".join(words)):
        help_ = f"Rename the folder to cases/{guess.folder}."
    return Problem(folder, 1, 1, "folder-name", message, help_)
