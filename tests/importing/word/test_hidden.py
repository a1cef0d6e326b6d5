"""What a Word file hides from its readers does not come out of it."""

import pytest
from tests.importing.drawn import run, word_file, words_of


def paragraph(runs: str, styles: str = "") -> bytes:
    return word_file(f"<w:p>{runs}</w:p>", styles=styles)


def test_hidden_text_of_word_stays_hidden() -> None:
    data = paragraph(
        run("Seen ")
        + run("unseen ", "<w:vanish/>")
        + run("shown ", '<w:vanish w:val="false"/>')
        + run("Odo", '<w:highlight w:val="black"/>')
        + run(" white", '<w:highlight w:val="black"/><w:color w:val="FFFFFF"/>')
        + run(" shaded", '<w:shd w:fill="000000"/>')
        + run(" Marrow", '<w:shd w:fill="000000"/><w:color w:val="000000"/>')
    )
    assert words_of(data) == "Seen shown ███ white shaded ███"


BAR = '<w:shd w:val="clear" w:fill="101010"/>'
INK = '<w:color w:val="000000"/>'
STYLES = (
    f'<w:style w:type="character" w:styleId="Bar"><w:rPr>{INK}{BAR}</w:rPr></w:style>'
    f'<w:style w:type="paragraph" w:styleId="Ink"><w:rPr>{INK}</w:rPr></w:style>'
)


@pytest.mark.parametrize(
    "hiding",
    [
        run("Marrow", '<w:rStyle w:val="Bar"/>'),
        run("Marrow", INK + '<w:shd w:val="solid" w:color="000000" w:fill="auto"/>'),
        run("Marrow", '<w:color w:val="000080"/><w:highlight w:val="darkBlue"/>'),
        f"</w:p><w:p><w:pPr>{BAR}</w:pPr>" + run("Marrow", INK) + "</w:p><w:p>",
        f'</w:p><w:p><w:pPr><w:pStyle w:val="Ink"/>{BAR}</w:pPr>' + run("Marrow") + "</w:p><w:p>",
        f"</w:p><w:tbl><w:tr><w:tc><w:tcPr>{BAR}</w:tcPr><w:p>"
        + run("Marrow", INK)
        + "</w:p></w:tc></w:tr></w:tbl><w:p>",
    ],
)
def test_words_of_word_on_their_own_colour_are_blacked_out(hiding: str) -> None:
    assert words_of(paragraph(run("Seen ") + hiding + run(" shown"), STYLES)) == "Seen ███ shown"


@pytest.mark.parametrize(
    "looks",
    [
        '<w:color w:themeColor="background1"/>',
        '<w:w w:val="1"/>',
        "<e:textFill><e:noFill/></e:textFill>",
    ],
)
def test_words_of_word_that_leave_no_trace_stay_out(looks: str) -> None:
    space = 'xmlns:e="http://schemas.microsoft.com/office/word/2010/wordml"'
    looks = looks.replace("<e:textFill>", f"<e:textFill {space}>")
    assert words_of(paragraph(run("Seen") + run("Marrow", looks))) == "Seen"


def test_a_bar_in_the_colour_of_letters_hides_them() -> None:
    bar = INK + '<w:shd w:val="clear" w:fill="auto" w:themeFill="text1"/>'
    assert words_of(paragraph(run("Seen ") + run("Marrow", bar))) == "Seen ███"


@pytest.mark.parametrize("style", ["visibility:hidden", "width:9pt;DISPLAY: none"])
def test_a_box_that_is_switched_off_stays_out(style: str) -> None:
    box = f"<w:txbxContent><w:p>{run('Marrow')}</w:p></w:txbxContent>"
    shape = f'<v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="{style}">{box}</v:shape>'
    data = paragraph(run("Seen") + f"<w:r><w:pict>{shape}</w:pict></w:r>")
    assert words_of(data) == "Seen"


def test_words_of_word_on_another_colour_are_read() -> None:
    shown = (
        run("Odo ", '<w:color w:val="FFFFFF"/>' + BAR)
        + run("Marrow ", BAR)
        + run("left", '<w:color w:val="FF0000"/><w:highlight w:val="yellow"/>')
    )
    assert words_of(paragraph(shown, STYLES)) == "Odo Marrow left"


def test_text_that_a_style_hides_stays_hidden() -> None:
    data = paragraph(
        run("Seen ")
        + run("one ", '<w:rStyle w:val="Hidden"/>')
        + run("two ", '<w:rStyle w:val="After"/>')
        + run("shown.", '<w:rStyle w:val="After"/><w:vanish w:val="0"/>')
        + '</w:p><w:p><w:pPr><w:pStyle w:val="After"/></w:pPr>'
        + run("Three."),
        '<w:style w:type="paragraph" w:styleId="Hidden"><w:name w:val="Hidden"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="After"><w:name w:val="After"/><w:basedOn w:val="Hidden"/></w:style>',
    )
    assert words_of(data) == "Seen shown."


def test_words_in_the_colour_of_the_paper_are_not_read() -> None:
    white = '<w:color w:val="FFFFFF"/>'
    data = paragraph(
        run("Seen ")
        + run("white ", white)
        + run("speck ", '<w:sz w:val="2"/>')
        + run("on grey ", f'<w:shd w:fill="404040"/>{white}')
        + run("Marrow", '<w:shd w:fill="0D0D0D"/><w:color w:val="111111"/>')
        + "</w:p><w:tbl><w:tr><w:tc><w:p>"
        + run("Heading", white)
        + "</w:p></w:tc></w:tr></w:tbl><w:p>"
        + run(" end")
    )
    assert words_of(data) == "Seen on grey ███ Heading end"
