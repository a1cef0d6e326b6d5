"""The only clock: what day it is."""

import os
import re
from datetime import UTC, date, datetime

EPOCH = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 that stand for now, so that two builds of one commit are the same
(https://reproducible-builds.org/specs/source-date-epoch/)."""


_SECONDS = re.compile(r"[0-9]{1,11}")


def is_day_known() -> bool:
    """Whether the variable is away, or a number that MkDocs takes, too."""
    return EPOCH not in os.environ or bool(_SECONDS.fullmatch(os.environ[EPOCH].strip()))


def today() -> date:
    """Return the day, in UTC: that of SOURCE_DATE_EPOCH where it is a sensible number."""
    seconds = os.environ.get(EPOCH, "").strip()
    if _SECONDS.fullmatch(seconds):
        return datetime.fromtimestamp(int(seconds), UTC).date()
    return datetime.now(UTC).date()
