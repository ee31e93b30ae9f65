"""The note under a register and a comparison: how it was made, and what is missing.

Knows: which papers a meeting has. Does not know: what stands in them.
"""

from __future__ import annotations

from rag.meeting_papers import MeetingPapers
from rag.nouns import Language
from rag.outcomes.words import word
from rag.phrases import days


def register_note(
    count: int, meeting: MeetingPapers | None, near: tuple[str, ...], language: Language
) -> str:
    """How it was made; that there is nothing, or no report yet; that the days contradict."""
    lines = [word("by_rule", language)]
    if not count:
        lines.append(word("no_records", language))
    if near:
        lines.append(word("near", language, near="; ".join(near)))
    if meeting is not None and not meeting.of("verslag"):
        lines.append(word("no_report", language))
    return " ".join([*lines, *_contradiction(meeting, language)])


def comparison_note(meeting: MeetingPapers, language: Language) -> str:
    """How it was made; which of the two papers is missing; that the days contradict."""
    lines = [word("by_rule", language)]
    agendas, reports = meeting.of("geannoteerde agenda"), meeting.of("verslag")
    if not agendas and not reports:
        lines.append(word("neither", language))
    elif not reports:
        lines.append(word("no_report", language))
    elif not agendas:
        lines.append(word("no_agenda", language))
    return " ".join([*lines, *_contradiction(meeting, language)])


def _contradiction(meeting: MeetingPapers | None, language: Language) -> list[str]:
    """That the papers do not agree on the days, and which they name."""
    if meeting is None or not meeting.contradiction:
        return []
    named = sorted({entry.meeting_dates for entry in meeting.entries})
    said = "; ".join(days(each, language) for each in named)
    return [word("contradiction", language, days=said)]
