"""Ranked texts against the right ones: nDCG, recall and reciprocal rank, as TREC reckons them.

Knows: `ir-measures`, which does the reckoning, and the traps before it. Does not know: systems.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.collection import Collection
from index.errors import RaadpleegError

NDCG, RECALL, MRR = "nDCG@10", "recall@10", "MRR@10"
MEASURES = (NDCG, RECALL, MRR)

Ranked = Mapping[str, Sequence[str]]  # question id: text ids, best first
Values = Mapping[str, Mapping[str, float]]  # question id: measure: value


def rank_values(collection: Collection, found: Ranked) -> Values:
    """The measures of every question of `collection`; one that is not in `found` gets 0.

    nDCG@10 = sum of worth / log2(rank + 1) over the first ten, by that of the best order;
    recall@10 = right texts among the first ten / right texts; MRR@10 = 1 / rank of the first right
    one, 0 beyond ten. Raises RaadpleegError when `ir-measures` is not installed.
    """
    try:
        import ir_measures as ir
    except ImportError:
        raise RaadpleegError(
            "ir-measures: not installed, and nDCG needs it; run `pip install ir-measures`"
        ) from None
    names = {ir.nDCG @ 10: NDCG, ir.R @ 10: RECALL, ir.RR @ 10: MRR}
    asked = {query.id for query in collection.queries}
    right = [
        ir.Qrel(id_, text, worth)
        for id_, texts in collection.relevant.items()
        if id_ in asked
        for text, worth in texts.items()
    ]
    # equal scores would be ordered by text id: the scores fall strictly
    run = [
        ir.ScoredDoc(id_, text, 1 / rank)
        for id_, texts in found.items()
        for rank, text in enumerate(texts, start=1)
    ]
    values: dict[str, dict[str, float]] = {
        id_: dict.fromkeys(MEASURES, 0.0) for id_ in (query.id for query in collection.queries)
    }
    for each in ir.iter_calc(list(names), right, run) if run else ():
        values[each.query_id][names[each.measure]] = float(each.value)
    return values


def write_trec(file: Path, found: Ranked, tag: str) -> None:
    """The ranking as a run file of TREC: question, Q0, text, rank from 1, score, tag."""
    lines = [
        f"{id_} Q0 {text} {rank} {1 / rank:.6f} {tag}\n"
        for id_, texts in found.items()
        for rank, text in enumerate(texts, start=1)
    ]
    file.write_text("".join(lines), encoding="utf-8")
