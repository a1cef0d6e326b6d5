"""The members of a list: "articles 7" and "10 of the Covenant" in "articles 7 and 10 of it"."""

from collections.abc import Iterator

from casebook.citations.citation import Citation, Target


def find_members(citation: Citation) -> Iterator[tuple[int, int, Target]]:
    """Yield targets with the stretches of the paragraph's plain text that print them.

    The stretches lie apart, in order; the first begins and the last ends with the citation, so
    that nothing of it is left to be found again. Where several targets share their words, as the
    members of a range do, the first of them stands for all; where they belong to different records,
    none does.
    """
    first_of: dict[tuple[int, int], Target] = {}
    for span, target in zip(citation.spans, citation.targets, strict=False):
        if _record(first_of.setdefault(span, target)) != _record(target):
            return
    spans = sorted(first_of)
    if len(spans) < 2:
        if len(set(map(_record, citation.targets))) == 1:
            yield citation.start, citation.end, citation.targets[0]
        return
    for index, (start, end) in enumerate(spans):
        begin = start if index else citation.start
        stop = end if index + 1 < len(spans) else citation.end
        yield begin, stop, first_of[start, end]


def _record(target: Target) -> str:
    return str(target).partition("#")[0]
