"""Whether a sentence is about a State's law or its courts: a bare article in it is no treaty's."""

import re
from collections.abc import Iterable

from casebook.citations.lexicon.laws import OF_NO_STATE
from casebook.citations.meaning.context import Context
from casebook.citations.meaning.sentences import PART_END
from casebook.citations.meaning.speakers import court_speaks, treaty_of_speaker
from casebook.citations.names import InstrumentName

_NO_ADJECTIVE = (
    "case|of|the|by|in|under|to|before|per|equal|must|shall|should|may|can|will|adopts?|enacts?|and|or"
    "|that|which|with|for"
)
_NOT_DOMESTIC = rf"(?!(?:{OF_NO_STATE}|{_NO_ADJECTIVE})\b)"
_NOT_AS_SUCH = r"(?<!before )(?<!by )(?<!in )(?<!of )(?<!on )(?<!to )(?<!under )"
"""Equal before the law, and by law, is nobody's in particular."""
_ITS = "[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat|'s"
_NEW = "[Nn]ew|[Dd]raft|[Aa]mended|[Nn]ational|[Dd]omestic|[Ff]ederal"
_SA = "[Ss]a|[Cc]ette|[Uu]ne|[Ll]eur|[Nn]ouvelle|[Ss]u|[Ee]sta|[Ee]sa|[Uu]na|[Nn]ueva|[Dd]icha|[Ll]adite"
_IS_SAID = (
    r"was|is|has|had|provides|prohibits|criminali|punish|entered|came|allows|permits|authori|introduce"
    "|impose"
)
_DIT = (
    "a|fue|est|es|prevoit|preve|punit|castiga|sanciona|interdit|prohibe|sur|sobre|penale?|anti-?[a-z]+"
    "|relative"
)
_PARLIAMENT = (
    "[Nn]ational [Aa]ssembly|[Pp]arliament|[Cc]ongress|[Ss]enate|[Ll]awmakers|[Ll]egislat(?:ors|ure)"
    "|[Pp]arlement|[Cc]ongreso|[Ss]enado|[Aa]sse?mbl(?:ea|ee) [Nn]a[ct]ional[ea]?"
)
_ADOPTED = (
    "adopte?d?|adopto|passed|repealed|approved|introduced|voted?|enacted|aprob(?:o|ado)|derog(?:o|ado)"
    "|reform(?:o|ado)"
)
_OF_LAWS = {
    "decre": r"[Dd]ecrees?\b|[Dd]ecret(?:os?|s)?\b",
    "constitu": r"[Cc]onstitution(?:al)?\b|[Cc]onstituci?on(?:n?elle?s?|nels?|al(?:es)?)?\b",
    "statut": r"[Ss]tatutes?\b",
    "statut|estatutos": r"(?:[Ll]es|[Ss]es|[Ll]eurs|[Ll]os|[Ss]us) (?:statuts|estatutos)\b",
    "ordinan|edict": r"(?:[Oo]rdinances?|[Ee]dicts?)\b",
    "code|codigo": r"codes?(?! of conduct)\b|[Cc]odigos?\b",
    "law|bill|act": (
        rf"(?:{_ITS}|[Tt]he|{_NOT_AS_SUCH}[Aa]n?)(?: {_NOT_DOMESTIC}[A-Za-z-]+){{1,3}}"
        r" (?:laws?|Laws?|bill|Bill|Act)\b(?! enforce)"
    ),
    "law|bill|act|legislation": rf"(?:{_ITS}|{_NEW}|{_NOT_AS_SUCH}[Aa])"
    r" (?:law|bill|legislation|Law|Bill|Act)\b(?! enforce)",
    "law|act|bill": r"[Tt]he (?:Law|Act|Bill|bill)\b",
    "law": rf"{_NOT_AS_SUCH}[Tt]he law(?:'s|,? (?:\(|articles?\b|on\b|{_IS_SAID}))",
    "loi|ley": rf"(?:{_SA}) (?:loi|ley)\b|[Ll]a (?:[Ll]oi|[Ll]ey) (?:[a-z]+ )?(?:{_DIT})\b",
    "regulation": r"(?:[Tt]he|[Ii]ts|[Tt]his|[Tt]hese|[Nn]ew) (?:[a-z-]+ )?regulations?\b",
    "amend|repeal|abrog": r"[Aa]mend(?:ments?|ed|ing)\b|[Rr]epeal(?:ed|ing|s)?\b|[Aa]brog[a-z]+",
    "derogo|derogad": r"[Dd]erog(?:o|ad[oa]s?)\b",
    "modifie l'|modifico|reforme l'|reformo": r"(?:[Mm]odifi|[Rr]eform)(?:e|o|co|ad[oa]s?)? (?:l'|el )art",
    (
        "national assembl|parliament|congres|senate|lawmak|legislat|parlement|senad|asamblea nac"
        "|assemblee nat"
    ): rf"(?:{_PARLIAMENT})(?: (?:has|had|a|ha))?(?: [a-z]+ly)? (?:{_ADOPTED})\b",
    "projet|proyecto": r"[Pp]ro(?:jets?|yectos?) de (?:loi|ley)\b|[Aa]nteproyecto\b|[Aa]vant-projet\b",
    "indict|charge sheet": r"[Ii]ndictments?\b|[Cc]harge sheet\b",
    "case|opened": r"[Cc]ase (?:was )?opened\b|opened (?:[a-z]+ ){0,3}(?:case|proceedings|investigation)\b",
    "treaty between|bilateral": r"[Tt]reaty between\b|[Bb]ilateral treaty\b",
    # what binds nobody but those who signed it, or who live by it
    "contract|contrat|memorandum": r"[Cc]on(?:tracts?|trats?|tratos?)\b|[Mm]emorandum\b",
    "by-law|bylaw|circular": r"(?:[Bb]y-?laws|[Cc]irculars?)\b",
    "reglement|reglamento|ordenanza": r"(?:[Rr]e(?:glements?|glamentos?)|[Oo]rdenanzas?)\b",
    "agreement| lease": r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]his|[Tt]heir|[Hh]is|[Hh]er) (?:[a-z]+ )?"
    r"(?:agreement|lease)\b",
    "arrete": r"(?:[Ll]'|[Uu]n )arrete\b|[Aa]rrete (?:ministeriel|municipal|prefectoral|n[o ])",
}
"""How texts speak of a law, in English, French and Spanish without accents.

Before each way stand the words of which every match of it has one, in small letters."""
_RULED = (
    r"(?:sentenced|convicted|found|held|ruled|ordered|relied|applied|upheld|rejected|dismissed|imposed"
    r"|decided|considered|cited|invoked|charged|requested|sought|acquitted|fined|extended|remanded"
    r"|concluded|referred|refused|denied|confirmed|quashed|accused|stated|argued|asked|used|demanded"
    r"|interpreted|issued|opened|brought|indicted|prolonged|placed|qualified|called|gave|declared|based"
    r"|judged|condemned|punished|sentences|convicts|finds|holds|rules|applies|applying|relying|invoking"
    r"|citing)"
)
_OF_ALL = "(?<!International )(?<!European )(?<!American )(?<!African )"
_RANK = (
    "Supreme|Constitutional|District|City|Regional|Municipal|High|Military|Provincial|Criminal|Appeals?"
    "|Central|County|Federal|Revolutionary|Magistrates?'?"
)
_WHO_RULES = r"[Cc]ourts?|[Tt]ribunals?|[Jj]udges?|[Mm]agistrates?|[Pp]rosecut(?:ors?|ion)|jury"
_OFFICERS = (
    r"[Pp]olice|[Oo]fficers|[Aa]gents|[Oo]fficials|[Ss]ecurity forces|[Aa]uthorities|[Ii]nvestigators?"
    r"|[Mm]inist(?:er|ry)(?: of [A-Z][a-z]+)?|[Pp]resident"
)
_LE_JUGE = (
    r"[Ll]e (?:tribunal|juge|procureur|parquet)|[Ll]a (?:cour|juge|police|gendarmerie)"
    r"|[Ll]es (?:juges|autorites)"
)
_EL_JUEZ = r"[Ee]l (?:tribunal|juez|fiscal|juzgado)|[Ll]a (?:corte|jueza|fiscalia|policia)"
_COUR = (
    r"[Cc]our (?:supreme|constitutionnelle|d'appel|de cassation|d'assises)"
    r"|[Cc]orte (?:[Ss]uprema|[Cc]onstitucional)"
    r"|[Tt]ribunal (?:[Ss]upremo|[Cc]onstitucional|[Mm]ilita(?:r|ire)|[Cc]orrectionnel)"
)
_OF_COURTS = {
    "cour|tribunal": rf"{_OF_ALL}(?:{_RANK}) (?:Court|Tribunal)\b|Court of (?:Appeal|Cassation|First)",
    "cour|tribunal|judge|magistrate|prosecut|jury": rf"(?:{_WHO_RULES})"
    rf"(?:,? (?!should|shall|must|may|to)[A-Za-z0-9,'()-]+){{0,5}}?,? {_RULED}\b",
    "cour|tribunal|judge|prosecut": (
        rf"(?:was|were|been|being) (?:[a-z]+ )?{_RULED} (?:[a-z]+ ){{0,6}}?by (?:the|an?)"
        r" (?:[A-Za-z-]+ ){0,2}(?:[Cc]ourt|[Tt]ribunal|[Jj]udge|[Pp]rosecutor)\b"
    ),
    "police|officers|agents|officials|forces|authorities|investigator|minist|president": (
        rf"(?:{_OFFICERS})(?: [a-z]+){{0,2}} (?:invoked|cited|relied|applied|used|referred)\b"
    ),
    "tribunal|juge|procureur|parquet|cour|police|gendarm|autorites": (
        rf"(?:{_LE_JUGE})(?: [a-z'-]+){{0,4}}? (?:a|l'a|ont|avait|s'est|se sont)\b"
    ),
    "tribunal|juez|fiscal|juzgado|corte|policia": (
        rf"(?:{_EL_JUEZ})(?: [a-z-]+){{0,4}}?"
        r" (?:lo|la|los|las|le|ha|[a-z]{3,12}(?:no|io|so|lo|vo|to|co|do|ro))\b"
    ),
    "cour|corte|tribunal": rf"(?:{_COUR})\b",
}
"""How they speak of a court, a judge or a prosecutor that did something, not of what a treaty wants."""
_LAW, _COURT = (re.compile(rf"\b(?:{'|'.join(ways.values())})") for ways in (_OF_LAWS, _OF_COURTS))
_LAW_WORDS, _COURT_WORDS = ("|".join(ways).split("|") for ways in (_OF_LAWS, _OF_COURTS))
"""Near which to look: most sentences have none of these words."""
_RIGHTS = "rights?|no one|everyone|every person|States?|droits?|nul|toute personne|derechos?|nadie|Estados?"
_OF_RIGHTS = re.compile(rf"\b(?:{_RIGHTS})\b", re.IGNORECASE)
_BACK = 600
_AHEAD = 300
"""How far a sentence is followed."""


def domestic_in_sentence(start: int, end: int, instrument: InstrumentName, context: Context) -> str:
    """Return why a bare article is hardly the treaty's that was named before; empty when it may be.

    Its sentence is about a law or a court and does not name the treaty, or a law was brought up
    since the treaty was named and the sentence does not speak of rights.
    """
    text, before = context.text, max(0, start - _BACK)
    last = _last(PART_END, text, before, start + 1)
    begin = last.end() if last else before
    following = PART_END.search(text, end - 1, end + _AHEAD)
    stop = following.end() if following else min(len(text), end + _AHEAD)
    named = context.paragraph.named_at.get(instrument.id, 0)
    is_named = named >= begin or _names(text[end:stop], instrument)
    if is_named:
        return _REASON if named >= begin and _speaks_of_law(text, named, start) else ""
    if _another_speaks(begin, start, instrument, context):
        return "A court or a committee is named before it that may mean another article."
    if _speaks_of_law(text, begin, stop) or _near(_COURT_WORDS, _COURT, text, begin, stop):
        return _REASON
    brought_up = _speaks_of_law(text, max(named, before), begin)
    return _REASON if brought_up and not _OF_RIGHTS.search(text, begin, stop) else ""


def _another_speaks(begin: int, at: int, instrument: InstrumentName, context: Context) -> bool:
    """Whether somebody speaks in a sentence who has another treaty, or a convention of their own."""
    treaty = treaty_of_speaker(context.paragraph.bodies, begin, context.names)
    return treaty not in {None, instrument.id} or court_speaks(
        "convention", context.text, begin, at
    )


def _speaks_of_law(text: str, start: int, end: int) -> bool:
    return _near(_LAW_WORDS, _LAW, text, start, end)


_REACH = 70


def _near(words: Iterable[str], pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether a pattern is found near one of the words, of which every match of it has one."""
    lowered = text[start:end].lower()
    for word in words:
        at = lowered.find(word)
        while at >= 0:
            middle = start + at
            if pattern.search(text, max(start, middle - _REACH), min(end, middle + _REACH)):
                return True
            at = lowered.find(word, at + 1)
    return False


_REASON = (
    "The text speaks of a law or a court, and does not say whether the article is the law's or the"
    " treaty's."
)


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text, start, end):  # noqa: B007
        pass
    return found


def _names(words: str, instrument: InstrumentName) -> bool:
    """Whether words name an instrument, or call it by its noun: the Covenant."""
    called = (*instrument.names, *((instrument.noun,) if instrument.noun else ()))
    return any(
        re.search(rf"(?<![A-Za-z]){re.escape(each)}(?![A-Za-z])", words)
        for each in called
        if each in words
    )
