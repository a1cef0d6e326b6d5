"""An address that was published stays, leads to its new place, or says that it was withdrawn."""

from collections.abc import Iterator, Mapping, Sequence

from casebook.checks.finding import Finding, Material
from casebook.identifiers.reference import parse_folder
from casebook.model.corpus import Corpus
from casebook.model.promises import destination, why_never_promised
from casebook.reading.layout import MOVED_PATH, PERMALINKS_PATH, is_file_name
from casebook.words.wording import count_words, join_words

_SHOWN = 5
"""Places of a record that a message names."""
_ADD = "casebook permalinks --write"
_WITHDRAWN = "withdrawn: {date: …, reason: …}"


def check_permalinks(published: Sequence[str], material: Material) -> Iterator[Finding]:
    """No address of docs/permalinks.txt is lost."""
    today = material.promised
    lost = [
        address
        for address in published
        if address not in today
        and not destination(address, material.moved, today)
        and not _is_withdrawn(material, address)
        and not _is_unread(material, address)
    ]
    by_record: dict[str, list[str]] = {}
    for address in lost:
        if why := why_never_promised(address):
            message = f"{address} is {why}, which nobody promised."
            help_ = f"Take the line out: {_ADD} adds what is promised."
            yield Finding(PERMALINKS_PATH, message, help_, line=material.line_of(address))
            continue
        by_record.setdefault(_record(address), []).append(address)
    for record, addresses in by_record.items():
        if record in today:
            yield from _places(material, addresses)
        else:
            yield from _whole(material, record, addresses)


def _places(material: Material, lost: Sequence[str]) -> Iterator[Finding]:
    """Yield what is lost of a record that is there."""
    pages = {address for address in lost if "#" not in address}
    for address in lost:
        page, mark, _ = address.partition("#")
        if mark and page in pages:
            continue  # said once, for the page
        message = f"{address} was published and is no more."
        help_ = _way_out(address)
        yield Finding(PERMALINKS_PATH, message, help_, line=material.line_of(address))


def _whole(material: Material, record: str, lost: Sequence[str]) -> Iterator[Finding]:
    """Yield what to do for a record that is gone with all its places: once, not for each."""
    places = [address.removeprefix(record) for address in lost if address != record]
    target = destination(record, material.moved, material.promised)
    if not target:
        more = f", with {count_words(len(places), 'place')} in it" if places else ""
        what = f"{record} was published and is no more{more}."
        help_ = f"Put {_back(record)}; or write where it is now into {MOVED_PATH} ({record}: …/)."
    elif target in material.promised:
        shown = [*places[:_SHOWN]]
        if left := len(places) - len(shown):
            shown.append(f"{left:,} more")
        what = f"{record} moved to {target}, and these places were published that are not there: {join_words(shown)}."
        help_ = f"Give them their names there. Or take the move out, and put {_back(record)}."
    else:
        return  # said of the move
    line = min(map(material.line_of, [record] if record in lost else lost))
    yield Finding(PERMALINKS_PATH, what, help_, line=line)


def _record(address: str) -> str:
    """Return the page of the record that an address goes with: of a letter, of a standard."""
    page = address.partition("#")[0]
    folder, _, below = page.partition("/")
    return f"{folder}/{below.split('/')[0]}/" if folder == "standards" and below else page


def _back(record: str) -> str:
    """Return what to put back where, and as what."""
    folder, _, name = record.rstrip("/").partition("/")
    match folder:
        case "cases" if "/" in name:
            return f"the folder {record} back, with {_WITHDRAWN} if it must not be shown"
        case "cases":
            return f"a dossier back into {record}, with {_WITHDRAWN} if it must not be shown"
        case "standards":
            return f"standards/{name}.md back"
        case "mandates" | "topics":
            return f"{name} back into cases/registers/{folder}.yml"
        case _:
            return f"docs/{record.rstrip('/')}.md back"


def _way_out(address: str) -> str:
    page, mark, anchor = address.partition("#")
    folder, _, below = page.partition("/")
    name, _, provision = below.rstrip("/").partition("/")
    if folder == "standards" and below:
        back = f"Put the heading of {anchor or provision} back into standards/{name}.md"
        return (
            f"{back}."
            if mark
            else f"{back}, or write where it is now into {MOVED_PATH} ({address}: …/)."
        )
    if mark and folder != "cases":
        return "Take the line out: no page of this kind ever had such a place."
    return f"Write where it is now into {MOVED_PATH} ({address}: …/), or give the paragraph its label back."


def check_moved(_: Corpus, material: Material) -> Iterator[Finding]:
    """An address that moved leads to one that is there, in one step."""
    today = material.promised
    for old, new in material.moved.items():
        if old in today:
            what, help_ = f"{old} is still there.", "Take the line out."
        elif is_file_name(old.partition("#")[0].rstrip("/").rpartition("/")[2]):
            what, help_ = f"{old} is no address of a page.", "Take the line out."
        elif "#" in old and not _is_dossier(material, old):
            what = "Only paragraphs of dossiers that we hold can move by themselves."
            help_ = "Write the line for the page."
        elif new in material.moved:
            end = _end(new, material.moved)
            what = f"{new} has moved itself." if end else f"{old} moves in a circle."
            help_ = f"Write {end}." if end else "Write the address where it is now."
        elif not (new in today or _is_withdrawn(material, new) or _is_unread(material, new)):
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
    """Whether an address is of a dossier that was withdrawn, be it after it moved."""
    page = address.partition("#")[0]
    folder = _folder(destination(page, material.moved, material.promised) or page)
    reference = parse_folder(*folder) if folder else None
    dossier = material.corpus.dossiers.get(reference) if reference else None
    return bool(dossier and dossier.withdrawn)


def _is_unread(material: Material, address: str) -> bool:
    """Whether an address is missing only because a file has problems of its own."""
    parts = address.partition("#")[0].split("/")
    if parts[0] == "cases" and len(parts) == 3:
        # An addressee has a page for what any letter says, be it only that it cites another.
        return any(path.startswith("cases/") for path in material.unread)
    return (
        material.holds_unread("/".join(parts[:3]))
        or (parts[0] == "standards" and material.holds_unread(f"standards/{parts[1]}.md"))
        or material.holds_unread(f"cases/registers/{parts[0]}.yml")
    )
