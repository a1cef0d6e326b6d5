"""What commands take from mkdocs.yml."""

from pathlib import Path

import pytest

from casebook.doors.configuration import read_setting, site_url
from casebook.doors.here import UsageError


@pytest.mark.parametrize(
    ("configuration", "address"),
    [
        ("site_url: https://a.example/\n", "https://a.example/"),
        ("x: 1\nsite_url: 'https://a.example/b/'\n", "https://a.example/b/"),
        ("site_url: https://a.example/ # for now\n", "https://a.example/"),
        ("site_url: >-\n  https://a.example/\n", "https://a.example/"),
        ("extra:\n  site_url: https://b.example/\n", "/"),
        ("site_url: a.example\n", "/"),
        ("site_name: A\n", "/"),
        ("site_url: !ENV X\n", "/"),
    ],
)
def test_the_address_of_the_site_is_that_of_the_configuration(
    tmp_path: Path, configuration: str, address: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(configuration)
    assert site_url(tmp_path) == address


@pytest.mark.parametrize(
    ("configuration", "told"),
    [
        (b"site_name: A\nextra: [\n", r", line 3, column 1: "),
        (b"site_name: A\n\tb: c\n", r", line 2, column 1: "),
        (b"site_name: \xff\n", r"\.$"),
        (b"[" * 5000, r"\.$"),
    ],
)
def test_a_configuration_that_cannot_be_read_is_told(
    tmp_path: Path, configuration: bytes, told: str
) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(configuration)
    with pytest.raises(UsageError, match=rf"^mkdocs\.yml cannot be read{told}"):
        site_url(tmp_path)


def test_what_a_variable_would_say_is_no_word(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("extra: {originals: !ENV ORIGINALS}\n")
    assert read_setting(tmp_path, "extra", "originals") is None
