"""A folder of cases/ to a dossier. Takes bytes, not paths: it can run anywhere, and be cached."""

from collections.abc import Mapping as Files
from dataclasses import replace
from operator import attrgetter
from typing import Any

from casebook.citations.names import Names
from casebook.identifiers.label import COMMUNICATION
from casebook.identifiers.reference import OTHER_ADDRESSEE, Reference, parse_folder
from casebook.model.dossier import Document, Dossier, Reply
from casebook.model.text import Text
from casebook.reading.characters import read_characters
from casebook.reading.dossier_fields import DOSSIER
from casebook.reading.dossier_paths import (
    DOSSIER_FILE,
    folder_problem,
    meant_name,
    name_problem,
    parse_text_name,
)
from casebook.reading.fields import read_mapping
from casebook.reading.findings import Findings
from casebook.reading.nodes import Mapping, Scalar
from casebook.reading.texts import read_text
from casebook.reading.values import ANY_DOCUMENT_ID
from casebook.words.language import language_name
from casebook.words.problem import Problem

_OUR_LANGUAGE = "en"
"""What restated texts are written in when their name gives no language."""


def read_dossier(
    folder: str, files: Files[str, bytes], names: Names
) -> tuple[Dossier | None, list[Problem]]:
    """Return the dossier of one folder (`cases/blr/7-2025`), with every problem in its files.

    A dossier that has an error is None. `names` are those of the instruments we hold.
    """
    dossier, problems = read_partly(folder, files, names)
    return None if problems else dossier, problems


def read_partly(
    folder: str, files: Files[str, bytes], names: Names
) -> tuple[Dossier | None, list[Problem]]:
    """Return what could be read of the dossier of one folder, with every problem in its files.

    It lacks what has an error: rules look at it for what else is wrong, and nothing is made of it.
    """
    reference = reference_of(folder)
    if not reference:
        return None, [folder_problem(folder)]
    root, findings = _root(f"{folder}/{DOSSIER_FILE}", files)
    values = _fields(root, reference, findings) if root else None
    given = (values or _without_title(root)) if root else {}
    problems = findings.problems
    listed = (replace(reply, id=key) for key, reply in given.pop("replies", {}).items())
    replies = tuple(sorted(listed, key=attrgetter("number")))
    entries: dict[str, dict[str, Any]] = given.pop("documents", {})
    languages = {reply.id: reply.language for reply in replies}
    languages[COMMUNICATION] = given.get("language")
    texts: dict[str, list[tuple[bool, Text]]] = {}
    for name in sorted(files):
        if name == DOSSIER_FILE:
            continue
        named = parse_text_name(name)
        if not named:
            problems.append(name_problem(folder, name, files))
            continue
        document, path = named.document, f"{folder}/{name}"
        own = languages.get(document) if named.is_verbatim else None
        characters = read_characters(files[name], path)
        problems += characters.problems
        if characters.source is not None:
            text, found = read_text(
                characters.source,
                path,
                language=named.language or own or _OUR_LANGUAGE,
                is_verbatim=named.is_verbatim,
                names=names,
                addressee=reference.addressee,
            )
            problems += found
            held = texts.setdefault(document, [])
            if values is not None:
                problems += (_same_problem(text, each) for _, each in held if _is_same(text, each))
            held.append((bool(named.language), text))
        is_expected = values is None or document in languages
        if not is_expected and not _is_misread(root, replies, problems):
            problems.append(_reply_problem(path, document))
    if not given:
        return None, problems
    sources = {reply.id: reply.source for reply in replies}
    dossier = Dossier(
        reference=reference,
        path=f"{folder}/{DOSSIER_FILE}",
        documents=tuple(
            Document(
                id=document,
                texts=tuple(text for _, text in sorted(texts.get(document, []), key=_first_shown)),
                **{"source": sources.get(document), **entries.get(document, {})},
            )
            for document in (COMMUNICATION, *sources)
        ),
        replies=replies,
        **given,
    )
    return dossier, problems


def reference_of(folder: str) -> Reference | None:
    """Return the communication that a folder such as `cases/blr/7-2025` is about, or None."""
    parts = folder.split("/")
    return parse_folder(*parts[-2:]) if len(parts) > 1 else None


def _is_misread(root: Mapping | None, replies: tuple[Reply, ...], problems: list[Problem]) -> bool:
    """Whether a reply may be missing only because "replies" itself has a problem."""
    _, node = root.entries.get("replies", (None, None)) if root else (None, None)
    # A field whose name cannot be read is in none of the entries.
    if any(problem.slug == "yaml-syntax" for problem in problems):
        return True
    if isinstance(node, Mapping):
        return len(node.entries) > len(replies)
    return node is not None and not node.is_null


def _root(path: str, files: Files[str, bytes]) -> tuple[Mapping | None, Findings]:
    """Return the fields of dossier.yml as written, or None, and what was found."""
    if DOSSIER_FILE in files:
        return read_mapping(files[DOSSIER_FILE], path)
    findings = Findings(path)
    # Where it is there under another name, that is reported.
    if not any(meant_name(name) == DOSSIER_FILE for name in files):
        help_ = "Write one with at least a title: what the letter is about, in your own words."
        findings.at(1, 1, "missing-file", "This folder has no dossier.yml.", help_)
    return None, findings


def _fields(root: Mapping, reference: Reference, findings: Findings) -> dict[str, Any] | None:
    """Return the fields of dossier.yml, or None."""
    values = DOSSIER.values(root, findings)
    _addressee(root, reference, findings)
    _documents(root, findings)
    return values


def _without_title(root: Mapping) -> dict[str, Any]:
    """Return the fields of a dossier.yml that has no title, the only one that it needs."""
    untitled = {**root.entries, "title": (Scalar("title", 1, 1), Scalar("?", 1, 1))}
    return DOSSIER.values(replace(root, entries=untitled), Findings("")) or {}


def _addressee(root: Mapping, reference: Reference, findings: Findings) -> None:
    """Only an addressee that is no State has a name of its own: the folder says the rest."""
    entry = root.entries.get("addressee")
    if entry and reference.addressee != OTHER_ADDRESSEE:
        message = f"The folder already says that {reference.addressee} is the addressee."
        help_ = 'Take the line out; only dossiers under cases/oth/ have "addressee".'
        findings.add(entry[0], "addressee-of-a-state", message, help_)


def _documents(root: Mapping, findings: Findings) -> None:
    """Every document but the communication is a reply that `replies` describes."""
    documents = root.entries.get("documents")
    replies = root.entries.get("replies")
    held = replies[1].entries if replies and isinstance(replies[1], Mapping) else {}
    if documents and isinstance(documents[1], Mapping):
        for key, (node, _) in documents[1].entries.items():
            if key != COMMUNICATION and key not in held and ANY_DOCUMENT_ID.parse(key):
                message = f'"replies" does not have "{key}".'
                help_ = f'Add "{key}:" under replies, or take this entry out.'
                findings.add(node, "unknown-document", message, help_)


def _first_shown(held: tuple[bool, Text]) -> tuple[bool, bool, str]:
    """Put the document's own words first, then ours, then other languages."""
    is_other_language, text = held
    return (is_other_language, not text.is_verbatim, text.language)


def _is_same(one: Text, other: Text) -> bool:
    return (one.is_verbatim, one.language) == (other.is_verbatim, other.language)


def _same_problem(text: Text, other: Text) -> Problem:
    kind = "the document's own words" if text.is_verbatim else "a restatement"
    name = other.path.rpartition("/")[2]
    message = f"This is {kind} in {language_name(text.language)}, as {name} is."
    help_ = (
        "Keep one of the two; what is in another language has that before .md, or in dossier.yml."
    )
    return Problem(text.path, 1, 1, "unexpected-file", message, help_)


def _reply_problem(path: str, document: str) -> Problem:
    message = f'This is a text of {document}, and dossier.yml has no "{document}" under replies.'
    help_ = f'Add "{document}:" with its fields under replies in dossier.yml, or rename the file.'
    return Problem(path, 1, 1, "unknown-document", message, help_)
