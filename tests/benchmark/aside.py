"""What earlier runs left, put out of the way.

It is not deleted before the end: a file system without a journal looks, for minutes after others
were deleted, at each of their places before it makes a new file, and takes ten times as long.
"""

import shutil
from contextlib import suppress
from itertools import count
from pathlib import Path

ASIDE = Path(__file__).parents[2] / ".cache" / "bench" / "aside"


def put_aside(path: Path) -> None:
    """Let nothing be at `path`, whether anything was there or not."""
    if not path.exists():
        return
    ASIDE.mkdir(parents=True, exist_ok=True)
    place = next(free for number in count() if not (free := ASIDE / str(number)).exists())
    try:
        path.rename(place)
    except OSError:  # on another disk
        shutil.rmtree(path)


def clear_aside() -> None:
    """Delete all that was put aside."""
    with suppress(FileNotFoundError):
        shutil.rmtree(ASIDE)
