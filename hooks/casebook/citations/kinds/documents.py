"""The grammar of documents: symbols with pinpoints."""

import re
from collections.abc import Sequence

from casebook.citations.citation import DocumentTarget, StandardTarget, Target
from casebook.citations.draft import Draft
from casebook.citations.grammar.listed_number import Member
from casebook.citations.grammar.numbers import read_members
from casebook.citations.grammar.places import MOST, places_of
from casebook.citations.grammar.tokens import Tokenizer, is_plural, unit_of
from casebook.identifiers.provision import Unit
from casebook.identifiers.symbol import SYMBOL, Symbol
from casebook.words.vocabulary import CitationKind

_SYMBOL = re.compile(
    rf"(?P<text>{SYMBOL})(?P<old> ?[A-Z]?(?: ?\([IVXLC]{{1,8}}\))(?: ?[A-Z](?![A-Za-z]))?)?"
    r"(?: ?\((?P<year>(?:19|20)[0-9]{2})\))?"
)
_SINGLE_ORGAN = re.compile(
    r"(?:[AEST]|ST|DP)/(?:[0-9]+/|HRC/|RES/|C\.|CN\.|CONF\.|INF/|AC\.|(?:S|ES)-[0-9]|SG/|SGB/|DEC/|PV\."
    r"|PRST/|[A-Z]{2,}/)"
)
"""A and S alone begin too much else: they must go on as symbols do."""
_HAS_SERIES = re.compile(r"[^/]+/(?:[^/]+/|PV\.[0-9])")
_UNNUMBERED = re.compile(r"/(?:Rev|Add|Corr)$")
_SPACED = re.compile(r"\. ?[0-9]{1,3}(?:/(?:Rev|Add|Corr)\. ?[0-9]{1,3}){0,2}(?![0-9A-Za-z/])")
_BROKEN = re.compile(r"(?: /|/ )([0-9]{1,4}(?:/[0-9]{1,4})*)(?![0-9A-Za-z])")
"""What a line break or a scan cut off: the "/33" of "A/HRC/41 /33"."""
_BROKEN_EARLY = re.compile(
    r"(?: /|/ )((?:[A-Z]{2,5}/){0,3}[0-9]{1,4}(?:/[0-9A-Z][0-9A-Za-z.]*)*)(?![0-9A-Za-z])"
)
"""The same before any number: "A/HRC/ 41/33", "CEDAW/C/ BLR/CO/9"."""
_RUN_ON = re.compile(r"(?<=[0-9])[a-z]{2}.*")
"""What a lost blank joined to a symbol: the "paras.3" of "A/HRC/59/59paras.3"."""
_DIGIT = re.compile(r"[0-9]")
_JOINED = re.compile(r"([A-Z]+/).*?-(?=\1)")
_PINPOINT = re.compile(
    r"\)?(?: {0,2}\((?:[0-9]{1,2} [A-Za-z]{3,10} )?(?:19|20)[0-9]{2}\))?(?: ?, ?pp?\. ?[0-9]{1,4})?"
    r"(?: ?,)? {0,2}(\(?) ?(?:at |see |en el |au )?(?=[Pp§¶])"
)
"""What may stand before the paragraphs: the day of the document, the page that they are on."""
_CLOSE = re.compile(r" ?\)")


def read_symbol(tokens: Tokenizer) -> Draft | None:
    """Read a symbol, and the paragraphs of it that are cited.

    document = symbol ["(" year ")"] [[","] paragraphs | "(" paragraphs ")"]
    """
    start = tokens.position
    match = _SYMBOL.match(tokens.text, start)
    if not match:
        return None
    text = _first_of_two(match["text"].rstrip("."))
    if run_on := _RUN_ON.search(text):
        text = text[: run_on.start()]
    end = start + len(text)
    text = text.replace("/Res/", "/RES/")
    if not _DIGIT.search(text) and (broken := _BROKEN_EARLY.match(tokens.text, end)):
        text, end = f"{text}/{broken[1]}", broken.end()
    if _UNNUMBERED.search(text):
        # "CCPR/C/21/Rev. 1/Add. 13", as some print it
        spaced = _SPACED.match(tokens.text, end)
        if not spaced:
            return None
        text, end = text + spaced[0].replace(" ", ""), spaced.end()
    is_lone = len(text.split("/")[0]) <= 2 and not _SINGLE_ORGAN.match(text)
    if is_lone or not _DIGIT.search(text) or not _HAS_SERIES.match(text):
        return None
    while broken := _BROKEN.match(tokens.text, end):
        text, end = f"{text}/{broken[1]}", broken.end()
    symbol = tokens.names.years.get(text, Symbol(text))
    if match["old"] and (old := _old_style(text, match["old"])):
        symbol, end = old, match.end("old")
    elif match["year"] and text.startswith("S/RES/"):
        symbol, end = Symbol(text, match["year"]), match.end()
    if not run_on and _IN_WORD.match(tokens.text, end):
        return None
    tokens.position = end
    whole = cite_paragraphs(DocumentTarget(symbol), kind_of(symbol), (), start, end)
    return read_paragraphs_of(tokens, whole)


def read_paragraphs_of(tokens: Tokenizer, whole: Draft) -> Draft:
    """Read the paragraphs behind the citation of a document; where there are none, it stays whole."""
    record = whole.targets[0] if whole.targets else None
    if isinstance(record, StandardTarget | DocumentTarget) and (members := read_pinpoint(tokens)):
        return cite_paragraphs(record, whole.kind, members, whole.start, tokens.position)
    return whole


def _first_of_two(text: str) -> str:
    """Return "A/HRC/41/33" of "A/HRC/41/33-A/HRC/41/35": a joint document is of two organs."""
    joined = _JOINED.match(text)
    return text[: joined.end() - 1] if joined else text


_IN_WORD = re.compile(r"[A-Za-z0-9/]")
_OLD = re.compile(r"((?:A|E)/RES/[0-9]{1,4})([A-Z]?)")


def _old_style(text: str, suffix: str) -> Symbol | None:
    """Return the symbol of a resolution from before 1976: A/RES/2200 A (XXI)."""
    number = _OLD.fullmatch(text)
    session = re.search(r"\([IVXLC]+\)", suffix)
    if not number or not session:
        return None
    letter = number[2] or re.sub(r"\([IVXLC]+\)| ", "", suffix)
    return old_resolution(number[1], letter, session[0])


def old_resolution(number: str, letter: str, session: str) -> Symbol:
    """Return a symbol of the old style from its parts: A/RES/2200, A, (XXI)."""
    return Symbol(" ".join(part for part in (number, letter, session) if part))


def read_pinpoint(tokens: Tokenizer) -> list[Member]:
    """Read the paragraphs after a symbol: ", paras. 74 and 78", " (para. 5)"."""
    start = tokens.position
    lead = _PINPOINT.match(tokens.text, start)
    if lead:
        tokens.position = lead.end()
        unit = tokens.read("UNIT")
        if unit and unit_of(unit) is Unit.PARAGRAPH:
            following = _RESOLUTION_BEHIND.search(tokens.text, lead.end(), lead.end() + _FURTHEST)
            within = tokens.before(following.start()) if following else tokens
            members = read_members(within, plural=is_plural(unit[0]), below=False)
            tokens.position = within.position
            members = _cut_list(members, tokens, plural=is_plural(unit[0]))
            closing = _CLOSE.match(tokens.text, tokens.position) if lead[1] else None
            if members and (closing or not lead[1]):
                tokens.position = closing.end() if closing else tokens.position
                return members
    tokens.position = start
    return []


_RESOLUTION_BEHIND = re.compile(r" ?[,;]? (?:and|et|y) [0-9]{1,3}/[0-9]")
"""The next of "resolutions 51/8, paras. 3 and 5, and 52/7"."""
_FURTHEST = 80


def _cut_list(members: list[Member], tokens: Tokenizer, *, plural: bool) -> list[Member]:
    """Drop what a comma adds after a single paragraph: "para. 74, 78 people"."""
    keep = len(members)
    if not plural:
        keep = next(
            (
                at
                for at, each in enumerate(members)
                if at and each.joined == "," and each.number != members[at - 1].number
            ),
            keep,
        )
    if keep < len(members):
        tokens.position = members[keep - 1].end
    return members[:keep]


def cite_paragraphs(
    whole: StandardTarget | DocumentTarget,
    kind: CitationKind,
    members: Sequence[Member],
    start: int,
    end: int,
) -> Draft:
    """Return the citation of the paragraphs of a document, or of all of it if there are none."""
    paragraphs = [through for each in members if (through := _through(each))]
    if not members or len(paragraphs) < len(members):
        return Draft(kind, start, end, (whole,), ((start, end),))
    targets: list[Target] = []
    spans: list[tuple[int, int]] = []
    for member in paragraphs:
        for place in places_of(Unit.PARAGRAPH, member, MOST - len(targets)):
            targets.append(whole.at(place))
            spans.append((member.start, member.end))
    return Draft(kind, start, end, tuple(targets), tuple(spans))


def _through(member: Member) -> Member | None:
    """Read the "74-8" of a document, in which no paragraph is numbered so: 74 to 78.

    Nothing stands for what no document has: paragraph 0, paragraphs 78 to 74.
    """
    first, dash, last = member.number.partition("-")
    if not dash:
        return member if first != "0" else None
    last = first[: -len(last)] + last
    return member._replace(number=first, last=last) if int(last) > int(first) else None


def kind_of(symbol: Symbol) -> CitationKind:
    """Return the kind of a document, which its symbol tells."""
    if "/RES/" in symbol.text:
        return CitationKind.RESOLUTION
    return CitationKind.OPINION if "/WGAD/" in symbol.text else CitationKind.DOCUMENT
