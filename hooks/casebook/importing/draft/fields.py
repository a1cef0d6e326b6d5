"""The draft of dossier.yml: what was read, and notes where an editor has to decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casebook.identifiers.label import COMMUNICATION
from casebook.identifiers.reference import OTHER_ADDRESSEE, Reference, parse_reference
from casebook.importing.draft.yaml_lines import Entry, block, entry, flow, scalar
from casebook.importing.letter.facts import Facts
from casebook.importing.letter.structure import DocumentKind
from casebook.model.register import Addressee
from casebook.words.dates import date_in_words
from casebook.words.language import LANGUAGES
from casebook.words.vocabulary import Capture, CommunicationType, Relation, ReplyStatus
from casebook.words.wording import join_words

SCHEMA_LINE = "# yaml-language-server: $schema=../../../docs/schema/dossier.json"
_OWN_WORDS = "in your own words"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document came from."""

    sha256: str
    pages: int | None = None
    url: str | None = None
    capture: Capture | None = None
    """How its words came out of it; None where the file does not tell."""

    @property
    def publisher(self) -> str | None:
        """Who publishes it, where the address makes that plain."""
        host = (self.url or "").partition("://")[2].partition("/")[0].casefold()
        return "OHCHR" if host == "ohchr.org" or host.endswith(".ohchr.org") else None

    @property
    def line(self) -> str:
        """The source as dossier.yml writes it."""
        return flow(
            {
                "publisher": self.publisher,
                "url": self.url,
                "retrieved": None,
                "sha256": self.sha256,
                "pages": str(self.pages) if self.pages else None,
            }
        )


def communication_entries(
    facts: Facts, origin: Origin, addressees: Mapping[str, Addressee]
) -> list[Entry]:
    """Return the fields that a letter gives, in the order of dossier.yml."""
    unknown = [mandate.printed for mandate in facts.mandates if not mandate.id]
    ids = f"[{', '.join(mandate.id for mandate in facts.mandates if mandate.id)}]"
    has_all = bool(facts.mandates) and not unknown
    return [
        entry(
            "type",
            facts.type,
            "" if facts.type else "The masthead gives no type: UA, AL, OL, JUA, JAL or JOL.",
        ),
        title_entry(facts, addressees),
        *recipient_entries(facts.reference),
        entry(
            "sent",
            str(facts.dated) if facts.dated else None,
            "" if facts.dated else "The masthead has no date, or more than one.",
        ),
        _language(facts),
        entry(
            "mandates",
            ids if has_all else None,
            f"Recognised, in the letter's order: {ids}" if unknown and ids != "[]" else "",
            *(f"Not in cases/registers/mandates.yml: {name}" for name in unknown),
            "" if facts.mandates else "No mandates were recognised.",
        ),
        _resolutions(facts),
        _signatories(facts),
        entry("topics", None),
        entry("summary", None, f"Two to five neutral sentences {_OWN_WORDS}."),
        _persons(facts),
        _publication(facts),
        entry("published", None),
        _requests(facts),
        block(
            "documents",
            [
                f"{COMMUNICATION}:",
                *(f"  {line}" for each in document_entries(origin) for line in each.lines),
            ],
        ),
        entry("replies", "{}"),
        entry("checked", None),
        _related(facts),
        *(entry(key, "[]") for key in ("press", "events", "sources", "corrections")),
        entry("withdrawn", None),
    ]


def reply_entries(facts: Facts, origin: Origin, requests: Sequence[str] = ()) -> list[Entry]:
    """Return the fields of one reply."""
    received = str(facts.received) if facts.received else None
    dated = f"It is dated {date_in_words(facts.dated)}." if facts.dated and not received else ""
    return [
        entry("received", received, dated),
        entry("status", None, f"One of: {', '.join(ReplyStatus)}."),
        _language(facts),
        entry("source", origin.line),
        entry("answers", None, f"Compare it with {', '.join(requests)}." if requests else ""),
    ]


def document_entries(origin: Origin) -> list[Entry]:
    """Return the fields of the communication as a document."""
    return [entry("source", origin.line), *capture_entries(origin)]


def capture_entries(origin: Origin) -> list[Entry]:
    """Return the field that says how the words of a document were taken, where that is known."""
    return [entry("text", origin.capture)] if origin.capture else []


def bare_title(name: str) -> str:
    """Return the title of a dossier of which only the reference is known."""
    return f"Communication {name}"


def bare_entries(kind: CommunicationType | None, name: str) -> list[Entry]:
    """Return the fields of a dossier of which only the reference is known."""
    return [
        entry("type", kind),
        entry("title", scalar(bare_title(name)), _TITLE_NOTE),
        *recipient_entries(parse_reference(name)),
        *(entry(key, None) for key in ("sent", "language", "mandates", "signatories", "topics")),
        *(
            entry(key, None)
            for key in ("summary", "persons", "publication", "published", "requests")
        ),
        block("documents", [f"{COMMUNICATION}:", "  source: null"]),
        entry("replies", "{}"),
        entry("checked", None),
        *(entry(key, "[]") for key in ("related", "press", "events", "sources", "corrections")),
        entry("withdrawn", None),
    ]


def recipient_entries(reference: Reference | None) -> list[Entry]:
    """Return the field that says who received a letter, where the code does not say it."""
    if not reference or reference.addressee != OTHER_ADDRESSEE:
        return []
    return [entry("addressee", None, "Who received it: the company or other body, by its name.")]


_TITLE_NOTE = f"Say what the letter is about, {_OWN_WORDS}; take no allegation for a fact."


def title_entry(facts: Facts, addressees: Mapping[str, Addressee]) -> Entry:
    """Return a title made of type, addressee and date, until an editor writes a better one."""
    words = facts.type.in_words.capitalize() if facts.type else "Letter"
    if (
        facts.reference
        and (held := addressees.get(facts.reference.addressee))
        and facts.reference.addressee != OTHER_ADDRESSEE
    ):
        words += f" to {held.in_sentence}"
    if facts.dated and facts.kind is DocumentKind.COMMUNICATION:
        words += f" of {date_in_words(facts.dated)}"
    return entry("title", scalar(words), _TITLE_NOTE)


def _language(facts: Facts) -> Entry:
    known = facts.language if facts.language in LANGUAGES else None
    return entry("language", known, "" if known else "The language was not recognised.")


def _publication(facts: Facts) -> Entry:
    number, unit = facts.published_after or (0, "days")
    is_hours = unit == "hours"
    days = number if not is_hours else number // 24 if number % 24 == 0 else 0
    rule = f"{{rule: {days} days, source: letter}}" if days else None
    return entry("publication", rule, f"The letter says {number} hours." if is_hours else "")


def _resolutions(facts: Facts) -> Entry:
    if not facts.resolutions:
        return entry("mandates-note", None)
    parallel = len(facts.resolutions) == len(facts.mandates) > 1
    order = ", named in the order of the mandates" if parallel else ""
    noun = "resolutions" if len(facts.resolutions) > 1 else "resolution"
    note = f"The letter rests on {noun} {join_words(facts.resolutions)}{order}."
    return entry("mandates-note", scalar(note), is_draft=True)


def _signatories(facts: Facts) -> Entry:
    items = [
        f"- {flow({'mandate': each.mandate, 'name': each.name, 'title': each.office})}"
        for each in facts.signatures
        if each.mandate
    ]
    unknown = [
        f"Also signed, for a mandate not recognised: {each.name}, {each.title}"
        for each in facts.signatures
        if not each.mandate
    ]
    return block("signatories", items, *unknown)


def _persons(facts: Facts) -> Entry:
    unsure = [person.name for person in facts.persons if not person.is_sure]
    items = []
    for person in facts.persons:
        if person.is_sure:
            spellings = ", ".join(map(scalar, person.also))
            items.append(f"- {{name: {scalar(person.name)}, naming: public, also: [{spellings}]}}")
    return block(
        "persons",
        items,
        "Check these: never a child, and nobody whom the letter does not name." if items else "",
        f"Perhaps also named: {join_words(unsure)}." if unsure else "",
        is_draft=True,
    )


def _requests(facts: Facts) -> Entry:
    items = [f"{label}: {scalar(words)}" for label, words in facts.requests.items()]
    note = f"These are the letter's words: say what each asks for {_OWN_WORDS}." if items else ""
    return block("requests", items, note, is_draft=True)


def _related(facts: Facts) -> Entry:
    if not facts.cites:
        return entry("related", "[]")
    items = [f"- {flow({'to': str(each), 'as': Relation.RELATES_TO})}" for each in facts.cites]
    others = join_words([each.value for each in Relation if each is not Relation.RELATES_TO], "or")
    note = f"The letter names these. Where one is more than that, say so: {others}."
    return block("related", items, note, is_draft=True)


def write_entries(entries: Sequence[Entry]) -> str:
    """Return a whole new dossier.yml."""
    lines = [SCHEMA_LINE, *(line for each in entries for line in each.lines)]
    return "".join(f"{line}\n" for line in lines)
