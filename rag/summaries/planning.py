"""What a summary of many items quotes: a head of outcomes and positions, then a line an item.

Knows: that both share one budget of words, that outcomes and positions count more than the rest,
and that no item is lost. Does not know: headings, meetings, readers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.outline import LETTER_SECTION
from rag.summaries.choosing import again, worth
from rag.summaries.cues import formal, only_shown, quotable, results
from rag.summaries.papers import own_matter
from rag.summaries.salience import Weighed
from rag.summaries.spreading import spread
from rag.summaries.twice import Twice, told_twice
from rag.told import Told

BUDGET = 600  # words of a summary of a paper or a meeting
HEAD = 300  # words of its head: half a page
OUTCOMES = 0.5  # share of the head that outcomes may take
EXPECTED = 0.15  # the same where nothing is decided yet: mostly what others are thought to want
EACH = 2  # outcomes of one item in the head, and positions
OUTCOME, POSITION = 3.0, 3.0  # how much more these count than what else is told
TWICE = 0.3  # what is left of a report's own result when the item that it is of tells it too
LETTER = 0.5  # how much less a topic of a covering letter counts than an item of the agenda


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which sentences the head is made of, how many of one item, and the share of outcomes."""

    outcome: Callable[[Told], bool]
    position: Callable[[Told], bool]
    each: int = EACH
    share: float = OUTCOMES


@dataclass(frozen=True, slots=True)
class Plan:
    """The head's outcomes and positions in the order of the items, and what each item adds.

    lines[i]: sentences of item i that are not in the head; empty where its sentences stand there,
    where it has none that can be quoted, and where the words did not suffice. twice: sentences that
    stand there for a line of the report's own list of results too, which is left out.
    """

    decided: tuple[Weighed, ...]
    held: tuple[Weighed, ...]
    lines: tuple[tuple[Weighed, ...], ...]
    twice: tuple[Twice, ...] = ()

    @property
    def chosen(self) -> tuple[Weighed, ...]:
        """All of it."""
        return (*self.decided, *self.held, *(one for line in self.lines for one in line))


def plan(items: Sequence[Sequence[Weighed]], budget: int, wanted: Wanted) -> Plan:
    """What is quoted of each item; the worthiest outcomes and positions of it go into the head."""
    items = [_of_substance(item) for item in items]
    told = [o for item in items for o in item if wanted.outcome(o.told) and not results(o.told)]

    def counts(one: Weighed) -> float:
        twice = results(one.told) and again(one, told)
        return _counts(one, wanted) * (TWICE if twice else 1.0)

    chosen = spread(items, budget, counts, _spare(items))
    twice = told_twice(chosen, items)
    if twice:
        listed = [line for _, line in twice]
        left = [[one for one in item if one not in listed] for item in items]
        chosen = spread(left, budget, counts, _spare(items))
    everything = [one for line in chosen for one in line]
    head = min(HEAD, budget // 2)
    decided = _head([o for o in everything if wanted.outcome(o.told)], head * wanted.share, wanted)
    positions = [o for o in everything if wanted.position(o.told) and o not in decided]
    held = _head(positions, head - sum(one.told.words for one in decided), wanted)
    first = [*decided, *held]
    lines = tuple(tuple(one for one in line if one not in first) for line in chosen)
    return Plan(decided, held, lines, tuple(twice))


def is_shown(item: Sequence[Weighed]) -> bool:
    """True for an agenda item on which somebody is only to report: its line may be missed."""
    able = [one for one in item if quotable(one.told)]
    return bool(able) and all(only_shown(one.told) for one in able)


def _of_substance(item: Sequence[Weighed]) -> Sequence[Weighed]:
    """The sentences of an item without those that only tell who listened, where it has others."""
    left = [one for one in item if not formal(one.told)]
    return left if any(quotable(one.told) for one in left) else item


def _spare(items: Sequence[Sequence[Weighed]]) -> list[bool]:
    """Which items need no line: topics of a letter beside an agenda, headings in an item, and what
    is only shown."""
    letters = [bool(item) and _of_letter(item[0]) for item in items]
    paths = {(one.told.document.id, one.told.item.path) for item in items for one in item[:1]}

    def within(one: Told) -> bool:
        above, _, _ = one.item.path.rpartition("/")
        heading = one.item.number is None and not own_matter(one.item)
        return heading and (one.document.id, above) in paths

    return [
        (letter and not all(letters)) or (bool(item) and within(item[0].told)) or is_shown(item)
        for letter, item in zip(letters, items, strict=True)
    ]


def _counts(one: Weighed, wanted: Wanted) -> float:
    """What a sentence is worth to a reader who wants outcomes and positions."""
    counts = worth(one) * (LETTER if _of_letter(one) else 1.0)
    if wanted.outcome(one.told):
        return counts * OUTCOME
    return counts * POSITION if wanted.position(one.told) else counts


def _head(able: Sequence[Weighed], words: float, wanted: Wanted) -> tuple[Weighed, ...]:
    """The worthiest within so many words, in the order of the items; few of one item.

    What a report itself sums up ("Belangrijkste resultaten") is of many items.
    """
    chosen: list[Weighed] = []
    for one in sorted(able, key=lambda one: -worth(one)):
        same = sum(other.told.item == one.told.item for other in chosen)
        used = sum(other.told.words for other in chosen) + one.told.words
        if used <= words and (same < wanted.each or results(one.told)):
            chosen.append(one)
    return tuple(one for one in able if one in chosen)


def _of_letter(one: Weighed) -> bool:
    return one.told.item.section == LETTER_SECTION
