"""Rows: the lines of a source while it is being cleaned, each tied to its place in the source.

Knows: where a row stands in the source text, what is dropped inside it, what gap is before it.
Does not know: why something is dropped (furniture, footnotes, hyphens decide that).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.nouns import Span
from index.source import Line, Source


@dataclass(frozen=True, slots=True)
class Row:
    """A non-blank line. `span` is into `Source.text`; `drops` are spans inside it to leave out.

    gap: blank lines before it. turned: a page begins with it (stated by the format, or seen from
    the lone space or the run of blank lines that text dumps leave there). calls: (source
    position, footnote number).
    """

    line: Line
    span: Span
    text: str
    gap: int = 0
    turned: bool = False
    drops: tuple[Span, ...] = ()
    calls: tuple[tuple[int, int], ...] = ()

    def without(self, source: str, drops: Sequence[Span]) -> Row:
        """The same row with further spans left out; `text` follows."""
        every = tuple(sorted({*self.drops, *drops}))
        return replace(
            self, drops=every, text="".join(p.of(source) for p in kept(self.span, every))
        )


def kept(span: Span, drops: Sequence[Span]) -> list[Span]:
    """The parts of `span` outside `drops` (sorted, inside the span, disjoint)."""
    parts, at = [], span.start
    for drop in drops:
        if drop.start > at:
            parts.append(Span(at, drop.start))
        at = max(at, drop.end)
    if at < span.end:
        parts.append(Span(at, span.end))
    return parts


INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
_HIDDEN = re.compile(f"[{INVISIBLE}]+")
_OUTER = re.compile(rf"[\s{INVISIBLE}]*")


def rows_of(source: Source) -> list[Row]:
    """The non-blank lines of a source as rows, outer blanks and invisible characters left out."""
    rows: list[Row] = []
    text, at, gap, page = source.text, 0, 0, None
    for line in source.lines:
        inner = _inner(line.text)
        if not len(inner):
            gap += 1
        else:
            span = Span(at + inner.start, at + inner.end)
            row = Row(
                line,
                span,
                inner.of(line.text),
                gap,
                turned=bool(rows) and (line.page != page or _dump_page(line, gap)),
                calls=tuple((at + offset, number) for offset, number in line.calls),
            )
            hidden = [Span(at + f.start(), at + f.end()) for f in _HIDDEN.finditer(line.text)]
            # a soft hyphen at the end of a line is a line-end hyphen: index.wrap decides on it
            last = span.end - (row.text[-1] == "\u00ad")
            drops = [
                Span(d.start, min(d.end, last)) for d in hidden if span.start <= d.start < last
            ]
            rows.append(row.without(text, drops) if drops else row)
            gap, page = 0, line.page
        at += len(line.text) + 1
    return rows


def _inner(text: str) -> Span:
    """The part of a line between its outer blanks; one soft hyphen at its end is kept."""
    start = _OUTER.match(text)
    begin = start.end() if start else 0
    end = len(text)
    while end > begin and (text[end - 1].isspace() or text[end - 1] in INVISIBLE):
        end -= 1
    if end > begin and text[end : end + 1] == "\u00ad":
        end += 1
    return Span(begin, end)


def _dump_page(line: Line, gap: int) -> bool:
    """Text dumps of PDF leave a lone leading space, or a run of blank lines, at a page's start."""
    if line.page is not None or line.whole:
        return False
    return gap >= 4 or (line.text.startswith(" ") and not line.text.startswith("  "))
