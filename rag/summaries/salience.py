"""How likely each sentence of a paper belongs in a summary: fitted weights over what is seen of it.

Knows: `weights.json`, which `python -m eval fit-salience` writes. Does not know: what is chosen.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rag.summaries.features import around, features, term_items, terms_of
from rag.told import Told
from rag.weights import Scorer

FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sentence and the probability that a summary of its item needs it."""

    told: Told
    salience: float

    @property
    def terms(self) -> frozenset[str]:
        """Its terms."""
        return terms_of(self.told.text)


@cache
def scorer() -> Scorer:
    """The shipped weights, read at first use."""
    read = json.loads(FILE.read_text(encoding="utf-8"))
    return Scorer(float(read["bias"]), dict(read["weights"]))


def weighed(items: Sequence[Sequence[Told]], by: Scorer | None = None) -> list[list[Weighed]]:
    """The sentences of each of a paper's items, weighed against their item and the others.

    by: other weights than the shipped ones.
    """
    held = term_items(items)
    return [weighed_item(sentences, held, by) for sentences in items]


def weighed_item(
    sentences: Sequence[Told], held: Mapping[str, int], by: Scorer | None = None
) -> list[Weighed]:
    """The sentences of one item; held: in how many items of its paper each term stands."""
    seen, weights = around(sentences, held), by or scorer()
    return [Weighed(told, weights.of(features(told, seen))) for told in sentences]
