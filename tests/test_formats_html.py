"""HTML: what a reader sees of a page, and nothing of what runs, hides or surrounds it."""

from __future__ import annotations

import pytest

from index.errors import FileRefused
from index.formats import html
from index.formats.html import read_html
from index.source import Line, Source


def page(body: str) -> Source:
    return read_html(f"<!doctype html><meta charset=utf-8><body>{body}".encode(), "a.html")


def texts(body: str) -> list[str]:
    return [line.text for line in page(body).lines]


def test_headings_paragraphs_and_emphasis() -> None:
    found = page(
        "<h1>Verslag  van de\n Raad</h1><h3>1. <em>Migratie</em></h3>los"
        "<p>een<br>twee <b>drie</b></p>"
        "<p><strong>geheel</strong> <i>nadruk</i></p><p style='font-weight:bold'>ook</p>"
        "<div>blok <span>regel</span><div>binnen</div>na</div><blockquote>citaat</blockquote>"
    )
    assert [(line.text, line.level, line.bold) for line in found.lines] == [
        ("Verslag van de Raad", 1, False),
        ("1. Migratie", 3, False),
        ("los", None, False),
        ("een twee drie", None, False),
        ("geheel nadruk", None, True),
        ("ook", None, True),
        ("blok regel", None, False),
        ("binnen", None, False),
        ("na", None, False),
        ("citaat", None, False),
    ]
    assert all(line.whole and line.page is None for line in found.lines)


def test_what_runs_or_surrounds_is_left_out() -> None:
    found = page(
        "<header>site</header><nav>menu</nav><script>alert(1)</script><style>p{}</style>"
        "<noscript>zonder</noscript><template>mal</template><!-- opmerking -->"
        "<svg><text>teken</text></svg><iframe srcdoc='<p>x'>kader</iframe><button>knop</button>"
        "<div role=navigation>kruimels</div><main><header><h1>Titel</h1></header>"
        "<p onclick='x()'>tekst <img src=x onerror=alert(1) alt=plaatje>"
        "<a href='javascript:alert(1)'>hier</a> &lt;script&gt;</p></main><footer>voet</footer>"
    )
    assert [line.text for line in found.lines] == ["Titel", "tekst hier <script>"]
    assert found.warnings == ()


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>geheim</p>",
        "<p aria-hidden=true>geheim</p>",
        "<p style='display: none'>geheim</p>",
        "<span style='color:red;visibility:hidden'>geheim</span>",
        "<span style='font-size:0'>geheim</span>",
        "<div style='opacity:0;'><p>geheim</p></div>",
    ],
)
def test_hidden_parts_are_left_out_with_a_warning(hidden: str) -> None:
    found = page(f"<p>zichtbaar</p>{hidden}<p style='opacity:0.9;font-size:0.8em'>ook</p>")
    assert [line.text for line in found.lines] == ["zichtbaar", "ook"]
    assert found.warnings == ("1 hidden parts of the page left out",)


def test_lists_keep_their_marks() -> None:
    assert texts(
        "<ul><li>een<li><p>twee</p><p>vervolg</p><ul><li>diep</ul></ul>"
        "<ol><li>a<li value=7>b<li>c</ol><ol type=a start=3><li>d</ol><ol type=I><li>e</ol>"
    ) == ["- een", "- twee", "vervolg", "- diep", "1. a", "7. b", "8. c", "c. d", "I. e"]


def test_tables_are_rows() -> None:
    long = "woord " * 50
    assert texts(
        "<table><tr><th>Land<th>Stem<tr><td>NL<td>voor<tr><td>alleen<td></table>"
        f"<table><tr><td>kant<td><p>{long}<p>{long}</table>"
    ) == ["Land | Stem", "NL | voor", "alleen", "kant", long.strip(), long.strip()]


def test_preformatted_text_is_printed_lines() -> None:
    found = page("<pre>  1. kop\n\n  tekst die\n  doorloopt\n</pre>").lines
    assert [(line.text, line.whole) for line in found[:4]] == [
        ("  1. kop", False),
        ("", False),
        ("  tekst die", False),
        ("  doorloopt", False),
    ]


@pytest.mark.parametrize(
    "call",
    [
        '<sup><a href="#n{0}" id="r{0}">{0}</a></sup>',
        '<a href="#n{0}" id="r{0}"><sup>[{0}]</sup></a>',
        '<a href="blad.html#n{0}" class="voetnoot" id="r{0}">{0}</a>',
        '<a href="#n{0}" role="doc-noteref" id="r{0}">{0}</a>',
    ],
)
@pytest.mark.parametrize(
    "note",
    [
        '<li id="n{0}">{1} <a href="#r{0}">↩</a></li>',
        '<p id="n{0}"><sup><a href="#r{0}">{0}</a></sup> {1}</p>',
        '<p><a id="n{0}" href="#r{0}">[{0}]</a> {1}</p>',
        '<div id="n{0}"><p>{1}</p></div>',
    ],
)
def test_footnotes(call: str, note: str) -> None:
    body = f"<main><p>Een{call.format(1)}, twee.{call.format(2)}</p></main><footer>"
    body += "".join(note.format(number, f"Noot {number}.") for number in (1, 2)) + "</footer>"
    assert page(body).lines == (
        Line("Een, twee.", whole=True, calls=((3, 1), (10, 2))),
        Line("Noot 1.", whole=True, note=1),
        Line("Noot 2.", whole=True, note=2),
    )


def test_numbers_that_are_no_calls_stay() -> None:
    assert texts("<p>m<sup>2</sup></p>") == ["m2"]
    assert texts('<p>zie <a href="#b">1</a></p><p id="b">b</p>') == ["zie 1", "b"]
    assert texts('<p>zie<sup><a href="#weg">1</a></sup></p>') == ["zie1"]
    # two notes in one block cannot be told apart
    both = '<p>a<sup><a href="#x">1</a></sup> b<sup><a href="#y">2</a></sup></p>'
    assert texts(both + '<p><a id="x"></a>een <a id="y"></a>twee</p>') == ["a1 b2", "een twee"]


@pytest.mark.parametrize(
    "raw",
    [
        "<meta charset=iso-8859-1><p>één</p>".encode("cp1252"),
        b"<meta http-equiv=Content-Type content='text/html; charset=windows-1252'><p>"
        + "één</p>".encode("cp1252"),
        "<p>één</p>".encode("cp1252"),
        "<meta charset=utf-8><p>één</p>".encode("cp1252"),
        "<meta charset=onzin><p>één</p>".encode(),
        "\ufeff<meta charset=iso-8859-1><p>één</p>".encode(),
        "<p>één</p>".encode("utf-16"),
    ],
)
def test_character_sets(raw: bytes) -> None:
    assert read_html(raw, "a.html").text == "één\n"


def test_a_large_page_reads_the_same_in_the_child(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = (
        "<h2>Kop</h2><p><b>één</b></p><p>a<sup><a href='#n'>1</a></sup></p><p id=n>Noot.</p>"
        "<pre>x\n y</pre><p hidden>weg</p>"
    ).encode()
    here = read_html(raw, "a.html")
    monkeypatch.setattr(html, "SMALL_PAGE", 0)
    assert read_html(raw, "a.html") == here


def test_nesting_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = b"<html>" + b"<div>" * 1_000 + b"x"
    with pytest.raises(FileRefused, match=r"^a\.html: its HTML is nested too deep"):
        read_html(raw, "a.html")
    monkeypatch.setattr(html, "SMALL_PAGE", 0)
    with pytest.raises(FileRefused, match=r"^a\.html: its HTML is nested too deep"):
        read_html(raw, "a.html")
    monkeypatch.setattr(html, "ask_child", lambda *_: {"lines": [[1]], "warnings": []})
    with pytest.raises(FileRefused, match="badly broken"):
        read_html(raw, "a.html")


def test_too_many_tags_is_refused() -> None:
    with pytest.raises(FileRefused, match="more than 1,000,000 tags"):
        read_html(b"<p>" * 1_000_001, "a.html")
