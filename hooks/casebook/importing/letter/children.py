"""Whether a name in a text seems to be a child's, by the words beside it.

A child who is named is harmed; an adult who is left out is added by the editor. Where the words
may say either, the name is taken for a child's.
"""

import re

_YOUNG = r"(?:1[0-7]|[1-9])"
_IN_WORDS = (
    "(?:"
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    "|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze"
    "|treize|quatorze|quinze|seize|dix-sept"
    "|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce"
    "|trece|catorce|quince|dieciséis|diecisiete"
    ")"
)
_YEARS = (
    rf"(?:{_YOUNG}|{_IN_WORDS})"
    "(?:"
    r" ?y\.? ?/?o\b\.?"
    r"|[- ](?:years?|months?)[- ]old\b"
    r"|[- ](?:years?|months?) of age\b"
    r"|[- ](?:years?|months?)(?=[,);.]|$)"
    r"| (?:ans|años|mois|meses)\b(?! (?:de |d['’]))"
    ")"
)
_NOUN = (
    "(?:"
    "(?:child(?:ren)?|juveniles?)"
    "(?! (?:rights|protection|welfare|support|court|justice|judge))"
    "|minors?|boys?|girls?|bab(?:y|ies)|infants?|toddlers?|teen(?:ager|age)?s?"
    "|adolescent[es]*|underage|school(?:boy|girl|child)(?:ren|s)?|pupils?|sons?|daughters?"
    "|mineur[es]*|enfants?|fils|filles?|fillettes?|garçons?"
    "|collégien(?:ne)?s?|lycéen(?:ne)?s?|écoli(?:er|ère)s?|bébés?"
    "|menor(?:es)?|niñ[oa]s?|hij[oa]s?|bebés?|escolar(?:es)?"
    r")\b"
)
_KIN = re.compile(r"(?:sons?|daughters?|fils|filles?|hij[oa]s?)\b", re.IGNORECASE)
_LITTLE = (
    "(?:(?:"
    "who|qui|quien|is|was|were|est|était|es|era|tenía|tiene|has|avait"
    "|a|an|un|une|una|the|la|le|el"
    "|then|only|still|just|now|about|aged?|of|alors|encore|entonces|aún|âgée?|de"
    ") )"
)
_NAMING = (
    "(?:,? (?:"
    "namely|including|named|called|identified as"
    "|à savoir|dont|nommée?s?|appelée?s?"
    "|a saber|incluid[oa]s?|llamad[oa]s?"
    "))?"
)
_CULPRIT = (
    "(?: (?:"
    "offender|prisoner|detainee|defendant|convict|suspect|inmate|victim|witness"
    "|activist|complainant|soldier|bride|student|délinquant|prisonnier"
    ")e?s?)?"
)
_BEFORE = re.compile(
    "(?:"
    rf"\b{_YEARS}(?: (?!and |of |by |to |et |y |de )[\w-]+){{0,3}},? "
    rf"|\b{_NOUN}{_CULPRIT}{_NAMING}[,:]? "
    ")$",
    re.IGNORECASE,
)
_MINORITY = re.compile(
    r",? \(?"
    "(?:(?:"
    "who|qui|quien|which|both|all|each|tous|toutes|les deux|amb[oa]s|tod[oa]s"
    ") |(?:"
    "of whom|is|was|are|were|has|had|have|est|était|es|era"
    "|still|then|aged?|only|just|barely|not even|a|an|una?|of|de|âgée?s? de"
    ") ){0,5}"
    "(?:"
    "(?:under|below|younger than|less than|not yet|moins de|menos de|menor(?:es)? de)"
    r"(?: the age of)? (?:18|1[0-7]|eighteen|dix-huit|dieciocho)\b"
    r"|under[- ]?age\b"
    r"|not (?:yet )?(?:reached|attained) (?:the age of )?(?:majority|18|eighteen)"
    r"|turn(?:ed|s|ing)? (?:1[0-8]|eighteen)\b"
    r"|(?:(?:\w+[- ]){1,2}(?:grade|class|form)|(?:primary|secondary|high|elementary|middle)[- ]school)"
    r"[- ](?:student|pupil|boy|girl)"
    r"|(?:[\w-]+[- ])?grader\b"
    "|(?:student|pupil|élève|alumn[oa])s? (?:of|in|at|from|de|en) (?:(?:the|la|le|a|an) )?"
    r"(?:[\w-]+ ){0,3}?"
    "(?:grade|class|form|school|lyceum|gymnasium|collège|lycée|primaria|secundaria|escuela)"
    r"\b"
    rf"|{_IN_WORDS}(?= (?:in|at|when|then|lors|cuando)\b|[,.;)])(?<!one)(?<!un)(?<!une)"
    ")",
    re.IGNORECASE,
)
"""What else says of somebody that they are no adult: under 18, who turned 17, an eighth-grade student."""
_ALL = re.compile(
    r",? \(?(?:(?:who|qui|quienes|of whom) )?(?:(?:are|were|sont|étaient|son|eran) )?"
    "(?:"
    r"(?:both|all|each|tous|toutes|les deux|amb[oa]s|tod[oa]s)\b(?: of (?:them|whom))?"
    rf"(?P<said>(?: (?:are|were|being|still|then|a))* {_NOUN})?"
    r"|(?:minors|children|juveniles|mineur[es]+s|enfants|menores|niñ[oa]s)\b"
    r"|(?:aged? |âgée?s? de |de )?"
    rf"{_YOUNG}(?:, {_YOUNG})* (?:and|et|y) {_YOUNG}\b(?! others?)"
    ")",
    re.IGNORECASE,
)
"""What stands behind a list of names and is said of each."""
_AFTER = re.compile(
    rf"(?:,? \(?|,? ){_LITTLE}{{0,4}}"
    "(?:"
    rf"{_YEARS}|{_YOUNG}(?=[,);.]|$| (?:at|when|lors|cuando)\b)"
    rf"|(?P<noun>{_NOUN})"
    ")",
    re.IGNORECASE,
)
_AGED = re.compile(
    "(?P<between>[^.;()]{0,60}?)"
    "(?:"
    r",? \(?(?:aged?|âgée?s? de|de)(?: between| about| around| only| entre)?"
    rf" (?:{_YOUNG}|{_IN_WORDS})\b"
    rf"| \([a-z]+, ?{_YOUNG}\)"
    ")",
    re.IGNORECASE,
)
_OF = re.compile(rf"{_KIN.pattern} (?:of|de|du|d['’])", re.IGNORECASE)
_ANY_NOUN = re.compile(rf"\b{_NOUN}|\b(?:and|et|y|with|avec|con) ", re.IGNORECASE)
_BORN = re.compile(
    r",? \(?(?:who (?:is|was) )?"
    "(?:"
    r"(?:born\b|b\.|née?\b|nacid[oa]\b|d\.?o\.?b\b\.?|date of birth)[^.;,()]{0,30}?\b"
    r"|(?:[0-9]{1,2}[./-]){2}"
    r"|(?<=\()(?:[0-9]{1,2} )?(?:\w+ )?"
    r")(?P<year>(?:19|20)[0-9]{2})\b",
    re.IGNORECASE,
)
_AND = re.compile(r",? (?:and|et|y) |, ")
_ADULT = 18


def is_child(words: str, start: int, end: int, year: int) -> bool:
    """Whether the name between `start` and `end` seems to be a child's in a letter of that year."""
    if _BEFORE.search(words[max(0, start - 80) : start]):
        return True
    after = words[end : end + 120]
    if _MINORITY.match(after):
        return True
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


def are_children(words: str, end: int) -> bool:
    """Whether what follows a list of names says of every one of them that it is a child's."""
    after = words[end : end + 120]
    said = _ALL.match(after)
    if not said:
        return False
    is_word_alone = said[0].rstrip().lower().endswith(("both", "all", "each", "them", "whom"))
    return bool(said["said"] or not is_word_alone or _MINORITY.match(after))


def goes_on(between: str) -> bool:
    """Whether nothing but a comma or "and" stands between two names: they are of one list."""
    return bool(_AND.fullmatch(between))
