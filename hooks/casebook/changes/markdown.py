"""Changes in Markdown, for a comment on a pull request: safe to show, and never too long."""

from collections import Counter
from collections.abc import Iterator

from casebook.changes.change import Change, Changes, Entry, Happened, Section
from casebook.changes.labels import RENUMBERED_HELP
from casebook.changes.quoting import Quoting
from casebook.changes.wording import Kept, Piece, changed_words
from casebook.words.wording import count_words, join_words

LONGEST = 60_000
"""Bytes; GitHub takes comments of 65,536 characters."""

_ROOM = 4_000
"""Bytes kept for what stands after the records."""

_MOST_CHANGES = 40
"""So many changes of one record are told."""

_MOST_ADDRESSES = 20
_SHORT = 8
"""Words; up to so many are told as a whole, which reads better than their pieces."""

_CUT = 300
"""So many characters in a row are told to be gone or to have come."""


def write_changes(changes: Changes, revision: str, quoting: Quoting, code_changes: int = 0) -> str:
    """Return changes since a revision as Markdown.

    `code_changes` counts files of the program and its look that changed.
    """
    since = quoting.code(revision)
    lines = [f"## What readers would see change since {since}", ""]
    if not changes and not code_changes:
        return "\n".join((*lines, "Nothing.", ""))
    if summary := _summary(changes):
        lines += [summary, ""]
    lines += _beyond(changes, quoting, code_changes)
    lines += _renumbered(changes, quoting)
    text = "\n".join(lines)
    size = len(text.encode())
    parts = [text]
    after = "\n".join(_addresses(changes, quoting))
    left_out: Counter[str] = Counter()
    for section in changes.sections:
        heading = f"\n### {_heading(section)}\n"
        is_begun = False
        for entry in section.entries:
            told = ("" if is_begun else heading) + "\n".join(("", *_entry(entry, quoting), ""))
            if left_out or size + len(told.encode()) > LONGEST - _ROOM:
                left_out[section.noun] += 1
                continue
            parts.append(told)
            size += len(told.encode())
            is_begun = True
    if left_out:
        more = join_words([count_words(number, noun) for noun, number in left_out.items()])
        parts.append(f"\n… and {more} more, for which there is no room here.\n")
    parts.append(after)
    return "".join(parts).rstrip() + "\n"


def _summary(changes: Changes) -> str:
    told = []
    for section in changes.sections:
        counts = Counter(entry.happened for entry in section.entries)
        for happened, number in sorted(counts.items()):
            told.append(f"{count_words(number, section.noun)} {happened}")
    return f"{'; '.join(told)}." if told else ""


def _heading(section: Section) -> str:
    return f"{section.noun.capitalize()}s"


def _beyond(changes: Changes, quoting: Quoting, code_changes: int) -> Iterator[str]:
    if code_changes:
        files = count_words(code_changes, "file")
        yield f"{files} of the program, its settings or its look changed: any page may change."
        yield ""
    if changes.unread:
        paths = ", ".join(quoting.code(path) for path in changes.unread[:_MOST_ADDRESSES])
        more = len(changes.unread) - _MOST_ADDRESSES
        rest = f" and {more} more" if more > 0 else ""
        yield f"Not compared, because it has problems that `casebook check` tells: {paths}{rest}."
        yield ""


def _renumbered(changes: Changes, quoting: Quoting) -> Iterator[str]:
    if changes.renumbered:
        yield "### Links that would lead to other words"
        yield ""
        yield RENUMBERED_HELP
        yield ""
        yield from _listed(
            [
                f"{quoting.code(f'/{old}')}: what stood there is now at {quoting.code(f'/{new}')}"
                for old, new in changes.renumbered
            ]
        )
        yield ""


def _addresses(changes: Changes, quoting: Quoting) -> Iterator[str]:
    if changes.new_addresses:
        yield ""
        yield "### New addresses"
        yield ""
        yield from _listed([quoting.code(f"/{each}") for each in changes.new_addresses])
    if changes.lost_addresses:
        yield ""
        yield "### Addresses that are no more"
        yield ""
        yield from _listed(
            [
                f"{quoting.code(f'/{old}')} → {quoting.code(f'/{new}') if new else '**nowhere**'}"
                for old, new in changes.lost_addresses
            ]
        )


def _listed(items: list[str]) -> Iterator[str]:
    for item in items[:_MOST_ADDRESSES]:
        yield f"- {item}"
    if len(items) > _MOST_ADDRESSES:
        yield f"- … and {len(items) - _MOST_ADDRESSES:,} more"


def _entry(entry: Entry, quoting: Quoting) -> Iterator[str]:
    title = f": {quoting.text(entry.title)}" if entry.title else ""
    yield f"#### {quoting.text(entry.name)}{title} ({entry.happened})"
    if entry.address is not None or entry.changes:
        yield ""
    if entry.address is not None:
        yield f"- On {quoting.code(f'/{entry.address}')}"
    is_new = entry.happened in (Happened.NEW, Happened.WITHDRAWN)
    changes = [each for each in entry.changes if not is_new or each.after != entry.title]
    for change in changes[:_MOST_CHANGES]:
        yield f"- {_told(change, quoting, is_new=is_new)}"
    if (more := len(changes) - _MOST_CHANGES) > 0:
        yield f"- … and {count_words(more, 'change')} more"


def _told(change: Change, quoting: Quoting, *, is_new: bool) -> str:
    name = f"**{quoting.text(change.name)}**"
    match change.before, change.after:
        case None, None:
            return f"{name}: in another order"
        case None, str(after):
            return f"{name}{'' if is_new else ', new'}: {quoting.text(after)}"
        case str(before), None:
            return f"{name}, gone: {_struck(quoting.text(before))}"
        case str(before), str(after):
            if quoting.is_withheld(before) or quoting.is_withheld(after):
                return f"{name}: {quoting.text(before)} → {quoting.text(after)}"
            pieces = _pieces(before, after)
            return f"{name}: {' '.join(_written(piece, quoting) for piece in pieces)}"
    raise AssertionError(change)


def _pieces(before: str, after: str) -> tuple[Piece, ...]:
    if max(len(before.split()), len(after.split())) <= _SHORT:
        return (Piece(Kept.GONE, before), Piece(Kept.CAME, after))
    return changed_words(before, after)


def _written(piece: Piece, quoting: Quoting) -> str:
    words = quoting.text(piece.words, _CUT)
    match piece.kept:
        case Kept.GONE:
            return _struck(words)
        case Kept.CAME:
            return f"**{words}**"
    return words


def _struck(words: str) -> str:
    return f"~~{words}~~"
