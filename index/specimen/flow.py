"""Lays a specimen paper out as printed pages: lines, blank lines, footnotes, running footer.

Knows: which blocks stand apart, and what goes at the foot of a page. Does not know: fonts, or how
a page is written to a file (`to_txt`, `to_pdf`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from index.specimen.blocks import Block, SpecimenPaper
from index.specimen.layout import Printed, Row, Run, Word, block_words, pages, rows, words

# Blocks that follow one of their own kind without a blank line.
TIGHT = ("bullet", "enumeration", "sub-item")
HEADING_KINDS = ("topic", "title", "section", "item", "sub-item", "sub-heading")


@dataclass(frozen=True, slots=True)
class Measures:
    """How large things are, in the unit of the caller (characters and lines, or points).

    measure(style, word) and height(style) take a block kind, "notice", "note" or "blank".
    room is the height of a page without its running footer.
    """

    width: float
    room: float
    measure: Callable[[str, Word], float]
    height: Callable[[str], float]
    bullet: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page as printed: body lines, then the footnotes called in them, then the footer."""

    lines: tuple[Printed, ...]
    notes: tuple[Row, ...]
    footer: str


def paginate(paper: SpecimenPaper, measures: Measures) -> Iterator[Page]:
    """The pages of `paper`, in order; the notice is the first line, never broken."""
    measure = partial(measures.measure, "note")
    notes = {
        number: rows([(Run(str(number), number),), *words(text)], measures.width, measure)
        for number, text in enumerate(paper.notes, start=1)
    }
    heights = {number: len(lines) * measures.height("note") for number, lines in notes.items()}
    placed = pages(list(_lines(paper, measures)), heights, measures.room)
    for count, lines in enumerate(placed, start=1):
        called = [number for line in lines for number in line.notes]
        yield Page(
            lines,
            tuple(row for number in called for row in notes[number]),
            f"{paper.footer} {count}".strip(),
        )


def _lines(paper: SpecimenPaper, measures: Measures) -> Iterator[Printed]:
    yield Printed(tuple(words(paper.notice)), "notice", measures.height("notice"))
    before: Block | None = None
    for block in paper.blocks:
        if before is None or _apart(before, block):
            keep = before is not None and before.kind in HEADING_KINDS
            yield Printed((), "blank", measures.height("blank"), keep)
        content = block_words(block)
        if block.kind == "bullet":
            content.insert(0, (Run(measures.bullet),))
        keep = block.kind in (*HEADING_KINDS, "tag")
        for row in rows(content, measures.width, partial(measures.measure, block.kind)):
            yield Printed(row, block.kind, measures.height(block.kind), keep)
        before = block


def _apart(before: Block, block: Block) -> bool:
    """True when a blank line stands between two blocks."""
    if block.kind == "tag" or (before.kind == "tag" and block.kind == "paragraph"):
        return False
    if before.kind == "signature" and block.kind == "signature":
        return not before.text.endswith(",")
    return before.kind != block.kind or block.kind not in TIGHT
