"""The six figures that decide: what each is over a question, which way is better, its pass marks.

Knows: EVERY headline is a share of parts in wholes over base questions. Does not know: how answers
are scored, other runs, pages. Rewordings of one question are averaged first, so a question asked in
four ways weighs as much as one asked once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from eval.intervals import Figure, ratio
from eval.judged import Judged, clusters, truth

Part = tuple[float, float]  # part, whole
Verdict = Literal["excellent", "good", "below", "–"]


@dataclass(frozen=True, slots=True)
class Headline:
    """A figure; `of` gives part and whole for a question, None where it says nothing of it."""

    name: str
    of: Callable[[Judged], Part | None]
    good: float
    excellent: float
    lower_is_better: bool = False

    def verdict(self, figure: Figure) -> Verdict:
        """Excellent: the value meets that mark and the bad end of its interval still meets good."""
        if figure.value is None:
            return "–"
        bad_end = figure.high if self.lower_is_better else figure.low
        if bad_end is not None and self._meets(figure.value, self.excellent):
            return "excellent" if self._meets(bad_end, self.good) else "good"
        return "good" if self._meets(figure.value, self.good) else "below"

    def _meets(self, value: float, mark: float) -> bool:
        return value <= mark if self.lower_is_better else value >= mark


def _item_recall(judged: Judged) -> Part | None:
    return None if judged.search is None else (judged.search.item_recall, 1.0)


def _vital(judged: Judged) -> Part | None:
    score = judged.answer
    return None if score is None or score.must_abstain else (score.vital or 0.0, 1.0)


def _cited_right(judged: Judged) -> Part | None:
    score = judged.answer
    if score is None or score.must_abstain:
        return None
    return float(score.cited_right), float(score.citations)


def _hallucinated(judged: Judged) -> Part | None:
    score = judged.answer
    if score is None or not score.must_abstain:
        return None
    return float(score.answered is not False), 1.0


def _silent(judged: Judged) -> Part | None:
    score = judged.answer
    return None if score is None or score.must_abstain else (float(not score.answered), 1.0)


def _truth(judged: Judged) -> Part | None:
    return None if judged.answer is None else (truth(judged.answer), 1.0)


ITEM_RECALL = "item recall@5"
VITAL = "attributed vital recall"
PRECISION = "citation precision"
HALLUCINATED = "answered although unanswerable"
SILENT = "abstained although answerable"
TRUTH = "truthfulness"
HEADLINES = (
    Headline(ITEM_RECALL, _item_recall, 0.90, 0.95),
    Headline(VITAL, _vital, 0.65, 0.80),
    Headline(PRECISION, _cited_right, 0.80, 0.92),
    Headline(HALLUCINATED, _hallucinated, 0.20, 0.08, lower_is_better=True),
    Headline(SILENT, _silent, 0.12, 0.06, lower_is_better=True),
    Headline(TRUTH, _truth, 0.50, 0.70),
)


def by_cluster(headline: Headline, judged: Mapping[str, Judged]) -> Mapping[str, Part]:
    """Mean part and mean whole of each base question that the figure says something of."""
    parts: dict[str, Part] = {}
    for base, rows in clusters(judged):
        if told := [part for row in rows if (part := headline.of(row)) is not None]:
            parts[base] = fmean(part for part, _ in told), fmean(whole for _, whole in told)
    return parts


def headline_figures(judged: Mapping[str, Judged]) -> tuple[Figure, ...]:
    """Every headline in order; the interval is over base questions, and so is n."""
    return tuple(figure_of(headline, judged) for headline in HEADLINES)


def figure_of(headline: Headline, judged: Mapping[str, Judged]) -> Figure:
    """One headline with its interval."""
    parts = by_cluster(headline, judged)
    if not parts:
        return Figure(headline.name, None, 0)
    told = list(parts.values())
    return ratio(headline.name, [part for part, _ in told], [whole for _, whole in told])


def value_of(headline: Headline, rows: Iterable[Judged]) -> tuple[float | None, Sequence[Part]]:
    """The headline over `rows`, question by question, with the parts it is made of; no interval."""
    told = [part for row in rows if (part := headline.of(row)) is not None]
    whole = sum(each for _, each in told)
    return (sum(part for part, _ in told) / whole if whole else None), told
