"""mkdocs.yml, as far as a slip in it goes unsaid: MkDocs takes the last of two fields in silence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import yaml

from casebook.reading.characters import LARGEST_MAPPING, read_characters
from casebook.reading.syntax import explain
from casebook.reading.tree import reason_of
from casebook.words.problem import Problem
from casebook.words.suggestion import nearest, some_of

PATH = "mkdocs.yml"
FIELDS = frozenset(
    re.findall(
        r"\w+",
        "copyright dev_addr docs_dir draft_docs edit_uri edit_uri_template exclude_docs "
        "extra extra_css extra_javascript extra_templates hooks markdown_extensions "
        "mdx_configs nav not_in_nav plugins remote_branch remote_name repo_name repo_url "
        "site_author site_description site_dir site_name site_url strict theme "
        "use_directory_urls validation watch INHERIT",
    )
)
"""Of MkDocs, those that are gone left out: nobody can ask it here."""


def check_configuration(root: Path) -> Sequence[Problem]:
    """Return what is wrong with mkdocs.yml; nothing in it is carried out."""
    try:
        data = (root / PATH).read_bytes()
    except OSError as error:
        message = f"The file cannot be read: {reason_of(error)}."
        return [Problem(PATH, 1, 1, "unreadable-file", message, "Mend it.")]
    characters = read_characters(data, PATH, LARGEST_MAPPING)
    if characters.source is None:
        return characters.problems
    try:
        node = yaml.compose(characters.source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line, column, message, help_ = explain(error, characters.source.split("\n"))
        help_ = help_.replace("another dossier.yml", f"{PATH} as it was")
        found = Problem(PATH, line + 1, column + 1, "yaml-syntax", message, help_)
        return [*characters.problems, found]
    except RecursionError:
        help_ = "Write it with fewer levels."
        return [Problem(PATH, 1, 1, "yaml-depth", "The file is nested too deep.", help_)]
    except (yaml.YAMLError, ValueError):
        return characters.problems
    if node is None:
        return characters.problems
    if not isinstance(node, yaml.MappingNode):
        help_ = "Begin each line with the name of a field and a colon."
        return [Problem(PATH, 1, 1, "wrong-type", "The file has no fields.", help_)]
    return [
        *characters.problems,
        *_unknown(node),
        *_repeated(node, set()),
        *_without_hooks(node),
        *_without_address(node),
    ]


_UNHOOKED = "The hooks that make the site are not listed."


def missing_hooks_in(root: Path) -> Problem | None:
    """Return what is wrong with the hooks of the mkdocs.yml of a collection, or None.

    For whoever is about to call MkDocs: without hooks it empties the site before it reads anything.
    """
    found = check_configuration(root)
    return next((problem for problem in found if problem.message == _UNHOOKED), None)


def _unknown(node: yaml.MappingNode) -> Iterator[Problem]:
    for key, _ in node.value:
        if isinstance(key, yaml.ScalarNode) and key.value not in FIELDS:
            meant = nearest(key.value, FIELDS)
            help_ = f"Put it below extra:, or use one of: {some_of(sorted(FIELDS))}."
            if meant:
                help_ = f'Write "{meant}".'
            yield _at(key, "unknown-field", f'MkDocs has no field "{key.value}".', help_)


def _without_hooks(node: yaml.MappingNode) -> Iterator[Problem]:
    """Yield what is wrong with the list of hooks, without which our theme shows nothing.

    Where none runs, nothing of ours can say so while MkDocs builds.
    """
    fields = {key.value: (key, value) for key, value in node.value if isinstance(key.value, str)}
    key, listed = fields.get("hooks", (None, None))
    _, theme = fields.get("theme", (None, None))
    if not key:
        if not _is_our_theme(theme) or "INHERIT" in fields:
            return
        key = node
    items = listed.value if isinstance(listed, yaml.SequenceNode) else []
    if missing_hooks(item.value for item in items):
        help_ = f"List below hooks:, in this order: {_EVERY_HOOK}."
        yield _at(key, "wrong-value", _UNHOOKED, help_)


def _is_our_theme(theme: yaml.Node | None) -> bool:
    return isinstance(theme, yaml.MappingNode) and any(
        isinstance(value, yaml.ScalarNode) and value.value.strip("./") == "hooks/theme"
        for _, value in theme.value
    )


HOOKS = ("collect.py", "docs.py", "links.py", "publish.py")
"""In the order in which they run."""
_EVERY_HOOK = ", ".join(f"hooks/{name}" for name in HOOKS)


def missing_hooks(listed: Iterable[object]) -> str | None:
    """Return what is wrong with the hooks of a configuration, listed by their files, or None."""
    parts = [str(path).rpartition("/") for path in listed]
    ours = [(name, folder) for folder, _, name in parts if name in HOOKS]
    # One of another folder only has the name of ours.
    if [name for name, _ in ours] == [*HOOKS] and len({folder for _, folder in ours}) == 1:
        return None
    return f"mkdocs.yml has to list these hooks, in this order: {_EVERY_HOOK}."


_ADDRESS = re.compile(r"https?://[^\s/?#@\"'<>\\]+(?:/[^\s?#\"'<>\\]*)?")
ADDRESS_HELP = "Write it as readers type it: https://casebook.example.org/."


def is_site_url(address: str) -> bool:
    """Whether pages can have addresses below this one."""
    return bool(_ADDRESS.fullmatch(address))


def _without_address(node: yaml.MappingNode) -> Iterator[Problem]:
    for key, value in node.value:
        # Whatever another program would put in its place, !ENV NAME, has a tag of its own.
        is_word = isinstance(value, yaml.ScalarNode) and value.tag in _WORDS
        if key.value == "site_url" and is_word and value.value and not is_site_url(value.value):
            message = "No page can have an address below this one."
            yield _at(value, "wrong-web-address", message, ADDRESS_HELP)


_WORDS = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "bool"))


def _repeated(node: yaml.Node, seen: set[yaml.Node]) -> Iterator[Problem]:
    if node in seen:  # by several names, each with several more
        return
    seen.add(node)
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _repeated(item, seen)
    if isinstance(node, yaml.MappingNode):
        first: dict[str, int] = {}
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                line = first.setdefault(key.value, key.start_mark.line + 1)
                if line != key.start_mark.line + 1:
                    message = f'"{key.value}" is written twice; the first is on line {line}.'
                    yield _at(key, "duplicate-key", message, "Keep one of the two.")
            yield from _repeated(value, seen)


def _at(node: yaml.Node, slug: str, message: str, help_: str) -> Problem:
    mark = node.start_mark
    return Problem(PATH, mark.line + 1, mark.column + 1, slug, message, help_)
