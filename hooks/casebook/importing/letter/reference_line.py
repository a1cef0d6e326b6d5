"""The line of a masthead that gives the reference, in all the ways in which letters print it.

`Ref.: UA BLR 7/2025`, `REFERENCE: UA SWE 2/2019`, and until about 2014 `UA Housing (2000-9) Food
(2000-9) G/SO 214 (53-24) Water (2008-1) SYR 3/2014`, where only the last token is the reference.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from casebook.identifiers.reference import Reference, parse_reference, reference_in
from casebook.words.vocabulary import CommunicationType

_TYPE = "|".join(sorted(CommunicationType, key=len, reverse=True))
_REFERENCE = re.compile(
    rf"(?<![A-Za-z])(?:(?P<type>{_TYPE})[\s_/-]{{1,3}})?"
    r"(?P<reference>[A-Z]{3}\s{0,2}[0-9]{1,3}\s?/\s?[12][0-9]{3})(?![0-9A-Za-z/])"
)
_LINE = re.compile(
    r"^\W*(?:(?:Our|Your|Nos?|Notre|Nuestra)\s+)?(?:R[ée]f(?:[ée]rence)?s?\b|REF(?:ERENCE)?\b|Referencia\b)",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?:\s?,?\s?\(?(?:of|dated|du|datée du|de|del|de fecha)\s[\w\s°º]{3,30}[0-9]{4}\)?)?"
    r"\s?[,;/&]?\s?(?:and|et|y|e|as well as|ainsi que|así como)?\s?"
)
"""What stands between the letters that one reply answers: "of 3 May 2031 and"."""
_TYPE_ALONE = re.compile(rf"(?<![A-Za-z])({_TYPE})(?![A-Za-z])")
_HEADINGS_OF_TYPE = {
    CommunicationType.UA: re.compile(
        r"\b(?:urgent appeal|appel urgent|llamamiento urgente)\b", re.IGNORECASE
    ),
    CommunicationType.AL: re.compile(
        r"\b(?:allegation letter|letter of allegations?|lettre d['’]allégations?|carta de (?:alegación|alegaciones|denuncia))\b",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference in a text, with the type where it stands before it."""

    reference: Reference
    type: CommunicationType | None = None


def find_mentions(words: str) -> Iterator[Mention]:
    """Yield every reference of a communication in a text, in reading order."""
    for mention, _ in _placed(words):
        yield mention


def _placed(words: str) -> Iterator[tuple[Mention, tuple[int, int]]]:
    for match in _REFERENCE.finditer(words):
        reference = parse_reference(match["reference"])
        if reference:
            kind = CommunicationType(match["type"]) if match["type"] else None
            yield Mention(reference, kind), match.span()


def is_reference_line(words: str) -> bool:
    """Whether a line says that it gives a reference."""
    return bool(_LINE.match(words))


def own_reference(lines: Sequence[str]) -> Mention | None:
    """Return the reference that a masthead gives the letter itself, or None.

    A letter to two addressees has two; which of them a dossier is about, the editor says.
    """
    for at, line in enumerate(lines):
        if opening := _LINE.match(line):
            # A long line of old symbols is printed on two or three lines.
            for count in (1, 2, 3):
                words = " ".join(lines[at : at + count])
                if len({mention.reference for mention in find_mentions(words)}) > 1:
                    return None
                if mention := _last(words) or _spelled_otherwise(words[opening.end() :]):
                    return mention
    named = {mention.reference for line in lines for mention in find_mentions(line)}
    if len(named) != 1:
        return None
    return next((mention for line in lines if (mention := _last(line))), None)


def answered_references(paragraphs: Iterable[str]) -> tuple[Mention, ...]:
    """Return the letters that a reply answers: the first that it names, and those joined to it."""
    named = [(words, mentions) for words in paragraphs if (mentions := [*_placed(words)])]
    typed = [each for each in named if any(mention.type for mention, _ in each[1])]
    for words, mentions in (typed or named)[:1]:
        at = next((at for at, (mention, _) in enumerate(mentions) if mention.type), 0)
        found, end = {mentions[at][0].reference: mentions[at][0]}, mentions[at][1][1]
        for mention, (start, after) in mentions[at + 1 :]:
            if not _JOINED.fullmatch(words[end:start]):
                break
            found.setdefault(mention.reference, mention)
            end = after
        return tuple(found.values())
    return ()


def _spelled_otherwise(words: str) -> Mention | None:
    """Return the reference of a line such as "AL. BLR 7.2025", where a type makes it sure."""
    kind = _TYPE_ALONE.search(words)
    reference = reference_in(words) if kind else None
    return Mention(reference, CommunicationType(kind[1])) if kind and reference else None


def _last(words: str) -> Mention | None:
    mentions = list(find_mentions(words))
    if not mentions:
        return None
    kind = mentions[-1].type
    alone = _TYPE_ALONE.search(words)
    if kind is None and alone:
        kind = CommunicationType(alone[1])
    if kind is None:
        kind = next(
            (each for each, named in _HEADINGS_OF_TYPE.items() if named.search(words)), None
        )
    return Mention(mentions[-1].reference, kind)
