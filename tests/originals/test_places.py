"""Which addresses may be asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.originals.places import Place, Refused, follow, parse_place, resolve

HERE = parse_place("https://example.org/letters/7?a=b")


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("https://example.org", "https://example.org/"),
        ("HTTPS://Example.org:443/a", "https://example.org/a"),
        ("http://example.org:8080/a?b=c&d=e/f#g", "http://example.org:8080/a?b=c&d=e/f"),
        ("https://example.org/a%20b/%C3%BC?q=BLR+7%2F2025", None),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/ü", "https://example.org/%C3%BC"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://example.org/?a=[b]", None),
        ("http://[2001:db8::1]:81/", None),
    ],
)
def test_an_address_is_made_fit_to_send(url: str, sent: str | None) -> None:
    assert parse_place(url).url == (sent or url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "letter.pdf",
        "http:///a",
        "https://",
        "https://a:b@example.org/",
        "https://a:0/",
        "https://a\x1b[2J.example/",
        "https://a\0.example/",
        "https://a b.example/",
        "a" * 5000,
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        parse_place(url)


@pytest.mark.parametrize(
    ("location", "leads_to"),
    [
        ("/a", "https://example.org/a"),
        ("8", "https://example.org/letters/8"),
        ("?c=d", "https://example.org/letters/7?c=d"),
        ("//example.net/a", "https://example.net/a"),
        ("https://example.net/a", "https://example.net/a"),
        ("/Ã¼", "https://example.org/%C3%BC"),
        ("/a b", "https://example.org/a%20b"),
    ],
)
def test_a_redirect_leads_to(location: str, leads_to: str) -> None:
    assert follow(HERE, location).url == leads_to


def test_a_redirect_does_not_lead_out_of_safety() -> None:
    with pytest.raises(Refused, match="from https to http"):
        follow(HERE, "http://example.org/letters/7")
    plain = parse_place("http://example.org/")
    assert follow(plain, "https://example.org/").is_secure


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "10.1.2.3", "192.168.1.1", "2130706433", "0x7f.1", "::1"),
        *("::127.0.0.1", "::ffff:0:10.1.2.3", "64:ff9b::a01:203", "2002:a01:203::", "fec0::1"),
    ],
)
def test_a_host_that_is_not_public_is_not_asked(host: str) -> None:
    with pytest.raises(Refused):
        resolve(Place(True, host, 443, "/"), allow_loopback=False)


def test_loopback_alone_can_be_allowed() -> None:
    assert resolve(Place(True, "127.0.0.1", 443, "/"), allow_loopback=True) == ["127.0.0.1"]
    with pytest.raises(Refused):
        resolve(Place(True, "192.168.1.1", 443, "/"), allow_loopback=True)


@given(st.text() | st.from_regex(r"\Ahttps?://[^/]{0,20}/?.{0,20}"))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        place = parse_place(text)
    except Refused:
        return
    assert place.url.isascii()
    assert parse_place(place.url) == place


@given(st.text(alphabet=st.characters(max_codepoint=255)))
def test_any_redirect_is_an_address_or_refused(text: str) -> None:
    try:
        place = follow(HERE, text)
    except Refused:
        return
    assert place.is_secure
    assert " " not in place.url
    assert place.url.isprintable()
