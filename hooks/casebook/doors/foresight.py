"""What has to be seen before MkDocs is called: where no hook of ours runs, it empties the site.

`make site` calls this module, `casebook build` its function.
"""

import sys
from pathlib import Path

from casebook.doors.here import UsageError, find_collection
from casebook.reading.site_configuration import missing_hooks_in


def refuse_without_hooks(root: Path) -> None:
    """Raise UsageError when the mkdocs.yml of a collection does not list our hooks."""
    if problem := missing_hooks_in(root):
        place = f"{problem.path}:{problem.line}:{problem.column}"
        raise UsageError(
            f"{place}: {problem.message} {problem.help} The site stays as it was, as MkDocs alone"
            " would empty it."
        )


if __name__ == "__main__":
    try:
        refuse_without_hooks(find_collection())
    except UsageError as error:
        sys.exit(f"casebook: {error}")
