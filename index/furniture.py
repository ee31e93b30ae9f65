"""Page furniture: page numbers, running heads and feet, and the gaps that pages leave.

Knows: how furniture looks (a lone number, a line that returns on page after page with nothing
but the page number changed, the running foot and the colophon of the official publications).
Does not know: footnotes, headings, paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.marks import opens
from index.rows import Row

# a lone year is the last line of a title, not the number of a page
LONE_NUMBER = re.compile(
    r"(?:(?:pagina|page|blz\.?)\s+\d{1,4}|-?\s*\d{1,3})(?:\s*(?:van|of|/)\s*\d{1,4})?(?:\s*-)?",
    re.I,
)
PAGE_OF = re.compile(r"pagina\s+\d{1,4}\s+van\s+\d{1,4}", re.I)
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
    numbers = _page_numbers(rows)
    pages = _pages(rows, numbers)
    edges = _edges(pages)
    returning = _returning(rows, pages, edges) | numbers
    out: list[Row] = []
    gap, turned = 0, False
    for i, row in enumerate(rows):
        paged = row.line.page is not None and i in edges
        if not row.line.whole and (i in returning or _is_furniture(rows, i, paged)):
            gap, turned = gap + row.gap + 1, True
            continue
        kept = replace(row, gap=row.gap + gap, turned=row.turned or turned) if turned else row
        out.append(kept)
        gap, turned = 0, False
    return out


def _is_furniture(rows: list[Row], i: int, edge: bool) -> bool:
    text = rows[i].text
    if PAGE_OF.fullmatch(text):
        return True
    if LONE_NUMBER.fullmatch(text):
        return edge or _alone(rows, i)
    return RUNNING_FOOT.fullmatch(text) is not None or COLOPHON.fullmatch(text) is not None


def _pages(rows: list[Row], numbers: set[int]) -> list[int]:
    """Each row's page: as the format states, else counted where dumps seem to turn the page."""
    pages, page = [], 1
    for i, row in enumerate(rows):
        page += row.turned or i in numbers or PAGE_OF.fullmatch(row.text) is not None
        pages.append(row.line.page if row.line.page is not None else page)
    return pages


def _edges(pages: list[int]) -> set[int]:
    """Indexes of rows within EDGE lines of a page's first or last row."""
    edges: set[int] = set()
    first = 0
    for i in range(1, len(pages) + 1):
        if i == len(pages) or pages[i] != pages[first]:
            edges.update(range(first, min(first + EDGE, i)))
            edges.update(range(max(first, i - EDGE), i))
            first = i
    return edges


def _returning(rows: list[Row], pages: list[int], edges: set[int]) -> set[int]:
    """Rows whose text stands at the edge of RETURNS or more pages, and of a third of all pages."""
    on: dict[str, set[int]] = {}
    forms: dict[int, tuple[str, ...]] = {}
    for i in edges:
        text = rows[i].text
        prose = text.endswith(".") or opens(text)
        if len(text) <= LONGEST and any(map(str.isalpha, text)) and not prose:
            forms[i] = tuple(_forms(text, pages[i]))
            for form in forms[i]:
                on.setdefault(form, set()).add(pages[i])
    enough = max(RETURNS, len(set(pages)) / 3)
    return {i for i, own in forms.items() if any(len(on[form]) >= enough for form in own)}


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
