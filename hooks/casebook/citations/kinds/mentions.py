"""Names that stand in a text by themselves."""

import re

from casebook.citations.citation import StandardTarget
from casebook.citations.draft import Draft, unsettled
from casebook.citations.grammar.behind import (
    FOLLOWING,
    REST_BEFORE_UNIT,
    read_group_behind,
    shares_governor,
)
from casebook.citations.grammar.governing import read_governor
from casebook.citations.grammar.governors import LAW, Back, Foreign, Law, Named
from casebook.citations.grammar.naming import read_name, read_shared_noun
from casebook.citations.grammar.provisions import read_group
from casebook.citations.grammar.referring import GOES_ON, read_back
from casebook.citations.grammar.several import read_several
from casebook.citations.grammar.tokens import RULES, Tokenizer
from casebook.citations.kinds.adopting import COMMENT
from casebook.citations.kinds.following import read_following, read_shared, whole
from casebook.citations.lexicon.bodies import Committee, read_body
from casebook.citations.lexicon.laws import LAW_NOUNS
from casebook.citations.lexicon.nouns import PLURALS, noun_of
from casebook.citations.meaning.context import Context
from casebook.citations.meaning.governed import resolve_governor
from casebook.citations.meaning.resolving import resolve_under
from casebook.citations.meaning.strangers import NOT_HELD
from casebook.citations.names import InstrumentName
from casebook.citations.plain import TAKEN
from casebook.identifiers.provision import Provision, Unit
from casebook.words.vocabulary import CitationKind, InstrumentKind

_BODY_DOES = (
    r"(?:[Cc]ommittee|[Cc]oncluding|[Jj]urisprudence|[Vv]iews|[Dd]ecision"
    r"|has |have |had |also |recommend|note[sd]|state[sd]|review|examine|member|session|adopted "
    r"|issued |express|observe|conclude[sd]|call[se]|found|held|urge|consider|clarif|affirm|stress"
    r"|emphasi|recall|reiterat|regret|welcome|in its (?!(?:[Aa]rt|[Pp]reamble)))"
)
_AS_BODY = re.compile(rf"(?:'s?)?(?:,? {COMMENT}| {_BODY_DOES})")
"""What follows an acronym that stands for the committee, not for its treaty."""
_BY = re.compile(r"\b(?:[Bb]y|[Aa]ccording to|[Bb]efore)(?: the)? $")
_PROTOCOL_TO = re.compile(
    r"[Pp]rotoco(?:l|le|lo)s?(?: [A-Za-z]+)? (?:to|of|under|relating to|se rapportant aux?|au|a|de|del)"
    r"(?: the| l'| la| le)? ?$|(?<![A-Za-z])OP-?(?:[12]|I{1,2})?-$"
)
_WORD = re.compile(r"[A-Za-z](?:[A-Za-z-]|'(?!s\b)){0,40}")
_OF_NOBODY = (
    "The|These|Those|Two|Both|UN|Nations|Human|Rights|International|Said|Aforementioned|Under"
    "|In|Of|By"
)
_OF_OTHERS = re.compile(rf"\b(?!(?:{_OF_NOBODY})\b)[A-Z][A-Za-z-]* $")
"""What makes of the conventions those of Geneva."""
_PROTOCOL_OF = re.compile(
    r"[A-Z]{3,8}[- ](?:OP|PF)(?:[ -]?(?:[12]|I{1,2}|AC|SC|IC))?(?![A-Za-z0-9])"
)
"""ICCPR-OP1, ICCPR OP 1, CRC-OP-SC."""
_WORD_OF_NAME = (
    r"(?:[Nn]os?\.|(?!(?:[Aa]rts?|[Rr]ules?|[Pp]rinciples?|Paras?)\b|Articl|Articulo)[A-Z][A-Za-z-]*"
    r"|[0-9][0-9/.-]*|on|of|the|and|for|against|in|to|all|their|relating|concerning)"
)
_REST_OF_NAME = re.compile(rf"(?: {_WORD_OF_NAME}){{0,14}}")
_LAW_NAMED = re.compile(
    rf"(?:{'|'.join(noun for noun in LAW_NOUNS if noun not in {'Law', 'Bill', 'Loi', 'Ley'})})\b"
    r"|(?:Law|Loi|Ley) (?:[Nn]o\.?|nu|on |of [0-9]|[0-9][0-9/.-]*|Organica|organique)"
)
_LITTLE_WORDS = frozenset([
    "the", "this", "that", "said", "same", "its", "their", "our", "his", "under", "in", "of",
    "by", "and", "per", "both", "see", "to", "with", "from", "as", "while", "whereas", "la",
    "le", "les", "los", "las", "el", "del", "du", "de", "des", "une", "un", "a", "article",
    "articles",
])  # fmt: skip


def read_mention(tokens: Tokenizer, context: Context) -> list[Draft]:
    """Read a name: of an instrument, of a body, of a law, or a noun that refers back.

    mention = name [provisions] | heads name | body | law | noun
    """
    start = tokens.position
    if _read_body(tokens, context):
        return []
    if protocol := _PROTOCOL_OF.match(tokens.text, start):
        context.name_foreign("protocol")
        tokens.position = protocol.end()
        return []
    found = read_name(tokens) or read_shared_noun(tokens)
    match found:
        case Named(instruments=instruments):
            if _PROTOCOL_TO.search(tokens.text[max(0, start - 70) : start]):
                context.name_foreign("protocol")
                return []
            resolve_governor(found, context)
            if found.spans:
                return [whole(start, found.end, instruments)._replace(spans=found.spans)]
            return read_following(tokens, context, start, instruments)
        case Law(is_explicit=False) if _is_someones(tokens.text, start):
            context.name_foreign(LAW)
            return _read_after_foreign(tokens, context, found.end)
        case Law(is_explicit=is_explicit):
            governed = resolve_governor(found, context)
            if not isinstance(governed, tuple):
                return _read_after_foreign(tokens, context, found.end)
            drafts = read_following(tokens, context, start, governed)
            return drafts if is_explicit else _without_name(drafts, found, tokens.text)
        case Foreign(noun=noun):
            context.name_foreign(noun or LAW)
            return _read_after_foreign(tokens, context, found.end)
        case _:
            return _read_noun(tokens, context)


def _without_name(drafts: list[Draft], law: Law, text: str) -> list[Draft]:
    """Return citations of a law whose name alone does not say whose it is, without that name."""
    lead = FOLLOWING.match(text, law.end)
    begin, opens = (lead.end(), lead["mark"] == "(") if lead else (law.end, False)
    return [
        each._replace(
            start=max(each.start, begin),
            end=each.spans[-1][1] if opens and each.spans else each.end,
        )
        for each in drafts
        if each.end > law.end
    ]


def _is_someones(text: str, start: int) -> bool:
    """Whether a capital before a law's name makes it another's: the Ruritanian Criminal Code."""
    before = re.search(r"([A-Z][A-Za-z-]*) $", text[max(0, start - 24) : start])
    return bool(before and before[1].lower() not in _LITTLE_WORDS)


def _read_body(tokens: Tokenizer, context: Context) -> bool:
    """Read the name of a body, unless the same words name an instrument."""
    start, text = tokens.position, tokens.text
    body = read_body(text, start)
    if not body:
        return False
    end = body[1]
    name = tokens.names.match(text, start)
    if name and name.end > end:
        return False
    if name and name.end == end:
        last = context.paragraph.bodies[-1][0] if context.paragraph.bodies else -9
        is_introduced = text[start - 1 : start] == "(" and 0 <= start - last <= 2
        if is_introduced:
            end += text.startswith(")", end)
        elif linked := _linked_behind(tokens, end):
            if linked.kind is not InstrumentKind.GENERAL_COMMENT:
                return False
        elif text.startswith(f" {TAKEN}", end):
            pass  # what an editor's link may say of the committee: its general comment, its views
        elif not _AS_BODY.match(text, end) and not _BY.search(text[max(0, start - 20) : start]):
            return False
    elif (
        not name
        and isinstance(body[0], Committee)
        and text[start : end + 1].isupper()
        and not _AS_BODY.match(text, end)
    ):
        return False
    context.name_body(end, body[0])
    tokens.position = end
    return True


def _linked_behind(tokens: Tokenizer, end: int) -> InstrumentName | None:
    """Return what an editor's link right behind a name leads to, a comma between them or none."""
    return next(
        (
            tokens.linked(end + len(gap))
            for gap in (" ", ", ")
            if tokens.text.startswith(f"{gap}{TAKEN}", end)
        ),
        None,
    )


def _read_noun(tokens: Tokenizer, context: Context) -> list[Draft]:
    """Read a noun: it refers back, or it belongs to a name that we do not hold."""
    start, text = tokens.position, tokens.text
    if law := _LAW_NAMED.match(text, start):
        context.name_foreign(LAW)
        return _read_after_foreign(tokens, context, law.end())
    word = _WORD.match(text, start)
    if word and word[0] in PLURALS:
        return _read_plural(tokens, context, word)
    noun = noun_of(word[0]) if word and word[0][0].isupper() else None
    if not noun or not word:
        return []
    if _PROTOCOL_TO.search(text[max(0, start - 70) : start]):
        context.name_foreign("protocol")
        return _read_after_foreign(tokens, context, word.end())
    before = re.search(r"([A-Z][A-Za-z-]*|[12][0-9]{3}|\0) $", text[max(0, start - 24) : start])
    own = before[1] if before and before[1].lower() not in _LITTLE_WORDS else ""
    if not own and (back := read_back(tokens)):
        return _read_back_to(tokens, context, start, back)
    instrument = context.back(noun, (own,) if own else ())
    goes_on = GOES_ON.match(text, word.end()) or not (
        own and RULES["LOWER_OR_END"].match(text, word.end())
    )
    if instrument and not goes_on:
        context.name(instrument)
        tokens.position = word.end()
        return []
    context.name_foreign(noun)
    return _read_after_foreign(tokens, context, word.end())


def _read_plural(tokens: Tokenizer, context: Context, word: re.Match[str]) -> list[Draft]:
    """Read "the two Covenants", which refer back to both, or "the Geneva Conventions"."""
    is_of_others = _OF_OTHERS.search(tokens.text, max(0, word.start() - 24), word.start())
    if not is_of_others and (several := read_several(tokens)):
        context.name(*context.both(several.noun))
        return []
    context.name_foreign(PLURALS[word[0]])
    return _read_after_foreign(tokens, context, word.end())


def _read_back_to(tokens: Tokenizer, context: Context, start: int, back: Back) -> list[Draft]:
    """Read "the Covenant (article 9)", once it is known that the noun goes on with no name."""
    text = tokens.text
    instrument = context.back(back.noun)
    if not instrument or _is_beside(context, instrument, start):
        if context.paragraph.instruments:
            context.name_foreign(back.noun)
        return _read_after_foreign(tokens, context, back.end)
    context.name(instrument)
    lead = FOLLOWING.match(text, back.end)
    if lead and (lead["mark"] or lead["lead"] or text.startswith("'", back.end)):
        tokens.position = lead.end()
        group = read_group(tokens)
        if group and not group.governor and instrument.has(group.unit):
            tokens.position = group.end
            return resolve_under(group, (instrument,), context)
    tokens.position = back.end
    return []


def _is_beside(context: Context, instrument: InstrumentName, start: int) -> bool:
    """Whether "the CRPD (article 12) and the Convention" names it and another in one breath."""
    end, cited = context.last_read
    return instrument in cited and _AND_THE.fullmatch(context.text, max(end, 0), start) is not None


_CAPITAL = re.compile(r"(?<=[ '])[A-Z]")
_AND_THE = re.compile(r"\)?,? (?:and|as well as|et|y) (?:(?:of|with|by) )?(?:the |la |le |el )?")


def _read_after_foreign(tokens: Tokenizer, context: Context, end: int) -> list[Draft]:
    """Read the provisions after a name that we do not hold: they are no provisions of another.

    "The European Convention on Human Rights, articles 5 and 6, and article 19 of the Covenant".
    """
    tokens.position = end
    tail = REST_BEFORE_UNIT.match(tokens.text, end) or _REST_OF_NAME.match(tokens.text, end)
    begin = tail.end() if tail else end
    if "rotocol" not in tokens.text[max(0, end - 20) : end]:
        for word in _CAPITAL.finditer(tokens.text, end, begin):
            if tokens.names.match(tokens.text, word.start()):
                begin = word.start() - 1
                break
    lead = FOLLOWING.match(tokens.text, begin)
    if not lead:
        return []
    tokens.position = lead.end()
    group = read_group_behind(tokens)
    if group and shares_governor(lead, group, tokens.text):
        return read_shared(tokens, context, group)
    if not group or group.governor or group.unit is Unit.PARAGRAPH:
        tokens.position = end
        return []
    tokens.position = group.end
    if lead["mark"] != "," and group.unit not in {Unit.ARTICLE, Unit.RULE}:
        return []
    return [unsettled(group.start, group.end, NOT_HELD)]


def read_preamble(tokens: Tokenizer, context: Context, word: re.Match[str]) -> list[Draft]:
    """Read "Preamble of the Convention on the Rights of the Child".

    preamble = "preamble" governor
    """
    start = tokens.position
    tokens.position = word.end()
    governor = read_governor(tokens) if tokens.check("OF") else None
    if not governor or isinstance(governor, Foreign):
        tokens.position = word.end()
        return []
    governed = resolve_governor(governor, context)
    end = max(word.end(), governor.end)
    if not isinstance(governed, tuple):
        return [unsettled(start, end, governed)] if governed else []
    targets = tuple(StandardTarget(each.id, Provision(Unit.PREAMBLE)) for each in governed)
    return [Draft(CitationKind.PROVISION, start, end, targets, ((start, end),) * len(targets))]
