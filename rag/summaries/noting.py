"""The note under a summary: who wrote it, what to mind, what is missing.

Knows: what a reader must be told. Does not know: how the summary came about.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from index.nouns import Document
from rag.meeting_papers import MeetingPapers
from rag.phrases import KINDS, days
from rag.phrases import say as say_of_answers
from rag.summaries.planning import BUDGET
from rag.summaries.words import say

if TYPE_CHECKING:
    from rag.summaries.parts import Layout
    from rag.summaries.writing import Pen


def closing(
    pen: Pen,
    documents: Sequence[Document],
    *,
    layout: Layout | None = None,
    planned: bool = False,
    meeting: MeetingPapers | None = None,
    near: tuple[str, Sequence[str]] = ("", ()),
) -> str:
    """The note. planned: all was written before the meeting; near: the topic and nearest items."""
    language = pen.language
    told = list[str]()
    if near[0] and not documents:
        told.append(say("no topic", language, topic=near[0].strip()))
    if near[1]:
        told.append(say("near", language, items="; ".join(near[1])))
    if not documents:
        return " ".join(told)
    told += _written(pen)
    if layout is not None and layout.stopped_at is not None:
        told.append(say("interrupted", language, done=layout.stopped_at, total=layout.total))
    if planned:
        told.append(say_of_answers("expected", language))
    if layout is not None and layout.bare:
        told.append(say("squeezed", language, budget=BUDGET, count=layout.bare))
    told += _of_meeting(meeting, pen) if meeting else []
    if all(one.kind == "overig" for one in documents):
        told.append(say("no paper", language))
    return " ".join(told)


def _written(pen: Pen) -> list[str]:
    """Who wrote it, and what of a model's words is not there."""
    language = pen.language
    told = list[str]()
    if pen.because:
        told.append(say_of_answers("failed", language, why=pen.because))
    if pen.written and pen.writer is not None:
        told.append(say_of_answers("written", language, writer=pen.writer.name))
    else:
        told.append(say_of_answers("extracts", language))
    if pen.repaired:
        told.append(say_of_answers("repaired", language, count=pen.repaired))
    if pen.dropped:
        told.append(say_of_answers("dropped", language, count=pen.dropped))
    unproved = sum(count for why, count in pen.reasons.items() if why not in ("failed", "stopped"))
    if unproved:
        told.append(say("not written", language, count=unproved))
    return told


def _of_meeting(meeting: MeetingPapers, pen: Pen) -> list[str]:
    """That papers are missing, or do not agree on the days."""
    language, told = pen.language, list[str]()
    councils = [e for e in meeting.entries if e.kind in ("geannoteerde agenda", "verslag")]
    if len({entry.kind for entry in councils}) == 1 and len(meeting.entries) == 1:
        told.append(say("one paper", language, kind=KINDS[language][councils[0].kind]))
    if meeting.contradiction:
        named = (f"{entry.id}: {days(entry.meeting_dates, language)}" for entry in meeting.entries)
        told.append(say("contradiction", language, days="; ".join(named)))
    return told
