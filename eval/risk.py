"""How sure a system is against how right it is: the risk it runs at every coverage.

Knows: confidences and errors. Does not know: where they come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate


def risk_coverage(judged: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Points (coverage, risk) for answering the surest 1, 2, … n of n questions.

    judged: confidence and error (0 right to 1 wrong) of each question. Risk = mean error of those
    answered. Questions of equal confidence come in together, so their order does not matter.
    """
    ranked = sorted(judged, key=lambda pair: -pair[0])
    errors = list(accumulate(error for _, error in ranked))
    return tuple(
        ((at + 1) / len(ranked), errors[at] / (at + 1))
        for at in range(len(ranked))
        if at + 1 == len(ranked) or ranked[at][0] != ranked[at + 1][0]
    )


def aurc(judged: Sequence[tuple[float, float]]) -> float | None:
    """The area under the curve of risk against coverage, each step held back to the one before.

    0 for a system that is never wrong; the plain mean error when every confidence is the same.
    None without questions.
    """
    if not judged:
        return None
    points = risk_coverage(judged)
    starts = [0.0, *(coverage for coverage, _ in points[:-1])]
    return sum((end - start) * risk for start, (end, risk) in zip(starts, points, strict=True))
