"""The grammar of what a resolution proclaims: "A/RES/53/144, annex, article 9"."""

import re

from casebook.citations.citation import DocumentTarget
from casebook.citations.draft import Draft, unsettled
from casebook.citations.grammar.provisions import read_group
from casebook.citations.grammar.tokens import Tokenizer
from casebook.citations.meaning.context import Context
from casebook.citations.meaning.resolving import resolve_under
from casebook.citations.meaning.strangers import NOT_HELD
from casebook.identifiers.provision import Unit

_HAS_ARTICLES = re.compile(r"/RES/|^(?:[A-Z]{3,5}/C|E/C\.12)/")
"""A resolution has them in its annex; what a committee writes is about those of its treaty."""
_ANNEXED = re.compile(
    r"(?: ?\((?:[0-9]{1,2} [A-Z][a-z]{2,9} )?(?:19|20)[0-9]{2}\))? ?,"
    r"(?: (?:its |the )?[Aa]nnex[eo]?(?: [IVX]{1,4}| [0-9])?,?)? (?:at )?(?=[AaRrPp])"
)


def read_annexed(tokens: Tokenizer, context: Context, cited: Draft) -> list[Draft]:
    """Read the articles after a resolution: they are the annexed declaration's, and no treaty's.

    annexed = resolution [","] ["annex" ","] provisions, where no other governor follows
    """
    symbol = cited.targets[0] if len(cited.targets) == 1 else None
    if not isinstance(symbol, DocumentTarget) or not _HAS_ARTICLES.search(symbol.symbol.text):
        return [cited]
    instrument = tokens.names.by_symbol.get(str(symbol.symbol))
    if instrument:
        context.name(instrument)
    before = tokens.position
    lead = _ANNEXED.match(tokens.text, before)
    if symbol.pinpoint or not lead:
        return [cited]
    tokens.position = lead.end()
    group = read_group(tokens)
    if not group or group.governor or group.unit is Unit.PARAGRAPH:
        tokens.position = before
        return [cited]
    tokens.position = group.end
    if not instrument or not instrument.has(group.unit):
        return [cited, unsettled(group.start, group.end, NOT_HELD)]
    return resolve_under(group._replace(start=cited.start), (instrument,), context)
