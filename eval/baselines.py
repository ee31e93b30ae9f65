"""Plain rankings over the product's library, to be measured beside the product's own search.

Knows: BM25 alone, vectors alone, chance. Does not know: gold and scores. They see the passages,
words and vectors that the product sees; only the order is theirs, and the question is taken as it
stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import Random

import numpy as np

from eval.gold import Release
from eval.product import Product
from index.analyse import analyser
from index.embed import checked
from index.lexical import groups_of
from index.library import Library
from index.nouns import Hit, ranked
from index.settings import Settings, load_settings
from rag.render import hit_json

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


def by_chance(library: Library, question: str, top: int) -> list[Hit]:
    """Passages drawn without looking; the same ones each time the same question is asked."""
    draw = Random(f"{_SEED} {question}")  # noqa: S311 - the same draw again is what is wanted
    with library.searching() as view:
        live = sorted(np.flatnonzero(view.live).tolist(), key=lambda row: view.row(row).id)
        drawn = draw.sample(live, min(top, len(live)))
        return ranked([(view.row(row).passage, 1 / rank) for rank, row in enumerate(drawn, 1)])


RANKINGS: Mapping[str, Ranking] = {"bm25": by_words, "dense": by_vectors, "random": by_chance}


@contextmanager
def open_baseline(name: str, release: Release, library: Path) -> Iterator[Product]:
    """The baseline `name` of RANKINGS over `library`, as `open_product` opens the product."""
    baseline = Baseline(RANKINGS[name], release, library, load_settings())
    try:
        yield baseline
    finally:
        baseline.close()


class Baseline(Product):
    """The product with another ranking in the place of its search; all else is the product's."""

    def __init__(
        self, ranking: Ranking, release: Release, library: Path, settings: Settings
    ) -> None:
        """As for the product; `library` may be the folder that the product has filled."""
        super().__init__(release, library, settings)
        self._ranking = ranking

    def search(self, question: str, top: int) -> Sequence[Mapping[str, object]]:
        """See System."""
        library = self._assistant.library
        return [hit_json(hit, library) for hit in self._ranking(library, question, top)]
