"""The bodies whose documents are cited: treaty bodies, and organs that adopt resolutions.

Sources: https://www.ohchr.org/en/treaty-bodies for the committees, their names in English, French
and Spanish, and the symbols of their general comments; https://research.un.org/en/docs/symbols for
the series of symbols.
"""

import re
from dataclasses import dataclass
from enum import Enum

from casebook.citations.lexicon.wordings import first_words, one_of


class Numbering(Enum):
    """How an organ numbers its resolutions."""

    SESSION = "51/8"
    SERIAL = "1373 (2001)"
    YEAR = "2005/20"


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ that adopts resolutions."""

    names: tuple[str, ...]
    """Every name in a text, its own first; without accents, as the grammar reads."""
    series: str
    """What stands before the number in the symbol."""
    numbering: Numbering
    noun: str = "council"
    """How a text refers back to it: the Council, the Assembly."""


@dataclass(frozen=True, slots=True)
class Committee:
    """A treaty body: it adopts general comments, or general recommendations."""

    code: str
    """What its symbols begin with: CEDAW in CEDAW/C/GC/35."""
    names: tuple[str, ...]
    recommends: bool = False
    """Whether it calls them general recommendations."""
    series: str = ""
    """What stands before the number of a general comment in its symbol."""
    since: int = 1
    """The first number of that series; earlier ones are in other documents."""
    earlier: tuple[str, ...] = ()
    """The symbols of those right before, as far as each has a document of its own. Older ones
    stand in annual reports, whose paragraphs count otherwise."""
    latest: int = 99
    """The last number that we know of: tells which of several committees a number can be of."""
    joint: frozenset[int] = frozenset()
    """Those adopted with another committee, whose symbols are of both."""

    def symbol_of(self, number: int) -> str | None:
        """Return the symbol of a general comment; None where its number does not tell it."""
        if number in self.joint or not self.series:
            return None
        if number >= self.since:
            return f"{self.series}{number}"
        before = self.since - number
        return self.earlier[-before] if before <= len(self.earlier) else None


Body = Organ | Committee

ORGANS = (
    Organ(
        ("Human Rights Council", "UNHRC", "HRC", "Conseil des droits de l'homme",
         "Consejo de Derechos Humanos"),
        "A/HRC/RES/", Numbering.SESSION,
    ),
    Organ(
        ("General Assembly", "UNGA", "GA", "Assemblee generale", "Asamblea General"),
        "A/RES/", Numbering.SESSION, "assembly",
    ),
    Organ(
        ("Security Council", "UNSC", "SC", "Conseil de securite", "Consejo de Seguridad"),
        "S/RES/", Numbering.SERIAL,
    ),
    Organ(
        ("Economic and Social Council", "ECOSOC", "Conseil economique et social",
         "Consejo Economico y Social"),
        "E/RES/", Numbering.YEAR,
    ),
    Organ(
        ("Commission on Human Rights", "Human Rights Commission",
         "Commission des droits de l'homme", "Comision de Derechos Humanos"),
        "E/CN.4/RES/", Numbering.YEAR, "commission",
    ),
)  # fmt: skip

COMMITTEES = (
    Committee(
        "CCPR",
        ("Human Rights Committee", "CCPR Committee", "CCPR", "HRCttee",
         "Comite des droits de l'homme", "Comite de Derechos Humanos"),
        series="CCPR/C/GC/", since=32, latest=37,
        earlier=(
            *(f"CCPR/C/21/Rev.1/Add.{at}" for at in range(4, 8)), "CCPR/C/21/Rev.1/Add.8/Rev.1",
            *(f"CCPR/C/21/Rev.1/Add.{at}" for at in range(9, 12)), "CCPR/C/21/Rev.2/Add.12",
            "CCPR/C/21/Rev.1/Add.13",
        ),
    ),
    Committee(
        "CESCR",
        ("Committee on Economic, Social and Cultural Rights", "CESCR", "ESCR Committee",
         "Comite des droits economiques, sociaux et culturels",
         "Comite de Derechos Economicos, Sociales y Culturales"),
        series="E/C.12/GC/", since=17, latest=27,
        earlier=(
            "E/C.12/1997/8", "E/C.12/1998/24", "E/C.12/1998/25", "E/C.12/1999/4", "E/C.12/1999/5",
            "E/C.12/1999/10", "E/C.12/2000/4", "E/C.12/2002/11", "E/C.12/2005/4",
        ),
    ),
    Committee(
        "CEDAW",
        ("Committee on the Elimination of Discrimination against Women",
         "Committee on the Elimination of All Forms of Discrimination against Women",
         "CEDAW Committee", "CEDAW",
         "Comite pour l'elimination de la discrimination a l'egard des femmes",
         "Comite para la Eliminacion de la Discriminacion contra la Mujer"),
        recommends=True, series="CEDAW/C/GC/", since=27, joint=frozenset({31}), latest=40,
    ),
    Committee(
        "CERD",
        ("Committee on the Elimination of Racial Discrimination", "CERD Committee", "CERD",
         "Comite pour l'elimination de la discrimination raciale",
         "Comite para la Eliminacion de la Discriminacion Racial"),
        recommends=True, series="CERD/C/GC/", since=32, latest=37,
    ),
    Committee(
        "CAT",
        ("Committee against Torture", "CAT Committee", "CAT", "Comite contre la torture",
         "Comite contra la Tortura"),
        series="CAT/C/GC/", since=2, latest=4,
    ),
    Committee(
        "CRC",
        ("Committee on the Rights of the Child", "CRC Committee", "CRC",
         "Comite des droits de l'enfant", "Comite de los Derechos del Nino"),
        series="CRC/C/GC/", since=8, joint=frozenset({18, 22, 23}), latest=26,
        earlier=(
            "CRC/GC/2001/1", "CRC/GC/2002/2", "CRC/GC/2003/3", "CRC/GC/2003/4", "CRC/GC/2003/5",
            "CRC/GC/2005/6", "CRC/C/GC/7/Rev.1",
        ),
    ),
    Committee(
        "CRPD",
        ("Committee on the Rights of Persons with Disabilities", "CRPD Committee", "CRPD",
         "Comite des droits des personnes handicapees",
         "Comite sobre los Derechos de las Personas con Discapacidad"),
        series="CRPD/C/GC/", latest=8,
    ),
    Committee(
        "CMW",
        ("Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families",
         "Committee on Migrant Workers", "CMW Committee", "CMW", "Comite des travailleurs migrants",
         "Comite de Trabajadores Migratorios"),
        series="CMW/C/GC/", joint=frozenset({3, 4}), latest=6,
    ),
    Committee(
        "CED",
        ("Committee on Enforced Disappearances", "CED Committee", "CED",
         "Comite des disparitions forcees", "Comite contra la Desaparicion Forzada"),
        series="CED/C/GC/", latest=1,
    ),
    Committee(
        "SPT",
        ("Subcommittee on Prevention of Torture", "SPT"),
    ),
)  # fmt: skip

COMMITTEE_CODES = {committee.code: committee for committee in COMMITTEES}

_BODIES: tuple[Body, ...] = (*ORGANS, *COMMITTEES)
_BODY = re.compile("|".join(f"({one_of(body.names)})" for body in _BODIES), re.IGNORECASE)
BODY_STARTS = frozenset(first_words(name for body in _BODIES for name in body.names))
"""The first words of the names of bodies."""


def read_body(text: str, position: int) -> tuple[Body, int] | None:
    """Return the body whose name begins at a position, and where the name ends."""
    match = _BODY.match(text, position)
    return (_BODIES[match.lastindex - 1], match.end()) if match and match.lastindex else None
