"""When the papers do not answer: the sentences found are too unlikely to state what was asked.

Knows: where the line is drawn. Does not know: what tells (`rag.features`), the weights
(`rag.weights`), what is said instead (`rag.notes`).
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.evidence import Candidate
from rag.features import answer_features
from rag.question import Understood
from rag.weights import fitted


def enough(sure: float) -> bool:
    """True for a probability from which an answer is given."""
    return sure >= fitted().least


def answered(asked: Understood, found: Sequence[Candidate]) -> float:
    """The probability that some of the sentences found answer the question.

    0 without any, and where neither they nor the titles of their items have a word of the topic,
    nor one like it: the library knows nothing of it, whoever speaks.
    """
    if not any(one.seen.words or one.seen.title_words for one in found):
        return 0.0
    sure = [candidate.fit for candidate in found]
    return fitted().question.of(answer_features(asked, [c.seen for c in found], sure))
