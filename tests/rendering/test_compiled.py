"""Templates are kept compiled wherever the collection lies."""

from pathlib import Path

from casebook.rendering.compiled import CompiledTemplates


def test_a_folder_that_the_locale_cannot_read_has_a_key(tmp_path: Path) -> None:
    kept = CompiledTemplates(tmp_path)
    odd = kept.get_cache_key("main.html", "/s\udcc3\udcbcr/main.html")
    assert odd != kept.get_cache_key("main.html", "/sr/main.html")
