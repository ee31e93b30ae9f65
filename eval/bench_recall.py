"""How many of the truly nearest passages an approximate index of vectors finds.

Knows: the product's vector search, and the slow way to the truth. Does not know: speed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from eval.bench_texts import press

if TYPE_CHECKING:
    from index.dense import Rows, Vectors
    from index.library import Library

JUDGED = 50  # questions
BEST = 10  # passages that a search returns
_BLOCK = 50_000  # rows compared at once


@dataclass(frozen=True, slots=True)
class Recalled:
    """Share of the truly nearest BEST, and `search.DEPTH`, passages that vector search finds."""

    at_best: float
    at_depth: float


def recall(folder: Path) -> Recalled:
    """Vector search of the library against comparing every vector."""
    from index.search import DEPTH
    from index.settings import load_settings
    from rag.open import open_library

    with open_library(load_settings(), folder) as library, library.searching() as view:
        questions = library.embedder.questions(press().questions(JUDGED))
        shares = []
        for question, true in zip(questions, nearest(library, questions, DEPTH), strict=True):
            near, likeness = view.nearest(question, view.live, DEPTH, library.stored)
            found = view.best(near, likeness, DEPTH)
            shares.append([_share(true[:n].tolist(), found[:n]) for n in (BEST, DEPTH)])
    return Recalled(*np.mean(shares, axis=0).tolist())


def nearest(library: Library, questions: Vectors, depth: int) -> Rows:
    """For each question (q, d) the `depth` rows nearest of all, best first: (q, depth)."""
    with library.searching() as view:
        count = len(view.rows)
        rows = np.empty((len(questions), 0), np.int64)
        scores = np.empty((len(questions), 0), np.float32)
        for start in range(0, count, _BLOCK):
            block = np.arange(start, min(start + _BLOCK, count))
            scores = np.hstack([scores, questions @ library.stored(block).T])
            rows = np.hstack([rows, np.broadcast_to(block, (len(questions), len(block)))])
            order = np.argsort(-scores, axis=1, kind="stable")[:, :depth]
            scores = np.take_along_axis(scores, order, 1)
            rows = np.take_along_axis(rows, order, 1)
    return rows


def _share(true: list[int], found: list[int]) -> float:
    return len(set(true) & set(found)) / len(true)
