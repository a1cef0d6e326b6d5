"""mkdocs.yml: what MkDocs passes over in silence is said."""

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig

from casebook.reading.site_configuration import FIELDS, HOOKS, check_configuration

GONE = {"google_analytics", "pages"}
"""Fields that MkDocs knows only to say that they are gone."""


def test_the_fields_are_those_of_mkdocs() -> None:
    assert FIELDS - {"INHERIT"} == {*MkDocsConfig().data} - GONE - {"config_file_path"}


_DOUBLED = "".join(
    f"  a{step}: &a{step} [{', '.join([f'*a{step - 1}'] * 9)}]\n" for step in range(1, 12)
)
"""Few lines that say a hundred thousand million things."""


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("site_name: x\n", []),
        ("", []),
        ("site_name: !ENV [NAME, x]\nextra: {a: [1, {b: 2}]}\n", []),
        ("site_name: x\nsite_name: y\n", [(2, "duplicate-key")]),
        ("site_name: x\nextra:\n  a: 1\n  a: 2\n", [(4, "duplicate-key")]),
        ("site_name: x\nsite_ulr: y\n", [(2, "unknown-field")]),
        ("site_name: [\n", [(1, "yaml-syntax")]),
        ("site_name: x\n\tsite_url: y\n", [(2, "yaml-syntax")]),
        ("- site_name\n", [(1, "wrong-type")]),
        ("site_name: x\nhooks: []\n", [(2, "wrong-value")]),
        ("site_name: x\nhooks:\n", [(2, "wrong-value")]),
        ("site_name: x\nhooks: [hooks/docs.py, 1, {a: b}]\n", [(2, "wrong-value")]),
        ("theme: {name: null, custom_dir: hooks/theme}\n", [(1, "wrong-value")]),
        ("INHERIT: all.yml\ntheme: {custom_dir: hooks/theme}\n", []),
        ("site_name: x\nsite_url:\n", []),
        ("site_url: !ENV [URL, 'x']\n", []),
        ("site_url: https://letters.example:8080/record\n", []),
        ("site_name: x\nsite_url: https://letters.example/?a=b\n", [(2, "wrong-web-address")]),
        ("site_url: ftp://letters.example/\n", [(1, "wrong-web-address")]),
        ("site_url: 'https://me:secret@letters.example/'\n", [(1, "wrong-web-address")]),
        ("site_url: 'https://letters.example/\"><b>'\n", [(1, "wrong-web-address")]),
        (f"extra: {'[' * 3_000}{']' * 3_000}\n", [(1, "yaml-depth")]),
        (f"extra:\n  a0: &a0 [x, x]\n{_DOUBLED}", []),
        (f"hooks: [{', '.join(f'hooks/{each}' for each in HOOKS)}, mine.py]\n", []),
    ],
)
def test_a_slip_is_said(source: str, found: list[tuple[int, str]], tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(source, "utf-8")
    assert [(each.line, each.slug) for each in check_configuration(tmp_path)] == found


def test_a_file_that_is_no_utf_8_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes("site_name: x\n".encode("utf-16"))
    assert [each.slug for each in check_configuration(tmp_path)] == ["not-utf-8"]
