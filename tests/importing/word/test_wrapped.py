"""Words that a Word file wraps in something, and parts that it calls otherwise."""

import io
import zipfile

import pytest
from tests.importing.drawn import USUAL, paragraphs_of, run, word_file
from tests.importing.printed_word import zip_of

from casebook.importing.extraction import extract
from casebook.importing.refusal import Refusal

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_HIDES = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
_BOX = (
    "<w:drawing><x:shape><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p>"
    "</w:txbxContent></x:shape></w:drawing>"
)


@pytest.mark.parametrize(
    "wrapped",
    [
        f'<w:fldSimple w:instr=" REF x ">{run("kept")}</w:fldSimple>',
        f'<w:dir w:val="rtl"><w:bdo w:val="ltr">{run("kept")}</w:bdo></w:dir>',
        f"<w:r><w:ruby><w:rt>{run('above')}</w:rt><w:rubyBase>{run('kept')}</w:rubyBase></w:ruby></w:r>",
        "<m:oMath><m:r><m:t>kept</m:t></m:r></m:oMath>",
        f'<mc:AlternateContent><mc:Choice Requires="new">{run("kept")}</mc:Choice></mc:AlternateContent>',
    ],
)
def test_what_is_wrapped_is_read(wrapped: str) -> None:
    assert paragraphs_of(word_file(f"<w:p>{run('before ')}{wrapped}{run(' after')}</w:p>")) == [
        "before kept after"
    ]


@pytest.mark.parametrize(
    "box",
    [
        _BOX,
        f"<mc:AlternateContent><mc:Choice>{_BOX}</mc:Choice></mc:AlternateContent>",
        f"<mc:AlternateContent><mc:Choice>{_BOX}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>",
    ],
)
def test_a_box_is_read_behind_its_paragraph(box: str) -> None:
    found = paragraphs_of(word_file(f"<w:p>{run('before ')}<w:r>{box}</w:r>{run('after')}</w:p>"))
    assert found == ["before after", "boxed"]


@pytest.mark.parametrize(
    ("main", "styles", "space"),
    [
        ("document2", "styles", USUAL),
        ("document", "styles7", USUAL),
        ("document", "styles", STRICT),
    ],
)
def test_parts_are_found_by_what_they_are(main: str, styles: str, space: str) -> None:
    hidden = run("hidden", '<w:rStyle w:val="H"/>')
    body = f"<w:p>{run('seen')}{hidden}{run('gone', '<w:vanish/>')}</w:p>"
    assert paragraphs_of(word_file(body, main=main, space=space, **{styles: _HIDES})) == ["seen"]


def test_words_in_another_file_inside_are_not_passed_over() -> None:
    with pytest.raises(Refusal, match="keeps words in another file inside it"):
        extract(word_file(f"<w:p>{run('before')}</w:p><w:altChunk/>"))


def control(data: str) -> str:
    """Return a field of a form as old Words keep one."""
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar>'
    named = "<w:instrText>FORMCHECKBOX</w:instrText>" if "checkBox" in data else ""
    return f'<w:r>{begin}</w:r><w:r>{named}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


_TICKED = '<w:sdtPr><y:checkbox><y:checked y:val="1"/></y:checkbox></w:sdtPr>'
_UNTICKED = '<w:checkBox><w:checked w:val="0"/></w:checkBox>'
_CHOSEN = (
    '<w:ddList><w:result w:val="1"/><w:listEntry w:val="no"/><w:listEntry w:val="yes"/></w:ddList>'
)
_THREE, _TEN = (f"<m:r><m:t>{words}</m:t></m:r>" for words in ("3", "10"))
_PART = f"<m:f><m:num>{_THREE}</m:num><m:den>{_TEN}</m:den></m:f>"
_POWER = f"<m:sSup><m:e>{_TEN}</m:e><m:sup>{_THREE}</m:sup></m:sSup>"


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        (f"<w:sdt>{_TICKED}<w:sdtContent>{run('☒')}</w:sdtContent></w:sdt>{run(' yes')}", "☒ yes"),
        (control(_UNTICKED) + run(" no"), "☐ no"),
        (control(_CHOSEN), "yes"),
        (run("one") + '<w:r><w:br w:type="page"/></w:r>' + run("two"), "one two"),
        (run("one") + '<w:r><w:ptab w:alignment="right"/></w:r>' + run("two"), "one two"),
        (f"{run('about ')}<m:oMathPara><m:oMath>{_PART}</m:oMath></m:oMathPara>", "about 3/10"),
        (f"<m:oMath>{_POWER}</m:oMath>", "10^3"),
    ],
)
def test_what_a_form_or_a_formula_says_is_said(marked: str, read: str) -> None:
    data = word_file(
        f'<w:p xmlns:y="http://schemas.microsoft.com/office/word/2010/wordml">{marked}</w:p>'
    )
    assert paragraphs_of(data) == [read]


def test_pictures_are_told_for_their_words_are_lost() -> None:
    shape = "<w:r><w:drawing><x:shape/></w:drawing></w:r>"
    told = extract(word_file(f"<w:p>{run('before ')}<w:r>{_BOX}</w:r>{shape}{shape}</w:p>")).lost
    assert [each.partition(":")[0] for each in told] == ["it has 2 pictures"]
    with pytest.raises(Refusal, match="pictures and no words"):
        extract(word_file(f"<w:p>{shape}</w:p>"))


def test_words_that_are_struck_through_are_told() -> None:
    struck = run("beaten ", "<w:strike/>") + run("twice ", '<w:strike w:val="0"/>')
    read = extract(word_file(f"<w:p>{run('She was ')}{struck}{run('questioned.')}</w:p>"))
    assert [chunk.words for chunk in read.chunks] == ["She was beaten twice questioned."]
    (told,) = read.lost
    assert "“beaten”" in told


def test_an_archive_with_two_parts_of_one_name_is_turned_down() -> None:
    file = io.BytesIO(word_file(f"<w:p>{run('one')}</w:p>"))
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(Refusal, match="damaged"):
        extract(file.getvalue())


def test_a_type_definition_is_turned_down_in_wide_letters_too() -> None:
    wide = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY e "v">]><x/>'
    with pytest.raises(Refusal, match="damaged"):
        extract(zip_of({"word/document.xml": wide.encode("utf-16")}))


def test_an_open_document_is_called_by_its_name() -> None:
    with pytest.raises(Refusal, match="OpenDocument"):
        extract(zip_of({"mimetype": b"application/vnd", "content.xml": b"<x/>"}))
