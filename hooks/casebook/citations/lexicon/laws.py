"""What texts call the laws of States, which have articles and are no treaty of ours.

Every list of such words stands here, beside the others. They are not one: behind a number nearly
any word tells ("article 5 of the agreement"), before it few do ("the act, article 9"), and a name
with capitals tells more than a word in small letters.
"""

LAW_NOUNS = (
    *("Code", "Constitution", "Act", "Law", "Decree", "Ordinance", "Regulation", "Regulations"),
    *("Directive", "Bill", "Edict", "Codigo", "Constitucion", "Ley", "Decreto", "Loi", "Decret"),
    *("Ordonnance", "Ordenanza", "Reglamento", "Reglement", "Convenio", "Convenios"),
)
"""With capitals, wherever they stand."""
LAWS_OTHERWISE = (
    r"(?:Pact|Accords?|Agreements?|Carta|Final Act|Compact|Basic Law|Grundgesetz|Grondwet|Verfassung"
    r"|Costituzione|Constituicao|Framework|Memorandum|Ordonnance|Ukaz|Edict)"
)
"""With capitals, as the beginning of a name that ends before a number."""
LAWS_WITH_NAME = (
    r"(?:Law|Act|Loi|Ley|[Bb]ill|[Dd]ecre(?:e|to?)(?:-[Ll](?:aw|oi|ey))?"
    r"|[Oo]rd(?:inance|onnance|enanza)|[Cc]od(?:e|igo))"
)
"""With the words of a name behind them, and a mark before the number: Law on Wells, article 3."""
LAWS_BY_NUMBER = "Law|Act|Decree|Loi|Ley"
"""With a number of their own, right before the number: Law No. 5 article 3."""
LAWS_OF_A_WORD = "Law|Act|Bill|Code"
"""Behind one word of a name, right before the number: Press Law article 3."""
LAWS_IN_SMALL = "decree|constitution|code|statute|ordinance|decret|decreto|constitucion|codigo"
"""In small letters, right before a number: the constitution, article 3."""
LAWS_BEHIND = (
    "code|law|laws|constitution|act|statute|decree|bill|regulations?|contract|agreement|treaty|loi|ley"
    "|constitucion"
)
"""In small letters, behind a number: article 3 of the act."""
LOWER_LAWS = "loi|ley|code|codigo|decre(?:t|to)|ordonnance|ordenanza|reglement|reglamento|arrete"
"""In small letters, as French and Spanish have them in a name: la loi no 5, code pénal."""
LAWS_OF_ACRONYM = "Act|Law|Bill|Ordinance|Regulations?"
"""Behind an acronym of ours, which only says what they are on: a CRC Act."""
OF_NO_STATE = "international|humanitarian|rights|customary|refugee|treaty"
"""Before "law": it is no State's."""
