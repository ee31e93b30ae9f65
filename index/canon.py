"""The canonical text: the only step that writes text, and the proof that nothing was invented.

Knows: which source characters each stretch of the canonical text was copied from, so that the
source can be rebuilt from the canonical text and the list of removals. Does not know: why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.footnotes import NoteRows
from index.hyphens import Join
from index.nouns import Note, Span
from index.rows import Row, kept
from index.wrap import Wrapping


@dataclass(frozen=True, slots=True)
class LogicalLine:
    """A heading or paragraph of the canonical text, with what its source says of its looks."""

    span: Span
    gap: bool
    level: int | None = None
    bold: bool = False
    size: float | None = None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Copied:
    """Canonical characters from `start` on are the source characters of `source`."""

    source: Span
    start: int


@dataclass(frozen=True, slots=True)
class Removed:
    """Source characters that the canonical text does not hold, and where they stood."""

    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A paper's canonical text with its lines, notes, pages, and the way back to the source."""

    text: str
    lines: tuple[LogicalLine, ...]
    notes: tuple[Note, ...]
    page_starts: tuple[int, ...] | None
    copied: tuple[Copied, ...]
    removed: tuple[Removed, ...]
    warnings: tuple[str, ...] = ()

    def rebuild(self) -> str:
        """The source text again, from the canonical text and the removals."""
        pieces = [
            (c.source.start, self.text[c.start : c.start + len(c.source)]) for c in self.copied
        ]
        pieces += [(r.at, r.text) for r in self.removed]
        return "".join(text for _, text in sorted(pieces))


@dataclass(slots=True)
class Scribe:
    """Writes the canonical text piece by piece and remembers where each piece came from."""

    source: str
    parts: list[str] = field(default_factory=list)
    copied: list[Copied] = field(default_factory=list)
    length: int = 0

    def copy(self, span: Span) -> None:
        """Copy source characters; neighbouring copies are kept as one."""
        last = self.copied[-1] if self.copied else None
        if last and last.source.end == span.start and last.start + len(last.source) == self.length:
            self.copied[-1] = Copied(Span(last.source.start, span.end), last.start)
        else:
            self.copied.append(Copied(span, self.length))
        self._put(span.of(self.source))

    def glue(self, text: str) -> None:
        """Put characters of our own: a space, a line feed."""
        self._put(text)

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def removed(self) -> tuple[Removed, ...]:
        """What no copy holds."""
        out, at = [], 0
        for span in sorted(piece.source for piece in self.copied):
            if span.start > at:
                out.append(Removed(at, self.source[at : span.start]))
            at = span.end
        if at < len(self.source):
            out.append(Removed(at, self.source[at:]))
        return tuple(out)


def write(source: str, rows: Sequence[Row], notes: Sequence[NoteRows]) -> Manuscript:
    """The canonical text: running text first, then the notes, one a line."""
    scribe = Scribe(source)
    calls: dict[int, int] = {}
    pages: dict[int, int] = {}
    lines = _write_rows(scribe, rows, calls, pages)
    written = []
    for i, note in enumerate(notes):
        if scribe.length:
            scribe.glue("\n" if i else "\n\n")
        start = scribe.length
        _write_note(scribe, note)
        written.append(Note(note.number, Span(start, scribe.length), calls.get(note.number)))
    text = "".join(scribe.parts)
    return Manuscript(
        text,
        tuple(lines),
        tuple(written),
        _page_starts(pages),
        tuple(scribe.copied),
        scribe.removed(),
    )


def _write_rows(
    scribe: Scribe, rows: Sequence[Row], calls: dict[int, int], pages: dict[int, int]
) -> list[LogicalLine]:
    """Write running text; fill in where notes are called and pages begin."""
    wrapping = Wrapping(rows)
    lines: list[LogicalLine] = []
    start, first = 0, 0
    for i, row in enumerate(rows):
        join = wrapping.join(i) if i + 1 < len(rows) else None
        if row.line.page is not None:
            pages.setdefault(row.line.page, scribe.length)
        _write_row(scribe, row, join.cut if join else 0, calls)
        if join is None or join.glue.startswith("\n"):
            lead = rows[first]
            lines.append(
                LogicalLine(
                    Span(start, scribe.length),
                    lead.gap > 0 or lead.turned or lead.line.whole,
                    lead.line.level,
                    lead.line.bold,
                    lead.line.size,
                    lead.line.page,
                )
            )
            first = i + 1
        if join is not None:
            scribe.glue(join.glue)
            if first == i + 1:
                start = scribe.length
    return lines


def _write_row(scribe: Scribe, row: Row, cut: int, calls: dict[int, int]) -> None:
    """Copy what is kept of a row; `cut` characters stay off its end."""
    calls_left = sorted(row.calls)
    for part in kept(Span(row.span.start, row.span.end - cut), row.drops):
        while calls_left and calls_left[0][0] <= part.start:
            calls.setdefault(calls_left.pop(0)[1], max(0, scribe.length - 1))
        before, start = scribe.length, part.start
        scribe.copy(part)
        while calls_left and calls_left[0][0] <= part.end:
            position, number = calls_left.pop(0)
            calls.setdefault(number, max(0, before + position - start - 1))
    for _, number in calls_left:
        calls.setdefault(number, max(0, scribe.length - 1))


def _write_note(scribe: Scribe, note: NoteRows) -> None:
    """A note on one line."""
    wrapping = Wrapping(note.rows)
    for i, row in enumerate(note.rows):
        join = Join("")
        if i + 1 < len(note.rows):
            join = wrapping.join(i)
            join = Join(" ") if join.glue.startswith("\n") else join
        _write_row(scribe, row, join.cut, {})
        scribe.glue(join.glue)


def _page_starts(pages: dict[int, int]) -> tuple[int, ...] | None:
    """Where page 1, 2, … begins; a page without running text begins where the next one does."""
    if not pages:
        return None
    starts, at = [], None
    for page in range(max(pages), 0, -1):
        at = pages.get(page, at)
        starts.append(at or 0)
    starts = starts[::-1]
    starts[0] = 0
    return tuple(starts)
