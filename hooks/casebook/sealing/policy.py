"""What a browser may do with a page: the content security policy, and the headers around it.

The policy stands in every page, so it holds on hosts that send no headers; the headers say it
again, with what only a header can say. https://www.w3.org/TR/CSP3/
"""

from collections.abc import Mapping, Sequence

_DIRECTIVES: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
"""Nothing inline, nothing evaluated, nothing from or to another host; workers are scripts."""


def _policy(**more: str) -> str:
    directives = {**_DIRECTIVES, **{name.replace("_", "-"): value for name, value in more.items()}}
    return "; ".join(f"{name} {value}" for name, value in directives.items())


PAGE_POLICY = _policy()
"""For the meta element of every page. A meta element cannot say who may frame the page."""

PREVIEW_POLICY = _policy(script_src="'self' 'unsafe-inline'")
"""For `mkdocs serve` alone, which writes its reloading script into every page."""

REFERRER = "no-referrer"
"""Following a link tells nobody what somebody was reading."""

EMBED = "embed/"
"""The only pages that other sites may show in a frame lie below this address."""

_UNUSED = (
    "accelerometer",
    "autoplay",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "usb",
    "xr-spatial-tracking",
)

_EVERYWHERE: Mapping[str, str] = {
    # Kept, and asked for each time whether it is still so: where a server says nothing, browsers
    # show what they have for days, also of a letter that was answered, corrected or withdrawn.
    "Cache-Control": "no-cache",
    "Referrer-Policy": REFERRER,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
}

_OPEN_DATA = ("api/", "data/", "feeds/", "cases/")
"""Programs in the browser may read these from any site: all of it is public, nobody is known."""


_UNLISTED = {"X-Robots-Tag": "noindex"}

MOST_RULES = 100
"""How many rules Cloudflare reads. https://developers.cloudflare.com/pages/configuration/headers/"""


def headers_file(unlisted: Sequence[str]) -> bytes:
    """Return `_headers`, which Netlify and Cloudflare Pages read.

    `unlisted` are addresses below which search engines shall list nothing, files of data included;
    pages say so themselves, so those that are beyond the limit of rules are still left out.
    Where two rules meet, Cloudflare joins their values and Netlify takes one of them. Framing
    holds either way: browsers ignore X-Frame-Options as soon as a policy has frame-ancestors.
    """
    rules: dict[str, Mapping[str, str]] = {
        "/*": {
            "Content-Security-Policy": PAGE_POLICY,
            "X-Frame-Options": "DENY",
            **_EVERYWHERE,
        },
        f"/{EMBED}*": {"Content-Security-Policy": _policy(frame_ancestors="*")},
        **{f"/{folder}*": {"Access-Control-Allow-Origin": "*"} for folder in _OPEN_DATA},
    }
    for address in unlisted[: MOST_RULES - len(rules)]:
        rules[f"/{address}*"] = _UNLISTED
    lines = []
    for path, headers in rules.items():
        lines += [path, *(f"  {name}: {value}" for name, value in headers.items())]
    return ("\n".join(lines) + "\n").encode()


def nginx_file(unlisted: Sequence[str], moved: Mapping[str, str]) -> bytes:
    """Return `headers/nginx.conf`: a whole server for nginx, to copy and to complete.

    `unlisted` are addresses below which search engines shall list nothing, `moved` those that lead
    elsewhere.

    All headers stand together in the server block: nginx drops inherited ones wherever a block
    has one of its own. Addresses stand as patterns: nginx does not start with a plain one of more
    than forty-six characters.
    """
    headers = {
        "Content-Security-Policy": "$casebook_policy",
        "Access-Control-Allow-Origin": "$casebook_origin",
        "X-Robots-Tag": "$casebook_robots",
        **_EVERYWHERE,
    }
    lines = "\n".join(
        f"    add_header {name} {_quoted(value)} always;" for name, value in headers.items()
    )
    leads = "".join(
        f'    "~^/{old.replace(".", "[.]")}$" "/{new}";\n' for old, new in moved.items()
    )
    robots = "".join(f'    "~^/{address}" "noindex";\n' for address in unlisted)
    openings = "\n".join(f'    "~^/{folder}" "*";' for folder in _OPEN_DATA)
    return f"""\
# Copy into /etc/nginx/conf.d/ and complete: the name, the folder, the certificate.

map $uri $casebook_policy {{
    default {_quoted(_policy(frame_ancestors="'none'"))};
    "~^/{EMBED}" {_quoted(_policy(frame_ancestors="*"))};
}}

# nginx sends no header whose value is empty.
map $uri $casebook_origin {{
    default "";
{openings}
}}

map $uri $casebook_robots {{
    default "";
{robots}}}

map $uri $casebook_moved {{
    default "";
{leads}}}

server {{
    listen 80;
    server_name casebook.example.org;
    root /srv/casebook/site;
    error_page 404 /404.html;
    charset utf-8;
    if ($casebook_moved) {{ return 301 $casebook_moved; }}

{lines}

    location ~ /\\. {{ return 404; }}
}}
""".encode()


def _quoted(value: str) -> str:
    """Return a value of nginx: none of ours has a quotation mark of this kind."""
    return f'"{value}"'
