"""Finds what a document cites, paragraph by paragraph. It never guesses."""

from collections.abc import Sequence

from casebook.citations.anchors import Anchors, anchors_of, kind_at
from casebook.citations.citation import Citation
from casebook.citations.draft import Draft
from casebook.citations.grammar.governors import Named
from casebook.citations.grammar.provisions import Group, read_chain, read_more
from casebook.citations.grammar.tokens import Tokenizer
from casebook.citations.kinds.annexed import read_annexed
from casebook.citations.kinds.bare import read_only_numbers
from casebook.citations.kinds.comments import read_general_comments
from casebook.citations.kinds.documents import read_symbol
from casebook.citations.kinds.ibid import is_only_source, read_ibid
from casebook.citations.kinds.leading import (
    is_of_paragraphs,
    lead_to,
    read_paragraphs_of,
    with_paragraphs,
)
from casebook.citations.kinds.mentions import read_mention, read_preamble
from casebook.citations.kinds.opinions import read_later_opinion, read_opinions
from casebook.citations.kinds.references import read_references
from casebook.citations.kinds.resolutions import read_resolutions
from casebook.citations.meaning.context import Context
from casebook.citations.meaning.resolving import in_doubt, resolve_chain, resolve_under
from casebook.citations.meaning.strangers import is_of_named_rules, stranger_of_chain
from casebook.citations.names import InstrumentName, Names
from casebook.citations.passages import Passage, antecedents_in, ends_of_documents
from casebook.citations.plain import Plain, simplify
from casebook.identifiers.provision import Unit
from casebook.words.vocabulary import CitationKind, InstrumentKind


def find_citations(
    passages: Sequence[Passage], names: Names, *, addressee: str | None = None
) -> list[tuple[Citation, ...]]:
    """Return the citations found in each passage of one document, given in reading order.

    `addressee` is the code of who received the letter: "the Criminal Code" is theirs.
    """
    context, anchors = Context(names, addressee), anchors_of(names)
    return [_read(passage, anchors, context) for passage in passages]


def _read(passage: Passage, anchors: Anchors, context: Context) -> tuple[Citation, ...]:
    """Return the citations of one passage."""
    names = context.names
    plain = simplify(
        passage.text, sorted((each.start, each.end) for each in passage.taken), names.words
    )
    context.enter(passage.section, plain.text)
    is_silent = not passage.taken and not anchors.find(plain.text, 0)
    if is_silent and not passage.is_of_numbers:
        return ()  # most passages name nothing
    if passage.head and (named := _named_by(passage.head, names)):
        context.name(named)
        if passage.is_of_numbers:
            tokens = Tokenizer(plain.text, names, {}, {})
            if group := read_only_numbers(tokens, named):
                drafts = resolve_under(group, (named,), context)
                return tuple(draft.citation(passage.text, plain) for draft in drafts)
    return _Reader(passage, plain, anchors, context).read()


def _named_by(head: str, names: Names) -> InstrumentName | None:
    """Return the instrument that a cell names, if it names one and says nothing else."""
    text = simplify(head).text.strip().removeprefix("The ").removeprefix("the ")
    found = names.match(text, 0)
    if not found or len(found.instruments) != 1 or found.is_law:
        return None
    (instrument,) = found.instruments
    rest = text[found.end :].strip(" :.()")
    return instrument if not rest or rest in instrument.names else None


class _Reader:
    """Reads one passage."""

    def __init__(self, passage: Passage, plain: Plain, anchors: Anchors, context: Context) -> None:
        self._passage = passage
        self._plain = plain
        self._anchors = anchors
        self._context = context
        self._taken = antecedents_in(passage, plain, context.names) if passage.taken else []
        if passage.taken:
            context.documents = ends_of_documents(passage, plain)
        if self._taken:
            context.links = {
                start: (instrument, unit is None) for start, _, instrument, unit in self._taken
            }
        linked = {
            start: instrument
            for start, _, instrument, unit in self._taken
            if not unit or instrument.kind is InstrumentKind.GENERAL_COMMENT
        }
        self._tokens = Tokenizer(plain.text, context.names, context.defined, linked)
        self._speaks_of_opinions = False
        self._leading: Group | None = None
        """Paragraphs that may be of what is cited next."""

    def read(self) -> tuple[Citation, ...]:
        """Return the citations of the passage."""
        text, tokens, anchors = self._plain.text, self._tokens, self._anchors
        context = self._context
        drafts: list[Draft] = []
        position, pending = 0, 0
        while True:
            anchor = anchors.find(text, position)
            reach = anchor[0] if anchor else len(text)
            while pending < len(self._taken) and self._taken[pending][0] <= reach:
                drafts += self._pass_taken(*self._taken[pending][1:])
                position = max(position, tokens.position)
                pending += 1
                if anchor and anchor[0] < position:
                    anchor = anchors.find(text, position)
                reach = anchor[0] if anchor else len(text)
            if not anchor:
                break
            start, may_be_name = anchor
            tokens.position = context.at = start
            if found := self._read_at(start, may_be_name=may_be_name):
                drafts += self._led(found)
                context.cited = (drafts[-1], tokens.position)
            position = max(tokens.position, start + 1)
            while found and text.startswith("/", position) and (found := self._read_beyond_slash()):
                drafts += found
                position = tokens.position
        if (
            context.cited
            and len(drafts) == 1
            and is_only_source(text, drafts[0].start, context.cited[1])
        ):
            context.cited_last = context.cited[0]
        return tuple(draft.citation(self._passage.text, self._plain) for draft in drafts)

    def _read_beyond_slash(self) -> list[Draft]:
        """Read on in "ICCPR/ICESCR" and "Article 6 ICCPR/Article 3 UDHR"."""
        tokens, context = self._tokens, self._context
        before = tokens.position
        if not context.cited or context.cited[0].kind is not CitationKind.PROVISION:
            return []
        tokens.position = context.at = before + 1
        found = self._read_at(before + 1, may_be_name=True)
        if found and found[0].kind is CitationKind.PROVISION:
            context.cited = (found[-1], tokens.position)
            return found
        tokens.position = before
        return []

    def _read_at(self, start: int, *, may_be_name: bool) -> list[Draft]:
        """Read what begins here, with the part of the grammar that its first words call for."""
        tokens, context = self._tokens, self._context
        anchor = kind_at(self._plain.text, start)
        if not anchor:
            return read_mention(tokens, context) if may_be_name else []
        match anchor.lastgroup:
            case "unit" if not is_of_named_rules(self._plain.text, start):
                return self._read_provisions()
            case "ibid":
                return read_ibid(tokens, context)
            case "resolution":
                drafts = read_resolutions(tokens, context)
                return self._with_annexed(drafts)
            case "opinion":
                drafts = read_opinions(tokens)
                self._speaks_of_opinions |= bool(drafts)
                return drafts
            case "comment":
                return read_general_comments(tokens, context)
            case "later":
                return read_later_opinion(tokens) if self._speaks_of_opinions else []
            case "preamble":
                return read_preamble(tokens, context, anchor)
            case "symbol" | "reference" as kind:
                if kind == "symbol" and (draft := read_symbol(tokens)):
                    return self._with_annexed([draft])
                if drafts := read_references(tokens, context.addressee):
                    return drafts
        return read_mention(tokens, context)

    def _led(self, found: list[Draft]) -> list[Draft]:
        """Return what was found, with the paragraphs that stand before it."""
        leading, self._leading = self._leading, None
        if leading and len(found) == 1 and lead_to(self._plain.text, leading, found[0]):
            return [with_paragraphs(found[0], leading)]
        return found

    def _with_annexed(self, drafts: list[Draft]) -> list[Draft]:
        if not drafts:
            return drafts
        *first, last = drafts
        return [*first, *read_annexed(self._tokens, self._context, last)]

    def _read_provisions(self) -> list[Draft]:
        tokens = self._tokens
        start = tokens.position
        groups = read_chain(tokens)
        if is_of_paragraphs(groups):
            self._leading = groups[0]
            tokens.position = groups[0].end
            return read_paragraphs_of(tokens, groups[0])
        if not groups:
            tokens.position = start
            return []
        if stranger := stranger_of_chain(groups[0], self._context):
            groups[0] = in_doubt(groups[0], f"{stranger} stands before it")
            if len(groups) == 1:
                tokens.position = groups[0].end
        drafts = resolve_chain(groups, self._context)
        if groups[-1].governor is None and drafts:
            # What was cut from an open list is read again: it may be something else.
            tokens.position = drafts[-1].end
        return drafts

    def _pass_taken(self, end: int, instrument: InstrumentName, unit: Unit | None) -> list[Draft]:
        """Note what an editor's link names; the list it begins may go on behind it."""
        self._context.at = end
        self._context.name(instrument)
        self._context.last_read = (end, (instrument,))
        tokens = self._tokens
        if unit is None:
            return []
        tokens.position = end
        link = Group(unit, (), end, end, is_plural=True, governor=Named((instrument,), end))
        more = read_more(tokens, link)
        if not more:
            return []
        return resolve_chain([more], self._context)
