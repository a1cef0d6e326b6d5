"""Sites built from small invented collections, as a build or a preview makes them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.conftest import BASE

ROOT = Path(__file__).parents[2]
HOOKS = ("collect", "docs", "links", "publish")
EPOCH = "1795305600"
"""22 November 2026, the day on which these tests see sites."""

Ended = subprocess.CompletedProcess[str]
"""A program that was run: how it ended, and what it told."""

_CONFIGURATION = """\
site_name: Casebook
site_url: https://casebook.example.org/
docs_dir: docs
theme:
  name: null
  custom_dir: {root}/hooks/theme
  static_templates: [404.html]
hooks: [{hooks}]
exclude_docs: /schema/
markdown_extensions: [{extensions}]
plugins: []
validation: {{links: {{absolute_links: ignore, unrecognized_links: ignore}}}}
"""

_PREVIEW = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
config = load_config("mkdocs.yml", site_dir=sys.argv[1])
config.plugins.on_startup(command="serve", dirty=False)
build(config)
"""
"""What `mkdocs serve` does before it serves."""


def make_collection(
    folder: Path,
    files: Mapping[str, str | bytes] = {},
    extensions: str = "tables, footnotes, toc",
) -> Path:
    """Make the small collection in a folder, with files of its own; return the folder."""
    shutil.copytree(BASE, folder)
    hooks = ", ".join(f"{ROOT}/hooks/{name}.py" for name in HOOKS)
    configuration = _CONFIGURATION.format(root=ROOT, hooks=hooks, extensions=extensions)
    for path, content in {
        "mkdocs.yml": configuration,
        "docs/index.md": "# Home\n",
        **files,
    }.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def run_build(
    folder: Path, site: Path, *options: str, is_preview: bool = False, host: str = "mkdocs"
) -> Ended:
    """Build the collection in a folder; a preview shows what has problems too."""
    script = ("-c", _PREVIEW, str(site))
    build = ("-m", host, "build", "--site-dir", str(site), *options)
    return run_python(folder, *(script if is_preview else build))


def run_python(
    folder: Path,
    *words: str,
    variables: Mapping[str, str] = {},
    before: Callable[[], None] | None = None,
) -> Ended:
    """Call Python with these words in a folder, on the day of these tests.

    `variables` are those of the environment that are others; `before` is called in the new process.
    """
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH, **variables},
        capture_output=True,
        text=True,
        preexec_fn=before,
        check=False,
    )


def run_casebook(folder: Path, *words: str) -> Ended:
    """Call our command in a folder."""
    return run_python(folder, str(Path(sys.executable).with_name("casebook")), *words)


def is_silent(done: Ended) -> bool:
    """Whether it went well, and nothing was told."""
    return (done.returncode, done.stdout, done.stderr) == (0, "", "")


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a site."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
