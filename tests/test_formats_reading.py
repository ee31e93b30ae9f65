"""The real files beside the repository: every one is read, and reads as it looks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.formats import extract
from index.source import Source

READING = Path(__file__).parents[1].parent / "shared" / "reading"
pytestmark = pytest.mark.skipif(not READING.is_dir(), reason="no ../shared/reading here")


def sources(folder: str) -> list[tuple[Path, Source]]:
    found = sorted(path for path in (READING / folder).iterdir() if path.is_file())
    return [(path, extract(path)) for path in found]


def calls(source: Source) -> list[int]:
    return [number for line in source.lines for _, number in line.calls]


def test_pdfs_give_pages_and_every_note_its_call() -> None:
    found = sources("kamervragen_pdf")
    assert len(found) == 22
    for path, source in found:
        pages = [line.page or 0 for line in source.lines]
        assert pages == sorted(pages)
        assert pages[0] == 1
        assert not source.warnings
        notes = {line.note for line in source.lines if line.note is not None}
        assert calls(source) == sorted(notes) == list(range(1, len(notes) + 1)), path.name
        assert any(line.bold for line in source.lines)
        # no note number is left glued to a word; no line end is left inside one
        assert not re.search(r"[\ufffe\x02\r]", source.text)
        assert any(line.text.startswith("Vraag 1") for line in source.lines)


def test_docx_give_whole_paragraphs_and_notes() -> None:
    found = sources("kamervragen_docx")
    assert len(found) == 8
    for _, source in found:
        assert all(line.whole and line.text.strip() for line in source.lines)
        notes = [line.note for line in source.lines if line.note is not None]
        assert calls(source) == sorted(set(notes)) == list(range(1, len(set(notes)) + 1))
        assert any(line.bold and line.text == "Vraag 1" for line in source.lines)
        assert "PAGE" not in source.text
        assert "HYPERLINK" not in source.text


def test_xml_give_speakers_and_items() -> None:
    found = sources("handelingen_tk")
    assert len(found) == 16
    for _, source in found:
        assert any(line.level == 1 for line in source.lines)
        assert not re.search(r"\s(?!\.\.)[,.;:)]|\(\s|Ã.|â\x80", source.text)
    spoken = [line.text for _, source in found for line in source.lines if line.bold]
    assert "De voorzitter:" in spoken
    assert "Mevrouw Ellemeet (GroenLinks):" in spoken


def test_text_dumps_pass_as_they_are() -> None:
    found = sources("handelingen_txt")
    assert len(found) == 7
    for path, source in found:
        (line,) = source.lines
        assert line.text == path.read_text(encoding="utf-8").rstrip()
