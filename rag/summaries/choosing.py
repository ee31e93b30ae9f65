"""Which sentences a summary quotes: the weightiest for their length, none that says the same again.

Knows: budgets of words, likeness of words, who has been heard, sentences that lean on another.
Does not know: what makes a sentence weighty (`rag.summaries.salience`), headings, readers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.choosing import ALIKE
from rag.summaries.cues import leaning, quotable
from rag.summaries.salience import Weighed

WHOLE = 50  # words up to which an item is quoted whole
LEAST, MOST = 30, 120  # words of an item's summary
SHARE = 0.7  # of an item's words, between those two
COST = 0.7  # how much of a sentence's length counts against it: weight / words ** COST
LEANING = 0.6  # what is left of the weight of a line that does not say what it is about
HEARD = 1.25  # how much more a sentence counts that lets somebody speak who was not heard yet
BREVITY = (0.0, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 100.0)  # what ten words cost a line of a meeting


def item_budget(words: int) -> int:
    """How many words a summary may have of an item of `words`."""
    return max(WHOLE, min(MOST, round(LEAST + SHARE * (words - LEAST))))


def choose(found: Sequence[Weighed], budget: int) -> list[Weighed]:
    """The weightiest sentences of one item within `budget` words, in the order of the text.

    At least one where there is any; all of them when they fit.
    """
    able = [one for one in found if quotable(one.told)] or list(found)
    if sum(one.told.words for one in able) <= budget:
        return able
    chosen: list[Weighed] = []
    while able:
        left = budget - sum(one.told.words for one in chosen)
        able = [o for o in able if (o.told.words <= left or not chosen) and not _said(o, chosen)]
        if not able:
            break
        best = max(able, key=lambda one: (_gain(one, chosen), -one.told.span.start))
        chosen.append(best)
        able.remove(best)
        before = leant_on(best, found)
        if before in able and before.told.words + best.told.words <= left:
            chosen.append(before)
            able.remove(before)
    return in_order(chosen)


def lines(items: Sequence[Sequence[Weighed]], budget: int) -> list[Weighed | None]:
    """One sentence of each item, together within `budget` words: shorter ones where they must be.

    None for an item without a sentence that can be quoted, and, when even the shortest sentences
    are too many words, for the items whose sentence weighs least.
    """
    able = [[one for one in item if quotable(one.told)] for item in items]
    for price in BREVITY:
        best = [_line(item, price) for item in able]
        if sum(one.told.words for one in best if one) <= budget:
            return best
    room, kept = budget, set[int]()
    weights = {i: one.salience / one.told.words for i, one in enumerate(best) if one}
    for i in sorted(weights, key=lambda i: (-weights[i], i)):
        one = best[i]
        if one is not None and one.told.words <= room:
            room -= one.told.words
            kept.add(i)
    return [one if i in kept else None for i, one in enumerate(best)]


def weightiest(
    found: Sequence[Weighed], budget: int, beside: Sequence[Weighed] = (), each: int = MOST
) -> list[Weighed]:
    """The weightiest for their length within `budget` words, none that says what `beside` says.

    each: how many of one item at most, those of `beside` counted. A sentence that leans on the one
    before it brings that along or stays away.
    """
    chosen: list[Weighed] = []
    for one in sorted(found, key=lambda one: (-density(one), one.told.span.start)):
        there = [*beside, *chosen]
        before = leant_on(one, found)
        group = [before, one] if before is not None and before not in there else [one]
        same = sum(other.told.item == one.told.item for other in there) + len(group)
        used = sum(other.told.words for other in (*chosen, *group))
        if used > budget or same > each or (before is None and leaning(one.told)):
            continue
        if one not in there and quotable(one.told) and not _said(one, there):
            chosen += group
    return chosen


def density(one: Weighed) -> float:
    """Its weight for its length."""
    return float(one.salience / one.told.words**COST)


def in_order(chosen: Iterable[Weighed]) -> list[Weighed]:
    """In the order of the text."""
    return sorted(chosen, key=lambda one: one.told.span)


def leant_on(one: Weighed, found: Sequence[Weighed]) -> Weighed | None:
    """The sentence just before one that does not say by itself what it is about."""
    if not leaning(one.told):
        return None
    place = one.told.place - 1
    same = (o for o in found if o.told.item == one.told.item and o.told.place == place)
    return next((other for other in same if quotable(other.told)), None)


def _line(item: Sequence[Weighed], price: float) -> Weighed | None:
    """The weightiest sentence of an item when ten words cost `price`."""
    return max(
        item,
        key=lambda one: (_alone(one) - price * one.told.words / 10, -one.told.span.start),
        default=None,
    )


def _alone(one: Weighed) -> float:
    """Its weight where nothing stands before it."""
    return one.salience * (LEANING if leaning(one.told) else 1.0)


def _gain(one: Weighed, chosen: Sequence[Weighed]) -> float:
    heard = {who for other in chosen for who in other.told.actors}
    return density(one) * (HEARD if set(one.told.actors) - heard else 1.0)


def _said(one: Weighed, chosen: Iterable[Weighed]) -> bool:
    """True when most of the shorter one's terms stand in a chosen one that has them all around."""
    return any(_alike(one.terms, other.terms) for other in chosen)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 3 and len(one & other) / shorter > ALIKE
