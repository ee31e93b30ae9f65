"""Papers that are no Council papers: an outline by their headings, or by groups of paragraphs.

Knows: questions to a minister ("Vraag 1", "Antwoord 1"), headings that type or words give away.
Does not know: agendas; no number is invented here.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.lines import HEADINGS, KnownLine, LineKind
from index.nouns import Span
from index.outline import Entry, Outline
from index.sentences import sentences

PARAGRAPH_GROUP = 1500  # characters of an item made of paragraphs, in a paper without headings


def read_plain(lines: Sequence[KnownLine], outline: Outline) -> None:
    """Adds an entry for each heading; where there is none, one for each group of paragraphs."""
    asked = sum(1 for line in lines if line.kind is LineKind.QUESTION) > 1
    headed = [line for line in lines if _heads(line, asked)]
    if not headed:
        read_paragraphs(lines, outline)
        return
    entry: Entry | None = None
    for line in lines:
        if _heads(line, asked):
            words = f"{line.mark}. {line.words}" if line.mark else line.words
            entry = outline.open(Entry(None, None, words, heads=[line.line.span]))
            continue
        if entry is None:
            entry = outline.open(Entry(None, None, None))
        entry.take(line.line.span)


def _heads(line: KnownLine, asked: bool) -> bool:
    """True for a heading; among questions and answers only those, and what states a level."""
    if line.kind is LineKind.QUESTION:
        return True
    if asked:
        return line.line.level is not None
    if line.kind in (LineKind.NUMBERED, LineKind.LETTERED):
        return line.apart is True
    return line.kind in HEADINGS or (line.kind is LineKind.TITLE and line.apart is True)


def read_paragraphs(lines: Sequence[KnownLine], outline: Outline) -> None:
    """Adds an entry for each group of paragraphs; a paper on one long line is cut at sentences."""
    entry: Entry | None = None
    number = 0
    for line in lines:
        for span in _pieces(line):
            number += 1
            if entry is None or (entry.body and len(entry.body) > PARAGRAPH_GROUP):
                entry = outline.open(Entry(None, None, f"Alinea {number}"))
            entry.take(span)


def _pieces(line: KnownLine) -> list[Span]:
    """The line, or its sentences where a whole paper stands on one line."""
    span = line.line.span
    if len(span) <= 2 * PARAGRAPH_GROUP:
        return [span]
    start = span.end - len(line.words)
    return [Span(start + s.start, start + s.end) for s in sentences(line.words)]
