"""Links of editors: a few forms lead somewhere, everything else leads nowhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebook.identifiers.link import (
    AnchorLink,
    DossierLink,
    LinkTarget,
    StandardLink,
    WebLink,
    parse_link,
)
from casebook.identifiers.reference import Reference

BLR = Reference("BLR", 6, 2024)


@pytest.mark.parametrize(
    ("target", "leads_to"),
    [
        ("/standards/iccpr.md", StandardLink("iccpr")),
        ("/standards/bangkok-rules.md#rule-52.3", StandardLink("bangkok-rules", "rule-52.3")),
        ("/cases/blr/6-2024/", DossierLink(BLR)),
        ("/cases/blr/6-2024/#p3", DossierLink(BLR, "p3")),
        ("/cases/blr/6-2024/dossier.yml", DossierLink(BLR)),
        ("/cases/blr/6-2024/reply-1.restated.md#reply-1.p3", DossierLink(BLR, "reply-1.p3")),
        ("#q2", AnchorLink("q2")),
        ("https://www.ohchr.org/en?a=b&c=d#e", WebLink("https://www.ohchr.org/en?a=b&c=d#e")),
        ("https://example.org/l'avis", WebLink("https://example.org/l'avis")),
        ("HTTP://un.org", WebLink("HTTP://un.org")),
        ("mailto:registry@example.org", WebLink("mailto:registry@example.org")),
    ],
)
def test_forms_that_lead_somewhere(target: str, leads_to: LinkTarget) -> None:
    assert parse_link(target) == leads_to


@pytest.mark.parametrize(
    "target",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "/\\evil.example",
        "https:evil.example",
        "https://a b",
        'https://a"onclick=x',
        "https://a\nb",
        "../../etc/passwd",
        "/standards/../x.md",
        "/standards/ICCPR.md",
        "/cases/blr/6-2024",
        "/cases/blr/0-2024/",
        "cases/blr/6-2024/",
        "iccpr.md",
        "ftp://x",
        "blob:https://x",
        "mailto:a@b?body=x",
    ],
)
def test_forms_that_lead_nowhere(target: str) -> None:
    assert parse_link(target) is None


@given(st.text(max_size=60))
def test_nothing_but_the_web_leads_out(target: str) -> None:
    match parse_link(target):
        case WebLink(address=address):
            assert address.lower().startswith(("https://", "http://", "mailto:"))
        case _:
            pass
