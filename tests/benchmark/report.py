"""The report on what was measured: docs/benchmark.md, written from results alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmark import tables
from tests.benchmark.invention import ADDRESSEES, CITATIONS, INSTRUMENTS, PARAGRAPHS, PROVISIONS
from tests.benchmark.results import Results


def write_report(results: Results, path: Path) -> None:
    """Write the report on the newest measurements of every size."""
    path.write_text("\n".join(_sections(results)).replace("\n\n\n", "\n\n"), "utf-8")


def _sections(results: Results) -> Iterator[str]:
    yield _HEAD
    yield f"## The machine\n\n{tables.machine(results)}"
    yield _METHOD
    yield f"## What we set out to reach\n\n{tables.reached(results)}"
    for size in results.sizes():
        yield f"## {size:,} dossiers\n\n{tables.builds(results, size)}"
    for title, lead, section in _REST:
        yield f"## {title}\n\n{lead}\n\n{section(results)}"
    yield _REPEAT


_HEAD = """\
# Benchmark

How long a build takes, what it needs, and what readers fetch, for collections up to ten thousand dossiers, beside other generators.
`make bench` measured everything below and wrote this page; no figure was typed in by hand.
"""

_METHOD = f"""\
## Method

- **The collection** is invented, seeded and clearly so: codes of addressees begin with X, Y or Z, and most words are of no language. Letters of some 1,800 words in {PARAGRAPHS} paragraphs with {CITATIONS} citations, a reply to every second one, {INSTRUMENTS * PROVISIONS} provisions (at 10,000 dossiers the first is cited 7,400 times), {ADDRESSEES} addressees. It lies in git, and all its addresses are promised in `docs/permalinks.txt`.
- **The others** get the same letters as Markdown: a page a letter with an anchor on each paragraph and links to the provisions, a page a provision with everything that cites it and the words around, instruments, addressees, an index. What we compute (citations of a provision, lists of an addressee) stands there ready-made: they only render. They have no feeds, data, embeds, ledgers, people, mandates or topics, and a smaller page around the text, except Material and Zensical. Each has an environment of its own.
- **Runs** take turns: ours, Hugo, ours, the others, and again. A cold build begins without output and without caches; what was there is put aside and deleted at the end, as a file system can be slow to create files for minutes after others were deleted. A build of the others that takes over two minutes is measured once. Before each run, everything is on the disk; what was read before may still be in memory, for all alike.
- **Seconds** are waited for on the wall, beside the seconds of all processors. *Others busy* is how many processors worked for something else meanwhile: where it is not near 0, the wall tells less than the processors do.
- **Memory** is that of the largest process at its peak, and that of all processes together, looked at up to five times a second, and for no more than a twentieth of the time; what they share counts once.
- **Edits** change a paragraph that cites a provision, or the title of a letter, or put a reply of twelve paragraphs on record where none was; the edited site is then searched for the new word. A cold build of ours also makes the second copy of the site, out of links, that is exchanged with the first from then on.
- **Bytes that readers fetch** are bodies of answers as web servers send them: text compressed by gzip, other files as they are. Queries run in Chromium, the first of each in a browser that has seen nothing.
"""

_REPEAT = """\
## Measure it yourself

- `make bench`: everything; it takes hours on two cores.
- `make bench SIZES="1000 3000" PEERS=hugo ROUNDS=5`: some of it.
- `make bench SIZES=`: this page again, from what was measured.
- `make profile SIZE=3000`: where the time goes, and into this page.

Results stay in `.cache/bench/results/`, one file a session, one JSON object a line. The page takes the newest of each size; ratios compare within one session.
"""

_REST: tuple[tuple[str, str, Callable[[Results], str]], ...] = (
    (
        "How it grows",
        (
            "The exponent with which a figure grows as dossiers do: 1 is in proportion, 2 the square. "
            "Provisions and addressees are as many at every size: small collections pay for them, too."
        ),
        tables.growth,
    ),
    (
        "Are the pages the same?",
        "The page of one letter, as each builder made it, and how the builders differ.",
        tables.samples,
    ),
    ("What an edit writes", "Files of the public site that are new after an edit.", tables.edits),
    (
        "Preview",
        "`make serve`: a paragraph saved, the page asked for until it shows the new word.",
        tables.previews,
    ),
    (
        "Search",
        "*Again*: on a new page, with all that the query fetches in the browser's own cache.",
        tables.searches,
    ),
    ("Pages", "The first view, in a browser that has seen nothing.", tables.views),
    (
        "Lists",
        "The longest list or table on any page of a kind, where it has more than twenty entries.",
        tables.lists,
    ),
    (
        "Where the time goes",
        (
            "`make profile` builds under py-spy, which looks a hundred times a second at each process "
            "that is at work, and counts a look for the innermost function of ours. It leaves every "
            "stack in `.cache/bench/profile/`, in the format that flame graphs are drawn from."
        ),
        tables.profiles,
    ),
)
