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
    joint: frozenset[int] = frozenset()
    """Those adopted with another committee, whose symbols are of both."""


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
        series="CCPR/C/GC/", since=32,
    ),
    Committee(
        "CESCR",
        ("Committee on Economic, Social and Cultural Rights", "CESCR", "ESCR Committee",
         "Comite des droits economiques, sociaux et culturels",
         "Comite de Derechos Economicos, Sociales y Culturales"),
        series="E/C.12/GC/", since=17,
    ),
    Committee(
        "CEDAW",
        ("Committee on the Elimination of Discrimination against Women",
         "Committee on the Elimination of All Forms of Discrimination against Women",
         "CEDAW Committee", "CEDAW",
         "Comite pour l'elimination de la discrimination a l'egard des femmes",
         "Comite para la Eliminacion de la Discriminacion contra la Mujer"),
        recommends=True, series="CEDAW/C/GC/", since=27, joint=frozenset({31}),
    ),
    Committee(
        "CERD",
        ("Committee on the Elimination of Racial Discrimination", "CERD Committee", "CERD",
         "Comite pour l'elimination de la discrimination raciale",
         "Comite para la Eliminacion de la Discriminacion Racial"),
        recommends=True, series="CERD/C/GC/", since=32,
    ),
    Committee(
        "CAT",
        ("Committee against Torture", "CAT Committee", "CAT", "Comite contre la torture",
         "Comite contra la Tortura"),
        series="CAT/C/GC/", since=2,
    ),
    Committee(
        "CRC",
        ("Committee on the Rights of the Child", "CRC Committee", "CRC",
         "Comite des droits de l'enfant", "Comite de los Derechos del Nino"),
        series="CRC/C/GC/", since=8, joint=frozenset({18, 22, 23}),
    ),
    Committee(
        "CRPD",
        ("Committee on the Rights of Persons with Disabilities", "CRPD Committee", "CRPD",
         "Comite des droits des personnes handicapees",
         "Comite sobre los Derechos de las Personas con Discapacidad"),
        series="CRPD/C/GC/",
    ),
    Committee(
        "CMW",
        ("Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families",
         "Committee on Migrant Workers", "CMW Committee", "CMW", "Comite des travailleurs migrants",
         "Comite de Trabajadores Migratorios"),
        series="CMW/C/GC/", joint=frozenset({3, 4}),
    ),
    Committee(
        "CED",
        ("Committee on Enforced Disappearances", "CED Committee", "CED",
         "Comite des disparitions forcees", "Comite contra la Desaparicion Forzada"),
        series="CED/C/GC/",
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
