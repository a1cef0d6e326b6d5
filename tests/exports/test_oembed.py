"""oEmbed as https://oembed.com/ has it: what a program needs to show a letter."""

import json
from collections.abc import Mapping

import pytest
from selectolax.lexbor import LexborHTMLParser
from tests.exports import records

from casebook.exports.alternates import dossier_alternates
from casebook.exports.oembed import OEMBED_TYPE, frame_html, oembed_json
from casebook.model.dossier import Dossier
from casebook.sealing.policy import EMBED

EVERY = [*records.corpus().dossiers.values(), *records.hostile().dossiers.values()]


def _attributes(html: str) -> dict[str, str | None]:
    body = LexborHTMLParser(html).body
    assert body
    (frame,) = body.iter()
    assert frame.tag == "iframe"
    return frame.attributes


@pytest.mark.parametrize("held", EVERY, ids=lambda held: str(held.reference))
def test_an_answer_has_what_the_specification_requires_of_a_rich_one(held: Dossier) -> None:
    answer = json.loads(oembed_json(held, records.SITE))
    assert answer["version"] == "1.0"
    assert answer["type"] == "rich"
    assert isinstance(answer["width"], int)
    assert isinstance(answer["height"], int)
    frame = _attributes(answer["html"])
    assert (frame["width"], frame["height"]) == (str(answer["width"]), str(answer["height"]))
    assert {"thumbnail_url", "thumbnail_width", "thumbnail_height"} <= answer.keys()


def test_the_frame_shows_the_page_that_may_be_framed() -> None:
    frame = _attributes(frame_html(records.full(), records.SITE))
    assert frame["src"] == f"{records.SITE}{EMBED}cases/xxx/7-2025/"
    assert frame["title"] == "UA XXX 7/2025: A dossier in which everything is known"


@pytest.mark.parametrize("title", records.HOSTILE)
def test_a_title_stays_a_title(title: str) -> None:
    frame = _attributes(frame_html(records.dossier(1, title=title), records.SITE))
    assert frame["title"] == f"AL XXX 1/2025: {title}".replace("\r\n", "\n")
    assert frame.keys() == {"src", "title", "width", "height", "loading", "style"}


def test_a_withdrawn_dossier_gives_its_reference_away_and_nothing_else() -> None:
    answer = oembed_json(records.withdrawn(), records.SITE).decode()
    assert json.loads(answer)["title"] == "XXX 4/2025: withdrawn"
    assert "must not be shown" not in answer


def test_the_page_offers_every_file_beside_it(files: Mapping[str, bytes]) -> None:
    folder = "cases/xxx/7-2025/"
    offered = {
        each.address.removeprefix(records.SITE)
        for each in dossier_alternates(records.full(), records.SITE)
    }
    beside = {path for path in files if path.startswith(folder) and not path.endswith(".png")}
    assert offered == beside


def test_programs_find_it_from_the_page() -> None:
    found = [
        each.address
        for each in dossier_alternates(records.full(), records.SITE)
        if each.media_type == OEMBED_TYPE
    ]
    assert found == [f"{records.SITE}cases/xxx/7-2025/oembed.json"]
