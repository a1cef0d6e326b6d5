"""A file that broke off: the rest is fetched, or all of it where the rest might be another's."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from tests.originals.server import PDF, Respond, Resuming, Server, says

from casebook.originals.fetching import Fetched, Unreachable, fetch
from casebook.originals.manners import Manners
from casebook.originals.partial import Partial

PATH = "/letter.pdf"


@pytest.mark.parametrize(
    "file",
    [
        Resuming(PDF, breaks_at=[3000]),
        Resuming(PDF, etag=None, modified="Sun, 22 Nov 2026 10:00:00 GMT", breaks_at=[3000]),
    ],
)
def test_it_goes_on_where_it_broke_off(
    server: Server, manners: Manners, partial: Partial, file: Resuming
) -> None:
    assert isinstance(fetch(server.serve(PATH, file), partial, manners), Fetched)
    assert partial.path.read_bytes() == PDF
    assert server.asked[1].headers["range"] == "bytes=3000-"
    assert server.asked[1].headers["if-range"] == (file.etag or file.modified)


def test_another_run_goes_on_where_the_last_one_stopped(
    server: Server, manners: Manners, partial: Partial
) -> None:
    url = server.serve(PATH, Resuming(PDF, breaks_at=[2000, 2000, 2000]))
    assert isinstance(fetch(url, partial, manners), Unreachable)
    assert partial.size == 4000
    assert isinstance(fetch(url, partial, manners), Fetched)
    assert partial.path.read_bytes() == PDF
    assert [asked.headers.get("range") for asked in server.asked] == [
        None,
        "bytes=2000-",
        "bytes=4000-",
        "bytes=6000-",
    ]


def test_without_a_version_it_begins_anew(
    server: Server, manners: Manners, partial: Partial
) -> None:
    url = server.serve(PATH, Resuming(PDF, etag=None, breaks_at=[3000]))
    assert isinstance(fetch(url, partial, manners), Fetched)
    assert partial.path.read_bytes() == PDF
    assert "range" not in server.asked[1].headers


def test_a_weak_tag_is_no_version(server: Server, manners: Manners, partial: Partial) -> None:
    url = server.serve(PATH, Resuming(PDF, etag='W/"one"', breaks_at=[3000]))
    assert isinstance(fetch(url, partial, manners), Fetched)
    assert "range" not in server.asked[1].headers


def test_another_version_begins_anew(server: Server, manners: Manners, partial: Partial) -> None:
    other = PDF.replace(b"bridge", b"tunnel")
    url = server.serve(PATH, Resuming(PDF, breaks_at=[3000]), Resuming(other, etag='"two"'))
    assert isinstance(fetch(url, partial, manners), Fetched)
    assert partial.path.read_bytes() == other
    assert server.asked[1].headers["if-range"] == '"one"'


@pytest.mark.parametrize(
    "second",
    [
        says(416),
        says(206, PDF, content_range="bytes 17-99/10000", etag='"one"'),
        says(206, PDF, etag='"one"'),
        says(206, gzip.compress(PDF), content_encoding="gzip", content_range="bytes 3000-9/9"),
    ],
)
def test_what_does_not_fit_begins_anew(
    server: Server, manners: Manners, partial: Partial, second: Respond
) -> None:
    url = server.serve(PATH, Resuming(PDF, breaks_at=[3000]), second, says(body=PDF))
    assert isinstance(fetch(url, partial, replace(manners, attempts=3)), Fetched)
    assert partial.path.read_bytes() == PDF
    assert "range" not in server.asked[2].headers


def test_what_begins_to_arrive_unnamed_is_not_taken_for_the_version_before(tmp_path: Path) -> None:
    partial = Partial(tmp_path, "https://example.org/letter.pdf")
    with partial.writing(start=0, validator='"one"') as file:
        file.write(b"The first version")
    assert partial.validator == '"one"'
    with partial.writing(start=0, validator=None) as file:
        file.write(b"Another")
    assert partial.validator is None
