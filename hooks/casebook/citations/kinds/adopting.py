"""What resolutions, opinions and general comments share: how they are called, and lists of them."""

import re

from casebook.citations.grammar.tokens import NO

MAYBE_NO = rf"(?:(?:{NO}|numbers?|№) ?)?"
RESOLUTION = (
    r"(?:[Rr]eso(?:lutions?|luciones|lucion)|RESOLUTIONS?|[Rr]es\b\.?|(?P<acronym>UN(?:SC|GA))Rs?)"
    rf" {{0,2}}{MAYBE_NO}"
)
OPINION = rf"(?:[Oo]pini(?:ons?|ones)|OPINIONS?|[Aa]vis) {{0,2}}{MAYBE_NO}(?=[0-9])"
COMMENT = (
    r"(?:[Gg]en(?:eral|\.) ?(?:[Cc]o?mm?|[Cc]mt|[Rr]ec)"
    r"|[Oo]bs(?:erva(?:tion|cion)(?:es|s)?|\.) [Gg]en"
    r"|[Rr]ec(?:o(?:mmandation|mendacion)(?:es|s)?|\.) [Gg]en|G\.?[CR]s?\.? ?(?:[Nn]o|[0-9]))"
)
"""How what they adopt is called, up to its number; of comments, how the words begin."""
AND = r" ?(?:[,;]|(?:, ?)?(?:and|&|or|y|e|et|ou|as well as)) {0,2}(?:and |et |y |as well as )?"
NOT_MORE = r"(?![0-9A-Za-z/]|\.[0-9])"


ADOPTED_BY = re.compile(
    r" ?,? (?:(?:adopted )?(?:of|by|from) (?:the )?|du |de l'|de la |del )(?:UN |United Nations )?(?=[A-Z])"
)
SAYS = re.compile(r" ?, (?:the |l'|la |le |el )?(?:UN |United Nations )?(?=[A-Z])")
LEADING = re.compile(
    r"(?:'s?)? (?:(?!and |et |or |on |of |the )[a-z-]{4,12} )?"
    r"|,? (?:in|by|through|under|with|per|dans|en|par) (?:(?:its|the|sa|ses|su|sus|la|les|las|leur) )?"
    r"(?:[a-z-]{4,12} )?"
    r"|,? (?:adopted|passed|issued|a adopte|adopto|aprobo) (?:its |the |la |sa |su )?|, | \("
)
"""What may stand between a body and what it adopted."""
