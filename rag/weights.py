"""The fitted weights that tell which sentence answers, and whether any does.

Knows: `weights.json`, which `python -m eval fit` writes, and the logistic function. Does not know:
what a feature means (`rag.features`), how weights are fitted (`eval.fit`).
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("weights.json")
_FARTHEST = 30.0  # beyond this a probability is 0 or 1 to all digits that matter


@dataclass(frozen=True, slots=True)
class Scorer:
    """probability = 1 / (1 + exp(-(bias + sum of weight · feature)))."""

    bias: float
    weights: Mapping[str, float]

    def of(self, features: Mapping[str, float]) -> float:
        """The probability for these features, by name; KeyError when one is lacking."""
        return logistic(self.bias + sum(w * features[name] for name, w in self.weights.items()))


@dataclass(frozen=True, slots=True)
class Fitted:
    """sentence: that a sentence states what was asked. question: that it is answered at all.

    least: the probability of `question` from which an answer is given.
    """

    sentence: Scorer
    question: Scorer
    least: float


def logistic(score: float) -> float:
    """1 / (1 + exp(-score))."""
    return 1 / (1 + math.exp(-max(-_FARTHEST, min(_FARTHEST, score))))


def logit(probability: float) -> float:
    """ln(p / (1 - p)), between -9.2 and 9.2."""
    held = max(1e-4, min(1 - 1e-4, probability))
    return math.log(held / (1 - held))


def raised(probability: float, more: float) -> float:
    """A probability with `more` added to the log of its odds."""
    return logistic(logit(probability) + more) if more else probability


def read_weights(file: Path) -> Fitted:
    """The weights in `file`. Raises OSError, ValueError and KeyError: the file ships with us."""
    read = json.loads(file.read_text(encoding="utf-8"))
    sentence, question = (
        Scorer(float(read[name]["bias"]), dict(read[name]["weights"]))
        for name in ("sentence", "question")
    )
    return Fitted(sentence, question, float(read["least"]))


@cache
def fitted() -> Fitted:
    """The shipped weights, read at first use."""
    return read_weights(FILE)
