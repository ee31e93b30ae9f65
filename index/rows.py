"""Rows: the lines of a source while it is being cleaned, each tied to its place in the source.

Knows: where a row stands in the source text, what is dropped inside it, what gap is before it.
Does not know: why something is dropped (furniture, footnotes, hyphens decide that).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.nouns import Span
from index.source import Line, Source


@dataclass(frozen=True, slots=True)
class Row:
    """A non-blank line. `span` is into `Source.text`; `drops` are spans inside it to leave out.

    gap: blank lines before it. turned: a page begins with it (stated by the format, or seen from
    the lone space or the run of blank lines that text dumps leave there). indented: it begins
    with white space. calls: (source position, footnote number).
    """

    line: Line
    span: Span
    text: str
    gap: int = 0
    turned: bool = False
    indented: bool = False
    drops: tuple[Span, ...] = ()
    calls: tuple[tuple[int, int], ...] = ()

    def without(self, source: str, drops: Sequence[Span]) -> Row:
        """The same row with further spans left out; `text` follows."""
        every = tuple(sorted({*self.drops, *drops}))
        return replace(self, drops=every, text="".join(p.of(source) for p in kept(self.span, every)))


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


INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff")


def rows_of(source: Source) -> list[Row]:
    """The non-blank lines of a source as rows, outer white space and invisible characters left out."""
    rows: list[Row] = []
    text, at, gap, page = source.text, 0, 0, None
    for line in source.lines:
        stripped = line.text.strip()
        if not stripped:
            gap += 1
        else:
            start = at + line.text.index(stripped)
            turned = bool(rows) and (line.page != page or _dump_page(line, gap))
            row = Row(
                line,
                Span(start, start + len(stripped)),
                stripped,
                gap,
                turned,
                indented=line.text[0] in " \t",
                calls=tuple((at + offset, number) for offset, number in line.calls),
            )
            hidden = [
                Span(start + i, start + i + 1) for i, c in enumerate(stripped) if c in INVISIBLE
            ]
            # a soft hyphen at the end of a line is a line-end hyphen: index.wrap decides on it
            if hidden and stripped[-1] == "\u00ad":
                hidden.pop()
            rows.append(row.without(text, hidden) if hidden else row)
            gap, page = 0, line.page
        at += len(line.text) + 1
    return rows


def _dump_page(line: Line, gap: int) -> bool:
    """Text dumps of PDF leave a lone leading space, or a run of blank lines, at a page's start."""
    if line.page is not None or line.whole:
        return False
    return gap >= 4 or (line.text.startswith(" ") and not line.text.startswith("  "))
