"""How the words of a summary are shared out among many items: each gets a line, the weighty more.

Knows: that a word has one price everywhere, so that a sentence is taken where it is worth its
words; that the second sentence of an item counts less than the first. Does not know: what a
sentence is worth, headings, readers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rag.summaries.choosing import LEANING, again, completed, in_order, leant_on
from rag.summaries.cues import explaining, leaning, quotable, results
from rag.summaries.salience import Weighed

LATER = 0.6  # what each further sentence of an item counts against the one before it
DEAREST = 4.0  # price of a word at which every item gets its shortest sentence
ANY = 1_000_000  # words
HALVINGS = 24  # of the span in which the price is sought

Worth = Callable[[Weighed], float]


@dataclass(frozen=True, slots=True, eq=False)
class Priced:
    """A sentence with what is asked of it at every price: its worth, its words, whether it leans.

    Worked out once: a paper may have thousands of sentences.
    """

    one: Weighed
    worth: float
    words: int
    leans: bool


def spread(
    items: Sequence[Sequence[Weighed]], budget: int, worth: Worth, spare: Sequence[bool]
) -> list[list[Weighed]]:
    """For each item its sentences, in order of the text; all together within `budget` words.

    An item gets a sentence whatever it is worth unless spare[i]; none where it has none that can be
    quoted, nor, when even the shortest are too many words, where it would be worth least.
    """
    able = [
        [
            Priced(one, worth(one), one.told.words, leaning(one.told))
            for one in item
            if quotable(one.told)
        ]
        for item in items
    ]
    low, high = 0.0, DEAREST
    best = [_taken(item, high, free) for item, free in zip(able, spare, strict=True)]
    if _words(best) > budget:
        return _fewer(best, budget, worth)
    for _ in range(HALVINGS):
        price = (low + high) / 2
        found = [_whole(item, price, free) for item, free in zip(able, spare, strict=True)]
        if _words(found) <= budget:
            best, high = found, price
        else:
            low = price
    _fill(best, able, budget)
    return [in_order(chosen) for chosen in best]


def _taken(item: Sequence[Priced], price: float, spare: bool) -> list[Weighed]:
    """The sentences of an item that are worth their words at this price; the best one at least."""
    chosen: list[Weighed] = []
    left = list(item)
    # a line that must be there should say by itself what it is about, where any does
    clear = [each for each in item if not each.leans]
    if clear and explaining(min(clear, key=lambda each: each.words).one.told):
        # nor is the shortest one the best where it only explains, and in another somebody acts
        clear = [each for each in clear if each.one.told.actors] or clear
    later = 1.0 if not item or results(item[0].one.told) else LATER
    while left:
        counts = later ** len(chosen)
        gain, _, best = max(
            (counts * each.worth * _alone(each, chosen) - price * each.words, -at, each.one)
            for at, each in enumerate(left if chosen or spare else clear or left)
        )
        if gain <= 0 and (chosen or spare):
            break
        chosen.append(best)
        # what says the same as a chosen one is never taken: it is looked at no more
        left = [each for each in left if each.one is not best and not again(each.one, [best])]
    return chosen


def _whole(item: Sequence[Priced], price: float, spare: bool) -> list[Weighed]:
    """The same, with what they point back at."""
    return completed(_taken(item, price, spare), [each.one for each in item], ANY)


def _alone(each: Priced, chosen: Sequence[Weighed]) -> float:
    """What is left of its worth where the sentence that it leans on is not there."""
    return LEANING if each.leans and leant_on(each.one, chosen) is None else 1.0


def _fewer(lines: list[list[Weighed]], budget: int, worth: Worth) -> list[list[Weighed]]:
    """The lines that are worth most for their length, as far as the words go."""
    kept: list[list[Weighed]] = [[] for _ in lines]
    alone = [(i, chosen[0]) for i, chosen in enumerate(lines) if chosen]
    for i, one in sorted(alone, key=lambda each: (-worth(each[1]) / each[1].told.words, each[0])):
        if _words(kept) + one.told.words <= budget:
            kept[i] = [one]
    return kept


def _fill(best: list[list[Weighed]], able: Sequence[Sequence[Priced]], budget: int) -> None:
    """Adds to `best` what still fits, the worthiest first."""
    rest = [(i, each) for i, item in enumerate(able) for each in item]
    used = _words(best)
    for i, each in sorted(rest, key=lambda r: (-r[1].worth, r[0], r[1].one.told.span.start)):
        if used + each.words > budget:
            continue
        stands = not each.leans or leant_on(each.one, best[i]) is not None
        if stands and each.one not in best[i] and not again(each.one, best[i]):
            best[i].append(each.one)
            used += each.words


def _words(lines: Sequence[Sequence[Weighed]]) -> int:
    return sum(one.told.words for line in lines for one in line)
