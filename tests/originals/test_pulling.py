"""What becomes of originals: filed, unchanged, changed, gone, unreachable."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest
from tests.factories import dossier, reference, reply
from tests.originals.server import PDF, Resuming, Server, says, sends

from casebook.model.dossier import Document, Source
from casebook.originals.manners import Manners
from casebook.originals.pulling import Copy, Finding, Pulled, Puller
from casebook.originals.recorded import Recorded, recorded_in
from casebook.originals.store import Store

CHECKSUM = sha256(PDF).hexdigest()
OTHER = PDF.replace(b"bridge", b"tunnel")
TODAY = date(2026, 11, 22)

Pull = Callable[..., list[Pulled]]


def recorded(url: str | None, checksum: str | None = None, number: int = 1) -> Recorded:
    source = Source(url=url, sha256=checksum)
    name = reference(f"XXX {number}/2025")
    return Recorded(name, "communication", f"cases/{name.folder}/dossier.yml", source)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "originals"))


@pytest.fixture
def pull(store: Store, tmp_path: Path, manners: Manners) -> Pull:
    def pull_(*originals: Recorded, today: date = TODAY) -> list[Pulled]:
        puller = Puller(
            store,
            tmp_path / "parts",
            manners,
            today,
            lambda data: data.count(b"bridge"),
            lambda _recorded: lambda _done, _expected: None,
        )
        return list(puller.pull(originals))

    return pull_


def test_an_original_is_filed_and_what_to_record_of_it_is_told(
    server: Server, pull: Pull, store: Store, tmp_path: Path
) -> None:
    url = server.serve("/a.pdf", says(body=PDF))
    (pulled,) = pull(recorded(url))
    assert pulled.finding is Finding.FILED
    assert pulled.copy == Copy(CHECKSUM, TODAY, 400)
    assert pulled.message == f"{CHECKSUM[:12]}…, 400 pages, nothing is recorded to compare it with"
    assert store.read(CHECKSUM) == PDF
    assert list((tmp_path / "parts").iterdir()) == []


def test_one_that_is_as_recorded_says_so(server: Server, pull: Pull) -> None:
    url = server.serve("/a.pdf", says(body=PDF))
    (pulled,) = pull(recorded(url, CHECKSUM))
    assert pulled.finding is Finding.FILED
    assert pulled.message.endswith("as recorded")


def test_what_is_on_file_is_asked_for_only_if_it_changed(server: Server, pull: Pull) -> None:
    url = server.serve("/a.pdf", says(body=PDF, etag='"one"'), says(304))
    assert [each.finding for each in pull(recorded(url))] == [Finding.FILED]
    (pulled,) = pull(recorded(url), today=date(2026, 12, 1))
    assert pulled.finding is Finding.UNCHANGED
    assert pulled.copy == Copy(CHECKSUM, TODAY, 400)
    assert server.asked[1].headers["if-none-match"] == '"one"'


def test_what_is_not_on_file_any_more_is_fetched(server: Server, pull: Pull, store: Store) -> None:
    url = server.serve("/a.pdf", says(body=PDF, etag='"one"'))
    pull(recorded(url))
    (Path(store.address) / CHECKSUM[:2] / CHECKSUM).write_bytes(PDF[:100])
    assert [each.finding for each in pull(recorded(url, CHECKSUM))] == [Finding.UNCHANGED]
    assert "if-none-match" not in server.asked[1].headers
    assert store.read(CHECKSUM) == PDF


def test_what_changed_is_filed_beside_what_was(server: Server, pull: Pull, store: Store) -> None:
    url = server.serve("/a.pdf", says(body=PDF), says(body=OTHER))
    pull(recorded(url, CHECKSUM))
    (pulled,) = pull(recorded(url, CHECKSUM))
    assert pulled.finding is Finding.CHANGED
    assert pulled.copy is None
    assert CHECKSUM[:12] in pulled.message
    assert sha256(OTHER).hexdigest()[:12] in pulled.message
    assert "both stay on file" in pulled.message
    assert store.read(CHECKSUM) == PDF
    assert store.read(sha256(OTHER).hexdigest()) == OTHER


def test_a_change_is_told_until_somebody_looks(server: Server, pull: Pull) -> None:
    url = server.serve("/a.pdf", says(body=OTHER, etag='"two"'), says(304))
    for _ in range(2):
        (pulled,) = pull(recorded(url, CHECKSUM))
        assert pulled.finding is Finding.CHANGED
        assert "the recorded one is not" in pulled.message


def test_a_change_shows_without_a_record_too(server: Server, pull: Pull) -> None:
    url = server.serve("/a.pdf", says(body=PDF), says(body=OTHER))
    pull(recorded(url))
    (pulled,) = pull(recorded(url))
    assert pulled.finding is Finding.CHANGED
    assert "on 22 November 2026" in pulled.message


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_gone_stays_on_file(server: Server, pull: Pull, store: Store, status: int) -> None:
    url = server.serve("/a.pdf", says(body=PDF), says(status))
    pull(recorded(url))
    (pulled,) = pull(recorded(url))
    assert pulled.finding is Finding.GONE
    assert pulled.message == f"it answers {status}; our copy stays"
    assert store.holds(CHECKSUM)
    assert pull(recorded(server.serve("/b.pdf", says(status))))[0].message == f"it answers {status}"


def test_a_pdf_without_an_end_is_taken_only_if_it_is_the_recorded_one(
    server: Server, pull: Pull
) -> None:
    cut = PDF[:-20]
    url = server.serve("/a.pdf", says(body=PDF, content_length=str(len(cut))))
    (pulled,) = pull(recorded(url))
    assert pulled.finding is Finding.UNREACHABLE
    assert pulled.message == "what it sends is not whole: the PDF has no end"
    (pulled,) = pull(recorded(url, sha256(cut).hexdigest()))
    assert pulled.finding is Finding.FILED


def test_a_zip_is_no_letter(server: Server, pull: Pull) -> None:
    (pulled,) = pull(recorded(server.serve("/a", says(body=b"PK\x03\x04 and more"))))
    assert pulled.message == "what it sends is not whole: the file is a ZIP and no DOCX"


def test_one_that_breaks_off_goes_on_in_the_next_pull(
    server: Server, pull: Pull, store: Store
) -> None:
    url = server.serve("/a.pdf", Resuming(PDF, breaks_at=[3000, 3000]))
    assert [each.finding for each in pull(recorded(url))] == [Finding.UNREACHABLE]
    assert [each.finding for each in pull(recorded(url))] == [Finding.FILED]
    assert server.asked[-1].headers["range"] == "bytes=6000-"
    assert store.read(CHECKSUM) == PDF


def test_one_after_the_other_with_a_pause(server: Server, pull: Pull, manners: Manners) -> None:
    urls = [server.serve(f"/{number}.pdf", says(body=PDF)) for number in range(4)]
    pull(*map(recorded, urls))
    times = [asked.at for asked in server.asked]
    pauses = [after - before for before, after in pairwise(times)]
    assert min(pauses) >= manners.pause


def test_an_address_that_several_record_is_asked_once(server: Server, pull: Pull) -> None:
    url = server.serve("/a.pdf", says(body=PDF))
    findings = [each.finding for each in pull(recorded(url), recorded(url, number=2))]
    assert findings == [Finding.FILED, Finding.UNCHANGED]
    assert len(server.asked) == 1


def test_a_host_that_wants_to_be_left_alone_is(server: Server, pull: Pull) -> None:
    first = server.serve("/a.pdf", says(429, retry_after="3600"))
    second = server.serve("/b.pdf", says(body=PDF))
    one, two = pull(recorded(first), recorded(second))
    assert one.finding is two.finding is Finding.UNREACHABLE
    assert two.message.startswith("its host was not asked again: it answers 429")
    assert len(server.asked) == 1


def test_one_bad_original_keeps_no_other_back(server: Server, pull: Pull) -> None:
    first = server.serve("/a.pdf", sends(b"nonsense\r\n"))
    second = server.serve("/b.pdf", says(body=PDF))
    findings = [each.finding for each in pull(recorded(first), recorded(None), recorded(second))]
    assert findings == [Finding.UNREACHABLE, Finding.FILED]


def _document(name: str, source: Source | None = None) -> Document:
    return Document(name, source)


def test_only_what_has_an_address_or_a_checksum_is_recorded() -> None:
    nothing, there = Source(publisher="OHCHR"), Source(url="https://example.org/a")
    held = dossier("XXX 7/2025")
    letter = replace(held, documents=(_document("communication", nothing),))
    assert list(recorded_in(letter)) == []
    answered = replace(
        held,
        documents=(
            _document("communication", there),
            _document("reply-1", Source(url="https://example.org/b")),
            _document("reply-2", there),
        ),
        replies=(
            reply(source=Source(url="https://example.org/c")),
            reply(number=2, source=there),
        ),
    )
    assert [(each.name, each.source.url) for each in recorded_in(answered)] == [
        ("XXX 7/2025 communication", "https://example.org/a"),
        ("XXX 7/2025 reply-1", "https://example.org/b"),
        ("XXX 7/2025 reply-1", "https://example.org/c"),
        ("XXX 7/2025 reply-2", "https://example.org/a"),
    ]
