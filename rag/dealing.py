"""Hits dealt out by turns, so that a question about several meetings, actors or papers gets all.

Knows: which of these a question sets side by side, and that one must have something near enough to
the best to take a turn. Does not know: how hits were found.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence

from index.entries import Entry
from index.nouns import Hit
from rag.question import Understood

NEAR = 0.5  # share of the best hit's score from which a hit takes a turn
TURNS = 2  # that each one gets before the rest follow by score
Group = Callable[[Hit], Sequence[Hashable]]


def dealt(hits: Sequence[Hit], entries: Mapping[str, Entry], asked: Understood) -> list[Hit]:
    """The hits as the question wants them: as they are, or by turns of what it sets side by side.

    hits: best first, all of documents in `entries`.
    """
    group = _group(entries, asked)
    return by_turns(hits, group) if group else list(hits)


def by_turns(hits: Sequence[Hit], group: Group) -> list[Hit]:
    """Each group's best, then each one's second; after TURNS of these the rest, as they were.

    A hit may be in several groups: it takes the first turn that is free in one of them, and
    counts for all.
    """
    least = NEAR * max((hit.score for hit in hits), default=0.0)
    taken: dict[Hashable, int] = {}
    turns: list[tuple[int, int, Hit]] = []
    for order, hit in enumerate(hits):
        groups = group(hit) if hit.score >= least else ()
        turn = min([TURNS, *(taken.get(one, 0) for one in groups)])
        turns.append((turn, order, hit))
        for one in groups:
            taken[one] = taken.get(one, 0) + 1
    return [hit for _, _, hit in sorted(turns, key=lambda t: t[:2])]


def _group(entries: Mapping[str, Entry], asked: Understood) -> Group | None:
    """What takes turns: papers, actors, times, or every meeting; None where nothing does."""

    def entry(hit: Hit) -> Entry:
        return entries[hit.passage.document]

    if asked.compares == "papers":
        return lambda hit: [kind for kind in asked.kinds if kind == entry(hit).kind]
    if asked.compares == "actors":
        return lambda hit: [one for one in asked.actors if one in hit.passage.actors]
    if asked.compares == "meetings" and not asked.develops:
        return lambda hit: [
            p.value for p in asked.periods if entry(hit).dates and p.holds(entry(hit).dates[0])
        ]
    if asked.develops:
        return lambda hit: [d for d in [entry(hit).dates] if asked.at_time(d[0] if d else "")]
    return None
