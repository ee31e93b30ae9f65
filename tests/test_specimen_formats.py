"""Every format holds the same words in the same order, and the same bytes each time."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn
from selectolax.lexbor import LexborHTMLParser
from specimens import SMALL, SOME, expected, glued, pages_of, some, squashed

from index.errors import FileRefused
from index.specimen.paper import parse_text
from index.specimen.render import FORMATS, render


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
