"""How names of persons are printed, in any script: a title, particles, initials, what they are called.

A name that is cut short is another person's name, and hides the age that stands behind it.
"""

import re

_MARK = "['’‘`´ʿʾʻʼ]"
_PART = rf"{_MARK}?[^\W\d_a-z](?:[\w-]|{_MARK}(?=\w))+"
_INITIALS = r"[^\W\d_a-z]\.(?:[ -]?[^\W\d_a-z]\.){0,2}"
_PARTICLES = (
    "(?:"
    "(?:(?:"
    "[ae]l|abd|abou|abu|af|aw|ap|av|ben|bin|bint|da|das|de|del|den|der|di|do|dos|du|e|el|i|ibn"
    "|la|las|le|los|mint|ould|ter|uld|und|van|vom|von|walad|y|zu|zum|zur"
    ")[ -]"
    "|(?:a[dhnrstz]|ash|ath|adh|ed|en|er|es|esh|et|ud|ul|ur|us)-"
    f"|[dl]{_MARK}"
    "))"
)
_BEHIND = r"(?: (?:o[gğ]lu|ogly|uly|uulu|[kqg][iıy]z[iıy]|kyzy|gyzy|zade|zadeh)\b)"
_CALLED = r"(?: (?:[“\"«‘'][^“”\"«»()]{2,30}[”\"»’']|\([^\W\d_a-z][\w'’-]{1,20}\)))"
_NEXT = (
    "(?!(?:"
    "Mr|Ms|Mrs|Miss|Mx|Dr|Prof|Mme|Mlle|MM|M|Sr|Sra|Srta|Madame|Monsieur|Messrs|Professor"
    "|The|On|In|At|He|She|It|They|His|Her|Their|This|That"
    "|According|After|Before|Since|When|While|Both|Who|Article"
    "|Le|Les|Il|Elle|En|Selon|Según|Au|Ce"
    "|Member|Chair|Chairman|Chairperson|President|Director|Head|Minister|Secretary|Deputy|Former"
    "|Spokesperson|Government|Excellency"
    r")\b)"
)
NAME = (
    rf"(?:{_PARTICLES}){{0,2}}(?:{_INITIALS} )?{_PART}"
    rf"(?:{_CALLED}?{_BEHIND}? (?:{_PARTICLES}){{0,3}}(?:{_NEXT}{_PART}|{_INITIALS}(?= {_NEXT}[^\W\d_a-z]))){{0,7}}"
    rf"{_BEHIND}?"
)
"""The pattern of a name, without its title."""

_WITHOUT = re.compile(_CALLED)


def name_of(printed: str) -> str:
    """Return a name as a dossier has it: without what the person is called, or a genitive."""
    return re.sub(r"['’]s$", "", _WITHOUT.sub("", printed))
