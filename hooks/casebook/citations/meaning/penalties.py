"""How texts speak of charges and penalties: nobody is charged, or punished, under a treaty."""

import re

CHARGED = "Nobody is charged under a treaty, and the text does not say which law it is of."
PUNISHED = "Nobody is punished under a treaty, and the text does not say which law it is of."

_ACCUSED = (
    r"(?:charge[sd]?|penali[sz]ed|punished|convict(?:ed|ions?)|sentenced?|accus(?:ed|ations?)"
    r"|indict(?:ed|ments?)|prosecut(?:ed|ions?)|fined|criminali[sz]ed|punishable|inculpee?s?"
    r"|condamnee?s?|accusee?s?|poursuivie?s?|acusad[oa]s?|condenad[oa]s?|procesad[oa]s?|imputad[oa]s?)"
)
_BY_LAW = (
    r"(?:under|pursuant to|in accordance with|according to|on the basis of|by virtue of|based on"
    r"|(?:of|with|for) (?:violating|breaching)|on (?:the )?(?:suspicion|charges?) of"
    r"|sur le fondement de|pour (?:violation|infraction) (?:des?|aux?|a)|con base en|por|en vertu de"
    r"|sur la base de|au titre de|en virtud del?|con arreglo al?|conforme al?)"
)
_HELD = (
    r"(?:arrest(?:ed)?|detained|tried|imprisoned|guilty|offen[cs]es?|crimes?|penalty|penalties"
    r"|criminal (?:case|proceedings))"
)
_CHARGED = re.compile(
    # charged with theft under, detained again on the basis of
    rf"\b(?:{_ACCUSED}\b[^.;:]{{0,40}}?|{_HELD}(?: again)?) {_BY_LAW} (?:the |l'|les |el |los )?$"
    # the crime of, délit prévu à, delito tipificado en
    r"|\b(?:offen[cs]es?|crimes?|charges?) (?:in|of) $"
    r"|\b(?:infractions?|delits?|crimes?|delitos?|crimen(?:es)?)(?: [a-z]{2,20})?"
    r" (?:prevu|previst|vise|defini|puni|reprime|tipificad|contemplad|sancionad|establecid)[a-z]{0,3}"
    r" (?:a|par|dans|en|por) (?:l'|el |les |los )?$"
    r"|\b(?:tipificad|sancionad|penad)[oa]s? (?:en|por|con) (?:el |los )?$"
    r"|\bcharges?,? \(?$|\bdelitos? (?:del|de los) $",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\b(?:rights?|no one|nobody|guarantee[sd]?|protections?|droits?|derechos?|nul)\b",
    re.IGNORECASE,
)
_PROVIDES = "provides?|prescribes?|foresees?|envisages?|stipulates?|sets?|imposes?"
_YEARS = r"up to|maximum|prison|imprisonment|fines?|(?:[a-z]+|[0-9]+)(?: to [a-z0-9]+)? years"
_PUNISHING = (
    r"(?:carr(?:y|ies|ied)\b|punish|criminali[sz]e|penali[sz]e"
    r"|punit\b|reprime\b|castiga\b|sanciona\b|sanctionne\b|criminaliza\b"
    r"|(?:prevoit|preve|fixe|impone|establece) (?:une? |una? )?(?:amende|peine|multa|pena|prison|prision)\b"
    rf"|(?:{_PROVIDES})(?: for)?(?: [a-z]+){{0,2}}? (?:{_YEARS})\b)"
)
_PUNISHES = re.compile(rf"(?: ?\([^()]{{1,60}}\))? {_PUNISHING}")
"""What no treaty does: "article 19 carries up to five years"."""
_PENALTY = r"\b(?:years?|prison|imprisonment|penalty|charges?|fine|trial)\b"
_SENTENCED = "charged|convicted|sentenced|tried|prosecuted|arrested|detained"
_FACING = re.compile(
    # faces ten years in prison under, tried twice by
    rf"\b(?:(?:fac|risk)(?:es?|ed|s|ing)\b[^.;:]{{0,40}}?{_PENALTY}[^.;:]{{0,20}} (?:under|on|by|per)"
    rf"|(?:{_SENTENCED})(?: [a-z0-9]+){{0,4}}? (?:on|per|by)) $"
    # a penalty of two years (
    r"|\b(?:fac|risk|penalt|punish)[a-z]*\b[^.;:()]{0,60} \($"
    # encourt dix ans selon, se arriesga a diez años por
    r"|\b(?i:encour(?:t|ent|u)|risquent?|enfrentan?|arriesgan?)\b[^.;:]{0,60}"
    r" (?:en vertu d[eu]l?|au titre de|selon|segun|conforme a|por)(?: el| l[ao]s?)? ?(?:l')?$"
    # accused of theft (, but not: of a breach of the right to vote (
    r"|\b(?:charg|accus|convict|condamn|inculp|acus|imput|conden)[a-z]*\b"
    r"(?:(?!viol|contrar|breach|right|freedom|libert|droit|derech)[^.;:()]){0,60} \($"
)


def is_charge(before: str) -> bool:
    """Whether the words before a number say what somebody is charged with: "charged under"."""
    return _CHARGED.search(before) is not None and not _RIGHTS.search(before)


def faces_penalty(before: str) -> bool:
    """Whether they say what somebody faces: "faces ten years under", "accused of theft ("."""
    return _FACING.search(before) is not None


def punishes(text: str, end: int) -> bool:
    """Whether the words behind a number say what it punishes: "carries up to five years"."""
    return _PUNISHES.match(text, end) is not None
