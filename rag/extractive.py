"""The answer without a language model: chosen sentences, verbatim, grouped by meeting.

Knows: order and lead of an extractive answer. Does not know: how sentences were chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.evidence import Candidate, day_of
from rag.nouns import Statement
from rag.phrases import KINDS, actor_name, days, meeting_name, say
from rag.question import Understood

NAME = "extractive"
MOST_PLACES = 3  # papers that a lead names one by one


def statements(chosen: Sequence[Candidate], asked: Understood) -> tuple[Statement, ...]:
    """Each chosen sentence as a statement that quotes itself, in reading order."""
    return tuple(
        Statement(candidate.text, candidate.actor, (candidate.citation(),))
        for candidate in in_order(chosen, asked)
    )


def in_order(chosen: Sequence[Candidate], asked: Understood) -> list[Candidate]:
    """By meeting, newest first (oldest first when the question asks how something developed)."""
    meetings = sorted(
        {day_of(candidate.document) for candidate in chosen}, reverse=not asked.develops
    )
    rank = {day: i for i, day in enumerate(meetings)}
    return sorted(chosen, key=lambda c: (rank[day_of(c.document)], c.document.id, c.span.start))


def lead(chosen: Sequence[Candidate], asked: Understood) -> str:
    """One line of what is known: "Nederland, JBZ-Raad 13-14 juni 2024 (verslag, Justitie 5):"."""
    ordered = in_order(chosen, asked)
    if not ordered:
        return ""
    said = {actor for c in ordered for actor in c.actors}
    heard = "; ".join(value for value in asked.actors if value in said)
    name = actor_name(heard, asked.language)
    places: dict[tuple[str, str], list[str]] = {}
    for candidate in ordered:
        document = candidate.document
        kind = KINDS[asked.language][document.kind] if document.meeting_dates else ""
        items = places.setdefault((meeting_name(document, asked.language), kind), [])
        item = candidate.item.path.replace("/", " ")
        if item not in items:
            items.append(item)
    where = "; ".join(
        f"{meeting} ({', '.join([kind, *items] if kind else items)})"
        for (meeting, kind), items in places.items()
    )
    if len(places) > MOST_PLACES and any(day_of(c.document) for c in ordered):
        # each statement names its own place; a long list tells nobody
        where = _span_of_papers(ordered, len(places), asked)
    return f"{name[:1].upper() + name[1:]}, {where}:" if name else f"{where}:"


def _span_of_papers(ordered: Sequence[Candidate], count: int, asked: Understood) -> str:
    """How many papers, and from when to when."""
    dated = sorted(day for c in ordered if (day := day_of(c.document)))
    first, last = (days((day,), asked.language) for day in (dated[0], dated[-1]))
    return say("places", asked.language, count=count, first=first, last=last)
