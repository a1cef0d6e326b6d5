"""Redirects are followed to public hosts alone, and not for ever."""

from dataclasses import replace

import pytest
from tests.originals.server import PDF, Server, says

from casebook.originals.fetching import Fetched, Unreachable, fetch
from casebook.originals.manners import Manners
from casebook.originals.partial import Partial

PATH = "/letter.pdf"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(
    server: Server, manners: Manners, partial: Partial, status: int
) -> None:
    server.serve("/there/letter.pdf", says(body=PDF))
    url = server.serve("/here/letter", says(status, location="../there/letter.pdf#page=2"))
    assert isinstance(fetch(url, partial, manners), Fetched)


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("file:///etc/passwd", "file: is neither http nor https"),
        ("ftp://example.org/a.pdf", "ftp: is neither"),
        ("data:application/pdf,%25PDF", "data: is neither"),
        ("javascript:alert(1)", "javascript: is neither"),
        ("//user:secret@127.0.0.1/", "somebody's password"),
        ("http://[::1", "cannot be read"),
        ("http://127.0.0.1:99999/", "cannot be read"),
        ("http://10.0.0.1/a.pdf", "10.0.0.1 is no public host"),
        ("http://169.254.169.254/latest/meta-data/", "is no public host"),
        ("http://[fd00::1]/", "is no public host"),
        ("http://[::ffff:10.0.0.1]/", "is no public host"),
        ("http://[64:ff9b::10.0.0.1]/", "is no public host"),
        ("http://0.0.0.0/", "is no public host"),
        ("http://224.0.0.1/", "is no public host"),
        (f"/{'a' * 5000}", "too long"),
    ],
)
def test_a_redirect_does_not_lead_anywhere_else(
    server: Server, manners: Manners, partial: Partial, location: str, why: str
) -> None:
    answer = fetch(server.serve(PATH, says(302, location=location)), partial, manners)
    assert isinstance(answer, Unreachable)
    assert why in answer.why
    assert len(server.asked) == 1


def test_redirects_end(server: Server, manners: Manners, partial: Partial) -> None:
    url = server.serve(PATH, says(302, location=PATH))
    assert fetch(url, partial, manners) == Unreachable("it is redirected more than 5 times")
    assert len(server.asked) == 6


def test_this_machine_is_not_asked_unless_a_test_wants_it(
    server: Server, manners: Manners, partial: Partial
) -> None:
    url = server.serve(PATH, says(body=PDF))
    answer = fetch(url, partial, replace(manners, allow_loopback=False))
    assert answer == Unreachable("127.0.0.1 is no public host", is_host=True)
    assert server.asked == []
