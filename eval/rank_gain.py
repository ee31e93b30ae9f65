"""Ranked items against gold items: nDCG, whether all are there, and evidence by characters.

Knows: gold items and quotes, hits in rank order. Does not know: systems, scorecards.
A passage of an item that was ranked before counts for nothing: items are ranked by their best one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log2

from eval.gold import ItemNames, Question
from eval.handed_in import FoundPassage
from eval.retrieval import RANKS, evidence_recall

VITAL, USEFUL = 2, 1
BUDGETS = (2000, 8000)  # characters


def item_gain(question: Question, hits: Sequence[FoundPassage], names: ItemNames) -> float:
    """nDCG@10 = sum of worth / log2(rank + 1) over the first ten items, by that of the best order.

    An item is worth 2 when a vital nugget is proved in it, 1 when it holds other gold, else 0.
    """
    worth = dict.fromkeys(names.gold(question), USEFUL)
    worth |= {names.item(g.document, g.unit): VITAL for g in question.main_quotes}
    items = list(dict.fromkeys(names.item(hit.document, hit.item) for hit in hits))[:RANKS]
    ideal = _gain(sorted(worth.values(), reverse=True)[:RANKS])
    return _gain([worth.get(item, 0) for item in items]) / ideal


def all_items(question: Question, hits: Sequence[FoundPassage], names: ItemNames) -> bool:
    """True when every gold item is among the first ten items."""
    items = list(dict.fromkeys(names.item(hit.document, hit.item) for hit in hits))[:RANKS]
    return names.gold(question) <= set(items)


def evidence_within(question: Question, hits: Sequence[FoundPassage], budget: int) -> float:
    """Evidence recall of the hits that fit into `budget` characters; the last is cut to fit.

    So large and small passages compete for the same room.
    """
    return evidence_recall(question, tuple(_fitting(hits, budget)))


def _fitting(hits: Sequence[FoundPassage], budget: int) -> Iterator[FoundPassage]:
    for hit in hits:
        if budget <= 0:
            return
        text = hit.text[:budget]
        yield FoundPassage(hit.document, hit.item, hit.start, hit.start + len(text), text)
        budget -= len(text)


def _gain(worth: Sequence[int]) -> float:
    return sum(value / log2(rank + 1) for rank, value in enumerate(worth, start=1))
