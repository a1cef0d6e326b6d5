"""Whether a name in a text seems to be a child's, by the words beside it.

A child who is named is harmed; an adult who is left out is added by the editor. Where the words
may say either, the name is taken for a child's.
"""

import re

_YOUNG = r"(?:1[0-7]|[1-9])"
_IN_WORDS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize"
    r"|dix-sept|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince"
    r"|dieciséis|diecisiete)"
)
_YEARS = (
    rf"(?:{_YOUNG}|{_IN_WORDS})"
    r"(?:[- ](?:years?|months?)[- ]old\b|[- ](?:years?|months?) of age\b|[- ](?:years?|months?)(?=[,);.]|$)"
    r"| (?:ans|años|mois|meses)\b(?! (?:de |d['’])))"
)
_NOUN = (
    r"(?:(?:child(?:ren)?|juveniles?)(?! (?:rights|protection|welfare|support|court|justice|judge))"
    r"|minors?|boys?|girls?|bab(?:y|ies)|infants?|toddlers?|teen(?:ager|age)?s?|adolescent[es]*|underage"
    r"|school(?:boy|girl|child)(?:ren|s)?|pupils?|sons?|daughters?|mineur[es]*|enfants?|fils|filles?|fillettes?"
    r"|garçons?|collégien(?:ne)?s?|lycéen(?:ne)?s?|écoli(?:er|ère)s?|bébés?|menor(?:es)?|niñ[oa]s?"
    r"|hij[oa]s?|bebés?|escolar(?:es)?)\b"
)
_KIN = re.compile(r"(?:sons?|daughters?|fils|filles?|hij[oa]s?)\b", re.IGNORECASE)
_LITTLE = (
    r"(?:(?:who|qui|quien|is|was|were|est|était|es|era|tenía|tiene|has|avait|a|an|un|une|una|the|la|le|el|then"
    r"|only|still|just|now|about|aged?|of|alors|encore|entonces|aún|âgée?|de) )"
)
_BEFORE = re.compile(
    rf"(?:\b{_YEARS}(?: (?!and |of |by |to |et |y |de )[\w-]+){{0,3}},? |\b{_NOUN},? )$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?:,? \(?|,? ){_LITTLE}{{0,4}}(?:{_YEARS}|{_YOUNG}(?=[,);.]| (?:at|when|lors|cuando)\b)|(?P<noun>{_NOUN}))",
    re.IGNORECASE,
)
_AGED = re.compile(
    rf"(?P<between>[^.;()]{{0,60}}?)(?:,? \(?(?:aged?|âgée?s? de|de) (?:{_YOUNG}|{_IN_WORDS})\b| \([a-z]+, ?{_YOUNG}\))",
    re.IGNORECASE,
)
_OF = re.compile(rf"{_KIN.pattern} (?:of|de|du|d['’])", re.IGNORECASE)
_ANY_NOUN = re.compile(rf"\b{_NOUN}|\b(?:and|et|y|with|avec|con) ", re.IGNORECASE)
_BORN = re.compile(
    r",? \(?(?:who (?:is|was) )?(?:born\b|b\.|née?\b|nacid[oa]\b)[^.;,()]{0,30}?\b(?P<year>(?:19|20)[0-9]{2})\b",
    re.IGNORECASE,
)
_AND = re.compile(r",? (?:and|et|y) |, ")
_ADULT = 18


def is_child(words: str, start: int, end: int, year: int) -> bool:
    """Whether the name between `start` and `end` seems to be a child's in a letter of that year."""
    if _BEFORE.search(words[max(0, start - 80) : start]):
        return True
    after = words[end : end + 120]
    if (born := _BORN.match(after)) and int(born["year"]) + _ADULT >= year:
        return True
    if aged := _AGED.match(after):
        # "and two children, aged 5 and 9" are other persons; "daughter of …, aged 15" is this one.
        between = _OF.sub("", aged["between"])
        if not _ANY_NOUN.search(between) and "de " not in between:
            return True
    found = _AFTER.match(after)
    # "Ms. X, daughter of …" may be of any age.
    return bool(found and not (found["noun"] and _KIN.match(found["noun"])))


def goes_on(between: str) -> bool:
    """Whether nothing but a comma or "and" stands between two names: they are of one list."""
    return bool(_AND.fullmatch(between))
