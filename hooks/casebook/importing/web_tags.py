"""What the elements of a web page are: no words, pictures, blocks."""

PASSED = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "nav",
        "button",
        "datalist",
        "meter",
        "progress",
        "select",
        "textarea",
        "-comment",
        "-comment-",
        "!--",
    )
)
ROLES = frozenset(("navigation", "menu", "menubar", "search"))
"""What a part of a page may be, so that none of its words are the letter's."""
PICTURES = frozenset(
    ("audio", "canvas", "embed", "iframe", "img", "math", "object", "svg", "video")
)
"""What shows words, or nothing, that are not among the words of a page."""
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
    ]
)
