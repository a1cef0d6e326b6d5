"""What a reader sees in words that are written so that a machine sees something else.

Оmar Ѕample with Cyrillic letters in it, O m a r  S a m p l e, Omar (known as the baker) Sample.
"""

import re
from collections.abc import Iterator, Sequence
from operator import sub

from casebook.words.spelling import with_servants

_LIKE = dict(
    zip(
        map(ord, "АВЕЅІЈКМНОРСТУХԌԚԜѴаеѕіјкмнорстухһԁԛԝѵΑΒΕΖΗΙΚΜΝΟΡΤΥΧανικορυτχ"),
        "ABESIJKMHOPCTYXGQWVaesijkmhopctyxhdqwvABEZHIKMNOPTYXavikoputx",
        strict=True,
    )
)
"""Letters of Cyrillic and Greek that look like Latin ones."""
_LOOKALIKES = "".join(map(chr, _LIKE))
_OTHERS = re.compile("[\u0370-\u052f]")
_MIXED = re.compile(rf"\b(?:[{_LOOKALIKES}]+|(?=\w*[A-Za-z])\w*[{_LOOKALIKES}]\w*)\b")
_APART = re.compile(r"(?<![^\W_])[^\W\d_](?:[\W_]{1,4}[^\W\d_](?![^\W_])){3,}")
_FEWEST_APART = 4
_GAP = re.compile(r"[\W_]{2,4}")
_MARK = re.compile(r"[\W_]")
_BEHIND = r"(?=[^\W\d_a-z])"
_ALIAS = (
    r"(?:alias|aka|a\.k\.a\.|(?:also )?known as|called|nicknamed|dite?|conocid[oa] como|born|née?)"
)
_ASIDES = tuple(
    re.compile(f"{aside} {_BEHIND}")
    for aside in (
        r" \([^()0-9]{1,60}\)",
        r" \[[^\[\]0-9]{1,60}\]",
        r" –[^–.;0-9]{1,40}–",
        r" —[^—.;0-9]{1,40}—",
        r" [\"“„«‘'][^\"“”„«»‘.;0-9]{1,40}[\"”“»’']",
        rf", {_ALIAS} [^,.;0-9]{{1,40}},",
    )
)
"""What may part a name, a nickname of two words among them."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_HYPHEN = re.compile(r"[-‐]\n(?<=\w..)\s*(?=\w)")
"""Where a word goes on in the next line."""
_SUFFIX = re.compile(r"['’](?<=\w{3}.)(?:n?[ıiuü]n|[dt][ae]n?|[yn]?[ıiuüae]|yl[ae]|l[ae]r[ıi]?)\b")
"""What Turkish puts behind a name."""
_WITHIN = {"-\n": _HYPHEN, "‐\n": _HYPHEN, "'": _SUFFIX, "’": _SUFFIX}
"""What a name is read without, each with a mark that is found fast."""
_AROUND = 60
"""Characters around an aside between which a name may be parted."""
_NO_NAME = " and and "
"""What stands between two names of two persons."""


def readings(text: str, starts: Sequence[int]) -> Iterator[str]:
    """Yield what else a text, or a stretch of it, may be read as; nothing for nearly every text.

    `starts` says where each of its words begins when they stand without spaces, in Latin letters.
    """
    if not text.isascii() and _OTHERS.search(text):
        alike = _MIXED.sub(lambda word: word[0].translate(_LIKE), text)
        if alike != text:
            yield alike
    if _FEWEST_APART in map(sub, starts[_FEWEST_APART:], starts):
        yield _APART.sub(lambda run: _joined(run[0]), text)
    for mark, pattern in _WITHIN.items():
        if mark in text and (whole := pattern.sub("", text)) != text:
            yield whole
    if not text.isascii() and _UNSEEN.search(text):
        yield _UNSEEN.sub("", text)
    if (joined := with_servants(text)) != text:
        yield joined
    for pattern in _ASIDES:
        asides = [*pattern.finditer(text)]
        if len(asides) * _AROUND * 2 > len(text):
            yield pattern.sub(" ", text)
        elif asides:
            yield _NO_NAME.join(_without(text, aside) for aside in asides)


def _without(text: str, aside: re.Match[str]) -> str:
    """Return what stands around an aside."""
    before = text[max(0, aside.start() - _AROUND) : aside.start()]
    return f"{before} {text[aside.end() : aside.end() + _AROUND]}"


def _joined(run: str) -> str:
    """Return letters that stand apart as words: a wider gap parts two."""
    if _GAP.search(run) and _MARK.search(_GAP.sub("", run)):
        return " ".join(_MARK.sub("", word) for word in _GAP.split(run))
    return _MARK.sub("", run)
