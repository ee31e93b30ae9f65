"""Where a peer's piece stands in the paper it was cut from, and in which agenda items that is.

Knows: spans, white space. Does not know: how pieces are made or ranked. Peers collapse or drop
white space and never change words, so a piece is looked for with all white space left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.nouns import AgendaItem, Span


def place(text: str, pieces: Sequence[str]) -> list[Span | None]:
    """The span of `text` that each piece is; None for one whose words are not there.

    Pieces stand in the order in which they were cut, overlapping or not. So a piece that occurs
    more than once is first expected right after the one before it, then after that one's start,
    then anywhere.
    """
    kept = [at for at, character in enumerate(text) if not character.isspace()]
    dense = "".join(text[at] for at in kept)
    spans: list[Span | None] = []
    start = end = 0  # of the piece before, counted without white space
    for piece in pieces:
        wanted = "".join(piece.split())
        at = _find(dense, wanted, start, end)
        if at is None:
            spans.append(None)
            continue
        start, end = at, at + len(wanted)
        spans.append(Span(kept[start], kept[end - 1] + 1))
    return spans


def _find(dense: str, wanted: str, start: int, end: int) -> int | None:
    if not wanted:
        return None
    if dense.startswith(wanted, end):
        return end
    after = dense.find(wanted, start + 1)
    at = after if after >= 0 else dense.find(wanted)
    return at if at >= 0 else None


def touched(span: Span, items: Sequence[AgendaItem]) -> tuple[str, ...]:
    """Paths of the items whose body or notes the span touches, the one with most of it first.

    A span that touches none is a heading: it counts for the next item that has a body.
    """
    shares = [(sum(_shared(span, part) for part in _parts(item)), item.path) for item in items]
    holding = sorted((each for each in shares if each[0]), key=lambda each: -each[0])
    if holding:
        return tuple(path for _, path in holding)
    below = [item for item in items if len(item.span) and item.span.start >= span.end]
    return (min(below, key=lambda item: item.span.start).path,) if below else ()


def _parts(item: AgendaItem) -> tuple[Span, ...]:
    return item.span, *(note.span for note in item.notes if not item.span.holds(note.span))


def _shared(one: Span, other: Span) -> int:
    """Characters that two spans have in common."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))
