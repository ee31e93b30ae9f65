"""Specimen papers: the notation, the true outline, and every format holding the same words."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from generated import random_paper, random_source
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from index.errors import FileRefused
from index.specimen import papers
from index.specimen.__main__ import main
from index.specimen.blocks import Block, SpecimenPaper
from index.specimen.gold import GoldUnit, gold
from index.specimen.layout import Printed, Run, pages, rows, words
from index.specimen.paper import parse, parse_text
from index.specimen.render import FORMATS, Format, render

SMALL = """---
kind: geannoteerde agenda
title: Geannoteerde agenda van de JBZ-Raad, 1 en 2 juni 2023
meeting_dates: 2023-06-01, 2023-06-02
place: Luxemburg
formality: formeel
kamerstuk: 32 317, nr. 9999
chamber: Tweede Kamer
letter_date: 2023-05-20
presidency:
---
SPECIMEN: dit stuk is geschreven voor Raadpleeg en is geen echt Kamerstuk.

!masthead
Tweede Kamer der Staten-Generaal
Vergaderjaar 2022–2023

32 317 JBZ-Raad

Nr. 9999 BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID

Den Haag, 20 mei 2023

Hierbij bied ik uw Kamer de agenda aan.[^1]

# Toezegging over dit/dat

Eén, twee, drie, vier, vijf, zes, zeven, acht, negen.

##### Vervolg

Later meer.

De minister van Justitie en Veiligheid,
A. Voorbeeld

!title
Geannoteerde agenda van de JBZ-Raad, 1 en 2 juni 2023

## I. Binnenlandse zaken

### 1. Schengen

#### a) Staat van het gebied

#### b.) Prioriteiten
= Gedachtewisseling

De EU-agentschappen lichten hun rapport[^2] toe & meer.[^3] Nederland stemt in.

+ 1. Hoe verder?
+ 2. Wie doet mee?

##### Inzet

Het kabinet is <voor>.

### Raadsconclusies
= Goedkeuring (A-punt)

- Eerste punt.
- Tweede punt.

### 2. Overige onderwerpen

#### a. Werkprogramma
= Presentatie

Spanje spreekt.

## II. Justitie

### 1. Schengen

Nederland luistert.

[^1]: Kamerstukken II 2022/23, nr. 9998.
[^2]: COM(2023) 274.
[^3]: Zie hoofdstuk 2.
"""


def unit(path: str, title: str | None, first: str = "", last: str = "") -> GoldUnit:
    """A gold unit without number, tag or footnotes."""
    return {
        "id": path,
        "section": path.split("/")[0],
        "number": None,
        "title": title,
        "tag": None,
        "first_words": first,
        "last_words": last or first,
        "footnotes": [],
    }


def squashed(text: str) -> str:
    """Without white space, hyphens (also those that a PDF library marks) and bullets."""
    return re.sub("[\\s\u00ad\u2010\u2011\ufffe\x02•–↩-]+", "", text)


def glued(block: Block) -> str:
    """The block with its footnote numbers against their words, taken from the notation anew."""
    text = block.text
    for offset, number in reversed(block.calls):
        text = f"{text[:offset]}{number}{text[offset:]}"
    sign = "=" if block.kind == "tag" else block.mark
    return f"{sign} {text}".strip()


def expected(paper: SpecimenPaper) -> str:
    return squashed(paper.notice + "".join(map(glued, paper.blocks)))


SHIPPED = {path.stem: parse(path) for path in papers()}
SOME = [*sorted(SHIPPED)[:4], "small", "generated"]


def some(name: str) -> SpecimenPaper:
    if name == "small":
        return parse_text("small", SMALL)
    return SHIPPED[name] if name in SHIPPED else random_paper(11)


# --- the notation ---


def test_blocks_carry_kind_mark_and_calls() -> None:
    paper = parse_text("small", SMALL)
    assert [block.kind for block in paper.blocks[:10]] == [
        *["masthead"] * 5,
        "paragraph",
        "topic",
        "paragraph",
        "sub-heading",
        "paragraph",
    ]
    assert [b.text for b in paper.blocks if b.kind == "signature"] == [
        "De minister van Justitie en Veiligheid,",
        "A. Voorbeeld",
    ]
    subs = [b for b in paper.blocks if b.kind == "sub-item"]
    assert [(b.mark, b.number, b.text) for b in subs] == [
        ("a)", "a", "Staat van het gebied"),
        ("b.)", "b", "Prioriteiten"),
        ("a.", "a", "Werkprogramma"),
    ]
    body = next(b for b in paper.blocks if b.text.startswith("De EU"))
    assert body.text == "De EU-agentschappen lichten hun rapport toe & meer. Nederland stemt in."
    assert body.calls == ((body.text.index(" toe"), 2), (body.text.index(" Nederland"), 3))
    assert paper.notes[1] == "COM(2023) 274."
    assert paper.footer == "Tweede Kamer, vergaderjaar 2022–2023, 32 317, nr. 9999"
    assert paper.presidency is None


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("kind: geannoteerde agenda", "kind: agenda", "kind 'agenda'"),
        ("place: Luxemburg", "plaats: Luxemburg", "line 5: 'plaats'"),
        ("formality: formeel\n", "", "lacks formality"),
        ("SPECIMEN:", "Specimen:", "SPECIMEN: "),
        ("#### a. Werkprogramma", "#### Werkprogramma", "line 61: a sub-item needs"),
        ("## II. Justitie", "## Justitie", "line 66: a section needs"),
        ("= Presentatie", "=", "nothing follows '='"),
        ("### 2. Overige", "####### 2. Overige", "is no mark"),
        ("[^2]: COM(2023) 274.\n", "", "defined: [1, 3]"),
        ("rapport[^2] toe", "rapport[^4] toe", "not [1, 4, 3]"),
        ("Den Haag, 20 mei 2023", "Den Haag", "letter head must end"),
        ("---\nkind", "kind", "must open with metadata"),
    ],
)
def test_a_slip_in_the_notation_is_named(old: str, new: str, told: str) -> None:
    assert SMALL.count(old) == 1
    with pytest.raises(FileRefused, match=re.escape(told)):
        parse_text("small", SMALL.replace(old, new))


def test_nothing_after_the_notice() -> None:
    with pytest.raises(FileRefused, match="nothing follows the notice"):
        parse_text("small", SMALL[: SMALL.index("!masthead")])


# --- the true outline ---


def test_gold_of_a_small_paper() -> None:
    told = gold(parse_text("small", SMALL))
    shared = unit("Binnenlandse Zaken/1", "Schengen") | {
        "number": "1",
        "tag": "Gedachtewisseling",
        "first_words": "De EU-agentschappen lichten hun rapport toe & meer.",
        "last_words": "in. 1. Hoe verder? 2. Wie doet mee?",
        "footnotes": [2, 3],
    }
    programme = unit("Binnenlandse Zaken/2/a", "Werkprogramma", "Spanje spreekt.")
    letter = "Hierbij bied ik uw Kamer de agenda aan."
    topic = unit("Brief/Toezegging over dit∕dat", "Toezegging over dit/dat")
    topic["first_words"] = "Eén, twee, drie, vier, vijf, zes, zeven, acht,"
    topic["last_words"] = "twee, drie, vier, vijf, zes, zeven, acht, negen."
    assert told["units"] == [
        unit("Brief/Aanhef", None, letter) | {"footnotes": [1]},
        topic,
        unit("Brief/Toezegging over dit∕dat/Vervolg", "Vervolg", "Later meer."),
        shared,
        unit("Binnenlandse Zaken/1/a", "Staat van het gebied") | {"number": "a"},
        unit("Binnenlandse Zaken/1/b", "Prioriteiten") | {"number": "b"},
        unit("Binnenlandse Zaken/1/Inzet", "Inzet", "Het kabinet is <voor>."),
        unit("Binnenlandse Zaken/Raadsconclusies", "Raadsconclusies", "Eerste punt. Tweede punt.")
        | {"tag": "Goedkeuring (A-punt)"},
        unit("Binnenlandse Zaken/2", "Overige onderwerpen") | {"number": "2"},
        programme | {"number": "a", "tag": "Presentatie"},
        unit("Justitie/1", "Schengen", "Nederland luistert.") | {"number": "1"},
    ]
    assert {field: told[field] for field in ("kind", "meeting_dates", "place", "presidency")} == {
        "kind": "geannoteerde agenda",
        "meeting_dates": ["2023-06-01", "2023-06-02"],
        "place": "Luxemburg",
        "presidency": None,
    }


def gold_of(body: str) -> list[GoldUnit]:
    """The units of a paper without letter whose annex is `body`."""
    front = SMALL[: SMALL.index("!masthead")]
    return gold(parse_text("small", f"{front}!title\nTitel\n{body}"))["units"]


def test_equal_paths_are_told_apart_with_what_is_under_them() -> None:
    body = "## I. Justitie\n### Slot\nA.\n### Slot\nB.\n##### Inzet\nC.\n### 1. X\nD.\n### 1. Y\nE."
    assert [told["id"] for told in gold_of(body)] == [
        "Justitie/Slot",
        "Justitie/Slot (2)",
        "Justitie/Slot (2)/Inzet",
        "Justitie/1",
        "Justitie/1 (2)",
    ]


def test_a_paper_without_sections_and_an_opening() -> None:
    told = gold_of("Vooraf een woord.\n### 1. Een\nTekst.\n#### a) Twee\nMeer.")
    assert [(unit["id"], unit["section"], unit["first_words"]) for unit in told] == [
        ("Aanhef", None, "Vooraf een woord."),
        ("1", None, "Tekst."),
        ("1/a", None, "Meer."),
    ]


def test_sub_items_with_bodies_or_tags_of_their_own_share_nothing() -> None:
    own = gold_of("### 1. Een\n#### a) Twee\nMeer.\n#### b) Drie\nNog meer.")
    assert [unit["first_words"] for unit in own] == ["", "Meer.", "Nog meer."]
    tags = gold_of("### 1. Een\n#### a) Twee\n= Stand\n#### b) Drie\n= Besluit\nTekst.")
    assert [(unit["tag"], unit["first_words"]) for unit in tags] == [
        (None, "Tekst."),
        ("Stand", ""),
        ("Besluit", ""),
    ]


def test_a_sub_item_outside_an_item_is_refused() -> None:
    with pytest.raises(FileRefused, match="'Los' stands in no item"):
        gold_of("#### a) Los\nTekst.")


@given(st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_gold_keeps_every_note_and_word_once(seed: int) -> None:
    paper = random_paper(seed)
    units = gold(paper)["units"]
    assert sorted(n for u in units for n in u["footnotes"]) == list(range(1, len(paper.notes) + 1))
    assert len({u["id"] for u in units}) == len(units)
    headings = ("topic", "item", "sub-item", "sub-heading")
    titles = [block.text for block in paper.blocks if block.kind in headings]
    assert [u["title"] for u in units if u["title"]] == titles


def test_the_generator_repeats_itself() -> None:
    assert random_source(5) == random_source(5) != random_source(6)


# --- lines and pages ---


def printed(text: str, width: int) -> list[str]:
    def letters(word: tuple[Run, ...]) -> int:
        return sum(len(run.text) for run in word)

    return [
        " ".join("".join(run.text for run in word) for word in row)
        for row in rows(words(text), width, letters)
    ]


def test_lines_break_at_real_hyphens_and_known_syllables() -> None:
    assert printed("de JBZ-Raad komt", 7) == ["de JBZ-", "Raad", "komt"]
    assert printed("over de samenwerking", 14) == ["over de samen-", "werking"]
    assert printed("met e-evidence", 7) == ["met", "e-evidence"]
    assert printed("een twee", 4) == ["een", "twee"]


def test_calls_stand_in_their_word() -> None:
    call = Run("12", 12)
    assert words("een punt. Nu", [(9, 12)]) == [
        (Run("een"),),
        (Run("punt."), call),
        (Run("Nu"),),
    ]
    assert words("(zie dit), en", [(8, 12)])[1] == (Run("dit"), call, Run("),"))


@given(st.text(alphabet="ab-é ", max_size=200), st.integers(3, 30))
def test_rows_lose_nothing_and_fit(text: str, width: int) -> None:
    lines = printed(text, width)
    assert squashed("".join(lines)) == squashed(text)
    assert all(len(line) <= width or " " not in line for line in lines)


def test_a_line_moves_on_with_its_note_and_a_heading_with_its_line() -> None:
    def line(text: str, keep: bool = False, note: int | None = None) -> Printed:
        return Printed(((Run(text), *([Run("1", note)] if note else [])),), "x", 1, keep)

    a, b, called = line("a"), line("b"), line("c", note=1)
    assert pages([a, b, called], {1: 2}, room=4) == [(a, b), (called,)]
    assert pages([a, b, called], {1: 2}, room=5) == [(a, b, called)]
    heading = line("Kop", keep=True)
    assert pages([a, heading, b], {}, room=2) == [(a,), (heading, b)]


# --- the formats ---


def pages_of(paper: SpecimenPaper, made: Format) -> list[str]:
    """The text of each page of the TXT or PDF file, as a plain reader sees it."""
    content = render(paper, made)
    if made == "txt":
        return content.decode().split("\f")
    file = pypdfium2.PdfDocument(content)
    texts = [page.get_textpage().get_text_range() for page in file]
    file.close()
    return texts


def cut(paper: SpecimenPaper, made: Format) -> list[tuple[str, list[int]]]:
    """Each page's body, squashed, and the notes at its foot; fails when a foot is not as it must."""
    cuts, done = [], 0
    for count, page in enumerate(map(squashed, pages_of(paper, made)), start=1):
        foot = squashed(f"{paper.footer} {count}")
        assert page.endswith(foot)
        body = page.removesuffix(foot)
        found: list[int] = []
        for last in range(len(paper.notes), done, -1):
            here = range(done + 1, last + 1)
            notes = squashed("".join(f"{number} {paper.notes[number - 1]}" for number in here))
            if body.endswith(notes):
                body, found, done = body.removesuffix(notes), list(here), last
                break
        cuts.append((body, found))
    return cuts


@pytest.mark.parametrize("made", ["txt", "pdf"])
@pytest.mark.parametrize("name", SOME)
def test_pages_hold_every_word_and_each_note_at_its_foot(name: str, made: Format) -> None:
    paper = some(name)
    cuts = cut(paper, made)
    assert "".join(body for body, _ in cuts) == expected(paper)
    assert [note for _, notes in cuts for note in notes] == list(range(1, len(paper.notes) + 1))
    calls = {
        number: squashed(block.text[max(0, offset - 20) : offset]) + str(number)
        for block in paper.blocks
        for offset, number in block.calls
    }
    reached = 0
    for body, notes in cuts:  # the last word before a call stands on the page of its note
        reached += len(body)
        for number in notes:
            assert calls[number][-6:] in body, number


def test_txt_lines_are_short_and_pages_full() -> None:
    text = render(SHIPPED[SOME[0]], "txt").decode()
    lines = re.split("[\n\f]", text)[1:]  # the notice is never broken
    assert max(map(len, lines)) <= 68
    assert max(page.count("\n") for page in text.split("\f")) <= 50
    assert len(text.split("\f")) > 3


@pytest.mark.parametrize("styled", [True, False])
@pytest.mark.parametrize("name", SOME)
def test_docx_holds_every_word_and_real_footnotes(name: str, styled: bool) -> None:
    paper = some(name)
    word = docx.Document(io.BytesIO(render(paper, "docx", styled)))
    lines = []
    for paragraph in word.paragraphs:
        pieces = [
            node.text or "" if node.tag == qn("w:t") else node.get(qn("w:id"), "")
            for node in paragraph._p.iter(qn("w:t"), qn("w:footnoteReference"))
        ]
        lines.append("".join(pieces))
    assert lines == [paper.notice, *map(glued, paper.blocks)]
    kinds = {block.kind: p for block, p in zip(paper.blocks, word.paragraphs[1:], strict=True)}
    item = kinds.get("item", kinds.get("topic"))
    assert item is not None
    assert item.style is not None
    assert item.style.name == ("Heading 2" if styled else "Normal")
    assert all(run.bold for run in item.runs) is not styled
    if paper.notes:
        part = next(p for p in word.part.package.iter_parts() if "footnotes" in p.partname)
        notes = ElementTree.fromstring(part.blob)
        texts = ["".join(note.itertext()).strip() for note in notes]
        assert texts == ["", "", *paper.notes]


@pytest.mark.parametrize("name", SOME)
def test_html_holds_every_word_and_links_its_notes(name: str) -> None:
    paper = some(name)
    page = LexborHTMLParser(render(paper, "html"))
    body = page.css_first("main")
    assert squashed(paper.notice + body.text()) == expected(paper)
    links = [link.attributes["href"] for link in body.css("sup a")]
    assert links == [f"#noot-{number}" for number in range(1, len(paper.notes) + 1)]
    for link, text in zip(links, paper.notes, strict=True):
        assert page.css_first(f"li{link}").text() == f"{text} ↩"
    assert page.css("nav")
    assert page.css("script")
    items = [squashed(h.text()) for h in body.css("h3")]
    assert items == [squashed(glued(b)) for b in paper.blocks if b.kind in ("item", "topic")]


@pytest.mark.parametrize("name", SOME)
def test_xml_holds_every_word_and_notes_where_they_are_called(name: str) -> None:
    paper = some(name)
    root = ElementTree.fromstring(render(paper, "xml"))
    notes = [(n.findtext("noot.nr"), n.findtext("noot.al")) for n in root.iter("noot")]
    assert notes == [(str(at), text) for at, text in enumerate(paper.notes, start=1)]
    for note in root.iter("noot"):
        note.remove(note[1])
    assert squashed("".join(root.itertext())) == expected(paper)
    if paper.kamerstuk:
        assert root.findtext(".//dossiernr") == "32 317"
        assert root.findtext(".//ondernummer") == paper.kamerstuk[-4:]
    headings = [block for block in paper.blocks if block.kind in ("item", "topic", "section")]
    assert len(root.findall(".//tussenkop")) >= len(headings)


@pytest.mark.parametrize("name", SOME)
def test_the_notice_opens_every_format(name: str) -> None:
    paper = some(name)
    assert render(paper, "txt").decode().splitlines()[0] == paper.notice
    assert pages_of(paper, "pdf")[0].splitlines()[0] == paper.notice
    assert docx.Document(io.BytesIO(render(paper, "docx"))).paragraphs[0].text == paper.notice
    body = LexborHTMLParser(render(paper, "html")).body
    assert body is not None
    assert body.text(strip=True).startswith(paper.notice)
    text = "".join(ElementTree.fromstring(render(paper, "xml")).itertext())
    assert text.strip().startswith(paper.notice)


def test_the_same_bytes_in_another_process() -> None:
    name = SOME[0]
    code = (
        "import hashlib, sys; from index.specimen import papers;"
        "from index.specimen.paper import parse; from index.specimen.render import FORMATS, render;"
        f"paper = parse(next(p for p in papers() if p.stem == {name!r}));"
        "print(*(hashlib.sha256(render(paper, made)).hexdigest() for made in FORMATS))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "TZ": zone},
            cwd=Path(__file__).parents[1],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].split()) == len(FORMATS)


def test_no_clock_in_archive_or_pdf() -> None:
    paper = some("small")
    with zipfile.ZipFile(io.BytesIO(render(paper, "docx"))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(2025, 1, 1, 0, 0, 0)}
    assert b"/CreationDate (D:20000101" in render(paper, "pdf")


def test_a_letter_that_the_pdf_fonts_lack_is_named() -> None:
    paper = parse_text("small", SMALL.replace("Later meer.", "Later 字."))
    with pytest.raises(FileRefused, match="lacks 字"):
        render(paper, "pdf")


# --- the shipped papers and the command ---


def test_the_shipped_papers_are_a_library() -> None:
    kinds = sorted(paper.kind for paper in SHIPPED.values())
    assert kinds.count("verslag") >= 5
    assert kinds.count("geannoteerde agenda") >= 4
    assert kinds.count("brief") >= 1
    numbers = [paper.kamerstuk for paper in SHIPPED.values() if paper.kamerstuk]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_a_shipped_paper_is_long_enough_and_whole(name: str) -> None:
    paper = SHIPPED[name]
    assert 1_200 <= sum(len(block.printed.split()) for block in paper.blocks) <= 3_000
    units = gold(paper)["units"]
    assert len({told["id"] for told in units}) == len(units)
    assert sum(len(told["footnotes"]) for told in units) == len(paper.notes)
    assert all(told["first_words"] for told in units if told["number"] is None)


def test_the_command_writes_all_papers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["html", str(tmp_path / "new")]) == 0
    written = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert written == [f"{name}.html" for name in sorted(SHIPPED)]
    assert len(capsys.readouterr().out.splitlines()) == len(SHIPPED)


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert main(["txt", str(tmp_path / "file")]) == 2
    assert "file" in capsys.readouterr().err
