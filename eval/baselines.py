"""Plain rankings over the product's library, to be measured beside the product's own search.

Knows: BM25 alone, vectors alone, their sum, chance. Does not know: gold and scores. They see the
passages, words and vectors that the product sees; only the order is theirs, and the question is
taken as it stands: no word of it is expanded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

import numpy as np

from index.analyse import analyser
from index.embed import checked
from index.lexical import groups_of
from index.library import Library
from index.nouns import Hit, ranked
from index.search import LIKENESS_WEIGHT

Ranking = Callable[[Library, str, int], list[Hit]]
_SEED = 20240613


def by_words(library: Library, question: str, top: int) -> list[Hit]:
    """BM25 of the question's own words, none expanded; passages without one of them stay out."""
    with library.searching() as view:
        scores = view.bm25(groups_of(analyser().terms(question)))
        found = np.flatnonzero(view.live & (scores > 0))
        rows = view.best(found, scores[found], top)
        return ranked([(view.row(row).passage, float(scores[row])) for row in rows])


def by_vectors(library: Library, question: str, top: int) -> list[Hit]:
    """Cosine of question and passage."""
    vector = checked(library.embedder.questions([question]), 1, library.embedder)[0]
    with library.searching() as view:
        near, likeness = view.nearest(vector, view.live, top, library.stored)
        score = dict(zip(near.tolist(), likeness.tolist(), strict=True))
        rows = view.best(near, likeness, top)
        return ranked([(view.row(row).passage, score[row]) for row in rows])


def by_both(library: Library, question: str, top: int) -> list[Hit]:
    """The product's own sum of words and vectors, without any word being expanded.

    score = BM25 / what the question's words weigh + LIKENESS_WEIGHT · cosine, at least 0.
    """
    vector = checked(library.embedder.questions([question]), 1, library.embedder)[0]
    with library.searching() as view:
        groups = groups_of(analyser().terms(question))
        words = view.bm25(groups) / (view.weight(groups) or 1.0)
        rows = np.flatnonzero(view.live)
        likeness = np.maximum(view.likeness(rows, vector, library.stored), 0.0)
        scores = words[rows] + LIKENESS_WEIGHT * likeness
        score = dict(zip(rows.tolist(), scores.tolist(), strict=True))
        best = view.best(rows, scores, top)
        return ranked([(view.row(row).passage, score[row]) for row in best])


def by_chance(library: Library, question: str, top: int) -> list[Hit]:
    """Passages drawn without looking; the same ones each time the same question is asked."""
    draw = Random(f"{_SEED} {question}")  # noqa: S311 - the same draw again is what is wanted
    with library.searching() as view:
        live = sorted(np.flatnonzero(view.live).tolist(), key=lambda row: view.row(row).id)
        drawn = draw.sample(live, min(top, len(live)))
        return ranked([(view.row(row).passage, 1 / rank) for rank, row in enumerate(drawn, 1)])


RANKINGS: Mapping[str, Ranking] = {
    "bm25": by_words,
    "dense": by_vectors,
    "hybrid": by_both,
    "random": by_chance,
}
