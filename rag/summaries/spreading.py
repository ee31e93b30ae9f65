"""How the words of a summary are shared out among many items: each gets a line, the weighty more.

Knows: that a word has one price everywhere, so that a sentence is taken where it is worth its
words; that the second sentence of an item counts less than the first. Does not know: what a
sentence is worth, headings, readers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rag.summaries.choosing import LEANING, again, in_order, leant_on
from rag.summaries.cues import leaning, quotable, results
from rag.summaries.salience import Weighed

LATER = 0.6  # what each further sentence of an item counts against the one before it
DEAREST = 4.0  # price of a word at which every item gets its shortest sentence
HALVINGS = 24  # of the span in which the price is sought

Worth = Callable[[Weighed], float]


def spread(
    items: Sequence[Sequence[Weighed]], budget: int, worth: Worth, spare: Sequence[bool]
) -> list[list[Weighed]]:
    """For each item its sentences, in order of the text; all together within `budget` words.

    An item gets a sentence whatever it is worth unless spare[i]; none where it has none that can be
    quoted, nor, when even the shortest are too many words, where it would be worth least.
    """
    able = [[(worth(one), one) for one in item if quotable(one.told)] for item in items]
    low, high = 0.0, DEAREST
    best = [_taken(item, high, free) for item, free in zip(able, spare, strict=True)]
    if _words(best) > budget:
        return _fewer(best, budget, worth)
    for _ in range(HALVINGS):
        price = (low + high) / 2
        found = [_taken(item, price, free) for item, free in zip(able, spare, strict=True)]
        if _words(found) <= budget:
            best, high = found, price
        else:
            low = price
    _fill(best, able, budget)
    return [in_order(chosen) for chosen in best]


def _taken(item: Sequence[tuple[float, Weighed]], price: float, spare: bool) -> list[Weighed]:
    """The sentences of an item that are worth their words at this price; the best one at least."""
    chosen: list[Weighed] = []
    left = list(item)
    # a line that must be there should say by itself what it is about, where any does
    clear = [(value, one) for value, one in item if not leaning(one.told)]
    while left:
        counts = LATER ** len(chosen) if not results(left[0][1].told) else 1.0
        gain, value, best = max(
            (
                (counts * value * _alone(one, chosen) - price * one.told.words, value, one)
                for value, one in (left if chosen or spare else clear or left)
            ),
            key=lambda each: (each[0], -each[2].told.span.start),
        )
        if gain <= 0 and (chosen or spare):
            break
        left.remove((value, best))
        if not again(best, chosen):
            chosen.append(best)
    return chosen


def _alone(one: Weighed, chosen: Sequence[Weighed]) -> float:
    """What is left of its worth where the sentence that it leans on is not there."""
    return LEANING if leaning(one.told) and leant_on(one, chosen) is None else 1.0


def _fewer(lines: list[list[Weighed]], budget: int, worth: Worth) -> list[list[Weighed]]:
    """The lines that are worth most for their length, as far as the words go."""
    kept: list[list[Weighed]] = [[] for _ in lines]
    alone = [(i, chosen[0]) for i, chosen in enumerate(lines) if chosen]
    for i, one in sorted(alone, key=lambda each: (-worth(each[1]) / each[1].told.words, each[0])):
        if _words(kept) + one.told.words <= budget:
            kept[i] = [one]
    return kept


def _fill(
    best: list[list[Weighed]], able: Sequence[Sequence[tuple[float, Weighed]]], budget: int
) -> None:
    """Adds to `best` what still fits, the worthiest first."""
    rest = [(value, i, one) for i, item in enumerate(able) for value, one in item]
    for _, i, one in sorted(rest, key=lambda each: (-each[0], each[1], each[2].told.span.start)):
        fits = _words(best) + one.told.words <= budget
        stands = not leaning(one.told) or leant_on(one, best[i]) is not None
        if fits and stands and one not in best[i] and not again(one, best[i]):
            best[i].append(one)


def _words(lines: Sequence[Sequence[Weighed]]) -> int:
    return sum(one.told.words for line in lines for one in line)
