"""The register: what meetings decided, what comes next, and what was promised, line by line.

Knows: which papers are looked at and by what a reader narrows them. Does not know: what makes a
sentence an outcome (`rag.outcomes.sorting`), whose it is (`rag.outcomes.doers`).
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

from index.actors import named_actor
from index.entries import Entry
from index.library import Library
from index.nouns import Span
from index.search import Filters
from rag.assistant import Assistant
from rag.dossier import dossier
from rag.leaning import refers
from rag.meeting_papers import MeetingPapers
from rag.nouns import Language, Statement
from rag.outcomes import cues
from rag.outcomes.doers import doer
from rag.outcomes.due import coming
from rag.outcomes.noting import register_note
from rag.outcomes.nouns import Outcomes, Record
from rag.outcomes.quoted import from_first_word, quoted
from rag.outcomes.results import as_decided
from rag.outcomes.seen import seen
from rag.outcomes.sorting import Sorted, sorted_as
from rag.phrases import meeting_name
from rag.summaries.cues import quotable
from rag.told import Told, told

# what points back further on: "zal uw Kamer hier tegen die tijd over informeren"
POINTS = re.compile(
    r"\b(?:hier|daar)\b[^,;:]*\b(?:over|op|mee|van|aan|bij|voor)\b|\b(?:die|deze) (?:tijd|datum)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a reader wants of the register: of these actors, of these sentences; None is all."""

    actor: str | None
    sentences: frozenset[tuple[str, Span]] | None

    def wants(self, one: Told) -> bool:
        """True for a sentence of the subject, where one was asked for."""
        return self.sentences is None or (one.document.id, one.span) in self.sentences


def register(  # noqa: PLR0913 - each is a filter that a reader may leave out
    assistant: Assistant,
    meeting: MeetingPapers | None,
    language: Language,
    *,
    topic: str | None = None,
    actor: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Outcomes:
    """The outcomes and promises of a meeting, or of all papers, by date, paper and place.

    since, until: year, month or day of the meeting. Raises QuestionRefused for an actor, a topic or
    a time that is none.
    """
    started = time.perf_counter()
    filters = Filters(since=since, until=until, actor=actor)
    filters.check()
    library, near = assistant.library, tuple[str, ...]()
    with library.searching():
        sentences, papers = None, None
        if topic is not None:
            found = dossier(assistant, topic, language)
            near = found.near
            papers = {item.document.id for item in found.items}
            sentences = frozenset(
                (item.document.id, one.span) for item in found.items for one in item.sentences
            )
        narrowed = Narrowed(named_actor(actor) if actor else None, sentences)
        entries = library.documents() if meeting is None else meeting.entries
        chosen = [e for e in entries if filters.allow(e) and (papers is None or e.id in papers)]
        chosen.sort(key=lambda e: (e.dates, e.id))
        records = tuple(r for e in chosen for r in _of_paper(library, e, narrowed, language))
    note = register_note(len(records), meeting, near, language)
    return Outcomes(language, records, note, time.perf_counter() - started)


def _of_paper(
    library: Library, entry: Entry, narrowed: Narrowed, language: Language
) -> Iterator[Record]:
    """The records of one paper, in its order."""
    document = library.document(entry.id)
    after = _next_meeting(library, entry)
    items = library.items(entry.id)
    for item in items:
        if entry.kind == "overig" and not cues.SPOKEN.search(item.span.of(document.text)):
            continue
        said = told(document, item)
        for place, one in enumerate(said):
            what = sorted_as(one) if narrowed.wants(one) else None
            if what is None:
                continue
            what = as_decided(one, what, items)
            record = _record(one, what, said[:place], after, language)
            if narrowed.actor is None or narrowed.actor in record.actor.split("; "):
                yield record


def _record(
    one: Told, what: Sorted, before: tuple[Told, ...], after: str | None, language: Language
) -> Record:
    """A sentence as a line of the register."""
    sort, outcome = what
    document = one.document
    looked_at = seen(one)
    put_off = outcome == "postponed"
    at = coming(looked_at.text, looked_at.meeting, after, put_off, looked_at.held)
    return Record(
        sort,
        outcome,
        quoted(one),
        doer(one, what, before),
        at.iso if at else None,
        meeting_name(document, language),
        document.meeting_dates,
        document.id,
        one.item.path,
        at.when if at else "in",
        _leant_on(one, before),
    )


def _leant_on(one: Told, before: tuple[Told, ...]) -> Statement | None:
    """The sentence before one that points back at it; the first of an item has its title."""
    text = from_first_word(one).text
    if not before or seen(one).results or not (refers(text) or POINTS.search(text)):
        return None
    return quoted(before[-1]) if quotable(before[-1]) else None


def _next_meeting(library: Library, entry: Entry) -> str | None:
    """The first day of the first meeting after that of a paper, as far as the library knows."""
    if not entry.dates:
        return None
    later = [e.meeting_dates[0] for e in library.documents() if e.meeting_dates]
    return min((day for day in later if day > entry.dates[-1]), default=None)
