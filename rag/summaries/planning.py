"""What a summary of many items quotes: a head of outcomes and positions, then a line an item.

Knows: that both share one budget of words, so that what stands in the head is not said again, and
that no item is lost. Does not know: headings, meetings, readers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rag.summaries.choosing import in_order, lines, weightiest
from rag.summaries.salience import Weighed
from rag.told import Told

BUDGET = 600  # words of a summary of a paper or a meeting
HEAD = 300  # words of its head: half a page
OUTCOMES = 0.4  # share of the head that outcomes may take
EXPECTED = 0.15  # the same where nothing is decided yet: mostly what others are thought to want
EACH = 2  # outcomes of one item in the head, and sentences of one in all where that suffices
BOTH = 3  # sentences of one item in the head


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sentences the head is made of, how many of one item, and the share of outcomes."""

    outcome: Callable[[Told], bool]
    position: Callable[[Told], bool]
    each: int = BOTH
    share: float = OUTCOMES


@dataclass(frozen=True, slots=True)
class Plan:
    """The head's outcomes and positions in the order of the items, and what each item adds.

    lines[i]: sentences of item i that are not in the head; empty where its sentences stand there,
    where it has none that can be quoted, and where the words did not suffice.
    """

    decided: tuple[Weighed, ...]
    held: tuple[Weighed, ...]
    lines: tuple[tuple[Weighed, ...], ...]

    @property
    def chosen(self) -> tuple[Weighed, ...]:
        """All of it."""
        return (*self.decided, *self.held, *(one for line in self.lines for one in line))


def plan(items: Sequence[Sequence[Weighed]], budget: int, wanted: Wanted) -> Plan:
    """Outcomes and positions first, then a sentence of each item that has none there, then more."""
    everything = [one for item in items for one in item]
    outcomes = [one for one in everything if wanted.outcome(one.told)]
    head = min(HEAD, budget // 2)
    decided = weightiest(outcomes, round(wanted.share * head), each=min(EACH, wanted.each))
    positions = [o for o in everything if wanted.position(o.told) and o not in decided]
    held = weightiest(positions, head - _words(decided), decided, each=wanted.each)
    first = [*decided, *held]
    lacking = [() if any(_of(one, item) for one in first) else item for item in items]
    alone = lines(lacking, budget - _words(first))
    line = [one for one in alone if one is not None]
    more: list[Weighed] = []
    for each in (EACH, len(everything)):  # papers of few items have words left over
        there = [*first, *line, *more]
        rest = [one for one in everything if one not in there]
        more += weightiest(rest, budget - _words(there), there, each=each)
    added = [tuple(in_order(one for one in (*line, *more) if _of(one, item))) for item in items]
    rank = {(one.told.document.id, one.told.span): i for i, one in enumerate(everything)}

    def ordered(some: Sequence[Weighed]) -> tuple[Weighed, ...]:
        return tuple(sorted(some, key=lambda o: rank[o.told.document.id, o.told.span]))

    return Plan(ordered(decided), ordered(held), tuple(added))


def _of(one: Weighed, item: Sequence[Weighed]) -> bool:
    """True when the sentence is of this item."""
    return bool(item) and (one.told.document.id, one.told.item) == (
        item[0].told.document.id,
        item[0].told.item,
    )


def _words(some: Sequence[Weighed]) -> int:
    return sum(one.told.words for one in some)
