"""The persons that a letter names: adults with a title, each with the spellings of the name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from casebook.importing.children import are_children, goes_on, is_child
from casebook.importing.mandate_names import HEAD
from casebook.importing.pieces import Chunk

_PART = r"[^\W\d_a-z][\w'’-]+"
_PARTICLES = r"(?:(?:al|bin|ben|bint|da|de|del|der|di|dos|el|ibn|la|las|le|los|van|von|y)[ -]){0,2}"
_NAME = rf"{_PART}(?: {_PARTICLES}{_PART}){{0,4}}"
_TITLED = re.compile(
    rf"\b(?P<title>Mr|Ms|Mrs|Miss|Dr|Prof|Mme|Mlle|MM|M|Sr|Sra|Srta)\.? (?P<name>{_NAME})"
    rf"|\b(?P<other_title>Madame|Monsieur|la señora|el señor) (?P<other>{_NAME})"
)
_BOLD = re.compile(rf"{_PART}(?: {_PARTICLES}{_PART}){{1,3}}")
_SHORTEST = 4
"""Letters of a name that may be spelled in two ways."""
_NO_NAMES = re.compile(
    r"\b(?:Government|Working|Group|Committee|Rights|Convention|Article|Council|Minist|Code|Law)"
)
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person as a letter names them."""

    name: str
    also: tuple[str, ...] = ()
    """Other spellings in the same letter."""
    title: str = ""
    is_sure: bool = True
    """Whether it is the full name of an adult; what else seems to be a name is for the editor."""


def find_persons(chunks: Iterable[Chunk], known: Iterable[str] = ()) -> tuple[NamedPerson, ...]:
    """Return who is named, in the order of the letter; `known` are names of its writers.

    A last name alone belongs to the one fuller name that ends with it. Whoever seems to be a child
    is left out altogether.
    """
    chunks = list(chunks)
    year = max((int(each) for chunk in chunks for each in _YEAR.findall(chunk.words)), default=0)
    children: set[str] = set()
    found: dict[str, NamedPerson] = {}
    for chunk in chunks:
        for person, is_childs in _named(chunk, year):
            if is_childs:
                children.add(person.name)
            else:
                held = found.setdefault(person.name, person)
                if person.is_sure and not held.is_sure:
                    found[person.name] = person
    left_out = {*known, *children}
    left = [person for person in found.values() if person.name not in left_out]
    return tuple(person for person in _together(left) if not _is_part(person.name, children))


def _is_part(name: str, children: set[str]) -> bool:
    """Whether a name is the first or the last of a child's: no adult has been found for it."""
    return any(name in (child.split()[0], child.split()[-1]) for child in children)


def _together(persons: list[NamedPerson]) -> Iterator[NamedPerson]:
    """Yield persons once each, with last names and other spellings given to whom they belong to."""
    full = [person for person in persons if " " in person.name]
    whole: list[NamedPerson] = []
    for person in full:
        at = next((at for at, other in enumerate(whole) if _is_respelled(person, other)), None)
        if at is None:
            whole.append(person)
        else:
            whole[at] = replace(whole[at], also=(*whole[at].also, person.name))
    for person in persons:
        if " " in person.name or any(other.name.endswith(f" {person.name}") for other in full):
            continue
        owners = [
            at for at, other in enumerate(whole) if _is_near(person.name, other.name.split()[-1])
        ]
        if len(owners) == 1:
            owner = whole[owners[0]]
            whole[owners[0]] = replace(owner, also=(*owner.also, person.name))
        else:
            whole.append(replace(person, is_sure=False))
    yield from whole


def _is_respelled(one: NamedPerson, other: NamedPerson) -> bool:
    """Whether two names are one, but for a letter left out or two exchanged; not for another letter."""
    first, second = one.name.split(), other.name.split()
    same_title = one.title == other.title or not (one.title and other.title)
    return (
        same_title
        and len(first) == len(second)
        and all(a == b or _is_near(a, b) for a, b in zip(first, second, strict=True))
    )


def _is_near(one: str, other: str) -> bool:
    if one[:1] != other[:1] or min(len(one), len(other)) < _SHORTEST:
        return False
    if len(one) == len(other):
        unlike = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(unlike) != 2 or unlike[1] != unlike[0] + 1:
            return False
        first, second = unlike
        return one[first] == other[second] and one[second] == other[first]
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(
        long[:at] + long[at + 1 :] == short for at in range(len(long))
    )


def _with_childhood(
    words: str, titled: list[tuple[NamedPerson, int, int]], year: int
) -> Iterator[tuple[NamedPerson, bool]]:
    """Yield persons, and whether each seems to be a child: alone, or with all of its list."""
    done: list[tuple[NamedPerson, bool]] = []
    last, was_child, first_of_list = 0, False, 0
    for at, (person, start, end) in enumerate(titled):
        of_list = bool(at) and goes_on(words[last:start])
        first_of_list = first_of_list if of_list else at
        was_child = (was_child and of_list) or is_child(words, start, end, year)
        last = end
        done.append((person, was_child))
        if are_children(words, end):
            was_child = True
            done[first_of_list:] = [(each, True) for each, _ in done[first_of_list:]]
    yield from done


def _named(chunk: Chunk, year: int) -> Iterator[tuple[NamedPerson, bool]]:
    """Yield names, and whether each seems to be a child's."""
    words = chunk.words
    titled: list[tuple[NamedPerson, int, int]] = []
    for match in _TITLED.finditer(words):
        name = re.sub(r"['’]s$", "", match["name"] or match["other"])
        if not HEAD.match(name):
            end = match.start("name" if match["name"] else "other") + len(name)
            person = NamedPerson(name, title=match["title"] or match["other_title"])
            titled.append((person, match.start(), end))
    yield from _with_childhood(words, titled, year)
    for piece in chunk.pieces:
        name = piece.text.strip(" ,.;:")
        if piece.is_bold and _BOLD.fullmatch(name) and not _NO_NAMES.search(name):
            at = words.find(name)
            yield NamedPerson(name, is_sure=False), is_child(words, at, at + len(name), year)
