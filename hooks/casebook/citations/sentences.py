"""Where sentences end."""

import re

_BETWEEN = (
    r"(?:(?<=[a-z)\"'\0]{2}[.!?])|(?<=[0-9)][.!?])|(?<=[A-Z]{3}[.!?]))[)\"']? +[\"'(]?(?=[A-Z\0])"
)

SENTENCE_END = re.compile(rf"[.!?]{_BETWEEN}")
"""Where a sentence ends, be it with a number: "article 9. The court". "Ms. X" does not end one."""

PART_END = re.compile(rf"[.!?;](?:(?<=;) |{_BETWEEN})")
"""Where a sentence ends, or one of its parts."""
