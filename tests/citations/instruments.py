"""A few instruments, named as the data of a collection names them."""

from casebook.citations.names import InstrumentName, Names
from casebook.identifiers.provision import Unit
from casebook.identifiers.symbol import parse_symbol
from casebook.words.vocabulary import InstrumentKind


def treaty(name: str, *names: str, noun: str = "Convention", articles: int = 0) -> InstrumentName:
    highest = {Unit.ARTICLE: articles} if articles else {}
    return InstrumentName(name, names, noun, InstrumentKind.TREATY, highest)


def rules(name: str, *names: str, rules: int, symbol: str | None = None) -> InstrumentName:
    return InstrumentName(
        name,
        names,
        "Rules",
        InstrumentKind.RULES,
        {Unit.RULE: rules},
        symbol=parse_symbol(symbol) if symbol else None,
    )


def comment(name: str, *names: str, symbol: str | None = None) -> InstrumentName:
    return InstrumentName(
        name,
        names,
        None,
        InstrumentKind.GENERAL_COMMENT,
        symbol=parse_symbol(symbol) if symbol else None,
    )


def law(name: str, *names: str) -> InstrumentName:
    return InstrumentName(name, names, None, InstrumentKind.NATIONAL_LAW)


INSTRUMENTS = (
    treaty(
        "iccpr",
        "International Covenant on Civil and Political Rights",
        "ICCPR",
        "CCPR",
        "PIDCP",
        "Pacte international relatif aux droits civils et politiques",
        "Pacto Internacional de Derechos Civiles y Políticos",
        "Pacto Internacional sobre Direitos Civis e Políticos",
        "IPbpR",
        noun="Covenant",
        articles=53,
    ),
    treaty(
        "icescr",
        "International Covenant on Economic, Social and Cultural Rights",
        "ICESCR",
        "PIDESC",
        noun="Covenant",
        articles=31,
    ),
    treaty(
        "cedaw",
        "Convention on the Elimination of All Forms of Discrimination against Women",
        "CEDAW",
        articles=30,
    ),
    treaty(
        "cat",
        "Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment",
        "CAT",
        "UNCAT",
        "Convention against Torture",
        articles=33,
    ),
    treaty("crc", "Convention on the Rights of the Child", "CRC", articles=54),
    treaty(
        "icerd",
        "International Convention on the Elimination of All Forms of Racial Discrimination",
        "ICERD",
        "CERD",
        articles=25,
    ),
    treaty(
        "refugee-convention",
        "Convention relating to the Status of Refugees",
        "1951 Refugee Convention",
        "Refugee Convention",
        articles=46,
    ),
    treaty(
        "op-cat",
        "Optional Protocol to the Convention against Torture",
        "OPCAT",
        "OP-CAT",
        noun="Protocol",
        articles=37,
    ),
    InstrumentName(
        "udhr",
        ("Universal Declaration of Human Rights", "UDHR", "Universal Declaration"),
        "Declaration",
        InstrumentKind.DECLARATION,
        {Unit.ARTICLE: 30},
    ),
    InstrumentName(
        "defenders-declaration",
        (
            (
                "Declaration on the Right and Responsibility of Individuals, Groups and Organs of"
                " Society to Promote and Protect Universally Recognized Human Rights and Fundamental"
                " Freedoms"
            ),
            "Declaration on Human Rights Defenders",
        ),
        "Declaration",
        InstrumentKind.DECLARATION,
        {Unit.ARTICLE: 20},
    ),
    InstrumentName(
        "body-of-principles",
        (
            "Body of Principles for the Protection of All Persons under Any Form of Detention",
            "Body of Principles",
        ),
        "Principles",
        InstrumentKind.RULES,
        {Unit.PRINCIPLE: 39},
    ),
    rules(
        "bangkok-rules",
        "United Nations Rules for the Treatment of Women Prisoners and Non-custodial Measures"
        " for Women Offenders (the Bangkok Rules)",
        "Bangkok Rules",
        "Règles de Bangkok",
        "Reglas de Bangkok",
        rules=70,
    ),
    rules(
        "tokyo-rules",
        "United Nations Standard Minimum Rules for Non-custodial Measures",
        "Tokyo Rules",
        rules=23,
    ),
    rules(
        "mandela-rules",
        "United Nations Standard Minimum Rules for the Treatment of Prisoners",
        "Nelson Mandela Rules",
        "Mandela Rules",
        "Ensemble de règles minima des Nations Unies pour le traitement des détenus",
        rules=122,
        symbol="A/RES/70/175",
    ),
    comment("cedaw-gr-19", "General recommendation No. 19: Violence against women", "CEDAW GR 19"),
    comment(
        "cedaw-gr-35",
        "General recommendation No. 35, updating general recommendation No. 19",
        symbol="CEDAW/C/GC/35",
    ),
    comment("ccpr-gc-34", "General comment No. 34", symbol="CCPR/C/GC/34"),
    comment("ccpr-gc-35", "General comment No. 35 of the Human Rights Committee"),
    comment("crc-gc-24", "CRC General comment No. 24"),
    law(
        "xxx-criminal-code",
        "Criminal Code of the Republic of Exampleland",
        "Criminal Code (Exampleland)",
        "Criminal Code of Exampleland",
    ),
    law("xxx-constitution", "Constitution of Exampleland", "Constitution"),
    law("yyy-criminal-code", "Criminal Code of Sampleland", "Criminal Code"),
    InstrumentName(
        "sc-res-1373",
        ("Security Council resolution 1373 (2001)",),
        None,
        InstrumentKind.RESOLUTION,
        symbol=parse_symbol("S/RES/1373 (2001)"),
    ),
    InstrumentName(
        "a-hrc-99-1",
        ("Women at work: report of the Working Group", "A/HRC/99/1"),
        None,
        InstrumentKind.REPORT,
        symbol=parse_symbol("A/HRC/99/1"),
    ),
)

NAMES = Names(INSTRUMENTS)
