"""What decides which bytes a build makes of a record: our code, Python, its libraries, the machine."""

import platform
import re
import sqlite3
import sys
import zlib
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from casebook.building.batch import digest, hash_of

_PACKAGE = Path(__file__).parents[1]
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def code_key() -> str:
    """Return a hash of the package: other code may make other bytes of the same record."""
    return digest(*(path.read_bytes() for path in sorted(_PACKAGE.rglob("*.py"))))


def engine_key() -> str:
    """Return a short string: the same on machines where one code makes the same bytes of a record."""
    return hash_of(
        sys.version_info[:3],
        sys.platform,
        platform.machine(),
        sqlite3.sqlite_version,
        zlib.ZLIB_RUNTIME_VERSION,
        _libraries(),
    )


@cache
def _libraries() -> list[tuple[str, str]]:
    needed = [each for each in requires("casebook") or () if "extra ==" not in each]
    names = {match[0].lower() for each in needed if (match := _NAME.match(each))}
    return [(name, _version(name)) for name in sorted({*names, "markdown", "markupsafe"})]


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
