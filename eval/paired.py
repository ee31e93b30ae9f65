"""Two systems on the same cases: their difference, its interval, and how likely chance makes it.

Knows: paired statistics over clusters. Does not know: questions, systems, what is counted. A
cluster is a base question with all its rewordings, which are no independent cases. Same numbers in,
same bits out (fixed seed).
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite, sqrt
from statistics import fmean, stdev
from typing import TYPE_CHECKING

from eval.intervals import LEVEL

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

DRAWS = 10_000
EXACT = 13  # clusters that differ: up to here all 2^13 ways of swapping are tried
_SEED = 20240613
_SLACK = 1e-12  # sums of the same numbers in another order differ by less


@dataclass(frozen=True, slots=True)
class Pair:
    """One cluster in both systems as part / whole: (value, 1) for a mean."""

    a: tuple[float, float]
    b: tuple[float, float]

    @property
    def sign(self) -> int:
        """1 where the value of A is higher, -1 where that of B is; 0 too when one has no whole."""
        one, other = (part / whole if whole else None for part, whole in (self.a, self.b))
        return 0 if one is None or other is None else (one > other) - (one < other)


@dataclass(frozen=True, slots=True)
class Difference:
    """A minus B over `n` clusters; the figures are None where a system has no case at all.

    low..high: 95 %. p: two-sided, uncorrected; `exact` when every swap was tried. higher, equal,
    lower: clusters where A's value is. spread: standard deviation of what clusters add to it;
    visible: the least true difference that so many clusters would show four times out of five.
    """

    a: float | None
    b: float | None
    value: float | None
    low: float | None
    high: float | None
    p: float | None
    exact: bool
    n: int
    higher: int
    equal: int
    lower: int
    spread: float | None
    visible: float | None


def paired(pairs: Sequence[Pair]) -> Difference:
    """sum(parts) / sum(wholes) of A minus that of B over the clusters.

    Interval: bootstrap over clusters, bias-corrected and accelerated. p: share of the ways of
    swapping A and B within clusters that make a difference as large as this one (`swap_test` of
    the `shares`); 1 when no cluster differs.
    """
    signs = [pair.sign for pair in pairs]
    counts = len(pairs), signs.count(1), signs.count(0), signs.count(-1)
    a, b = _whole([pair.a for pair in pairs]), _whole([pair.b for pair in pairs])
    if a is None or b is None:
        return Difference(a, b, None, None, None, None, False, *counts, None, None)
    low, high = _interval(pairs)
    differences = shares(pairs)
    p, exact = swap_test(differences)
    spread = stdev(differences) if len(pairs) > 1 else None
    # 80 % power at 5 % two-sided needs n = 7.85 s² / d² pairs
    visible = sqrt(7.85 * spread**2 / len(pairs)) if spread else None
    return Difference(a, b, a - b, low, high, p, exact, *counts, spread, visible)


def shares(pairs: Sequence[Pair]) -> tuple[float, ...]:
    """What each cluster adds to the difference; their mean is the difference itself.

    A mean: the cluster's own A minus B. A ratio R = sum(p) / sum(w) is taken as linear around its
    value: (p - R w) / mean(w) of A minus that of B, plus R of A minus R of B. Swapping parts and
    wholes as they are would ask another question: whether A cites as much as B, not as well.
    """
    one, other = _told([pair.a for pair in pairs]), _told([pair.b for pair in pairs])
    apart = _whole([pair.a for pair in pairs]), _whole([pair.b for pair in pairs])
    between = (apart[0] or 0.0) - (apart[1] or 0.0)
    return tuple(a - b + between for a, b in zip(one, other, strict=True))


def swap_test(differences: Sequence[float]) -> tuple[float, bool]:
    """The p of a paired randomisation test of a mean of 0, and whether it is exact.

    To swap A and B in a cluster turns its sign. Up to 13 clusters other than 0 all 2^m ways are
    tried: p = those whose sum is as far from 0 as what was seen, by all. Beyond, 10,000 are drawn
    and p = (1 + those) / (1 + 10,000).
    """
    import numpy as np

    differing = np.array([each for each in differences if abs(each) > _SLACK])
    m = len(differing)
    if m == 0:
        return 1.0, True
    exact = m <= EXACT
    if exact:
        swaps = (np.arange(2**m)[:, None] >> np.arange(m)) & 1
    else:
        swaps = np.random.default_rng(_SEED).integers(0, 2, size=(DRAWS, m))
    far = np.abs((1 - 2 * swaps) @ differing)
    reached = int(np.count_nonzero(far >= abs(float(differing.sum())) - m * _SLACK))
    return (reached / 2**m, True) if exact else ((1 + reached) / (1 + DRAWS), False)


def holm(chances: Sequence[float | None]) -> tuple[float | None, ...]:
    """Holm's correction: the i-th smallest of m p-values times m - i + 1, never falling, at most 1.

    None stays None and is not counted.
    """
    order = sorted((p, at) for at, p in enumerate(chances) if p is not None)
    corrected: list[float | None] = [None] * len(chances)
    highest = 0.0
    for rank, (p, at) in enumerate(order):
        highest = max(highest, min(1.0, (len(order) - rank) * p))
        corrected[at] = highest
    return tuple(corrected)


def _told(parts: Sequence[tuple[float, float]]) -> list[float]:
    """(p - R w) / mean(w) of each; 0 without a case."""
    ratio, mean = _whole(parts), fmean(whole for _, whole in parts)
    return [0.0 if ratio is None else (part - ratio * whole) / mean for part, whole in parts]


def _whole(parts: Sequence[tuple[float, float]]) -> float | None:
    total = sum(whole for _, whole in parts)
    return sum(part for part, _ in parts) / total if total else None


def _interval(pairs: Sequence[Pair]) -> tuple[float | None, float | None]:
    """None for a single cluster; the value itself twice when all clusters differ alike."""
    import numpy as np
    from scipy.stats import bootstrap

    if len(pairs) < 2:
        return None, None
    columns = np.array([(*pair.a, *pair.b) for pair in pairs]).T
    for method in ("BCa", "percentile"):  # the first has no answer where all clusters agree
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            drawn = bootstrap(
                tuple(columns),
                _drawn,
                paired=True,
                vectorized=True,
                n_resamples=DRAWS,
                batch=500,
                confidence_level=LEVEL,
                method=method,
                rng=np.random.default_rng(_SEED),
            ).confidence_interval
        if isfinite(drawn.low) and isfinite(drawn.high):
            break
    return float(drawn.low), float(drawn.high)


def _drawn(
    part_a: Numbers, whole_a: Numbers, part_b: Numbers, whole_b: Numbers, axis: int = -1
) -> Numbers:
    """The difference in each row of drawn clusters; 0 where a draw has no case."""
    import numpy as np

    p_a, w_a, p_b, w_b = (each.sum(axis=axis) for each in (part_a, whole_a, part_b, whole_b))
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.nan_to_num(np.asarray(p_a / w_a - p_b / w_b, dtype=np.float64))
