"""Letters and replies of invented content: what they print, and what an importer should read.

A file of letters/ has fields first, then one line a block: a letter that says what the block is,
and its words. `**bold**`, `*italic*`, `^1^` a footnote's mark, `\\u00ad` where a word may be split.
"""

import random
import re
from dataclasses import dataclass
from pathlib import Path

LETTERS = Path(__file__).parent / "letters"
NAMES = sorted(path.stem for path in LETTERS.glob("*.txt"))

_FILLERS = {
    "en": """The records of the parish were consulted and say nothing to the contrary.
Several neighbours confirmed this account independently of one another, though none of them wished to be named.
It is not known who gave the instruction, or whether it was ever put in writing.
A complaint was lodged with the ombudsperson on the following Monday; the receipt bears the number 7714/B.
When the lawyers asked for the file, they were shown an empty folder and a note that it had been lent out.
The weather in that week was unusually mild, which may explain why so many people were out of doors.
Reports in the local press gave a different date, but the hospital’s register supports the earlier one.
Some of those present have since left the country and could not be asked again.
The authorities announced an inquiry of their own, whose terms of reference have not been published.
No one has been charged so far.
Two of the witnesses were called back to the station, where they were asked to sign what they had not said.""",
    "fr": """Plusieurs voisins ont confirmé ce récit, sans souhaiter que leur nom soit cité.
On ignore qui a donné l’instruction, et si elle a jamais été mise par écrit.
Une plainte a été déposée le lundi suivant ; le récépissé porte le numéro 7714/B.
Lorsque les avocats ont demandé le dossier, on leur a montré une chemise vide.
La presse locale a donné une autre date, mais le registre de l’hôpital corrobore la première.
Personne n’a été inculpé à ce jour.
Les autorités ont annoncé une enquête dont les termes n’ont pas été rendus publics.
Il faisait particulièrement doux cette semaine-là, ce qui explique peut-être l’affluence.""",
    "es": """Varios vecinos confirmaron este relato, sin desear que se cite su nombre.
Se ignora quién dio la instrucción, y si alguna vez constó por escrito.
El lunes siguiente se presentó una denuncia; el recibo lleva el número 7714/B.
Cuando los abogados pidieron el expediente, se les mostró una carpeta vacía.
La prensa local dio otra fecha, pero el registro del hospital respalda la primera.
Hasta la fecha no se ha acusado a nadie.
Las autoridades anunciaron una investigación propia cuyo alcance no se ha dado a conocer.
Aquella semana hizo un tiempo muy apacible, lo que tal vez explique la afluencia.""",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One printed block."""

    kind: str
    text: str

    @property
    def plain(self) -> str:
        """Its words without marks."""
        text = re.sub(r"\^[0-9]+\^", "", self.text.replace("\u00ad", ""))
        return re.sub(r"\*+", "", text)


@dataclass(frozen=True, slots=True)
class Sample:
    """A letter, and the gold beside it."""

    name: str
    fields: dict[str, str]
    blocks: tuple[Block, ...]

    @property
    def style(self) -> frozenset[str]:
        """How it is printed."""
        return frozenset(self.fields["style"].split())

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """The labelled paragraphs: label and words."""
        gold: list[tuple[str, str]] = []
        number = request = own = 0
        letters = iter("")
        has_own = any(block.kind == "O" for block in self.blocks)
        asks = False
        for block in self.blocks:
            words = block.plain.partition(" ")[2] if block.kind in "QUO" else block.plain
            if block.kind == "Q":
                request += 1
                gold.append((f"q{request}", words))
            elif block.kind == "O":
                own, letters = own + 1, iter("abcdefgh")
                gold.append((str(own), words))
            elif block.kind in "PEB" or (block.kind == "U" and not asks):
                if not has_own:
                    number += 1
                    gold.append((str(number), words))
                elif own:
                    gold.append((f"{own}{next(letters)}", words))
            # What stands below a request belongs to it; a footnote stands anywhere.
            asks = block.kind == "Q" or (asks and block.kind in "UN")
        return gold

    @property
    def headings(self) -> list[str]:
        """The headings of the body and of the annexes."""
        return [block.plain for block in self.blocks if block.kind in "HX"]

    @property
    def words(self) -> list[str]:
        """Every word that the text must have, whatever its order."""
        text = " ".join(
            re.sub(r"^[0-9]+ ", "", block.plain)
            if block.kind == "N"
            else block.plain.replace(" / ", " ").replace(" | ", " ")
            if block.kind in "A<>ST"
            else block.plain
            for block in self.blocks
        )
        return text.split()


def read_sample(name: str) -> Sample:
    """Return the sample of a file in letters/."""
    head, _, body = (LETTERS / f"{name}.txt").read_text("utf-8").partition("--\n")
    fields = {
        key: value.strip() for key, _, value in (line.partition(":") for line in head.splitlines())
    }
    chance = random.Random(name)
    fillers = _FILLERS[fields["language"]].splitlines()
    blocks = []
    for line in body.splitlines():
        kind, _, text = line.partition(" ")
        if kind == "P*":
            blocks += [
                Block("P", " ".join(chance.sample(fillers, chance.randint(2, 6))))
                for _ in range(int(text))
            ]
        else:
            blocks.append(Block(kind, text.replace("\\u00ad", "\u00ad")))
    if "hyphens" in fields["style"]:
        blocks = [Block(block.kind, _WORD.sub(_splittable, block.text)) for block in blocks]
    return Sample(name, fields, tuple(blocks))


_WORD = re.compile(r"(?<![\w\u00ad-])[a-zéèêàçóíáúñ]{8,}(?![\w\u00ad-])")


def _splittable(word: re.Match[str]) -> str:
    """Return a word with places at which a line may split it."""
    return f"{word[0][:4]}\u00ad{word[0][4:6]}\u00ad{word[0][6:]}"
