"""How many of its words a question shares with the passages that answer it.

Knows: questions, their gold quotes, the words of the search. Does not know: scores. Questions in
the words of their gold are found by any search; what meaning is worth shows on the others.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from statistics import quantiles

from eval.gold import Question
from index.analyse import analyser

PARTS = ("none", "1 of 3 (least)", "2 of 3", "3 of 3 (most)")


def overlap(question: Question) -> float | None:
    """Content words of the question that stand in its gold quotes / its content words.

    Words are compared in the form that the search gives them, each once. None where there is no
    gold, or no content word.
    """
    asked = set(analyser().terms(question.question))
    if not question.gold or not asked:
        return None
    told = set[str]().union(*(analyser().terms(gold.quote) for gold in question.gold))
    return len(asked & told) / len(asked)


def overlap_parts(questions: Sequence[Question]) -> Mapping[str, str]:
    """The part of each question with gold, by id: no shared word, or a third of the others.

    Not plain quarters: of questions written not to lean on words more than a quarter share none.
    Equal overlaps stay together, so thirds may differ in size. Nothing for fewer than four.
    """
    shares = {q.id: share for q in questions if (share := overlap(q)) is not None}
    if len(shares) < len(PARTS):
        return {}
    some = [share for share in shares.values() if share > 0]
    borders = quantiles(some, n=len(PARTS) - 1, method="inclusive") if len(some) > 1 else []
    return {
        id_: PARTS[1 + bisect_left(borders, share) if share > 0 else 0]
        for id_, share in shares.items()
    }
