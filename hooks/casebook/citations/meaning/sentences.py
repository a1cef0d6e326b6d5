"""Where sentences end, and what two of them tell of."""

import re

_BETWEEN = (
    r"(?:(?<=[a-z)\"'\0]{2}[.!?])|(?<=[0-9)][.!?])|(?<=[A-Z]{3}[.!?]))[)\"']? +[\"'(]?(?=[A-Z\0])"
)

SENTENCE_END = re.compile(rf"[.!?]{_BETWEEN}")
"""Where a sentence ends, be it with a number: "article 9. The court". "Ms. X" does not end one."""

PART_END = re.compile(rf"[.!?;](?:(?<=;) |{_BETWEEN})")
"""Where a sentence ends, or one of its parts."""
LONGEST = 1000
"""In characters: looking further would cost more than it can tell."""
_RATIFIED = re.compile(
    r"\b(?:ratif|acced|adher|signed|signe|firm|joined|party|parties|partie|parte|binds|bound|in force"
    r"|into force|en vigueur|en vigor|came)"
)


def tell_of_ratification(text: str, first: int, second: int) -> bool:
    """Whether two places stand in two sentences behind each other that tell what was ratified.

    They are a list of treaties, of which none is the one that is spoken of.
    """
    ends = list(SENTENCE_END.finditer(text, first, second + 1))
    if len(ends) != 1:
        return False
    following = SENTENCE_END.search(text, second, second + LONGEST)
    begin, stop = ends[0].end(), following.start() if following else len(text)
    start = text.rfind(". ", 0, first) + 1
    return bool(_RATIFIED.search(text, start, begin) and _RATIFIED.search(text, begin, stop))
