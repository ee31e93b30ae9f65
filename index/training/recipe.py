"""Every choice the model depends on, with the values it ships with.

Knows: names and defaults; what was tried beside them stands in `docs/model.md`. Does not know:
texts, vectors.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """What, with the same texts and the same libraries, gives the same model to the last byte.

    tokens: rows of the table. dimension: numbers a row. rounds: times through the pairs. batch:
    pairs that are told apart at once. scale: what a cosine is multiplied by before the softmax.
    rate: Adam's first step size. start: spread of the first random rows. agreed: least
    probability, both ways, of an aligned pair of words. shared: tokens that must hold a
    character sequence before it gets a row of its own.
    """

    tokens: int = 44_000
    dimension: int = 256
    rounds: int = 5
    batch: int = 1024
    scale: float = 8.0
    rate: float = 0.02
    start: float = 0.02
    agreed: float = 0.1
    shared: int = 4
    seed: int = 1
