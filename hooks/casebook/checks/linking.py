"""Links and pinpoints lead to something that is there."""

from collections.abc import Iterable, Iterator

from casebook.checks.finding import Finding, Material
from casebook.checks.links import Links, Placed
from casebook.identifiers.label import COMMUNICATION
from casebook.identifiers.link import AnchorLink, DossierLink, StandardLink, parse_link
from casebook.identifiers.provision import Provision, parse_provision
from casebook.identifiers.reference import Reference
from casebook.model.dossier import Dossier, Pinpoint
from casebook.model.standard import Instrument
from casebook.model.text import Heading, leaves
from casebook.reading.nodes import Step
from casebook.words.suggestion import nearest, some_of
from casebook.words.wording import count_words


def check_standards(links: Links, material: Material) -> Iterator[Finding]:
    """A link to a standard names an instrument that is in standards/."""
    known = material.corpus.instruments
    for address, placed in links.items():
        target = parse_link(address)
        if not isinstance(target, StandardLink) or target.instrument in known:
            continue
        path = f"standards/{target.instrument}.md"
        if material.holds_unread(path):
            continue
        near = nearest(target.instrument, known)
        help_ = f"Write /standards/{near}.md, or add the file." if near else f"Add the file {path}."
        yield from _findings(placed, f"There is no file {path}.", help_)


def check_provisions(links: Links, material: Material) -> Iterator[Finding]:
    """A link to a provision names one that has a heading in its instrument's file."""
    for address, placed in links.items():
        target = parse_link(address)
        if not isinstance(target, StandardLink) or not target.fragment:
            continue
        instrument = material.corpus.instruments.get(target.instrument)
        if not instrument:
            continue
        provision = parse_provision(target.fragment)
        if provision and instrument.entry(provision):
            continue
        message = f'{instrument.path} has no heading with the id "{target.fragment}".'
        help_ = _missing_provision_help(instrument, provision, target.fragment)
        yield from _findings(placed, message, help_)


def _missing_provision_help(
    instrument: Instrument, provision: Provision | None, fragment: str
) -> str:
    ids = [str(entry.provision) for entry in instrument.entries]
    if not provision:
        near = nearest(fragment, ids)
        return f"Write {near}." if near else "Write the unit and number: article-14, rule-52.3."
    highest = instrument.highest.get(provision.unit)
    if highest and provision.number.isdigit() and int(provision.number) > highest:
        return f"{instrument.short} has {count_words(highest, provision.unit.in_words)}: correct the number."
    around = next((held for held in provision.parents if str(held) in ids), None)
    start = f"Write {around}, or add" if around else "Add"
    return f'{start} the heading "{provision.heading}" with its gloss to {instrument.path}.'


def check_cases(links: Links, material: Material) -> Iterator[Finding]:
    """A link into a dossier names one that is in cases/."""
    for address, placed in links.items():
        target = parse_link(address)
        if isinstance(target, DossierLink) and _is_missing(material, target.reference):
            message = f"There is no dossier in cases/{target.reference.folder}."
            help_ = f"Write {target.reference} without a link: the build links it to what we know of it."
            yield from _findings(placed, message, help_)


def check_pinpointed_cases(dossier: Dossier, material: Material) -> Iterator[Finding]:
    """A pinpoint into a dossier names one that is in cases/."""
    for steps, pinpoint in _pinpoints(dossier):
        if _is_missing(material, pinpoint.reference):
            message = f"There is no dossier in cases/{pinpoint.reference.folder}."
            help_ = 'Write null, and give the public page in "url".'
            yield Finding(dossier.path, message, help_, steps)


def check_paragraphs(links: Links, material: Material) -> Iterator[Finding]:
    """A link to a paragraph names a label that the dossier's texts have."""
    for address, placed in links.items():
        match parse_link(address):
            case DossierLink(reference=reference, fragment=fragment) if fragment:
                dossier = material.corpus.dossiers.get(reference)
                if fault := dossier and _anchor_fault(dossier, fragment):
                    yield from _findings(placed, *fault)
            case AnchorLink(fragment=fragment):
                for each in placed:
                    if fault := each.dossier and _anchor_fault(each.dossier, fragment):
                        yield from _findings([each], *fault)


def check_pinpointed_paragraphs(dossier: Dossier, material: Material) -> Iterator[Finding]:
    """A pinpoint to a paragraph names a label that the dossier's texts have."""
    for steps, pinpoint in _pinpoints(dossier):
        held = material.corpus.dossiers.get(pinpoint.reference)
        anchor = pinpoint.label.anchor_in(pinpoint.document)
        if fault := held and _anchor_fault(held, anchor):
            yield Finding(dossier.path, *fault, steps)


def _anchor_fault(dossier: Dossier, anchor: str) -> tuple[str, str] | None:
    """Return what is wrong with a link to a place in a dossier, and the help, or None."""
    anchors = _anchors(dossier)
    if anchor in anchors:
        return None
    message = f'The page of {dossier.reference} has no paragraph "{anchor}".'
    if not anchors:
        return message, "Link to the page as a whole: its dossier holds no text."
    near = f"p{anchor}" if f"p{anchor}" in anchors else nearest(anchor, anchors)
    if near:
        return message, f"Write {near}, or another label of its texts."
    return message, f"Its labels are {some_of(anchors)}."


def _anchors(dossier: Dossier) -> list[str]:
    """Return every fragment that a link to a place in the dossier's texts can have."""
    anchors: dict[str, None] = {}
    for document in dossier.documents:
        prefix = "" if document.id == COMMUNICATION else f"{document.id}."
        for text in document.texts:
            for label, _ in text.labelled():
                anchors[label.anchor_in(document.id)] = None
            for note in text.notes:
                anchors[f"{prefix}fn{note.id}"] = None
            for block in leaves(text.blocks):
                if isinstance(block, Heading):
                    anchors[f"{prefix}{block.anchor}"] = None
    return list(anchors)


def _is_missing(material: Material, reference: Reference) -> bool:
    return reference not in material.corpus.dossiers and not material.holds_unread(
        f"cases/{reference.folder}"
    )


def _pinpoints(dossier: Dossier) -> Iterator[tuple[tuple[Step, ...], Pinpoint]]:
    for at, basis in enumerate(dossier.sources):
        if basis.at:
            yield ("sources", at, "at"), basis.at
    for reply in dossier.replies:
        for at, assessment in enumerate(reply.assessments):
            if assessment.at:
                yield ("replies", reply.id, "assessments", at, "at"), assessment.at


def _findings(links: Iterable[Placed], message: str, help_: str) -> Iterator[Finding]:
    """Yield a finding for each of these links."""
    for link, path, _ in links:
        yield Finding(path, message, help_, line=link.line, column=link.column)
