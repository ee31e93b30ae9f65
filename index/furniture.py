"""Page furniture: page numbers, running heads and feet, and the gaps that pages leave.

Knows: how furniture looks (a lone number, a line that returns on page after page with nothing
but the page number changed, the running foot and the colophon of the official publications).
Does not know: footnotes, headings, paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.rows import Row

# a lone year is the last line of a title, not the number of a page
LONE_NUMBER = re.compile(
    r"(?:(?:pagina|page|blz\.?)\s+\d{1,4}|-?\s*\d{1,3})(?:\s*(?:van|of|/)\s*\d{1,4})?(?:\s*-)?",
    re.I,
)
RUNNING_FOOT = re.compile(
    r"(?:tweede|eerste) kamer(?: der staten-generaal)?, "
    r"vergaderjaar \d{4}\s*[-–/]\s*\d{2,4}\b.{0,60}",
    re.I,
)
COLOPHON = re.compile(
    r"(?:ah|h|kst|ek|tk|kv|nds|blg|stcrt|stb)-(?:[a-z]{2}-)?[\dIVXL-]{4,24}(?:-[\dA-Z]{1,6})*|"
    r"ISSN\s+\d{4}\s?[-–]\s?\d{3}[\dX]|[’'‘]s-Gravenhage\s+\d{4}"
)
EDGE = 3  # furniture stands within so many lines of a page's edge
RETURNS = 3  # and returns on at least so many pages
LONGEST = 120  # characters of a running head or foot


def without_furniture(rows: list[Row]) -> list[Row]:
    """The rows that are text; what followed furniture keeps the larger gap and the page turn."""
    edges = _edges(rows)
    returning = _returning(rows, edges) | _page_numbers(rows)
    out: list[Row] = []
    gap, turned = 0, False
    for i, row in enumerate(rows):
        if not row.line.whole and (i in returning or _is_furniture(rows, i, i in edges)):
            gap, turned = gap + row.gap + 1, True
            continue
        kept = replace(row, gap=row.gap + gap, turned=row.turned or turned) if turned else row
        out.append(kept)
        gap, turned = 0, False
    return out


def _is_furniture(rows: list[Row], i: int, edge: bool) -> bool:
    text = rows[i].text
    if LONE_NUMBER.fullmatch(text):
        return edge or _alone(rows, i)
    return RUNNING_FOOT.fullmatch(text) is not None or COLOPHON.fullmatch(text) is not None


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


def _returning(rows: list[Row], edges: set[int]) -> set[int]:
    """Rows whose text stands at the edge of RETURNS or more pages, and of a third of all pages."""
    pages: dict[str, set[int]] = {}
    forms: dict[int, tuple[str, ...]] = {}
    for i in edges:
        page = rows[i].line.page
        text = rows[i].text
        if page is not None and len(text) <= LONGEST and any(map(str.isalpha, text)):
            forms[i] = tuple(_forms(text, page))
            for form in forms[i]:
                pages.setdefault(form, set()).add(page)
    enough = max(RETURNS, len({row.line.page for row in rows}) / 3)
    return {i for i, own in forms.items() if any(len(pages[form]) >= enough for form in own)}


def _forms(text: str, page: int) -> Iterator[str]:
    """The text as it is, and with each of its numbers in turn counted from the page's number."""
    yield text
    for found in re.finditer(r"\d{1,6}", text):
        yield f"{text[: found.start()]}#{int(found[0]) - page}{text[found.end() :]}"


def _alone(rows: list[Row], i: int) -> bool:
    """A number set apart by page-sized gaps, in dumps without page marks, or first of all."""
    row = rows[i]
    if row.line.page is not None:
        return False
    after = rows[i + 1] if i + 1 < len(rows) else None
    return i == 0 or row.turned or row.gap >= 2 or (after is not None and after.turned)


def _page_numbers(rows: list[Row]) -> set[int]:
    """Rows of dumps that hold a number alone, and count up by one through the paper."""
    chain: list[int] = []
    for i, row in enumerate(rows):
        number = re.fullmatch(r"\d{1,3}", row.text)
        if row.line.page is not None or row.line.whole or number is None:
            continue
        after = rows[i + 1] if i + 1 < len(rows) else None
        if not (row.gap or after is None or after.gap):
            continue
        if not chain or int(number[0]) == int(rows[chain[-1]].text) + 1:
            chain.append(i)
        elif len(chain) == 1:
            chain = [i]
    return set(chain) if len(chain) > 1 else set()
