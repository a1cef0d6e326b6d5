"""What the elements of a web page are: no words, pictures, blocks."""

_PASSED = "script style noscript template head nav button datalist meter progress select textarea"
_PICTURES = "audio canvas embed iframe img math object svg video"
_BLOCKS = """
    address article aside blockquote body center dd details div dl dt figcaption figure footer form
    header hr html li main ol p pre section summary table ul h1 h2 h3 h4 h5 h6
"""
_OTHERS = """
    a abbr b bdi bdo big br caption cite code col colgroup data del dfn dialog em font i input ins
    kbd label mark q rp rt ruby s samp small span strike strong sub sup tbody td tfoot th thead time
    tr tt u var wbr
"""

PASSED = frozenset(_PASSED.split())
ROLES = frozenset(("navigation", "menu", "menubar", "search"))
"""What a part of a page may be, so that none of its words are the letter's."""
PICTURES = frozenset(_PICTURES.split())
"""What shows words, or nothing, that are not among the words of a page."""
BLOCKS = frozenset(_BLOCKS.split())
TAGS = PASSED | PICTURES | BLOCKS | frozenset(_OTHERS.split())
"""The elements of a web page: what is none of them was never a tag."""
