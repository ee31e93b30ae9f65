"""Writes a specimen paper as the text that a converter takes from a printed government letter.

Knows: lines of 68 characters, pages of about 48 lines, form feeds, footnote numbers glued to
their word. Does not know: the notation, the other formats.
"""

from __future__ import annotations

from index.specimen.blocks import SpecimenPaper
from index.specimen.flow import Measures, Page, paginate
from index.specimen.layout import Row, Word

LINE = 68
LINES_A_PAGE = 45  # with the blank lines around footnotes and footer: about 48


def to_txt(paper: SpecimenPaper) -> bytes:
    """`paper` as UTF-8 text; each page but the first begins after a form feed."""
    measures = Measures(
        width=LINE,
        room=LINES_A_PAGE,
        measure=lambda style, word: len(_glued(word)),
        height=lambda style: 1,
        bullet="-",
    )
    return "\f".join(_written(page) for page in paginate(paper, measures)).encode()


def _written(page: Page) -> str:
    lines = [_spaced(line.row) for line in page.lines]
    if page.notes:
        lines += ["", *map(_spaced, page.notes)]
    return "\n".join([*lines, "", page.footer, ""])


def _spaced(row: Row) -> str:
    return " ".join(map(_glued, row))


def _glued(word: Word) -> str:
    return "".join(run.text for run in word)
