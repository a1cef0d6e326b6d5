"""The theme keeps its promises: small, without inline anything, and readable in both schemes."""

import gzip
import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "hooks" / "theme"
STYLE = (THEME / "assets" / "casebook.css").read_text("utf-8")
SCHEMES = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[:2]


@pytest.mark.parametrize(
    ("name", "most"), [("casebook.css", 10_000), ("casebook.js", 3_000), ("copy.js", 1_500)]
)
def test_assets_are_small(name: str, most: int) -> None:
    assert len(gzip.compress((THEME / "assets" / name).read_bytes(), mtime=0)) <= most


@pytest.mark.parametrize("path", sorted(THEME.rglob("*.html")), ids=lambda path: path.name)
def test_templates_hold_no_inline_script_or_style(path: Path) -> None:
    html = path.read_text("utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", html)
    scripts = re.findall(r"<script[^>]*>.*?</script>", html, re.DOTALL)
    ours = r'<script [^>]*src="\{\{ (shell\.)?root \}\}assets/[^"{}]+"[^>]*></script>'
    assert all(re.fullmatch(ours, script) for script in scripts)


def test_nothing_comes_from_another_host() -> None:
    assert not re.search(r"url\(|@import|@font-face", STYLE)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "muted", "link", "visited", "received", "none", "unknown"])
@pytest.mark.parametrize("ground", ["paper", "raised", "target"])
def test_every_colour_of_text_has_contrast(scheme: int, ink: str, ground: str) -> None:
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", SCHEMES[scheme]))
    assert _contrast(colours[ink], colours[ground]) >= 4.5


def _contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
