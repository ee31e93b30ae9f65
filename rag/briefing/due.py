"""Next steps and promises with the date they are meant for, from the register and from an agenda.

Knows: that a report tells more surely than the agenda of its meeting, that what an older agenda
expected is behind us, that an agenda's plans are open while nothing tells what came of them. Does
not know: how dates are read (`rag.outcomes`), what of it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.stance import Stance
from rag.briefing.core import same_meeting
from rag.briefing.material import Material
from rag.briefing.overtaken import done_since, stale
from rag.evidence import day_of
from rag.nouns import Statement
from rag.outcomes import plans
from rag.outcomes.due import Said, coming
from rag.outcomes.nouns import Record, When
from rag.outcomes.seen import seen
from rag.outcomes.stepping import OPINION
from rag.positions.before import leans
from rag.summaries.cues import quotable
from rag.told import Told

DOUBT: frozenset[Stance] = frozenset(("reservation", "opposition", "question"))
# what the paper itself does is done
DONE = re.compile(
    r"\b(?:met|via|bij|in|middels) (?:deze|dit) (?:brief|geannoteerde agenda|agenda|verslag)\b|"
    r"\bhier(?:mee|bij)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Due:
    """A sentence that tells what is to happen; `date`: ISO day, month or year, None without one."""

    statement: Statement
    document: str
    date: str | None
    when: When

    @property
    def start(self) -> tuple[str, int]:
        """Where it stands."""
        return self.document, self.statement.citations[0].start


def due(material: Material) -> list[Due]:
    """All that is open, in order of date of the papers; of a date what the newest papers say."""
    found = [one for record in material.records for one in _of_record(record, material)]
    every = list({one.start: one for one in (*found, *_planned(material))}.values())
    return [one for one in every if not _told_anew(one, every, list(material.documents))]


def _told_anew(one: Due, every: Sequence[Due], order: Sequence[str]) -> bool:
    """True where a newer paper tells of the same date, or of a day in the same month."""
    after = order[order.index(one.document) + 1 :]
    return one.date is not None and any(
        other.document in after and (other.date or "").startswith(one.date) for other in every
    )


def _of_record(record: Record, material: Material) -> Iterator[Due]:
    """A line of the register, where it is open."""
    told = material.told(record.statement)
    if record.sort == "decision" or record.what == "motion" or told is None:
        return
    one = Due(record.statement, record.document, record.date, record.when)
    doubted = record.sort == "next_step" and bool(DOUBT & set(told.stances))
    if doubted or DONE.search(told.text) or not _still(one, told, material):
        return
    if told.document.kind != "geannoteerde agenda":
        yield one
    elif not _behind(told, material):
        yield from _as_reported(one, material)


def _still(one: Due, told: Told, material: Material) -> bool:
    """True for a date that is not before the newest paper; undated: said in the report that counts
    or after it, and nothing newer leaves it behind."""
    if one.date is not None:
        return one.date >= day_of(list(material.documents.values())[-1])[: len(one.date)]
    last = material.last_report
    said = day_of(told.document)
    if said < (last[0].day if last else day_of(material.newest)):
        return False
    return not (stale(told.document, material) or done_since(told.text, told.document, material))


def _behind(told: Told, material: Material) -> bool:
    """True for an agenda of an earlier meeting than the report that counts."""
    last = material.last_report
    return bool(last) and day_of(told.document) < last[0].day


def _as_reported(one: Due, material: Material) -> Iterator[Due]:
    """What an agenda announced, in the words of its report where that names the same date.

    Without a date it is what was to be said there, and the report tells what was said.
    """
    together = same_meeting(one.document, material.meetings)
    papers = [material.documents[name] for name in together if name in material.documents]
    reports = {paper.id for paper in papers if paper.kind == "verslag"}
    if not reports:
        yield one
    elif one.date is not None:
        sentences = (told for told in material.sentences if told.document.id in reports)
        same = next((told for told in sentences if _names(told, one.date)), None)
        yield replace(one, statement=same.statement(), document=same.document.id) if same else one


def _names(told: Told, date: str) -> bool:
    looked_at = seen(told)
    found = coming(looked_at.text, looked_at.meeting, None, until=True)
    return found is not None and found.iso == date


def _planned(material: Material) -> Iterator[Due]:
    """What the newest agenda says is to happen after its meeting, where no report tells of it."""
    if not material.ahead:
        return
    after = material.newest.meeting_dates[-1] if material.newest.meeting_dates else ""
    for told in material.sentences:
        if told.document.id == material.newest.id and quotable(told) and not leans(told.text):
            by = plan(told)
            if by is not None and by.iso > after[: len(by.iso)]:
                yield Due(told.statement(), told.document.id, by.iso, by.when)


def plan(told: Told) -> Said | None:
    """The month or day that a sentence plans something for; None for a wish or what is past."""
    s = seen(told)
    if s.past or s.urges or OPINION & set(s.stances) or DONE.search(s.text):
        return None
    cues = plans.WILL, plans.ANNOUNCED, plans.EXPIRES
    if not any(cue.search(s.text) for cue in cues):
        return None
    expires = plans.EXPIRES.search(s.text) is not None
    found = coming(s.text, s.meeting, None, until=expires)
    return found if found is not None and len(found.iso) > len("2024") else None
