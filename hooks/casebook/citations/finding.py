"""Finds what a document cites, paragraph by paragraph. It never guesses."""

from collections.abc import Sequence

from casebook.citations.anchors import Anchors, anchors_of, kind_at
from casebook.citations.citation import Citation
from casebook.citations.draft import Draft
from casebook.citations.grammar.behind import has_numbers_behind
from casebook.citations.grammar.governing import read_governor
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
from casebook.citations.meaning.governed import resolve_governor
from casebook.citations.meaning.resolving import in_doubt, resolve_chain, resolve_under
from casebook.citations.meaning.strangers import is_of_named_rules, stranger_of_chain
from casebook.citations.names import InstrumentName, Names
from casebook.citations.passages import Link, Passage, links_in
from casebook.citations.plain import simplify
from casebook.words.vocabulary import CitationKind


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
    links = links_in(passage, plain, names) if passage.taken else []
    context.enter(passage.section, plain.text, links)
    is_silent = not passage.taken and not anchors.find(plain.text, 0)
    if is_silent and not passage.is_of_numbers:
        return ()  # most passages name nothing
    tokens = Tokenizer(plain.text, names, context.defined, context.links)
    drafts: list[Draft] = []
    if passage.head and (named := _named_by(passage.head, names)):
        context.name(named)
        if passage.is_of_numbers and (group := read_only_numbers(tokens, named)):
            drafts = resolve_under(group, (named,), context)
    drafts = drafts or _Reader(tokens, anchors, context, links).read()
    return tuple(draft.citation(passage.text, plain) for draft in drafts)


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

    def __init__(
        self, tokens: Tokenizer, anchors: Anchors, context: Context, links: Sequence[Link]
    ) -> None:
        self._tokens = tokens
        self._anchors = anchors
        self._context = context
        self._links = [each for each in links if each.instrument]
        self._speaks_of_opinions = False
        self._leading: Group | None = None
        """Paragraphs that may be of what is cited next."""

    def read(self) -> list[Draft]:
        """Return the citations of the passage."""
        tokens, anchors, links, context = self._tokens, self._anchors, self._links, self._context
        text, position = tokens.text, 0
        drafts: list[Draft] = []
        while True:
            anchor = anchors.find(text, position)
            reach = anchor[0] if anchor else len(text)
            while links and links[0].start <= reach:
                drafts += self._pass_link(links.pop(0))
                position = max(position, tokens.position)
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
        cited = context.cited
        if cited and len(drafts) == 1 and is_only_source(text, drafts[0].start, cited[1]):
            context.cited_last = cited[0]
        return drafts

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
        anchor = kind_at(self._tokens.text, start)
        if not anchor:
            return read_mention(tokens, context) if may_be_name else []
        match anchor.lastgroup:
            case "unit" if not is_of_named_rules(self._tokens.text, start):
                return self._read_provisions()
            case "ibid":
                return read_ibid(tokens, context)
            case "resolution":
                return self._with_annexed(read_resolutions(tokens, context))
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
        if leading and len(found) == 1 and lead_to(self._tokens.text, leading, found[0]):
            return [with_paragraphs(found[0], leading)]
        return found

    def _with_annexed(self, drafts: list[Draft]) -> list[Draft]:
        """Read on in what the last of them proclaims."""
        return drafts and [*drafts[:-1], *read_annexed(self._tokens, self._context, drafts[-1])]

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

    def _pass_link(self, link: Link) -> list[Draft]:
        """Note what an editor's link names; the list it begins may go on behind it."""
        assert link.instrument
        end, named = link.end, (link.instrument,)
        self._context.at = end
        self._context.name(link.instrument)
        self._context.last_read = (end, named)
        if link.unit is None:
            return []
        self._tokens.position = end
        before = Group(link.unit, (), end, end, is_plural=True, governor=Named(named, end))
        if more := read_more(self._tokens, before):
            return resolve_chain([more], self._context)
        self._pass_name(link.instrument)
        return []

    def _pass_name(self, instrument: InstrumentName) -> None:
        """Pass the "of the ICCPR" behind a link to one of its articles: it is of that citation."""
        tokens = self._tokens
        end = tokens.position
        governor = read_governor(tokens)
        if (
            isinstance(governor, Named)
            and governor.instruments == (instrument,)
            and not governor.conflict
            and not has_numbers_behind(tokens.text, governor.end)
        ):
            resolve_governor(governor, self._context)
            tokens.position = governor.end
        else:
            tokens.position = end
