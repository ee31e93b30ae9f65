"""A figure with its number of cases and its 95 % interval.

Knows: statistics. Does not know: what is counted. Same numbers in, same bits out (fixed seed).
Shares of yes/no cases get Wilson's interval; means and ratios a bootstrap over the cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, fmean, median

LEVEL = 0.95
_SEED = 20240613
_DRAWS = 5000


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value over `n` cases; None when there was no case. `low`..`high` is 95 %."""

    name: str
    value: float | None
    n: int
    low: float | None = None
    high: float | None = None


def share(name: str, outcomes: Sequence[bool]) -> Figure:
    """How many of the outcomes are true, with Wilson's interval."""
    n = len(outcomes)
    if n == 0:
        return Figure(name, None, 0)
    low, high = _wilson(sum(outcomes), n)
    return Figure(name, sum(outcomes) / n, n, low, high)


def mean(name: str, values: Sequence[float]) -> Figure:
    """The mean of the values, with a bootstrap interval over them."""
    return ratio(name, values, [1.0] * len(values))


def difference(name: str, values: Sequence[float]) -> Figure:
    """The mean of paired differences, with a bootstrap interval over the pairs."""
    if not values:
        return Figure(name, None, 0)
    ones = [1.0] * len(values)
    return Figure(name, fmean(values), len(values), *_drawn(values, ones))


def middle(name: str, values: Sequence[float]) -> Figure:
    """The median of the values, without an interval."""
    return Figure(name, median(values) if values else None, len(values))


def ratio(name: str, parts: Sequence[float], wholes: Sequence[float]) -> Figure:
    """sum(parts) / sum(wholes) over cases that weigh unequally; n is the number of cases.

    The interval is a percentile bootstrap over the cases, so parts of one case stay together.
    Raises ValueError when the two differ in length.
    """
    if len(parts) != len(wholes):
        raise ValueError(f"{name}: {len(parts)} parts but {len(wholes)} wholes")
    total = sum(wholes)
    if total == 0:
        return Figure(name, None, len(parts))
    value = fmean(parts) / fmean(wholes)
    return Figure(name, value, len(parts), *_bootstrap(parts, wholes, value))


def _wilson(hits: int, n: int) -> tuple[float, float]:
    """Wilson's score interval: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)."""
    z = NormalDist().inv_cdf((1 + LEVEL) / 2)
    p, spread = hits / n, z * z / n
    half = z * sqrt(p * (1 - p) / n + spread / (4 * n))
    low, high = (p + spread / 2 - half) / (1 + spread), (p + spread / 2 + half) / (1 + spread)
    return (0.0 if hits == 0 else low), (1.0 if hits == n else high)


def _bootstrap(
    parts: Sequence[float], wholes: Sequence[float], value: float
) -> tuple[float | None, float | None]:
    """The interval of a ratio that lies in 0..1 when it says the same of all cases."""
    n = len(parts)
    # Cases that all say 0 or all say 1 have no spread to draw from, yet are no proof: the
    # interval of a share of n cases says how little is known.
    if (
        n > 1
        and value in (0.0, 1.0)
        and all(p == value * w for p, w in zip(parts, wholes, strict=True))
    ):
        return _wilson(round(value * n), n)
    return _drawn(parts, wholes)


def _drawn(parts: Sequence[float], wholes: Sequence[float]) -> tuple[float | None, float | None]:
    """The middle 95 % of the ratio over cases drawn with replacement; None for a single case."""
    import numpy as np

    n = len(parts)
    if n < 2:
        return None, None
    draws = np.random.default_rng(_SEED).integers(0, n, size=(_DRAWS, n))
    above = np.asarray(parts, dtype=np.float64)[draws].sum(axis=1)
    below = np.asarray(wholes, dtype=np.float64)[draws].sum(axis=1)
    drawn = above[below > 0] / below[below > 0]
    low, high = np.quantile(drawn, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)
