"""Languages are known by their names."""

from itertools import product
from string import ascii_lowercase

from casebook.words.language import is_language, language_name
from casebook.words.script import scripts_of_language


def test_every_language_with_a_script_of_its_own_has_a_name() -> None:
    """A page that says "in am" says it to nobody."""
    codes = map("".join, product(ascii_lowercase, repeat=2))
    written = [code for code in codes if is_language(code) and scripts_of_language(code)]
    unnamed = {code for code in written if language_name(code) == code}
    assert len(written) > 40
    assert unnamed <= {"as", "dz", "my", "sa"}
