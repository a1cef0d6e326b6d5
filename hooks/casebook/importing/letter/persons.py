"""The persons that a letter names: adults with a title, each with the spellings of the name."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from casebook.importing.letter.children import are_children, goes_on, is_child
from casebook.importing.letter.mandate_names import HEAD
from casebook.importing.letter.person_names import NAME, name_of
from casebook.importing.pieces import Chunk
from casebook.words.wording import fold

_TITLED = re.compile(
    rf"\b(?P<title>Mr|Ms|Mrs|Miss|Mx|Messrs|Dr|Prof|Professor|Mme|Mlle|MM|M|Maître|Sr|Sra|Srta)\.? (?P<name>{NAME})"
    rf"|\b(?P<other_title>Madame|Monsieur|la señora|el señor) (?P<other>{NAME})"
    rf"|\b(?P<dignity>Sheikh|Shaikh|Shaykh|Cheikh|Imam|Pastor|Father|Rev|Reverend|Ayatollah)\.? (?P<worthy>{NAME})"
)
"""A place may be called after whom a dignity names: what follows one is for the editor."""
_BOLD = re.compile(rf"(?=(?:\S+ ){{1,5}}\S+$){NAME}")
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
    left_out = set(known)
    left = [
        person
        for person in found.values()
        if person.name not in left_out
        and not any(_may_be_the_same(person.name, child) for child in children)
    ]
    return tuple(person for person in _together(left) if not _is_part(person.name, children))


def _may_be_the_same(name: str, child: str) -> bool:
    """Whether a name may be a child's, printed in capitals, with initials or a name between."""
    said, held = fold(name).split(), fold(child).split()
    if len(said) < 2 or len(held) < 2:
        return said == held
    is_first = said[0] == held[0] or _is_near(said[0], held[0]) or _is_initial(said[0], held[0])
    return is_first and (said[-1] == held[-1] or _is_near(said[-1], held[-1]))


def _is_initial(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short.endswith(".") and long.startswith(short[0])


def _is_part(name: str, children: set[str]) -> bool:
    """Whether a name is the first or the last of a child's: no adult has been found for it."""
    part = fold(name)
    folded = map(fold, children)
    return any(child.startswith(f"{part} ") or child.endswith(f" {part}") for child in folded)


def _together(persons: list[NamedPerson]) -> Iterator[NamedPerson]:
    """Yield persons once each, with last names and other spellings given to whom they belong to."""
    once: dict[str, NamedPerson] = {}
    for person in persons:
        held = once.setdefault(fold(person.name), person)
        if _capitals(person.name) < _capitals(held.name):
            once[fold(person.name)] = replace(held, name=person.name)
    fuller = {less for name in once for less in _less_of(name)}
    persons = [person for name, person in once.items() if _key(name) not in fuller]
    full = [person for person in persons if _is_full(person.name)]
    whole: list[NamedPerson] = []
    for person in full:
        at = next((at for at, other in enumerate(whole) if _is_respelled(person, other)), None)
        if at is None:
            whole.append(person)
        else:
            whole[at] = replace(whole[at], also=(*whole[at].also, person.name))
    for person in persons:
        if _is_full(person.name) or any(other.name.endswith(f" {person.name}") for other in full):
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


def _capitals(name: str) -> int:
    return sum(map(str.isupper, name))


def _is_full(name: str) -> bool:
    """Whether it is more than a last name: "de la Peña" is one."""
    return " " in name and not name[0].islower()


def _less_of(name: str) -> Iterator[str]:
    """Yield how else a letter may print a folded name: its last names, an initial for the first."""
    words = name.split()
    yield from (" ".join(words[at:]) for at in range(1, len(words) - 1))
    if len(words) > 1 and not words[0].endswith("."):
        yield f"{words[0][0]}. {words[-1]}"


def _key(name: str) -> str:
    """Return a folded name, or its first initial and its last name where it begins with one."""
    words = name.split()
    return f"{words[0][0]}. {words[-1]}" if words[0].endswith(".") else name


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
        group = next(each for each in ("name", "other", "worthy") if match[each])
        printed = re.sub(r"['’]s$", "", match[group])
        if not HEAD.match(printed):
            end = match.start(group) + len(printed)
            title = match["title"] or match["other_title"] or match["dignity"]
            person = NamedPerson(name_of(printed), title=title, is_sure=not match["dignity"])
            titled.append((person, match.start(), end))
    yield from _with_childhood(words, titled, year)
    for piece in chunk.pieces:
        name = piece.text.strip(" ,.;:")
        if piece.is_bold and _BOLD.fullmatch(name) and not _NO_NAMES.search(name):
            at = words.find(name)
            yield NamedPerson(name, is_sure=False), is_child(words, at, at + len(name), year)
