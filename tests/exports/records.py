"""A small, invented record: letters to XXX that say nothing of anybody."""

from datetime import date
from typing import Any

from tests.factories import build_corpus

from casebook.citations.citation import Citation, DocumentTarget, StandardTarget
from casebook.identifiers.label import Label
from casebook.identifiers.provision import parse_provision
from casebook.identifiers.reference import Reference
from casebook.identifiers.symbol import Symbol
from casebook.model.corpus import Corpus
from casebook.model.dossier import (
    Answer,
    Assessment,
    Basis,
    Correction,
    Document,
    Dossier,
    Event,
    Person,
    Pinpoint,
    PressItem,
    Publication,
    RelatedTo,
    Reply,
    Signatory,
    Source,
    Withdrawal,
)
from casebook.model.register import Addressee, Mandate, Topic
from casebook.model.standard import Instrument, ProvisionEntry
from casebook.model.text import Paragraph, Text
from casebook.words.dates import PartialDate
from casebook.words.vocabulary import (
    About,
    AddresseeKind,
    AnswerState,
    CitationKind,
    CommunicationType,
    InstrumentKind,
    MandateKind,
    Naming,
    Origin,
    Relation,
    ReplyStatus,
)

SITE = "https://record.example/"
TODAY = date(2026, 3, 1)

WITHHELD = ("Quendrim Hidden", "Кендрим Хидден")
INITIALS = ("Osvalda Shortname", "Осва́льда")
"""Names that must stand in no file: each with another spelling."""

HOSTILE = (
    "=1+1",
    "{brace} } {{ \\input{x} 100% & $5 #1 a_b ~ ^",
    "quote \" and ' and <script>alert(1)</script> ]]> &amp;",
    "two\nlines\r\nTY  - BOOK\nEND:VEVENT",
    "שלום \u202b עולם",
    "@cmd, -2+3; semicolon, comma\tand tab",
    "+SUM(A1)",
    "O’Neill — “typographic” 漢字 \U0001f600",
)
"""Titles that try to become markup, formulas, fields or records of their own."""


def reference(number: int, year: int = 2025, addressee: str = "XXX") -> Reference:
    return Reference(addressee, number, year)


def cited(surface: str, *targets: Any, start: int = 0, why: str | None = None) -> Citation:
    return Citation(CitationKind.PROVISION, surface, targets, start, Origin.EDITOR, why)


def text(document: str, *paragraphs: Paragraph, path: str = "x", verbatim: bool = False) -> Text:
    return Text(f"{path}/{document}.md", "en", verbatim, paragraphs)


def dossier(number: int, **fields: Any) -> Dossier:
    given: dict[str, Any] = {
        "reference": reference(number),
        "title": f"An invented matter, number {number}",
        "path": f"cases/xxx/{number}-2025/dossier.yml",
        "type": CommunicationType.AL,
        "sent": date(2025, 1, (number - 1) % 28 + 1),
        "documents": (Document("communication"),),
        **fields,
    }
    return Dossier(**given)


def full(number: int = 7) -> Dossier:
    """A dossier in which every field has something."""
    article = StandardTarget("iex", parse_provision("article-14.7"))
    letter = text(
        "communication",
        Paragraph((), 1, Label("1"), "", "Paragraph one recalls article 14(7) and XXX 2/2025.")
        if number != 7
        else Paragraph(
            (),
            1,
            Label("1"),
            "Standards",
            "Paragraph one recalls article 14(7), XXX 2/2025, X/1 and the Convention.",
            (
                cited("article 14(7)", article, start=22),
                cited("XXX 2/2025", reference(2), start=37),
                cited("A/HRC/1/1", DocumentTarget(Symbol("A/HRC/1/1")), start=49),
                cited("the Convention", start=57, why="no convention was named before"),
            ),
        ),
        Paragraph((), 3, None, "Standards", "A quotation below it."),
        Paragraph((), 5, Label("1", is_request=True), "", "What was done."),
        path=f"cases/xxx/{number}-2025",
    )
    answer = text("reply-1", Paragraph((), 1, Label("3"), "", "Something was done."))
    return dossier(
        number,
        title="A dossier in which everything is known",
        type=CommunicationType.UA,
        language="en",
        mandates=("wg-samples", "sr-examples"),
        mandates_note="In the order of the letter.",
        signatories=(Signatory("wg-samples", "Signe Natory", "Chair"),),
        topics=("invented",),
        summary="A summary, in our words.",
        persons=(
            Person("Publica Name", Naming.PUBLIC, ("Публика",), "alleged victim"),
            Person(INITIALS[0], Naming.INITIALS, (INITIALS[1],)),
            Person(WITHHELD[0], Naming.WITHHELD, (WITHHELD[1],), "a witness"),
        ),
        publication=Publication(60, "letter"),
        published=date(2025, 3, 20),
        requests={"q1": "What was done."},
        documents=(
            Document(
                "communication",
                Source("OHCHR", "https://un.example/letter?id=7", date(2025, 4, 1), "ab" * 32, 3),
                (letter,),
            ),
            Document("reply-1", None, (answer,)),
        ),
        replies=(
            Reply(
                "reply-1",
                date(2025, 2, 10),
                ReplyStatus.SUBSTANTIVE,
                "fr",
                Source("OHCHR", "https://un.example/reply?id=8", None, "cd" * 32, 2),
                {"q1": Answer(AnswerState.PARTLY, (Label("3"),))},
                (Assessment("The experts", "Little.", Pinpoint(reference(2), Label("4"))),),
                "an editor",
            ),
        ),
        checked=date(2025, 5, 1),
        related=(
            RelatedTo(reference(2), Relation.FOLLOWS_UP),
            RelatedTo(reference(99), Relation.RELATES_TO),
        ),
        press=(
            PressItem(
                "Sample News",
                "A report",
                PartialDate(2025, 2),
                "https://news.example/1",
                About.INFERRED,
            ),
        ),
        events=(Event(PartialDate(2024), "Something began.", None),),
        sources=(Basis("its date", Pinpoint(reference(2), Label("4"))),),
        corrections=(
            Correction(date(2025, 6, 1), "the day of the letter", "a slip"),
            Correction(date(2025, 6, 1), "a figure", "misread"),
        ),
    )


def withdrawn(number: int = 4) -> Dossier:
    """A dossier with everything in it that must not be shown any more."""
    return dossier(
        number,
        title="A title that must not be shown",
        mandates=("wg-samples",),
        topics=("invented",),
        summary="A summary that must not be shown.",
        persons=(Person("Name Notshown", Naming.PUBLIC),),
        publication=Publication(60, "letter"),
        documents=full().documents,
        replies=full().replies,
        withdrawn=Withdrawal(date(2026, 1, 5), "asked for by the person named"),
    )


def corpus(*more: Dossier, of: tuple[Dossier, ...] | None = None) -> Corpus:
    """All of it: five letters to XXX, one to a company."""
    article = parse_provision("article-14")
    assert article
    held = of or (
        dossier(2, sent=None, mandates=None, type=None),
        dossier(3, replies=(Reply("reply-1", date(2025, 1, 9), ReplyStatus.WITHHELD),)),
        withdrawn(),
        full(),
        dossier(
            1,
            reference=reference(1, addressee="OTH"),
            addressee_name="Invented Mining Ltd",
            mandates=("sr-examples",),
            noindex=True,
        ),
    )
    return build_corpus(
        (*held, *more),
        (
            Instrument(
                "iex",
                "International Covenant on Examples",
                "IEX",
                InstrumentKind.TREATY,
                symbol=Symbol("A/RES/1/1"),
                adopted=PartialDate(1966, 12),
                url="https://un.example/iex",
                parties={"XXX": date(1973, 11, 12)},
                entries=(ProvisionEntry(article, None, "", (), 1),),
                digest="iex",
            ),
            Instrument("uncited", "Never cited", "NC", InstrumentKind.RULES, digest="nc"),
        ),
        (
            Mandate("wg-samples", "Working Group on Samples, and Others", MandateKind.THEMATIC),
            Mandate("sr-examples", "Special Rapporteur on Examples", MandateKind.COUNTRY),
        ),
        (Topic("invented", "Invented matters", "What never was."),),
        (
            Addressee("XXX", "Example Islands", AddresseeKind.STATE, takes_article=True),
            Addressee("OTH", "Other addressees", AddresseeKind.OTHER),
        ),
    )


def hostile() -> Corpus:
    """A letter for each hostile title, which also stands in every other field of words."""
    return corpus(
        of=tuple(
            dossier(
                number,
                title=title,
                summary=title,
                mandates=("wg-samples",),
                topics=("invented",),
                publication=Publication(60, "letter"),
                persons=(Person(title, Naming.PUBLIC, (title,), title),),
                requests={"q1": title},
                corrections=(Correction(date(2025, 6, 1), title, title),),
                documents=(
                    Document(
                        "communication",
                        Source("OHCHR", "https://un.example/a?b={c}&d=%41\\"),
                        (
                            text(
                                "communication",
                                Paragraph((), 1, Label("1"), title, title, (cited(title),)),
                            ),
                        ),
                    ),
                ),
            )
            for number, title in enumerate(HOSTILE, 1)
        )
    )
