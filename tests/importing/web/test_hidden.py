"""What a web page keeps and does not show stays out of the text, however it is hidden."""

import pytest

from casebook.importing.extraction import extract
from casebook.importing.web.page import read_web

SHOWN = "She was taken away."


def words_of(html: str) -> str:
    return " ".join(chunk.words for chunk in read_web(html).chunks)


@pytest.mark.parametrize(
    "style",
    [
        "display: none !important",
        "VISIBILITY:hidden",
        "content-visibility:hidden",
        "mso-hide:all",
        "opacity:0.0",
        "font-size:1px",
        "color:#fff",
        "color: white",
        "color:rgb(255, 255, 255)",
        "color:rgba(0,0,0,0)",
        "color:transparent",
        "position:absolute;left:-9999px",
        "text-indent:-999em",
        "margin-left:-9999px",
        "position:absolute;clip:rect(0,0,0,0)",
        "position:absolute;clip:rect(1px, 1px, 1px, 1px)",
        "clip-path:inset(50%)",
        "height:0;overflow:hidden",
        "transform:scale(0)",
        "mso-element:comment",
        "font:0/0 serif",
        "font-size:calc(0px)",
        "color:rgb(100%, 100%, 100%)",
        "color:hsl(0 0% 100%)",
        "color:hsla(120deg, 50%, 50%, 0)",
        "color:ghostwhite",
        "color:var(--paper)",
        "color:var(--nowhere, var(--paper))",
        "display:var(--off)",
        "-webkit-text-fill-color:transparent",
        "d\\69splay:none",
        "display:/* not */none",
        "position:absolute;left:calc(-9999px)",
        "position:fixed;right:-9999px",
        "position:absolute;inset:-9999px auto auto -9999px",
        "position:absolute;top:-100vh",
        "transform:translateX(-9999px)",
        "scale:0",
    ],
)
def test_words_that_nobody_sees_stay_out(style: str) -> None:
    by_itself = f'<p style="--off:none;--paper:#fff">She <span style="{style}">Olga</span> was taken away.</p>'
    by_sheet = (
        f"<style>:root {{ --paper: white; --off: none }} p > .k {{ {style} }}</style>"
        f'<p>She <b class="k">Olga</b> was taken away.</p>'
    )
    assert words_of(by_itself) == SHOWN
    assert words_of(by_sheet) == SHOWN


@pytest.mark.parametrize(
    "style",
    [
        "background:black",
        "background:#000;color:black",
        "background-color:#222;color:#000",
        "filter:blur(5px)",
    ],
)
def test_words_on_their_own_colour_are_blacked_out(style: str) -> None:
    page = f'<p>She, <b><i style="{style}">Olga <u>Two</u></i></b>, was taken away.</p>'
    assert words_of(page) == "She, ███, was taken away."


@pytest.mark.parametrize(
    "page",
    [
        '<p style="background:#036;color:white">She was taken away.</p>',
        '<table bgcolor="navy"><tr><td><font color="white">She was taken away.</font></table>',
        '<body style="background:black;color:#fff"><p>She was taken away.</p>',
        '<p style="color:#777">She <a style="background:url(x.png);color:#fff">was</a> taken away.</p>',
        '<div style="font-size:0"><p style="font-size:12pt">She was taken away.</p></div>',
        '<p style="visibility:hidden"><b style="visibility:visible">She was taken away.</b></p>',
        "<style>@media print { p { display: none } } p:hover { color: #fff }</style><p>She was taken away.</p>",
        "<style>.k { display: none } #x.k { display: inline }</style><p class=k id=x>She was taken away.</p>",
        "<style>/* p {display:none} */ .other p { display: none }</style><p>She was taken away.</p>",
        '<body style="visibility:hidden"><p>She was taken away.</p>',
        '<p style="text-indent:-36pt;opacity:.9;width:1px">She was taken away.</p>',
        "<form><p>She was taken away.</p><textarea>a</textarea><select><option>b</select></form>",
        '<p style="color:var(--nowhere)">She was taken away.</p>',
        '<p style="--a:var(--b);--b:var(--a);display:var(--a)">She was taken away.</p>',
        '<p style="--a:var(--a) var(--a) none;display:var(--a)">She was taken away.</p>',
        '<p style="color:transparent;-webkit-background-clip:text">She was taken away.</p>',
        '<p style="font:bold 12px/0 serif;position:relative;left:-9px">She was taken away.</p>',
        "<style>@media (max-width: 600px) { p { display: none } }</style><p>She was taken away.</p>",
        "<style>p { display: none",
    ],
)
def test_words_that_a_reader_sees_stay(page: str) -> None:
    page = page if "<p" in page or "<td" in page else f"{page}</style><p>She was taken away.</p>"
    assert words_of(page) == SHOWN


@pytest.mark.parametrize(
    "page",
    [
        '<ul><li hidden>Olga<li>She was taken away.</ul><table><tr style="display:none"><td>Olga',
        "<table><tr><td hidden>Olga<td>She was taken away.</table>",
        '<table style="display:none"><tr><td>Olga</table><p>She was taken away.',
        "<dialog>Olga</dialog><p>She was taken away.<progress>Olga</progress>",
        '<p>She was taken away.<a class="msocomanchor">[OO1]</a>',
    ],
)
def test_hidden_rows_items_and_comments_stay_out(page: str) -> None:
    assert words_of(page).lstrip("• ") == SHOWN


def test_words_struck_through_are_told() -> None:
    page = "<!DOCTYPE html><p>She <del>Olga</del> <ins>was</ins> taken <s>in</s> away.</p>"
    (told,) = extract(page.encode()).lost
    assert "“Olga”" in told
    assert words_of('<p style="display:none"><s>Olga</s></p><p>She was taken away.') == SHOWN
    assert not read_web('<p style="display:none"><s>Olga</s></p><p>She.').lost


def test_what_a_page_shows_and_has_not_in_its_words_is_told() -> None:
    page = '<!DOCTYPE html><p>See: <svg><text>x</text></svg><img src=a><img alt="" src=b></p>'
    (told,) = extract(page.encode()).lost
    assert told.startswith("it has 2 pictures")
    page = '<!DOCTYPE html><link rel="stylesheet" href="a.css"><p>She was taken away.</p>'
    assert len(extract(page.encode()).lost) == 1


@pytest.mark.parametrize(
    "page",
    [
        "<style>@supports (display: grid) { .k { display: none } }</style><b class=k>Olga</b>",
        "<style>@media screen and (min-width: 40em) { .k { scale: 0 } }</style><b class=k>Olga</b>",
        "<style>i, body { & .k { display: none } }</style><b class=k>Olga</b>",
        "<style>body { .k { display: none } }</style><b class=k>Olga</b>",
        '<font color="ffffff">Olga</font>',
        "<style>.K { display: none }</style><b class=k>Olga</b>",
        "<style>.lg\\:k { display: none }</style><b class='lg:k'>Olga</b>",
        "<style>.x { color: red } /* a */ b, .k > i { display: none }</style><b>Olga</b>",
    ],
)
def test_every_rule_that_holds_is_followed(page: str) -> None:
    assert words_of(f"{page}<p>She was taken away.") == SHOWN


def test_what_a_browser_does_not_show_is_not_read() -> None:
    page = (
        "<html><body><p>Seen.</p><p hidden>One</p><div style='Display : none'>Two</div>"
        "<p>And <span style='visibility:hidden'>three</span>this"
        "<span style='font-size:0px'>four</span><span style='opacity: 0.0'>five</span>"
        "<span style='opacity:0.9;font-size:0.9em'>, too</span>.</p></body></html>"
    )
    assert words_of(page) == "Seen. And this, too."
