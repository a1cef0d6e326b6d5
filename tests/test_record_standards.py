"""The standards of the record have the dates that their sources give.

What is expected here was written down by hand from the sources.
"""

from pathlib import Path

import pytest
from tests.record import FACTS, corpus, facts

INSTRUMENTS = {
    # id: (adopted, in force, highest)
    "udhr": ("1948-12-10", None, {"article": 30}),
    "iccpr": ("1966-12-16", "1976-03-23", {"article": 53}),
    "icescr": ("1966-12-16", "1976-01-03", {"article": 31}),
    "cedaw": ("1979-12-18", "1981-09-03", {"article": 30}),
    "cat": ("1984-12-10", "1987-06-26", {"article": 33}),
    "crc": ("1989-11-20", "1990-09-02", {"article": 54}),
    "bangkok-rules": ("2010-12-21", None, {"rule": 70}),
    "tokyo-rules": ("1990-12-14", None, {"rule": 23}),
    "cedaw-gr-19": ("1992", None, {}),
    "cedaw-gr-35": ("2017", None, {}),
    "a-hrc-41-33": (None, None, {}),
    "a-hrc-55-52": (None, None, {}),
    "a-hrc-59-59": (None, None, {}),
    "a-78-327": (None, None, {}),
    "a-hrc-43-46": (None, None, {}),
    "cedaw-c-blr-co-9": ("2025", None, {}),
    "sc-res-1373": ("2001-09-28", None, {}),
    "sc-res-1456": ("2003-01-20", None, {}),
    "sc-res-1566": ("2004-10-08", None, {}),
    "sc-res-1624": ("2005-09-14", None, {}),
    "sc-res-2178": ("2014-09-24", None, {}),
    "sc-res-2242": ("2015-10-13", None, {}),
    "sc-res-2341": ("2017-02-13", None, {}),
    "sc-res-2354": ("2017-05-24", None, {}),
    "sc-res-2368": ("2017-07-20", None, {}),
    "sc-res-2370": ("2017-08-02", None, {}),
    "sc-res-2395": ("2017-12-21", None, {}),
    "sc-res-2396": ("2017-12-21", None, {}),
    "hrc-res-35-34": ("2017-06-23", None, {}),
    "ga-res-49-60": ("1994-12-09", None, {}),
    "ga-res-51-210": ("1996-12-17", None, {}),
    "ga-res-72-123": ("2017-12-07", None, {}),
    "ga-res-72-180": ("2017-12-19", None, {}),
    "hrc-res-51-8": ("2022-10-06", None, {}),
    "hrc-res-58-19": ("2025-04-03", None, {}),
    "hrc-res-58-14": ("2025-04-04", None, {}),
    "hrc-res-52-7": ("2023-04", None, {}),
    "hrc-res-59-14": ("2025-07", None, {}),
    "wgad-2024-54": ("2024", None, {}),
    "wgad-2023-64": ("2023", None, {}),
    "blr-criminal-code": (None, None, {}),
}


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_an_instrument_has_the_dates_of_its_sources(name: str) -> None:
    held = corpus().instruments[name]
    adopted = str(held.adopted) if held.adopted else None
    in_force = str(held.in_force) if held.in_force else None
    highest = {str(unit): number for unit, number in held.highest.items()}
    assert (adopted, in_force, highest) == INSTRUMENTS[name]


def test_belarus_joined_the_treaties_on_the_days_that_the_letter_gives() -> None:
    joined = {
        name: str(held.parties["BLR"])
        for name, held in corpus().instruments.items()
        if "BLR" in held.parties and name in INSTRUMENTS
    }
    assert joined == {
        "iccpr": "1973-11-12",
        "icescr": "1973-11-12",
        "cedaw": "1981-02-04",
        "cat": "1987-03-13",
        "crc": "1990-10-01",
    }


@pytest.mark.parametrize("path", sorted(FACTS.glob("instruments.yml")), ids=lambda path: path.stem)
def test_instruments_agree_with_the_map(path: Path) -> None:
    for fact in facts(path.name)["instruments"]:
        held = corpus().instruments[fact["id"]]
        expected = fact["adopted"] or fact.get("adopted_period") or fact.get("adopted_year")
        assert (str(held.adopted) if held.adopted else None) == (
            str(expected) if expected else None
        )
        in_force = fact.get("entry_into_force")
        assert (str(held.in_force) if held.in_force else None) == in_force
        if fact.get("belarus"):
            assert str(held.parties["BLR"]) == fact["belarus"]["ratification_or_accession"]
        assert not fact["official_url"] or held.url == fact["official_url"]
        assert len(held.entries) >= sum(
            "general" not in provision["id"] for provision in fact["provisions"]
        )
