"""What is imported in tests of `casebook import`, and where it goes."""

from pathlib import Path

from tests.importing.sample import read_sample

LETTER = read_sample("en-urgent-appeal")
REPLY = read_sample("en-reply-numbered")
FOLDER = "cases/xxx/4-2031"


def tree(root: Path) -> dict[str, bytes]:
    """Return every file of a collection."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
