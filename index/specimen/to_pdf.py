"""Writes a specimen paper as PDF: bold headings, raised footnote calls, notes at the page foot.

Knows: fonts, sizes and places on the page. Does not know: the notation, which note goes where
(`flow`).
"""

from __future__ import annotations

import io
from functools import cache

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from index.errors import FileRefused
from index.specimen.blocks import SpecimenPaper
from index.specimen.flow import Measures, Page, paginate
from index.specimen.layout import Row, Run, Word

# Fonts that come with reportlab and are embedded in the file.
FONTS = {"Vera": "Vera.ttf", "Vera-Bold": "VeraBd.ttf", "Vera-Italic": "VeraIt.ttf"}
STYLES = {
    "title": ("Vera-Bold", 13.0),
    "section": ("Vera-Bold", 11.0),
    "topic": ("Vera-Bold", 9.5),
    "item": ("Vera-Bold", 9.5),
    "sub-item": ("Vera-Bold", 9.0),
    "sub-heading": ("Vera-Italic", 9.0),
    "tag": ("Vera-Italic", 9.0),
    "note": ("Vera", 7.0),
    "notice": ("Vera", 7.0),
}
BODY = ("Vera", 9.0)
LEADING = 1.45
RAISED = 0.62  # size of a footnote call, as a part of the size around it
RISE = 0.38
WIDTH, HEIGHT = A4
MARGIN = 68.0
FOOT = 36.0  # height of the running footer above the edge of the page
NOTE_GAP = 16.0  # between body and footnotes, with a rule in the middle


def to_pdf(paper: SpecimenPaper) -> bytes:
    """`paper` as PDF; raises FileRefused for a character that the fonts do not have."""
    _register()
    _check(paper)
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4, invariant=1)
    canvas.setTitle(paper.title)
    canvas.setAuthor("Raadpleeg")
    measures = Measures(
        width=WIDTH - 2 * MARGIN,
        room=HEIGHT - 2 * MARGIN - NOTE_GAP,
        measure=_width,
        height=lambda style: _style(style)[1] * (0.8 if style == "blank" else LEADING),
        bullet="•",
    )
    for page in paginate(paper, measures):
        _draw(canvas, page)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


@cache
def _register() -> None:
    for name, file in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, file))


def _check(paper: SpecimenPaper) -> None:
    known = pdfmetrics.getFont("Vera").face.charToGlyph
    text = "".join([paper.notice, *(block.printed for block in paper.blocks), *paper.notes])
    if missing := sorted({letter for letter in text if ord(letter) not in known}):
        raise FileRefused(paper.name, f"the PDF font lacks {' '.join(missing)}; write it otherwise")


def _style(style: str) -> tuple[str, float]:
    """Font name and size in points."""
    return STYLES.get(style, BODY)


def _width(style: str, word: Word) -> float:
    """Width of a word in points."""
    font, size = _style(style)
    return sum(
        float(pdfmetrics.stringWidth(run.text, font, size if run.note is None else size * RAISED))
        for run in word
    )


def _draw(canvas: Canvas, page: Page) -> None:
    top = HEIGHT - MARGIN
    for line in page.lines:
        top -= line.height
        _write(canvas, top, line.style, line.row)
    if page.notes:
        height = _style("note")[1] * LEADING
        foot = MARGIN + height * len(page.notes)
        canvas.setLineWidth(0.5)
        canvas.line(MARGIN, foot + NOTE_GAP / 2, MARGIN + 120, foot + NOTE_GAP / 2)
        for place, row in enumerate(page.notes, start=1):
            _write(canvas, foot - height * place, "note", row)
    canvas.setFont("Vera", 7)
    canvas.drawString(MARGIN, FOOT, page.footer)


def _write(canvas: Canvas, baseline: float, style: str, row: Row) -> None:
    """One line of words from the left margin; calls stand raised and small against their word."""
    font, size = _style(style)
    text = canvas.beginText(MARGIN, baseline)
    for run in _joined(row):
        text.setFont(font, size if run.note is None else size * RAISED)
        text.setRise(0 if run.note is None else size * RISE)
        text.textOut(run.text)
    canvas.drawText(text)


def _joined(row: Row) -> list[Run]:
    """The row's runs with the spaces between words, neighbours of one kind put together."""
    spread = [run for at, word in enumerate(row) for run in ((Run(" "),) if at else ()) + word]
    runs: list[Run] = []
    for run in spread:
        if runs and runs[-1].note is None and run.note is None:
            runs[-1] = Run(runs[-1].text + run.text)
        else:
            runs.append(run)
    return runs
