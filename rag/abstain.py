"""When the papers do not answer: too little in common, another actor, another meeting.

Knows: signs that are sure enough to withhold an answer. Does not know: what is said instead
(`rag.notes`). These rules are few and careful; most near misses still get past them.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.actors import mentions
from index.library import Library
from rag.evidence import Candidate
from rag.question import Understood

LEAST_WORDS = 0.15  # share of the question's rare words the best sentence must hold
NEAREST = 3  # best sentences whose whole items count as being on the subject
RELATED = 0.4  # share of the best sentence's words from which a sentence is on the subject
# they speak in every paper, or are named without a position being asked for
EVERYWHERE = frozenset(
    "NL|Commission|Presidency|member states|Council|EP|Tweede Kamer|European Council".split("|")
)


def answers(library: Library, asked: Understood, found: Sequence[Candidate]) -> bool:
    """False when the sentences found cannot answer the question."""
    best = max((candidate.words for candidate in found), default=0.0)
    if best < LEAST_WORDS:
        return False
    related = [candidate for candidate in found if candidate.words >= RELATED * best]
    items = {(c.document.id, c.item.path) for c in found[:NEAREST]}
    beside = [c for c in found if (c.document.id, c.item.path) in items]
    return not _other_actor(asked, [*related, *beside]) and not _other_meeting(
        library, asked, related
    )


def _other_actor(asked: Understood, related: Sequence[Candidate]) -> bool:
    """A state or agency is asked about that no sentence on the subject so much as names."""
    if not asked.actors or set(asked.actors) & EVERYWHERE:
        return False
    texts = [text for c in related for text in (c.text, c.item.title or "")]
    named = {m.actor for text in texts for m in mentions(text)}
    speaking = {actor for c in related for actor in c.actors}
    return not set(asked.actors) & (named | speaking)


def _other_meeting(library: Library, asked: Understood, related: Sequence[Candidate]) -> bool:
    """Papers of the time asked for have no word on the subject, or there are none of that time.

    Where there are none, the question may still be about a date that the texts name.
    """
    if not asked.periods or asked.develops or any(asked.at_time(c.day) for c in related):
        return False
    if any(entry.dates and asked.at_time(entry.dates[0]) for entry in library.documents()):
        return True
    years = {period.first[:4] for period in asked.periods}
    return not any(year in c.text for c in related for year in years)
