"""What stands in a paper and yet will not be told: the reader is warned of it when it is added.

Knows: text under a heading that no item holds, sentences too long to be sentences, papers too long
to be one paper. Does not know: why the reading went so, what is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.attribution import LONGEST_SENTENCE
from index.counted import filled
from index.lines import HEADINGS, KnownLine, LineKind
from index.nouns import AgendaItem, Document, Span
from index.sentences import sentences

LONGEST_PAPER = 1_000_000  # characters; three times the longest report of a Council
LEAST = 4  # words of what is more than a rest of a heading
SHOWN = 3  # items named in one warning
_ENDLESS = (
    "{count} [stretch|stretches] of more than {most} characters without the end of a sentence: "
    "found by questions, left out of summaries, positions and the register"
)
_NO_BODY = (
    "{count} [item has|items have] text under the heading but no body: {names}; check the paper"
)
_LONG = (
    "{count} characters, more than one paper has: summaries and the register of it take a minute "
    "or more; add the papers in it as separate files"
)


def unheard(
    document: Document, items: Sequence[AgendaItem], lines: Sequence[KnownLine]
) -> tuple[str, ...]:
    """The warnings about a paper as it was read; lines: its lines with their kinds."""
    return tuple(_warnings(document, items, lines))


def _warnings(
    document: Document, items: Sequence[AgendaItem], lines: Sequence[KnownLine]
) -> Iterator[str]:
    if len(document.text) > LONGEST_PAPER:
        yield _LONG.format(count=f"{len(document.text):,}")
    endless = sum(
        len(span) > LONGEST_SENTENCE
        for line in lines
        if len(line.line.span) > LONGEST_SENTENCE
        for span in sentences(document.text, line.line.span)
    )
    if endless:
        yield filled(_ENDLESS, count=endless, most=f"{LONGEST_SENTENCE:,}")
    bare = list(_bare(items, lines))
    if bare:
        names = ", ".join(item.path for item in bare[:SHOWN]) + (" …" if bare[SHOWN:] else "")
        yield filled(_NO_BODY, count=len(bare), names=names)


def _bare(items: Sequence[AgendaItem], lines: Sequence[KnownLine]) -> Iterator[AgendaItem]:
    """The items without a body below whose heading stands text that no item holds."""
    places = {line.line.span.start: at for at, line in enumerate(lines)}
    bodies = [item.span for item in items if len(item.span)]
    for item in items:
        at = None if len(item.span) else places.get(item.span.start)
        if at is not None and any(_left(line, bodies) for line in _below(lines, at)):
            yield item


def _below(lines: Sequence[KnownLine], at: int) -> Iterator[KnownLine]:
    """The lines below a heading, up to the next one."""
    for line in lines[at + 1 :]:
        if line.kind in HEADINGS:
            return
        yield line


def _left(line: KnownLine, bodies: Sequence[Span]) -> bool:
    """True for running text, an end of a sentence in it, that stands in no body."""
    if line.kind is LineKind.SIGNATURE or len(line.words.split()) < LEAST or not line.ended:
        return False
    return not any(body.holds(line.line.span) for body in bodies)
