"""Line breaks inside a paragraph (Shift+Enter, <br>): a tag is not the item's text."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_files import docx, p, r
from pdf_files import Sheet

from index.build import build
from index.formats.breaks import parted
from index.reading import Reading
from index.settings import Settings

TITLE = "Geannoteerde agenda van de Raad Justitie en Binnenlandse Zaken, 6 en 7 maart 2031"
BODY = "Nederland steunt het meten van dijken. De Commissie komt in mei met een voorstel."
MORE = "Het kabinet is tegen een lijst van bruggen en wacht het advies af."
BREAK = "<w:r><w:br/></w:r>"
SETTINGS = Settings()


def word_file() -> bytes:
    together = r("1. Dijken") + BREAK + r("= Stand van zaken") + BREAK + r(BODY)
    tagged = r("= Gedachtewisseling over") + BREAK + r("de bruggen") + BREAK + r(MORE)
    return docx(p(TITLE) + p("I. Justitie") + p(together) + p("2. Bruggen") + p(tagged))


def web_page() -> bytes:
    return (
        f"<meta charset=utf-8><p>{TITLE}</p><h2>I. Justitie</h2>"
        f"<p><b>1. Dijken</b><br>\n= Stand van zaken<br>\n{BODY}</p><h3>2. Bruggen</h3>"
        f"<p>= Gedachtewisseling over<br>de bruggen<br/>{MORE}</p>"
    ).encode()


def official() -> bytes:
    return (
        '<?xml version="1.0"?><kamerstuk><vrije-tekst><tekst>'
        f"<al>{TITLE}</al><tussenkop>I. Justitie</tussenkop>"
        f"<al><nadruk>1. Dijken</nadruk><nl/>= Stand van zaken<nl/>{BODY}</al>"
        f"<tussenkop>2. Bruggen</tussenkop><al>= Gedachtewisseling over<br/>de bruggen<br/>{MORE}"
        "</al></tekst></vrije-tekst></kamerstuk>"
    ).encode()


def printed() -> bytes:
    sheet = Sheet()
    rows = [TITLE, "", "I. Justitie", "", "1. Dijken", "= Stand van zaken", *BODY.split("\n"), ""]
    rows += ["2. Bruggen", "= Gedachtewisseling over", "de bruggen", MORE]
    for at, row in enumerate(rows):
        sheet.canvas.setFont("Helvetica", 9)
        sheet.canvas.drawString(60, 780 - 14 * at, row)
    sheet.canvas.showPage()
    sheet.canvas.save()
    return sheet.file.getvalue()


MADE = {"a.docx": word_file, "a.html": web_page, "a.xml": official, "a.pdf": printed}


def read(tmp_path: Path, name: str, raw: bytes) -> Reading:
    (tmp_path / name).write_bytes(raw)
    return build(tmp_path / name, SETTINGS)


@pytest.mark.parametrize("name", MADE)
def test_what_follows_a_tag_after_a_break_is_the_body(tmp_path: Path, name: str) -> None:
    made = read(tmp_path, name, MADE[name]())
    found = [(i.path, i.title, i.tag, i.span.of(made.document.text)) for i in made.items]
    assert found == [
        ("Justitie/1", "Dijken", "Stand van zaken", BODY),
        ("Justitie/2", "Bruggen", "Gedachtewisseling over de bruggen", MORE),
    ]
    assert made.warnings == ()


@pytest.mark.parametrize(
    ("pieces", "heads", "begins"),
    [
        (["een", "twee drie"], False, []),
        (["= Beleidsdebat", "(A-punt)", "De Raad sprak."], False, [2]),
        (["= Beleidsdebat en", "Gedachtewisseling", "De Raad sprak."], False, [2]),
        (["Nederland steunt dit.", "= Beleidsdebat"], False, [1]),
        # a title over two lines; a title with the text below it; a question of a list
        (["3. Richtlijn over", "Bruggen en wegen"], False, []),
        (["3. Bruggen", MORE], False, [1]),
        (["Bruggen", MORE], True, [1]),
        (["Bruggen", MORE], False, []),
        (["1. Wat vindt u van bruggen?", MORE], False, []),
    ],
)
def test_only_tags_and_headings_are_parted(
    pieces: list[str], heads: bool, begins: list[int]
) -> None:
    assert parted(pieces, heads) == begins


def test_calls_emphasis_and_level_go_with_their_part() -> None:
    from index.formats.paragraph import Paragraph

    made = Paragraph()
    made.put("1. Dijken", emphasis=True, size=14.0)
    made.call(1)
    made.broken()
    made.put("= Debat")
    made.call(2)
    made.broken()
    made.put("De Raad sprak", size=11.0)
    made.broken()
    made.put("over dijken.", size=11.0)
    made.call(3)
    lines = made.lines("", 2, None)
    assert [(one.text, one.level, one.bold, one.size, one.calls) for one in lines] == [
        ("1. Dijken", 2, True, 14.0, ((9, 1),)),
        ("= Debat", None, False, None, ((7, 2),)),
        ("De Raad sprak over dijken.", None, False, 11.0, ((26, 3),)),
    ]
    assert [one.text for one in made.lines("", None, 4)] == [
        "1. Dijken = Debat De Raad sprak over dijken."
    ]
