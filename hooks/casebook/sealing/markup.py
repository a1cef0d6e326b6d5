"""What HTML of a hand-written page may hold. Python-Markdown lets everything through."""

import re
from collections import Counter
from collections.abc import Iterator

import nh3
from selectolax.lexbor import LexborHTMLParser

_TAGS = frozenset(
    re.findall(
        r"\w+",
        "a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em "
        "figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span "
        "strong sub summary sup table tbody td tfoot th thead time tr ul var wbr",
    )
)

_ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang", "title"},
    "a": {"href"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "img": {"alt", "height", "src", "width"},
    "li": {"value"},
    "ol": {"start"},
    "q": {"cite"},
    "td": {"colspan", "headers", "rowspan"},
    "th": {"colspan", "headers", "rowspan", "scope"},
    "time": {"datetime"},
}

_GONE_WITH_CONTENT = frozenset(
    re.findall(
        r"\w+",
        "embed iframe math noscript object script style svg template textarea title",
    )
)

_ID = re.compile(r"[A-Za-z0-9][\w.:-]{0,99}")
_OWN_ID = re.compile(r"main|card|search-.*")
"""Ids that the theme gives, and that its script and its links look for."""

# Those that Python-Markdown writes, and no other: the theme's classes make its chrome.
_CLASS = re.compile(
    r"footnote(?:-ref|-backref)?|toc|language-[a-z0-9-]+|align-(?:left|right|center)"
)
_NUMBER = re.compile(r"[0-9]{1,4}")
_FORMS = {
    "dir": re.compile(r"ltr|rtl|auto"),
    "lang": re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}"),
    # Pictures lie in docs/: a picture from elsewhere would tell who reads what.
    "src": re.compile(r"(?:\.{1,2}/)*[\w-][\w./-]*\.(?:png|jpe?g|gif|webp|avif)", re.IGNORECASE),
    **dict.fromkeys(("colspan", "height", "rowspan", "span", "start", "value", "width"), _NUMBER),
}

_ALIGNED = re.compile(r'<(t[hd]) style="text-align: (left|right|center);">')
"""How the extension `tables` writes alignment; our policy refuses styles in attributes."""

_EMPTY_HEAD = re.compile(r"<th(?: class=\"align-\w+\")?></th>")
"""A heading cell without words heads nothing: readers that speak would say there is one."""


def _filtered(tag: str, name: str, value: str) -> str | None:
    """Return what an attribute becomes, None when it goes. nh3 has checked tag and name."""
    del tag
    if name == "id":
        return value if _ID.fullmatch(value) and not _OWN_ID.fullmatch(value.lower()) else None
    if name == "class":
        return " ".join(each for each in value.split() if _CLASS.fullmatch(each)) or None
    form = _FORMS.get(name)
    return value if form is None or form.fullmatch(value) else None


_CLEANER = nh3.Cleaner(
    tags=set(_TAGS),
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    attribute_filter=_filtered,
    clean_content_tags=set(_GONE_WITH_CONTENT),
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener noreferrer",
    strip_comments=True,
)


def clean_html(html: str) -> str:
    """Return the HTML that Python-Markdown wrote, without what a page may not hold.

    No script, no style, no form, no frame, nothing from another host, none of the theme's own
    ids and classes. Cleaning twice changes nothing.
    """
    return _EMPTY_HEAD.sub(
        "<td></td>", _CLEANER.clean(_ALIGNED.sub(r'<\1 class="align-\2">', html))
    )


def taken_out(before: str, after: str) -> tuple[str, ...]:
    """Return what cleaning took out, for a message: `<script>`, `onclick`, `class`."""
    lost = Counter(
        _parts(_EMPTY_HEAD.sub("<td></td>", _ALIGNED.sub(r'<\1 class="align-\2">', before)))
    ) - Counter(_parts(after))
    return tuple(sorted(lost))


def _parts(html: str) -> Iterator[str]:
    """Yield the name of every element, and of every attribute with its value."""
    for node in LexborHTMLParser(f"<body>{html}").css("body *"):
        yield f"<{node.tag}>"
        yield from (name for name in node.attributes if name != "rel")


def plain(words: str) -> str:
    """Return words on one line; where HTML is written, they still have to be escaped."""
    return " ".join(words.split())
