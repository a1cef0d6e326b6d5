"""The set phrases of letters and replies, in English, French and Spanish.

Each is a pattern over one paragraph's words. They are formulas that every letter repeats, as the
published letters of many mandates show; what a single letter says is nowhere here.
"""

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


MANDATES_OF = _any(
    r"^\s*Mandates? of (?:the )?",
    r"^\s*Mandats? (?:du|de la|de l['’]|des?) ?",
    r"^\s*Mandatos? (?:del|de la|de los|de las) ",
)
"""How a masthead begins to name the mandates."""

SALUTATION = _any(
    r"^(?:Your )?Excellenc(?:y|ies|e)\s*[,:.]?$",
    r"^Excelencias?\s*[,:.]?$",
    r"^(?:Dear|Madame|Monsieur|Mesdames|Messieurs|Estimad[oa]s?|Distinguid[oa]s?|Señor(?:a|es)?|Su Excelencia|Excelentísim[oa])\b.{0,80}[,:]$",
)
"""The line that greets the addressee."""

ADDRESS = _any(
    r"^(?:His|Her|Their) Excellency\b",
    r"^H\.? ?E\.? (?:Mr|Ms|Mrs|Dr)",
    r"^(?:Son|Leurs?) Excellence",
    r"^S\. ?E\.",
    r"^Su Excelencia\b",
    r"^Excm[oa]\b",
)
"""How the address begins that stands at the foot of the first page."""

OPENING = _any(
    r"^(?:We|I) have the hono(?:u)?r to (?:address|write)",
    r"^(?:We|I) (?:are writing|write|would like to address|wish to address)\b",
    r"^(?:Nous avons|J['’]ai) l['’]honneur de",
    r"^(?:Tenemos|Tengo) el honor de",
    r"^(?:Nos dirigimos|Me dirijo) a ",
)
"""How the first paragraph of a letter begins."""

CAPACITY = _any(
    r"\bin (?:our|my) capacit(?:y|ies) as\b",
    r"\ben (?:notre|nos|ma) qualités? de\b",
    r"\ben (?:nuestras?|mi) (?:calidad|condición|capacidad)(?:es)? de\b",
)
"""What only the holders of mandates say of themselves."""

SETTING = _any(
    r"^In (?:this|that) (?:connection|context|regard),? (?:we|I) ",
    r"^(?:According to|We have received) (?:the )?(?:information|reports)",
    r"^(?:Without (?:prejudging|wishing to prejudge)|While (?:we|I) do not wish to prejudge)",
    r"^(?:In connection with|With regard to|Concerning|With respect to) the (?:above|alleg|foregoing)",
    r"^(?:We|I) would (?:appreciate|be grateful|welcome|also like to (?:recall|refer|draw|remind|inform|highlight|emphasi[sz]e|stress|underline))",
    r"^This communication\b",
    r"^(?:While|When) (?:awaiting|waiting for)\b",
    r"^(?:Further|Furthermore|Finally|Moreover|In addition),? (?:we|I|it is)\b",
    r"^(?:We|I) (?:may|intend to|undertake|should like to|wish to|urge)\b",
    r"^(?:Dans ce contexte|À cet égard|D['’]après les|Selon les)\b",
    r"^Sans (?:vouloir|préjuger|pr[ée]tendre)\b",
    r"^(?:Nous (?:souhait|apprécier|exprim|pri|rappel|pourrions|serions)|Cette communication|Dans l['’]attente)",
    r"^(?:En (?:relation|lien) avec|Concernant|S['’]agissant)\b",
    r"^(?:En (?:este|ese) (?:contexto|sentido)|Según la información|Al respecto)\b",
    r"^Sin (?:pretender|prejuzgar|querer)\b",
    r"^(?:Agradecer|Quisiéramos|Quisiera|Expresamos|Esta comunicación|A la espera|En espera|En relación con)",
)
"""How the other paragraphs begin that most letters have."""

CLOSING = _any(
    r"^The full texts? of the human rights instruments",
    r"^In view of the urgency of the matter",
    r"^(?:As it is|It is) (?:our|my) responsibility,? (?:under|according to)",
    r"^(?:In this connection|In connection with the above),? .{0,80}Annex on Reference",
    r"^Les textes (?:complets|intégraux) (?:des|relatifs)",
    r"^(?:Compte tenu de|En raison de|Étant donné|Au vu de|Vu) l['’]urgence",
    r"^(?:Comme il est de|Il est de) (?:notre|ma) responsabilité",
    r"^Los textos completos (?:de|relativos)",
    r"^(?:En vista de|Teniendo en cuenta|Dada|Debido a) la urgencia",
    r"^(?:Es|Como es) (?:nuestra|mi) responsabilidad",
)
"""How the part begins that follows the last section and asks for an answer."""

REQUESTS_FOLLOW = _any(
    r"(?:observations?|information|comments?|response|responses|clarifications?|details)\b.{0,160}?\b(?:on|to|about|regarding)\b.{0,60}?\b(?:following|below)\b.{0,60}:$",
    r"(?:following|below)\b.{0,40}?\b(?:matters|points|questions|issues|information|requests|aspects)\b.{0,40}:$",
    r"(?:observations?|informations?|commentaires?|réponses?|précisions)\b.{0,160}?\b(?:suivant(?:e?s)|ci-(?:dessous|après))\b.{0,60}:$",
    r"(?:points|questions|éléments|sujets)\s+(?:suivante?s|ci-(?:dessous|après))\b.{0,40}:$",
    r"(?:observaciones|información|comentarios|respuestas?|aclaraciones)\b.{0,160}?\bsiguientes?\b.{0,60}:$",
    r"siguientes\s+(?:cuestiones|asuntos|puntos|preguntas|aspectos)\b.{0,40}:$",
)
"""The sentence before the numbered requests."""

ASKS = _any(
    r"^(?:Please|Kindly)\b",
    r"^Could (?:you|your)\b",
    r"^(?:Veuillez|Merci de|Prière de)\b",
    r"^(?:Sírvanse?|Por favor|Rogamos|Se ruega|Proporcione|Indique|Facilite)\b",
)
"""How a request begins."""

COURTESY = _any(
    r"^(?:(?:Please|Kindly|Pray) )?(?:accept|be assured),?\b.{0,120}\b(?:assurances?|expressions?|consideration|esteem)\b",
    r"^(?:Yours (?:sincerely|faithfully|truly)|Sincerely(?: yours)?|Respectfully)\b.{0,20}$",
    r"^(?:Veuillez|(?:Nous|Je) vous (?:prions|prie|serions|saurions) d|Daignez).{0,80}\b(?:agréer|accepter|croire)\b.{0,160}\b(?:considération|assurances?|sentiments)\b",
    r"^(?:(?:Por favor, )?[Aa]cepte|Reciba|Sírvase aceptar|(?:Le|La) (?:rogamos|ruego|rogaría|rogaríamos)\b.{0,10}\bacept|Rogamos acepte|Quiera aceptar|Aprovechamos|Aprovecho|Aproveche)\b.{0,200}\b(?:consideración|estima|aprecio|seguridades)\b",
    r"^(?:Atentamente|Le saludamos? atentamente|Respetuosamente)\b.{0,20}$",
)
"""The courtesy after which the signatures follow."""

ANNEX = _any(
    r"^(?:Annex(?:es)?|Annexes?|Anexos?|Appendix|Enclosures?)(?:\s+(?:[IVX]+|[0-9]+|[A-Z]))?\b(?!\s+to\b).{0,120}$",
)
"""The line that opens an annex."""

COMPLIMENTS = _any(
    r"\bpresent(?:s|ing)? (?:its|his|her|their)(?: \w+)? compliments",
    r"\bprésente(?:r|nt)? (?:ses|leurs)(?: \w+)? (?:compliments|salutations)",
    r"\bsaludan? (?:muy )?(?:atentamente|con (?:toda )?atención)",
    r"\bpresentan? sus(?: más)?(?: \w+)? saludos",
)
"""What a note verbale says first."""

RENEWS = _any(
    r"(?:avails? (?:itself|himself|herself) of|takes? this opportunity)\b.{0,160}\b(?:assurances?|consideration)\b",
    r"saisi(?:t|ssent)? (?:cette|l['’]) ?(?:occasion|opportunité)\b.{0,160}\b(?:assurances?|considération)\b",
    r"aprovechan? (?:esta|la) (?:oportunidad|ocasión)\b.{0,200}\b(?:seguridades|consideración)\b",
)
"""What a note verbale says last."""

_HOLDERS = (
    r"(?:Special Rapporteurs?|Special Procedures?|Independent Experts?|Working Groups?"
    r"|(?:Vice-)?Chair(?:person|man|woman)?(?:-Rapporteurs?)?|mandate[- ]holders?|High Commissioner"
    r"|Rapporteure?s? spécia(?:le?s?|ux)|Expert[e]?s? indépendant[e]?s?|Groupes? de travail"
    r"|Haut[- ]Commissaire|Relator(?:a|es|as)? Especial(?:es)?|Expert[oa]s? Independientes?"
    r"|Grupos? de Trabajo|Alt[oa] Comisionad[oa])"
)
_LETTERS = (
    r"(?:letters?|communications?|lettres?|cartas?|comunicaci[oó]n(?:es)?|appeals?|urgent appeal)"
)
TO_HOLDERS = _any(
    rf"^(?:Dear|Madame|Monsieur|Mesdames|Messieurs|Estimad[oa]s?|Distinguid[oa]s?|Señor(?:a|es)?|Excellenc\w+|Excelencia\w*)\b.{{0,80}}\b{_HOLDERS}.{{0,60}}[,:]$",
    rf"^(?:I|We)\b.{{0,80}}\b(?:refer|reply|respond|write|response)\b.{{0,60}}\byour\b.{{0,60}}\b{_LETTERS}\b",
    rf"^(?:In (?:reply|response|reference|answer)|With (?:reference|regard)|Thank you|Further)\b.{{0,60}}\byour\b.{{0,60}}\b{_LETTERS}\b",
    rf"^(?:En réponse|Suite|En référence|Faisant suite|J['’]ai l['’]honneur|Nous avons l['’]honneur|J['’]accuse réception|Je me réfère)\b.{{0,80}}\bvotre\b.{{0,60}}\b{_LETTERS}\b",
    rf"^(?:En (?:respuesta|relación|atención|referencia)|Me refiero|Nos referimos|Tengo el honor|Tenemos el honor|Me dirijo)\b.{{0,120}}\bsu\b.{{0,60}}\b{_LETTERS}\b",
)
"""How a reply begins that is a letter and no note verbale: to whom it is, or what it answers."""

MISSION = _any(
    r"\bPermanent (?:Mission|Representation)\b", r"\bMission permanente\b", r"\bMisión Permanente\b"
)
"""Who sends a reply."""

REPLY_TITLE = _any(
    r"^(?:Repl(?:y|ies)|Responses?|Comments|Observations|Information|Explanatory note)\b.{0,60}\b(?:of|from|by|provided by)\b.{0,60}\b(?:Government|Republic|Kingdom|State|Permanent Mission|Ministry)\b",
    r"^(?:Réponses?|Observations|Commentaires|Éléments de réponse)\b.{0,60}\b(?:du|de)\b.{0,40}\b(?:Gouvernement|République|Royaume|État|Ministère)\b",
    r"^(?:Respuestas?|Observaciones|Comentarios|Informe)\b.{0,60}\b(?:del?|de la)\b.{0,40}\b(?:Gobierno|República|Reino|Estado|Ministerio)\b",
)
"""The title of a reply."""

RECEIVED = _any(
    r"^(?:Date )?received\b",
    r"\bOHCHR REGISTRY\b",
    r"^re[çc]u(?:e)?\b(?: le)?",
    r"^(?:Fecha de )?recibid[oa]\b|^Fecha de recepción\b",
)
"""A stamp that tells when a document came in."""

_DAYS_EN = r"(?P<{0}>[0-9]{{1,3}}|forty-eight|sixty)(?: \([0-9]{{1,3}}\))? (?P<{0}_unit>days|hours)"
_DAYS_FR = (
    r"(?P<{0}>[0-9]{{1,3}}|soixante|quarante-huit)(?: \([0-9]{{1,3}}\))? (?P<{0}_unit>jours|heures)"
)
_DAYS_ES = (
    r"(?P<{0}>[0-9]{{1,3}}|sesenta|cuarenta y ocho)(?: \([0-9]{{1,3}}\))? (?P<{0}_unit>días|horas)"
)
_PUBLIC_EN = r"(?:made (?:available to the )?public|published|be public)\b"
_PUBLIC_FR = r"(?:rendue?s? publi(?:c|que)s?|publiée?s?)\b"
_PUBLIC_ES = r"(?:hará[n]? públic[ao]s?|publicará[n]?|publicad[ao]s?|ser públic[ao]s?)\b"
PUBLISHED = _any(
    rf"{_PUBLIC_EN}.{{0,160}}?\b{_DAYS_EN.format('en')}",
    rf"\b{_DAYS_EN.format('en_after')}\b.{{0,40}}?\b(?:Past|After|Thereafter|Following|Upon)\b.{{0,200}}?\b{_PUBLIC_EN}",
    rf"\b(?:Past|After|Thereafter|Following|Upon)\b.{{0,30}}?\b{_DAYS_EN.format('en_before')}\b[^.]{{0,200}}?\b{_PUBLIC_EN}",
    rf"{_PUBLIC_FR}.{{0,200}}?\b{_DAYS_FR.format('fr')}",
    rf"\b{_DAYS_FR.format('fr_after')}\b.{{0,40}}?\b(?:Passé|Après|Au-delà)\b.{{0,200}}?\b{_PUBLIC_FR}",
    rf"\b(?:Passé|Après|Au-delà|Au terme|À l[’']expiration)\b.{{0,30}}?\b{_DAYS_FR.format('fr_before')}\b[^.]{{0,200}}?\b{_PUBLIC_FR}",
    rf"{_PUBLIC_ES}.{{0,200}}?\b{_DAYS_ES.format('es')}",
    rf"\b{_DAYS_ES.format('es_after')}\b.{{0,40}}?\b(?:Transcurrido|Pasado|Después|Vencido|Cumplido|Tras)\b.{{0,200}}?\b{_PUBLIC_ES}",
    rf"\b(?:Transcurrid[oa]s?|Pasad[oa]s?|Después|Vencid[oa]s?|Cumplid[oa]s?|Tras|A los)\b.{{0,30}}?\b{_DAYS_ES.format('es_before')}\b[^.]{{0,200}}?\b{_PUBLIC_ES}",
)
"""When a letter says that it will be published."""

RESOLUTIONS = _any(
    r"pursuant to\b.{0,60}?\bresolutions?\b(?P<en>[^.]*)",
    r"conformément (?:à|aux)\b.{0,60}?\brésolutions?\b(?P<fr>[^.]*)",
    r"(?:de conformidad con|en virtud de|conforme a)\b.{0,60}?\bresoluci[oó]n(?:es)?\b(?P<es>[^.]*)",
)
"""The resolutions that a letter's first paragraph rests on."""

PURSUANT = _any(
    r"\bpursuant to\b", r"\bconformément\b", r"\b(?:de conformidad con|en virtud de|conforme a)\b"
)
"""What stands between the mandates and their resolutions."""
