"""Which of the candidates are quoted: the best, none twice, with what they lean on.

Knows: the budget of words, likeness of words, sentences that do not stand by themselves. Does not
know: what makes a candidate fit (`rag.evidence`), the order in which a reader sees them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from rag.evidence import Candidate

ALIKE = 0.7  # share of common words above which two sentences say the same
LEAST = 0.1  # share of the best sentence's fit from which another is quoted
LONGEST_GAP = 3  # characters of white space between a sentence and the next
LEANS = re.compile(
    r"(?:[-•–]\s*)?(?:(?:Dit|Deze|Dat|Die|Hij|Zij|Ze|Het|Diezelfde|Dezelfde|(?:Daar|Hier)(?:mee|om|voor|"
    r"bij|van|naast|toe|over|door|aan|op|in|tegen))\b|[^,.;]{0,60}\s(?:bepleitte|vroeg|wees|noemde|"
    r"steunde|wilde|vond|stelde|gaf|zei|riep|drong|pleitte|sprak)\s(?:het|hij|zij)\b)"
)


def choose(found: Sequence[Candidate], budget: int, least: float = LEAST) -> list[Candidate]:
    """The best candidates within `budget` words, none saying what a better one said.

    A candidate must reach `least` of the best one's fit. One that leans on the sentence before it
    ("Dit compromis ...") brings that along, where there is room.
    """
    chosen: list[Candidate] = []
    used = 0
    for candidate in found:
        words = len(candidate.text.split())
        if chosen and (candidate.fit < least * found[0].fit or used + words > budget):
            continue
        if any(_alike(candidate, other) for other in chosen):
            continue
        chosen.append(candidate)
        used += words
        before = _leant_on(candidate, found)
        if before and before not in chosen and used + len(before.text.split()) <= budget:
            chosen.append(before)
            used += len(before.text.split())
    return chosen


def by_meeting(found: Sequence[Candidate], actors: Collection[str]) -> list[Candidate]:
    """The likely candidates for a question about a development: each meeting in turn.

    The words of the actors asked about, where any are, come before all others; of those the best
    of each meeting, then each one's second. found: best first; what is less likely is left out.
    """
    likely = [one for one in found if one.fit >= LEAST * found[0].fit]
    taken: Counter[str] = Counter()
    turn: list[int] = []
    for one in likely:
        speaks = not actors or not set(actors).isdisjoint(one.seen.actors)
        taken[one.day] += speaks
        turn.append(taken[one.day] if speaks else len(likely) + 1)
    order = sorted(range(len(likely)), key=lambda place: turn[place])  # stable: the best first
    return [likely[place] for place in order]


def _alike(one: Candidate, other: Candidate) -> bool:
    """True when most of the shorter one's terms stand in the other."""
    if one.document.id == other.document.id and (
        one.span.holds(other.span) or other.span.holds(one.span)
    ):
        return True
    shorter = min(len(one.terms), len(other.terms))
    return shorter > 0 and len(one.terms & other.terms) / shorter > ALIKE


def _leant_on(candidate: Candidate, found: Sequence[Candidate]) -> Candidate | None:
    """The sentence just before one that does not say by itself what it is about."""
    if not LEANS.match(candidate.text):
        return None
    document, place = candidate.document, candidate.span.start
    for other in found:
        gap = document.text[other.span.end : place] if other.span.end <= place else None
        near = gap is not None and not gap.strip() and len(gap) <= LONGEST_GAP
        if near and other.seen.item == candidate.seen.item:
            return other
    return None
