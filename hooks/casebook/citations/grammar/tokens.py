"""The tokens of the citation grammar, each a named rule, and a reader that takes them in turn."""

import re
from collections.abc import Mapping

from casebook.citations.lexicon.laws import LAW_NOUNS, LOWER_LAWS
from casebook.citations.names import InstrumentName, Names
from casebook.citations.passages import Link
from casebook.identifiers.provision import Unit

UNITS = {
    Unit.ARTICLE: r"(?:[Aa]rt(?:ic[l1I]|lc[l1I]|id)es?|[Aa]rticulos?|[Aa]rtigos?\b|[Aa]rtikeln?\b"
    r"|[Aa]rts?\b\.?|ARTICLES?|ART\.)",
    Unit.RULE: r"(?:[Rr]ules?|[Rr]egles?|[Rr]eglas?)",
    Unit.PRINCIPLE: r"(?:[Pp]rinciples?|[Pp]rincipes?|[Pp]rincipios?)",
    Unit.GUIDELINE: r"(?:[Gg]uidelines?|[Dd]irectri(?:ces|z)|[Ll]ignes? directrices?)",
    Unit.PARAGRAPH: (
        r"(?:(?:[Ss]ub-?)?(?:[Pp]aragraph(?:es|e|s)?|[Pp]aras?\b\.?)|[Pp]arrafos?|[Pp]arrs?\b\.?"
        r"|[Pp]ars?\b\.|(?:[Ss]ous-?)?[Aa]lineas?|(?:[Ss]ub-?)?[Ii]ncisos?|[Aa]partados?"
        r"|[Ll]iteral(?:es)?|[Pp]arts?|§§?|¶¶?)"
    ),
    Unit.SECTION: r"(?:[Ss]ections?|[Ss]eccion(?:es)?)",
    Unit.CHAPTER: r"(?:[Cc]hapters?|[Cc]hapitres?|[Cc]apitulos?)",
    Unit.ANNEX: r"(?:[Aa]nnex(?:es|e)?|[Aa]nexos?)",
}
"""How texts call the parts of an instrument, without accents."""

NO = r"[Nn](?:(?:\.?os?|rs?|ums?)\.?|\.)"
"""What stands before a number: No., Nos., nro, núm., n., n.º."""
_NO = rf"(?:{NO} ?|№ ?)"
LATIN = r"(?i:bis|ter|quater|quinquies|sexies|septies|octies|nonies|novies|decies)\b"
"""What numbers an article that was put in between, as in 14 bis."""
_SECTION = r"(?<=[^0-9]1) ([A-F])(?= ?\(| (?:of|du|de|del) |, (?:para|parr))"
"""The A of "article 1 A (2)"."""
_LAST_LETTER = r"[a-z](?![A-Za-z]|\.[A-Za-z0-9])"
_DOTTED = rf"((?:\.[0-9]{{1,3}}){{0,4}}(?:\.{_LAST_LETTER}|(?<=\.[0-9]){_LAST_LETTER})?)"
"""The levels of 14.3.d and 14.3d."""
_NUMBER = (
    rf"([0-9]{{1,4}})(?:[ .-]?({LATIN})|er\b|\.?o\b\.?|([A-Za-z])|{_SECTION})?"
    rf"{_DOTTED}"
)
_MONTH = (
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
    r"|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre"
)
_COUNTED = (
    r"persons?|people|others|men|women|individuals|detainees|prisoners|days?|weeks?|months?|years?|hours?"
    r"|times|pages?|personnes|jours|mois|ans|personas|dias|meses|anos"
)
_COUNTS = rf"(?! ?%| (?:mm|cm|km|kgs?)\b| (?:(?:de )?(?:{_MONTH})|{_COUNTED})\b)"
"""Not a day of a month, nor how many there are."""
_GLUED = r"(?!(?:and|or|et|of)(?: |[0-9]))"
"""What scans join to a number: the words of "9and 14", "21of the"."""
_LETTERS = r"[ivx]{1,5}|[A-Za-z]"
_THROUGH = "(?:-|to|through|al?|au|hasta)"
_CONJUNCTION = (
    r"(?:and/or|and also|and|or|nor|&|et|ou|ni|y|e|o|u|as well as|ainsi que|asi como|AND|OR|ET|Y)"
)
_EL = r"(?:(?:el|al|del) )?"
"""What Spanish repeats before each number: "el artículo 6, el 7 y el 9"."""
_IN_PARTICULAR = r"(?:in particular|notably|especially|(?:more )?specifically|inter alia|namely)"
IN_OTHER_TONGUES = ("artig", "artik")
"""How Portuguese and German call an article. How they go on without a name we do not read."""
_ONWARDS = (
    r" (?:et seq\b\.?|et s(?:s|uiv)?\.|et suivant[es]{0,2}\b|y ss?\.|y siguientes\b|ff?\.|ss\."
    r"|and following\b)"
)
_NOTE = r"[¹²³⁰⁴-⁹]{0,3}"
"""The mark of a note, which stands anywhere."""
_BELOW = (
    r"(?:sub-?para(?:graph)?s?\b\.?|paragraph(?:es|e|s)?|paras?\b\.?|parrafos?|parrs?\b\.?|pars?\b\.?"
    r"|(?:sub-?)?apartados?|ap\.|numeral(?:es)?|(?:sub-?)?incisos?|inc\b\.?|(?:sous-?)?alineas?|al\."
    r"|literal(?:es)?|letras?|lit\b\.?|letter|lettres?|let\.|clauses?|points?|parts?|abs(?:atz\b|\.)"
    r"|sec(?:tions?|ciones|cion)(?= [A-F][,( ])|§§?|¶¶?)"
)
_READING = r"(?:alone,? )?(?:and |or )?(?:as )?(?:read|taken|considered|viewed|invoked)"
_TOGETHER = "in conjunction|in combination|in connection|together|jointly|along|coupled|combined"
_READ = (
    rf"(?:{_READING}(?: [a-z]{{1,12}}){{0,6}}? (?:with|to)"
    rf"|(?:alone )?(?:and |or )?(?:{_TOGETHER}) with|in relation to"
    r"|lue?s?(?: [a-z]{1,14}){0,5}? (?:avec|de)|leid[oa]s?(?: [a-z]{1,16}){0,5}? con"
    r"|conjointement avec|en relation avec|en relacion con|en conjunto con)"
)
_CONTAINED = (
    r"contained|enshrined|set (?:out|forth)|provided(?: for)?|guaranteed|protected|stipulated|laid down"
    r"|recogni[sz]ed|codified|established"
)
_FIT = (
    rf"(?:(?:as )?(?:{_CONTAINED}) (?:in|under|by)|common to"
    r"|commune?s? aux?|comun(?:es)? a|of|in|under|from|to|dudit|desdits|du|des?|del|d[ao]s?|dans|en|OF"
    r"|UNDER|IN|DU|DES?|DEL)"
)

_NAMES_END = (
    r"Covenants?|Conventions?|Declaration|Rules|Principles|Charter|Charte|Carta|Protocols?|Statute?"
    r"|Estatuto|Pacte?|Pacto|Convencion|Declaracion|Protocole|Protocolo|Regles|Reglas|Princip(?:es|ios)"
    rf"|(?<![Bb]efore the )(?:{'|'.join(LAW_NOUNS)})"
)
_NAME_IN_SHORT = (
    r"(?:the |\"|')*[A-Z][A-Za-z-]*[A-Z][A-Za-z]*[\"']?\)"
    rf"|[^()]{{0,90}}\b(?:{_NAMES_END})\b"
    rf"|(?:la |le |el |l')?(?:Ensemble de|{LOWER_LAWS}) "
)
"""What in parentheses is no gloss, but the standard that the number is of: (ICCPR)."""
NUMBERED = f"(?:{'|'.join(UNITS[unit] for unit in (Unit.ARTICLE, Unit.RULE, Unit.PRINCIPLE))})"
"""What an instrument is divided into."""

_NO_MORE = r"(?![0-9A-Za-z/]|\.[0-9])"
"""Where a number ends that has no digit behind it."""
_A_LEVEL = rf"(?:{_LETTERS}|[0-9]{{1,2}})"
_OF_LIST = r"(?: ?- ?|, ?|,? (?:and|et|y|to|or|&) )"
_BEFORE_NAME = r"(?:the |its |their |l'|el |los |las |les )?"
_BEHIND_GLOSS = (
    rf"(?:(?:[a-z]{{1,3}}[ '])?{NUMBERED} ?[0-9]"
    rf"|{_EL}[0-9]|{_FIT}\b|[A-Z]{{3}})"
)
_ALL = (
    r"(?:inter alia|among others|in particular|notably|notamment|entre otros|respectively|all|each|both"
    r"|tous|toutes|todos|todas)"
)
_DETERMINER = (
    r"(?:the|both|each of|said|same|this|that|above-?mentioned|aforementioned|aforesaid|present"
    r"|its|their|la|le|les|los|las|el|ladite|dudit|dicha|dicho|misma|mismo"
    r"|citad[ao]|mencionad[ao]|meme|cette|ce|THE|LA|LE|LOS|EL)"
)
_FROM_HERE_ON = (
    r"(?:here(?:in)?after|ci-apres|en adelante|or)?:?,? ?(?:the |\"the |'the |la |le |el )?"
)
_ALIAS = r"([A-Za-z][A-Za-z0-9 &-]{1,60}?)[\"']?"

RULES: dict[str, re.Pattern[str]] = {
    name: re.compile(pattern)
    for name, pattern in {
        # article, arts., rule, párrafos; "No." may follow
        "UNIT": rf"(?:{'|'.join(f'(?P<{unit.name}>{each})' for unit, each in UNITS.items())})"
        rf" {{0,3}}{_NO}?(?=[0-9IVXL(]|[Pp]r(?:em|im)|PREM|[a-z]\)|(?<= )[a-z] (?:of|du|de|del) )",
        # 14, 9.1, 14 bis, 20a, 1er, 5o, 5.o
        "NUMBER": rf"{_NUMBER}(?!{_GLUED}[0-9A-Za-z/]|\.[0-9]){_COUNTS}",
        # the 7 of "articles 7/10"
        "SLASHED": rf"{_NUMBER}(?!{_GLUED}[0-9A-Za-z]|/(?![0-9]{{1,3}}(?![0-9A-Za-z]))|\.[0-9]){_COUNTS}",
        # IX
        "ROMAN": r"([IVXL]{1,6})(?![A-Za-z0-9])",
        # premier, primero
        "FIRST": r"(?:[Pp]remier|PREMIER|[Pp]rimero)\b",
        # the -77 of 64-77, the -1 of 361-1
        "DASHED": r"(?:-| - ?)([0-9]{1,4})(?![0-9A-Za-z/]|[.-][0-9])",
        # the ter of "361 bis, ter and quater"
        "LATIN": rf" ?(?:, ?|,? {_CONJUNCTION} )({LATIN})",
        # the "to 9" of "6 to 9"
        "THROUGH": r" (?:to|through|until|a|al|au|hasta) ([0-9]{1,4})(?![0-9A-Za-z/]|\.[0-9])",
        # the "-9.4" of "9.1-9.4"
        "DOTTED_THROUGH": rf" ?{_THROUGH} ?([0-9]{{1,4}})\.([0-9]{{1,3}}){_NO_MORE}",
        # levels: (3), (d), (iv), .(d)
        "LEVEL": rf"(?: {{0,2}}|\.)\( ?((?:[0-9]{{1,2}}|{_LETTERS})(?: ?(?:bis|ter|quater))?) ?\)",
        # the b of "alinea b du paragraphe 3"
        "LETTER_OF": r"([a-z])(?= (?:of|du|de|del) )",
        # two in one: (3d), and the d of "(3)d"
        "LEVEL_TWICE": r" {0,2}\( ?([0-9]{1,2}),? ?([a-z]) ?\)",
        "LEVEL_BARE": r"(?<=[0-9]\))([a-z])(?![A-Za-z0-9'.)])",
        # several in one parenthesis: (1-4), (1 and 3), (c & d)
        "LEVELS": rf" {{0,2}}\( ?({_A_LEVEL}(?:{_OF_LIST}{_A_LEVEL}(?![A-Za-z0-9])){{1,12}}) ?\)",
        # the "-(4)" of "9 (1)-(4)", the "a (d)" of "(a) a (d)"
        "LEVEL_THROUGH": rf" ?{_THROUGH} ?\( ?([0-9]{{1,2}}|{_LETTERS}) ?\)",
        # the "to 9 (4)" of "9 (1) to 9 (4)"
        "NUMBER_THROUGH": rf" ?{_THROUGH} ?([0-9]{{1,4}})"
        rf" {{0,2}}\( ?([0-9]{{1,2}}|{_LETTERS}) ?\)",
        # the "d)" of "paragraphe 3 d)", the "1)" of "article 8 1)"
        "HALF_LEVEL": r"(?: ?([a-z])| ([1-9][0-9]?|[ivx]{2,5}))\)",
        # the "a c)" of "a) a c)"
        "HALF_THROUGH": r" ?(?:-|to|al?|au|hasta) ?([a-z]|[1-9][0-9]?|[ivx]{2,5})\)",
        # the "et seq." of "articles 2 et seq. of the Convention"
        "ONWARDS": rf"{_ONWARDS}(?=,? (?:{_CONJUNCTION} [0-9]|{_FIT} )| \(?[A-Z]{{3}})",
        "AND_ON": _ONWARDS,
        # what leads down: ", paragraph", " §", " (par."
        "BELOW": rf" ?,? ?(\(?) ?(?:at |en su |in its )?((?i:{_BELOW})) {{0,2}}{_NO}?"
        r"(?:(?=[0-9(a-z])|(?:(?<=ection )|(?<=ccion ))(?=[A-F][,( ]))",
        # what stands after such a word: 3, 1er, d, (3), (d)
        "PART": rf"(?:([0-9]{{1,3}}(?:[ -]?{LATIN})?)(?:er\b|\.?o\b)?{_NO_MORE}{_COUNTS}"
        rf"|\( ?({_LETTERS}|[0-9]{{1,2}}) ?\)"
        r"|([ivx]{2,5}(?=[),;. ])|[a-z]|[A-F](?=[,( ]))(?![A-Za-z0-9']))",
        "CLOSE": r" ?\)",
        # (prohibition of torture) between two numbers, before "of the Covenant", or before ", article"
        "GLOSS": rf" {{0,2}}\((?=[A-Za-z\"'])(?!{_NAME_IN_SHORT})[^()0-9\0]{{4,120}}\)"
        rf"(?= ?,? ?(?:{_CONJUNCTION} )?{_BEHIND_GLOSS})",
        "COMMA": rf"{_NOTE} ?(?:,{_NOTE} {{0,2}}{_EL}(?=[0-9(]|[a-z]\))|;{_NOTE} {{1,2}}(?=[0-9]))",
        # between levels, and between the articles of "articles 7/10"
        "SLASH": r" ?/ ?(?=[0-9(])",
        "AND": rf"{_NOTE} ?([,;]?){_NOTE} ?{_CONJUNCTION}(?:,? {_IN_PARTICULAR},?)?"
        rf"(?: {{1,2}}{_EL}|(?<=and|..&)(?=[0-9(]))(?:{_NO})?(?=[0-9(]|[a-z]\))",
        "READ_NUMBER": rf" ?,? {_READ} (?:the )?(?=[0-9])",
        # between two groups: "and article", ", read in conjunction with article"
        "LINK_AND": rf" ?[,;]? (?:{_CONJUNCTION}|including)(?:,? {_IN_PARTICULAR},?)?"
        rf" (?:of |under |in |with |de |del )?{_BEFORE_NAME}",
        "LINK_READ": rf" ?,? ?{_READ} {_BEFORE_NAME}",
        "LINK_COMMA": r" ?[,;] {1,2}(?:l')?",
        # between "(art. 6" and "art. 9)": what each protects
        "LINK_GLOSS": r"\)[a-z ,'-]{1,80}\((?=[Aa]rt|[Rr]ul)",
        "LINK_MORE": r" ?[,;]? (?:(?:and|or|nor|&|as well as|et|ou|ni|y|e|o|u|ainsi que|asi como) )?"
        r"(?=[0-9])",
        # "of the", ", inter alia, of", "du", "de la"
        "OF": rf"\"?{_NOTE}(?: ?,? {_ALL},?)? ?,? {{0,2}}({_FIT})\b(?: {{1,2}}(?=\S))?",
        "THE": rf"(?:{_DETERMINER} {{1,2}}|l')",
        "COMMA_NAME": r"(?: ?,? {1,2}(?:- {1,2})?|(?<=\)))(?=[A-Z]|[a-z]{3,8}(?![A-Za-z]))",
        "OPEN_NAME": r" {0,2}\((?:the )?(?!(?:NGO|ONG)\b)(?=[A-Z]|[a-z]{3,8}\))",
        # (ICCPR), (the "Bangkok Rules"), (hereinafter "the Covenant"), ("ICCPR" or "the Covenant")
        "INTRODUCED": rf" {{0,2}}\({_FROM_HERE_ON}[\"']?{_ALIAS}"
        rf"(?:,? (?:or|ou|o|and) (?:the )?[\"']?(?:the )?{_ALIAS})?\)",
        "CLOSED": r" ?(?:[),.;:/]|$| (?:and|or|et|y|as well as|ainsi que|asi como|read|lue?s?|leid[oa]s?) )",
        "LOWER": r"[a-z]",
        "LOWER_OR_END": r" {0,2}(?:[a-z]{3}|[,.;:()]|$)",
        "CAPITAL": r"[A-Z][A-Za-z0-9'-]{0,40}",
        "WORD": r"[A-Za-z][A-Za-z'-]{0,40}",
        "YEAR": r"(?:19|20)[0-9]{2}(?= )",
    }.items()
}
"""Every token, by name. All of them read plain text and look ahead a bounded way only."""


class Tokenizer:
    """Reads tokens from a plain text, one after the other, and knows what may be named there.

    `defined` has the acronyms that the document itself has given to instruments so far, `links`
    the links of editors by where they begin.
    """

    __slots__ = ("defined", "links", "names", "position", "text")

    def __init__(
        self,
        text: str,
        names: Names,
        defined: Mapping[str, InstrumentName],
        links: Mapping[int, Link],
    ) -> None:
        self.text = text
        self.names = names
        self.defined = defined
        self.links = links
        self.position = 0

    def read(self, rule: str) -> re.Match[str] | None:
        """Return the next token if it is one of this name, and go beyond it."""
        match = RULES[rule].match(self.text, self.position)
        if match:
            self.position = match.end()
        return match

    def linked(self, position: int) -> InstrumentName | None:
        """Return the instrument to all of which an editor's link leads that begins here, if any."""
        link = self.links.get(position)
        return link.governor if link else None

    def before(self, end: int) -> "Tokenizer":
        """Return a reader that stands here, and for which the text ends before it does."""
        shorter = Tokenizer(self.text[:end], self.names, self.defined, self.links)
        shorter.position = self.position
        return shorter

    def check(self, rule: str) -> bool:
        """Whether the next token is one of this name; it is not read."""
        return RULES[rule].match(self.text, self.position) is not None


def unit_of(match: re.Match[str]) -> Unit:
    """Return the unit that a UNIT token names."""
    assert match.lastgroup
    return Unit[match.lastgroup]


def is_plural(word: str) -> bool:
    """Whether the word of a unit may announce several: articles, arts., paras., §§, par."""
    first = word.lower().replace(".", " ").split(" ", 1)[0]
    return first.endswith(("s", "§§", "¶¶")) or first in _OF_BOTH_NUMBERS


_OF_BOTH_NUMBERS = {"par", "parr", "al", "lit", "let", "inc", "ap"}
"""Short forms that do not change: par. 23 à 25, al. b et d."""
