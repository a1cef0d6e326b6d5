"""The nouns by which a text refers back to an instrument, in English, French and Spanish."""

from functools import lru_cache

from casebook.citations.plain import simplify

NOUNS = {
    "covenant": ("covenant", "pacte", "pacto"),
    "convention": ("convention", "convencion"),
    "declaration": ("declaration", "declaracion"),
    "protocol": ("protocol", "protocole", "protocolo"),
    "charter": ("charter", "charte", "carta"),
    "statute": ("statute", "statut", "estatuto"),
    "rules": ("rules", "regles", "reglas", "ensemble"),
    "principles": ("principles", "principes", "principios"),
    "guidelines": ("guidelines", "directives", "directrices"),
    "treaty": ("treaty", "traite", "tratado"),
}
"""Each noun with its forms, without accents."""

PLURALS = {
    "Covenants": "covenant",
    "Pactes": "covenant",
    "Pactos": "covenant",
    "Conventions": "convention",
    "Convenciones": "convention",
    "Protocols": "protocol",
    "Protocoles": "protocol",
    "Protocolos": "protocol",
}
"""How texts call two instruments at once: the two Covenants, both Conventions."""

_CANONICAL = {form: noun for noun, forms in NOUNS.items() for form in forms}

UNIT_WORDS = frozenset([
    *("article", "articles", "paragraph", "paragraphs", "rule", "rules", "principle", "principles"),
    *("annex", "section", "chapter", "resolution", "resolutions", "opinion", "opinions"),
    *("paragraphe", "paragraphes", "alinea", "regle", "regles", "principe", "principes"),
    *("articulo", "articulos", "parrafo", "parrafos", "inciso", "incisos", "regla", "reglas"),
])  # fmt: skip
"""The words of citations that the end of a line may have cut in two."""


def noun_of(word: str) -> str | None:
    """Return the noun that a word of a plain text is a form of: "pacte" is covenant."""
    return _CANONICAL.get(word.lower())


@lru_cache(maxsize=256)
def canonical_noun(noun: str) -> str:
    """Return the noun an editor gave as texts in any language share it: "Covenant" is covenant."""
    plain = simplify(noun).text.lower().removeprefix("the ").strip()
    return _CANONICAL.get(plain.split(" ")[-1], plain)
