"""Which sentences of one item a summary quotes: the weightiest that fit, none that says it again.

Knows: budgets of words, likeness of words, sentences that lean on another. Does not know: what
makes a sentence weighty (`rag.summaries.salience`), papers of many items, headings, readers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.choosing import ALIKE
from rag.leaning import refers
from rag.summaries.cues import leaning, quotable
from rag.summaries.salience import Weighed
from rag.told import Told

WHOLE = 50  # words up to which an item is quoted whole
LEAST, MOST = 30, 120  # words of an item's summary
SHARE = 0.7  # of an item's words, between those two
SHARPNESS = 3.0  # worth = weight ** SHARPNESS: two doubtful sentences do not outweigh a sure one
LEANING = 0.6  # what is left of the worth of a sentence without the one it leans on

Choice = tuple[float, tuple[int, ...]]  # what some sentences are worth together, and which


def item_budget(words: int) -> int:
    """How many words a summary may have of an item of `words`."""
    return max(WHOLE, min(MOST, round(LEAST + SHARE * (words - LEAST))))


def choose(found: Sequence[Weighed], budget: int, most: int = 0) -> list[Weighed]:
    """The sentences of one item that are worth most within `budget` words, in order of the text.

    At least one where there is any; all of them when they fit. most: words up to which one that
    points back at the sentence before it brings that along.
    """
    able = [one for one in found if quotable(one.told)] or list(found)
    if sum(one.told.words for one in able) <= budget:
        return able
    _, best = max(_by_words(able, budget).values(), key=lambda choice: choice[0])
    chosen = [able[i] for i in best] or [max(able, key=lambda one: worth(one) / one.told.words)]
    return in_order(completed(chosen, able, max(budget, most)))


def worth(one: Weighed) -> float:
    """What it counts beside others."""
    return float(one.salience**SHARPNESS)


def again(one: Weighed, chosen: Iterable[Weighed]) -> bool:
    """True when most of the shorter one's terms stand in a chosen one that has them all around."""
    return any(_alike(one.terms, other.terms) for other in chosen)


def in_order(chosen: Iterable[Weighed]) -> list[Weighed]:
    """In the order of the text."""
    return sorted(chosen, key=lambda one: one.told.span)


def dangling(told: Told) -> bool:
    """True when a sentence points back at what was said before it; the first of an item does not.

    Wider than `leaning`, of which the weights know: it may still be worth as much without.
    """
    return leaning(told) or (told.place > 0 and refers(told.text))


def leant_on(one: Weighed, found: Sequence[Weighed]) -> Weighed | None:
    """The sentence just before one that points back at it."""
    if not dangling(one.told):
        return None
    place = one.told.place - 1
    same = (o for o in found if o.told.place == place and o.told.item == one.told.item)
    return next((other for other in same if quotable(other.told)), None)


def completed(chosen: Sequence[Weighed], able: Sequence[Weighed], budget: int) -> list[Weighed]:
    """The chosen, then what they point back at, the weightiest first, as far as the words go."""
    kept = list(chosen)
    room = budget - sum(one.told.words for one in chosen)
    for one in sorted(chosen, key=lambda one: -worth(one)):
        before = leant_on(one, able)
        if before and before not in kept and before.told.words <= room:
            kept.append(before)
            room -= before.told.words
    return kept


def _by_words(able: Sequence[Weighed], budget: int) -> dict[int, Choice]:
    """The best choice for each number of words up to `budget`: the knapsack, sentence by sentence.

    A choice is only ever added to, so a sentence that says the same as one in it is not tried.
    """
    best: dict[int, Choice] = {0: (0.0, ())}
    for i, one in enumerate(able):
        before = leant_on(one, able[max(0, i - 1) : i])  # in order: the one before stands there
        for words, (value, chosen) in list(best.items()):
            there = [able[j] for j in chosen]
            total = words + one.told.words
            if total > budget or again(one, there):
                continue
            alone = leaning(one.told) and before not in there
            more = value + worth(one) * (LEANING if alone else 1.0)
            if total not in best or more > best[total][0]:
                best[total] = (more, (*chosen, i))
    return best


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 3 and len(one & other) / shorter > ALIKE
