"""Looks at the best hits once more, at what search does not see: how well each answers.

Knows: the seam, the light way of it (the nearest sentence, whose words), and who stands behind the
setting `reranker`. Does not know: how hits were found, cross-encoders (`rag.cross_encoder`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Protocol

import numpy as np

from index.embed import Embedder
from index.glossary import Glossary, glossary
from index.nouns import Hit, Span
from index.sentences import sentences
from index.settings import Settings
from rag.question import Understood

LIGHT, NONE = "light", "none"
SENTENCE = 0.15  # what the cosine of question and nearest sentence counts, negative ones as 0
ACTOR = 0.02  # what a passage counts more that reports words of an actor asked for
_REMEMBERED = 4096  # passages whose sentences are known


class Reranker(Protocol):
    """Says how well each of some hits answers a question; this is added to the hits' scores."""

    def scores(
        self, asked: Understood, hits: Sequence[Hit], texts: Sequence[str]
    ) -> Sequence[float]:
        """One finite number for each hit, more for a better one; texts[i]: the text of hits[i]."""
        ...


class LightReranker:
    """SENTENCE · cosine of the question and a passage's nearest sentence, + ACTOR where it fits.

    A passage speaks of several things; the nearest of its sentences says better than the whole
    whether one of them was asked for.
    """

    def __init__(self, embedder: Embedder, terms: Glossary | None = None) -> None:
        """embedder, terms: the library's own; the shipped glossary where no terms are given."""
        self._embedder = embedder
        self._terms = terms or glossary()

    def scores(
        self, asked: Understood, hits: Sequence[Hit], texts: Sequence[str]
    ) -> Sequence[float]:
        """See Reranker."""
        told = [_sentences(text) for text in texts]
        question = self._embedder.questions([self._terms.spelt_out(asked.topic)])[0]
        near = self._embedder.passages([one for few in told for one in few]) @ question
        ends = list(accumulate(len(few) for few in told))
        nearest = [float(np.max(near[e - len(f) : e])) for e, f in zip(ends, told, strict=True)]
        wanted = set(asked.actors)
        return [
            SENTENCE * max(0.0, like) + ACTOR * bool(wanted & set(hit.passage.actors))
            for like, hit in zip(nearest, hits, strict=True)
        ]


def open_reranker(
    settings: Settings, embedder: Embedder, terms: Glossary | None = None
) -> Reranker | None:
    """The reranker the settings name; raises ModelRefused for one that cannot be used."""
    if settings.reranker == NONE:
        return None
    if settings.reranker == LIGHT:
        return LightReranker(embedder, terms)
    from rag.cross_encoder import CrossEncoderReranker

    return CrossEncoderReranker(settings)


@lru_cache(_REMEMBERED)
def _sentences(text: str) -> list[str]:
    """The sentences of a passage; the whole text where there is none."""
    found = [span.of(text) for span in sentences(text, Span(0, len(text)))]
    return found or [text]
