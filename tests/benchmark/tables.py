"""The tables of the report, each from results alone."""

from itertools import pairwise

from tests.benchmark import targets
from tests.benchmark.builders import PEERS
from tests.benchmark.figures import (
    NONE,
    Measured,
    kilobytes,
    median,
    megabytes,
    milliseconds,
    plain,
    seconds,
    table,
)
from tests.benchmark.invention import PARAGRAPHS
from tests.benchmark.results import Results, Row

OURS = "Casebook"
TITLES = {"ours": OURS} | {peer.name: peer.title for peer in PEERS.values()}
STEPS = {
    "pages": "pages alone, cold",
    "whole": "whole site, cold",
    "unchanged": "nothing changed",
    "paragraph": "after an edit of a paragraph",
    "title": "after an edit of a title",
    "reply": "after a reply came",
}
BUSY = 0.15
"""Processors that others may use before the report says that it was so."""

SHORT = 20
"""Entries of a list that nobody minds."""


def machine(results: Results) -> str:
    """Return what was measured on, and with which versions."""
    found = results.of("machine")
    if not found:
        return "Nothing was measured yet.\n"
    newest = found[-1]
    versions = {
        row["builder"]: row["version"]
        for size in results.sizes()
        for row in results.every("version", size)
    }
    ours = ", ".join(f"{name} {version}" for name, version in newest["versions"].items())
    theirs = "; ".join(f"{TITLES[name]} {version}" for name, version in versions.items())
    return (
        f"{newest['cores']} cores of {newest['processor']}, "
        f"{newest['memory'] / 2**30:.0f} GiB of memory, {newest['system']}, "
        f"Python {newest['python']}, Chromium {newest['chromium'] or 'none'}.\n"
        f"We build with {ours}.\nThe others: {theirs or 'none'}.\n"
    )


def reached(results: Results) -> str:
    """Return the targets and whether each is met."""
    rows = [target.row() for target in targets.all_targets(results)]
    return table(("", "target", "measured", "", "by processors"), rows)


def builds(results: Results, size: int) -> str:
    """Return what the builds of one size took, and what they needed."""
    ours = [(f"{OURS}: {words}", "ours", step) for step, words in STEPS.items()]
    others = [(peer.title, peer.name, "whole") for peer in PEERS.values()]
    measured = [
        (title, found)
        for title, builder, step in (*ours, *others)
        if (found := Measured(results, builder, size, step)).state != NONE
    ]
    time = ("", "seconds", "least to most, runs", "× Hugo", "of processors", "× Hugo")
    need = ("", "largest process", "all processes", "bytes", "files", "others busy")
    return "\n".join(
        (
            table(time, [(title, *_time(found)) for title, found in measured]),
            table(need, [(title, *_need(found)) for title, found in measured]),
            _remarks(results, size),
        )
    )


def _time(measured: Measured) -> tuple[str, ...]:
    if not measured.runs:
        return measured.state, *([NONE] * 4)
    least, most = measured.spread("wall")
    return (
        seconds(measured.median("wall")),
        f"{least:.1f}–{most:.1f}, {len(measured.runs)}",
        plain(measured.ratio("wall")),
        seconds(measured.median("cpu")),
        plain(measured.ratio("cpu")),
    )


def _need(measured: Measured) -> tuple[str, ...]:
    if not measured.runs:
        return measured.state, *([NONE] * 4)
    return (
        megabytes(measured.median("largest")),
        megabytes(measured.median("together")),
        megabytes(measured.weight("bytes")),
        plain(measured.weight("files"), 0),
        plain(measured.median("others"), 1),
    )


def _remarks(results: Results, size: int) -> str:
    """Return what the table of builds does not say."""
    remarks = [
        f"{TITLES[row['builder']]} is not in the table: {row['reason']}."
        for row in results.every("missing", size)
        if Measured(results, row["builder"], size, "whole").state == NONE
    ]
    if not Measured(results, "ours", size, "pages").runs:
        remarks.append("Our pages alone were not measured.")
    runs = [row for row in results.every("run", size) if row["exit"] == 0]
    others = median([row["others"] for row in runs]) or 0.0
    if others > BUSY:
        remarks.append(
            f"The machine had other work, which kept {others:.1f} processors busy: seconds on the "
            "wall are too long, and unevenly so. Compare the seconds of processors."
        )
    told = results.machine_of(runs[0]) if runs else {}
    if told:
        remarks.append(f"Measured on {told['day']}, Casebook at {told['commit']}.")
    return "\n".join(f"{remark}\n" for remark in remarks)


def growth(results: Results) -> str:
    """Return with which power figures of cold builds grow."""
    sizes = results.sizes()
    steps = [*pairwise(sizes), *([(sizes[0], sizes[-1])] if len(sizes) > 2 else [])]
    rows = []
    for builder, title in TITLES.items():
        for small, large in steps:
            powers = [
                targets.growth(results, builder, small, large, field) for field in targets.FIELDS
            ]
            if any(power is not None for power in powers):
                rows.append((f"{title}, {small:,} to {large:,}", *map(plain, powers)))
    return table(("cold builds", *targets.FIELDS.values()), rows)


def samples(results: Results) -> str:
    """Return whether the pages of the builders have the same in them."""
    rows = []
    for size in results.sizes():
        for builder, title in TITLES.items():
            measured = Measured(results, builder, size, "whole")
            if measured.runs:
                sample = measured.runs[-1]["sample"]
                counts = (sample["anchors"], sample["links"], len(sample["broken"]))
                pages = plain(measured.weight("pages"), 0)
                rows.append((f"{title}, {size:,}", pages, *counts))
    remarks = "".join(f"- {peer.title}: {peer.remark}.\n" for peer in PEERS.values())
    anchors = f"paragraphs with anchors, of {PARAGRAPHS}"
    head = ("", "pages of the site", anchors, "pages it links to", "of them broken")
    return f"{remarks}\n{table(head, rows)}"


def edits(results: Results) -> str:
    """Return what was written after edits."""
    rows = []
    for size in results.sizes():
        for step in ("paragraph", "title", "reply"):
            for row in results.of("edit", size, step=step)[-1:]:
                shown = f"{len(row['shown'])} of {len(row['expected'])}"
                search = (row["search_files"], kilobytes(row["search_bytes"]))
                written = (f"{row['files']:,}", megabytes(row["bytes"]))
                rows.append((f"{step}, {size:,}", *written, *search, shown))
    head = ("edit", "files", "bytes", "of them search", "bytes", "pages that show it")
    return table(head, rows)


def previews(results: Results) -> str:
    """Return how long editors wait for a preview."""
    rows = []
    for size in results.sizes():
        for row in results.of("preview", size):
            waits = [wait for wait in row["saves"] if wait is not None]
            spread = f"{min(waits):.2f}–{max(waits):.2f}" if waits else "longer than the limit"
            waited = (seconds(row["start"]), seconds(median(waits)), spread)
            rows.append((f"{size:,}", *waited, len(waits)))
    head = ("dossiers", "start to first page", "save to visible page", "least to most", "saves")
    return table(head, rows)


def searches(results: Results) -> str:
    """Return what queries cost a reader."""
    rows = []
    for size in results.sizes():
        for row in results.of("search", size):
            fetched = (kilobytes(row["page"]), kilobytes(row["bytes"]), row["requests"])
            waited = (milliseconds(row["first"]), milliseconds(median(row["again"])))
            rows.append((f"{row['name']}, {size:,}", *fetched, *waited, row["answer"]))
    head = ("query", "search page, scripts", "query", "requests", "first", "again", "answer")
    rare = [
        _rare(row) for size in results.sizes() for row in results.of("rare", size) if row["bytes"]
    ]
    return "\n".join((table(head, rows), *rare, *map(_quality, results.of("quality")[-1:])))


def _rare(row: Row) -> str:
    found = row["bytes"]
    return (
        f"Of {row['asked']} family names out of {row['size']:,} letters, {len(found)} are in one to "
        f"three letters: a first query for one, with the page and its scripts, fetches "
        f"{kilobytes(found[0])} to {kilobytes(found[-1])}, in the median {kilobytes(median(found))}.\n"
    )


def _quality(row: Row) -> str:
    missed = f" Not answered: {', '.join(row['missed'])}." if row["missed"] else ""
    return (
        f"Of {row['questions']} questions to the real collection (`tests/benchmark/questions.py`), "
        f"the first letter found answers {row['first']}, one of the first three {row['among']}.{missed}\n"
    )


def views(results: Results) -> str:
    """Return what first views of pages fetch."""
    rows = []
    for size in results.sizes():
        for row in results.of("view", size):
            kind = "a letter" if row["page"] == "dossier" else f"heaviest: `/{row['address']}`"
            weight = (kilobytes(row["own"]), kilobytes(row["other"]), row["requests"])
            rows.append((f"{kind}, {size:,}", *weight))
    return table(("page", "its own text", "everything else", "requests besides"), rows)


def lists(results: Results) -> str:
    """Return whether lists grow as the collection does."""
    sizes = results.sizes()
    kinds: dict[str, dict[int, Row]] = {}
    for size in sizes:
        for row in results.of("list", size):
            kinds.setdefault(row["pages"], {})[size] = row
    rows = [
        (
            f"`/{kind.lstrip('/')}`",
            *(found[size]["entries"] if size in found else NONE for size in sizes),
        )
        for kind, found in kinds.items()
        if max(row["entries"] for row in found.values()) > SHORT
    ]
    return table(("kind of page", *(f"{size:,} dossiers" for size in sizes)), rows)


def profiles(results: Results) -> str:
    """Return where the time of our builds goes."""
    parts = []
    for step in ("cold", "unchanged", "after an edit"):
        for row in results.of("profile", step=step):
            title = f"### {step.capitalize()}, {row['size']:,} dossiers"
            rooms = _shares(row["rooms"], row["looks"], "room of the package")
            functions = _shares(row["functions"], row["looks"], "innermost function of ours")
            parts.append(f"{title}\n\n{rooms}\n{functions}")
    return "\n".join(parts) or "No profile was recorded yet.\n"


def _shares(counts: dict[str, int], whole: int, what: str) -> str:
    rows = [(f"`{name}`", f"{count / whole:.1%}") for name, count in list(counts.items())[:12]]
    return table((what, "share"), rows)
