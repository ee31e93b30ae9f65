"""Page furniture: page numbers, running heads and feet, and the gaps that pages leave.

Knows: how furniture looks (a lone number, a line that returns on page after page, the running
foot of the official publications). Does not know: footnotes, headings, paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from index.rows import Row

# a lone year is the last line of a title, not the number of a page
LONE_NUMBER = re.compile(
    r"(?:(?:pagina|page|blz\.?)\s+\d{1,4}|-?\s*\d{1,3})(?:\s*(?:van|of|/)\s*\d{1,4})?(?:\s*-)?", re.I
)
RUNNING_FOOT = re.compile(
    r"(?:tweede|eerste) kamer(?: der staten-generaal)?, vergaderjaar \d{4}\s*[-–/]\s*\d{2,4}\b.{0,60}",
    re.I,
)
EDGE = 3  # furniture stands within so many lines of a page's edge
RETURNS = 3  # and returns on at least so many pages


def without_furniture(rows: list[Row]) -> list[Row]:
    """The rows that are text; what followed furniture keeps the larger gap and the page turn."""
    edges = _edges(rows)
    returning = _returning(rows, edges)
    out: list[Row] = []
    gap, turned = 0, False
    for i, row in enumerate(rows):
        masked = _mask(row.text)
        lone = LONE_NUMBER.fullmatch(row.text) is not None and (i in edges or _alone(rows, i))
        if not row.line.whole and (lone or RUNNING_FOOT.fullmatch(row.text) or masked in returning and i in edges):
            gap, turned = gap + row.gap + 1, turned or row.turned or True
            continue
        out.append(replace(row, gap=row.gap + gap, turned=row.turned or turned) if gap or turned else row)
        gap, turned = 0, False
    return out


def _mask(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _edges(rows: list[Row]) -> set[int]:
    """Indexes of rows within EDGE lines of a page's first or last row, where pages are known."""
    edges: set[int] = set()
    first = 0
    for i in range(1, len(rows) + 1):
        if i == len(rows) or rows[i].line.page != rows[first].line.page:
            if rows[first].line.page is not None:
                edges.update(range(first, min(first + EDGE, i)))
                edges.update(range(max(first, i - EDGE), i))
            first = i
    return edges


def _returning(rows: list[Row], edges: set[int]) -> set[str]:
    """Masked texts that stand at the edge of RETURNS or more pages, and of a third of all pages."""
    pages: dict[str, set[int]] = {}
    for i in edges:
        page = rows[i].line.page
        if page is not None and len(rows[i].text) <= 120:
            pages.setdefault(_mask(rows[i].text), set()).add(page)
    total = len(Counter(row.line.page for row in rows))
    return {text for text, on in pages.items() if len(on) >= max(RETURNS, total / 3)}


def _alone(rows: list[Row], i: int) -> bool:
    """A number set apart by page-sized gaps, in dumps without page marks, or first of all."""
    row = rows[i]
    if row.line.page is not None:
        return False
    after = rows[i + 1] if i + 1 < len(rows) else None
    return i == 0 or row.turned or row.gap >= 2 or (after is not None and after.turned)
