"""What mkdocs.yml says, for commands that need a word of it. Nothing in it is carried out."""

from pathlib import Path
from typing import Any

import yaml

from casebook.doors.here import CONFIGURATION, UsageError
from casebook.reading.site_configuration import is_site_url

_PLAIN = "tag:yaml.org,2002:"
_NULL = f"{_PLAIN}null"


def read_setting(root: Path, *keys: str) -> str | None:
    """Return the word that stands under these keys, one below the other, or None.

    What another program would put in its place, `!ENV NAME`, is no word. Raises UsageError when the
    file cannot be read.
    """
    try:
        node: Any = yaml.compose((root / CONFIGURATION).read_text("utf-8"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f", line {mark.line + 1}, column {mark.column + 1}" if mark else ""
        raise UsageError(f"{CONFIGURATION} cannot be read{place}: {error.problem}.") from error
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as error:
        raise UsageError(f"{CONFIGURATION} cannot be read.") from error
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else ()
        node = next((value for name, value in pairs if name.value == key), None)
    is_word = (
        isinstance(node, yaml.ScalarNode) and node.tag.startswith(_PLAIN) and node.tag != _NULL
    )
    return str(node.value) if is_word and node.value else None


def site_url(root: Path) -> str:
    """Return the address of the site; `/` when the configuration gives none.

    Raises UsageError when it cannot be read.
    """
    address = read_setting(root, "site_url") or ""
    return address if is_site_url(address) else "/"
