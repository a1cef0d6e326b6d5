"""An address that was published stays, leads to its new place, or says that it was withdrawn."""

from collections.abc import Iterator, Mapping

from casebook.checks.finding import Finding, Material
from casebook.identifiers.reference import parse_folder
from casebook.model.promises import destination
from casebook.reading.permanence import MOVED_PATH, PERMALINKS_PATH


def check_permalinks(material: Material) -> Iterator[Finding]:
    """No address of docs/permalinks.txt is lost."""
    today = material.promised
    lost = [
        address
        for address in material.permalinks
        if address not in today
        and not destination(address, material.moved, today)
        and not _is_withdrawn(material, address)
        and not _is_unread(material, address)
    ]
    pages = {address for address in lost if "#" not in address}
    for address in lost:
        page, mark, _ = address.partition("#")
        if mark and page in pages:
            continue  # said once, for the page
        yield Finding(
            PERMALINKS_PATH,
            f"{address} was published and is no more.",
            _way_out(address),
            line=material.line_of(address),
        )


def _way_out(address: str) -> str:
    page, mark, anchor = address.partition("#")
    folder, _, below = page.partition("/")
    if mark and folder == "standards" and below:
        return f"Put the heading of {anchor} back into standards/{below.split('/')[0]}.md."
    if mark and folder != "cases":
        return "Take the line out: no page of this kind ever had such a place."
    back = (
        "give the paragraph its label back"
        if mark
        else "put it back, with withdrawn where it must not be shown"
    )
    return f"Write where it is now into {MOVED_PATH} ({address}: …/), or {back}."


def check_moved(material: Material) -> Iterator[Finding]:
    """An address that moved leads to one that is there, in one step."""
    today = material.promised
    for old, new in material.moves.items():
        if old in today:
            what, help_ = f"{old} is still there.", "Take the line out."
        elif "#" in old and not _is_dossier(material, old):
            what = "Only paragraphs of dossiers that we hold can move by themselves."
            help_ = "Write the line for the page."
        elif new in material.moved:
            end = _end(new, material.moved)
            what = f"{new} has moved itself." if end else f"{old} moves in a circle."
            help_ = f"Write {end}." if end else "Write the address where it is now."
        elif new not in today and not _is_unread(material, new):
            what, help_ = f"There is no {new}.", "Write an address that docs/permalinks.txt has."
        else:
            continue
        yield Finding(MOVED_PATH, what, help_, (old,))


def _end(address: str, moved: Mapping[str, str]) -> str | None:
    """Return where an address is in the end, or None when it never ends."""
    seen = set()
    while address in moved:
        if address in seen:
            return None
        seen.add(address)
        address = moved[address]
    return address


def _folder(address: str) -> tuple[str, str] | None:
    """Return the two folders of an address in cases/: blr, 7-2025."""
    parts = address.partition("#")[0].split("/")
    return (parts[1], parts[2]) if len(parts) == 4 and parts[0] == "cases" else None


def _is_dossier(material: Material, address: str) -> bool:
    folder = _folder(address)
    return folder is not None and parse_folder(*folder) in material.corpus.dossiers


def _is_withdrawn(material: Material, address: str) -> bool:
    folder = _folder(address)
    reference = parse_folder(*folder) if folder else None
    dossier = material.corpus.dossiers.get(reference) if reference else None
    return bool(dossier and dossier.withdrawn)


def _is_unread(material: Material, address: str) -> bool:
    """Whether an address is missing only because a file has problems of its own."""
    parts = address.partition("#")[0].split("/")
    return (
        material.holds_unread("/".join(parts[:3]))
        or (parts[0] == "standards" and material.holds_unread(f"standards/{parts[1]}.md"))
        or material.holds_unread(f"cases/registers/{parts[0]}.yml")
    )
