"""Our own builder: a collection as an editor has it, the commands, the edits."""

import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.benchmark.aside import put_aside
from tests.benchmark.collection import NO_REPLY, REPLY, reply_facts, reply_text, write_collection
from tests.benchmark.invention import Letter, Provision, Record
from tests.benchmark.measuring import surroundings
from tests.benchmark.vocabulary import make_vocabulary

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
SITE = "site"

ENVIRONMENT: Final[Mapping[str, str]] = {"SOURCE_DATE_EPOCH": "1798675200"}
"""Every build happens on 31 December 2026, when everything invented has happened."""

PAGES: Final = (str(BIN / "casebook"), "build", "--only", "pages")
"""Builds the pages alone."""

WHOLE: Final = (str(BIN / "mkdocs"), "build", "--strict", "--quiet")
"""Builds the whole site, as `make site` does."""

PREVIEW: Final = (str(BIN / "mkdocs"), "serve", "--livereload", "--quiet", "--dev-addr")
"""Serves a preview at the address that follows, as `make serve` does."""

MARK = "Ulteredmark"
"""The beginning of a word that only edits write."""

LONG_NAME = 9
"""Letters of a name that hardly another is like."""

_HAND_WRITTEN: Final[Mapping[str, str]] = {
    "index.md": "# Casebook\n\nAn invented record: no State, person or event in it exists.\n",
    "about.md": "# About\n\nThis record was invented to measure how long a build takes.\n",
    "method.md": "# Method\n\nNothing here was assessed by anybody.\n",
    "data.md": "# Data\n\nThe same invented record, for machines.\n",
    "corrections.md": "# Corrections\n\nNothing was corrected.\n",
}

_COMMIT: Final[Mapping[str, str]] = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (
        ("NAME", "Nobody"),
        ("EMAIL", "nobody@example.org"),
        ("DATE", "2026-11-01T12:00:00Z"),
    )
}


@dataclass(frozen=True)
class Edit:
    """A change that an editor makes to one dossier."""

    name: str
    path: Path
    old: str
    new: str
    """Here or in what is added, {mark} stands for a word that no other text has."""
    shown: tuple[str, ...]
    """Addresses of pages that must show the word."""
    added: Mapping[Path, str] = field(default_factory=dict)
    """Files that come with it."""

    def make(self, mark: str) -> None:
        """Write the change with a word of its own."""
        text = self.path.read_text("utf-8")
        assert text.count(self.old) == 1, (self.path, self.old)
        files = {self.path: text.replace(self.old, self.new), **self.added}
        for path, words in files.items():
            path.write_text(words.replace("{mark}", mark), "utf-8")


def prepare(folder: Path, count: int) -> None:
    """Make a collection of that many dossiers as an editor has it: in git, its addresses promised."""
    put_aside(folder)
    (folder / "docs").mkdir(parents=True)
    for name, text in _HAND_WRITTEN.items():
        (folder / "docs" / name).write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text(_configuration(), "utf-8")
    (folder / ".gitignore").write_text("/.cache/\n/site/\n", "utf-8")
    write_collection(folder, count)
    _run([str(BIN / "casebook"), "permalinks", "--write"], folder)
    _run(["git", "init", "--quiet"], folder)
    _run(["git", "add", "--all"], folder)
    _run(["git", "commit", "--quiet", "--message", "An invented record"], folder)


def build(folder: Path) -> None:
    """Bring the site up to date, without measuring."""
    _run(WHOLE, folder)


def build_real(site: Path) -> None:
    """Build the real collection into a folder, without measuring."""
    _run([*WHOLE, "--site-dir", str(site)], ROOT)


def clean(folder: Path) -> None:
    """Remove what earlier builds left: the site and every cache."""
    put_aside(folder / SITE)
    put_aside(folder / ".cache")


def restore(folder: Path) -> None:
    """Take every edit back."""
    _run(["git", "checkout", "--quiet", "--", "cases"], folder)
    _run(["git", "clean", "--quiet", "--force", "--", "cases"], folder)


def chosen_letter(count: int) -> Letter:
    """Return the letter that is edited and looked for: one in the middle, with a reply.

    Its person has a name that is no word of any text, and so long that hardly another is like it.
    """
    words = set(make_vocabulary().words)
    return next(
        each
        for each in Record(count).letters(count // 2)
        if each.reply
        and len(name := each.person.split()[-1].lower()) >= LONG_NAME
        and name not in words
    )


def names_all_over(count: int, many: int) -> list[str]:
    """Return family names out of letters all over the record, those that are words left out."""
    words = set(make_vocabulary().words)
    record = Record(count)
    letters = (next(record.letters(place)) for place in range(0, count, max(1, count // many)))
    names = {each.person.split()[-1] for each in letters}
    return sorted(name for name in names if name.lower() not in words)


def edits(folder: Path, count: int) -> tuple[Edit, Edit, Edit]:
    """Return the edits of a paragraph and of a title, and a reply that is put on record.

    It is the reply of the letter with the other edits, and comes to the next that has none.
    """
    letter = chosen_letter(count)
    later = Record(count).letters(letter.place.index)
    unanswered = next(each for each in later if not each.reply)
    citing = next(each for each in letter.paragraphs if isinstance(each.cites, Provision))
    cited = citing.cites
    assert isinstance(cited, Provision)
    page = f"{letter.place.folder}/"
    below = folder / letter.place.folder
    paragraph = Edit(
        "paragraph",
        below / "communication.restated.md",
        f"[{citing.number}] {citing.before}",
        f"[{citing.number}] {citing.before.removesuffix('.')} {{mark}}.",
        (page, f"standards/convention-{cited.instrument}/article-{cited.article}/"),
    )
    title = Edit(
        "title",
        below / "dossier.yml",
        f"title: {letter.title}",
        f"title: {letter.title} {{mark}}",
        (page, f"cases/{letter.place.code.lower()}/", f"cases/{letter.place.year}/"),
    )
    return paragraph, title, _reply(folder, unanswered, letter.reply)


def _reply(folder: Path, letter: Letter, paragraphs: Sequence[str]) -> Edit:
    below = folder / letter.place.folder
    *first, last = paragraphs
    return Edit(
        "reply",
        below / "dossier.yml",
        NO_REPLY,
        reply_facts(letter),
        (f"{letter.place.folder}/",),
        {below / REPLY: reply_text([*first, f"{last} {{mark}}."])},
    )


def shows(site: Path, address: str, mark: str) -> bool:
    """Return whether a page, or one of the pages into which it is split, has the word."""
    return any(mark in page.read_text("utf-8") for page in (site / address).rglob("index.html"))


def versions() -> dict[str, str]:
    """Return what our builds run on."""
    frozen = _run([sys.executable, "-m", "pip", "list", "--format", "freeze"], ROOT)
    pins = dict(line.split("==", 1) for line in frozen.splitlines() if "==" in line)
    wanted = ("mkdocs", "Jinja2", "pyromark", "PyYAML", "Markdown")
    return {name: pins[name] for name in wanted if name in pins}


def commit() -> str:
    """Return the commit that is measured, and whether files differ from it."""
    state = _run(["git", "status", "--porcelain", "--", "hooks", "requirements.lock"], ROOT)
    changed = " with changes" if state.strip() else ""
    return _run(["git", "rev-parse", "--short=10", "HEAD"], ROOT).strip() + changed


def _configuration() -> str:
    """Return our own configuration, whose hooks and theme lie where this program lies."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    return re.sub(r"\bhooks/", f"{ROOT}/hooks/", text)


def _run(command: Sequence[str], folder: Path) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        env=surroundings({**ENVIRONMENT, **_COMMIT}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")
    return done.stdout
