"""The judge's figures of a run: facts stated, statements supported.

Knows: grades of answers, what they are worth. Does not know: who graded, files, other figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from eval.gold import Question
from eval.intervals import Figure, mean
from eval.judge.sheets import SheetKind

Grade = str | None  # None: the judge gave none


@dataclass(frozen=True, slots=True)
class AnswerGrades:
    """The grades of one answer: of the question's nuggets, and of the answer's statements."""

    question: Question
    nuggets: tuple[Grade, ...]
    statements: tuple[Grade, ...]


def nugget_figures(answers: Sequence[AnswerGrades]) -> tuple[Figure, ...]:
    """Vital nuggets of answerable questions, averaged over the rewordings of each question.

    strict: graded full / graded; lenient: partial counts half. Nuggets without a grade are left
    out. Intervals are over base questions.
    """
    vital = [
        (each, [g for g, n in zip(each.nuggets, each.question.nuggets, strict=True) if n.vital])
        for each in answers
        if not each.question.must_abstain
    ]
    return (
        _mean("judged vital recall (strict)", vital, {"full": 1.0}),
        _mean("judged vital recall (partial counts half)", vital, {"full": 1.0, "partial": 0.5}),
    )


def support_figures(answers: Sequence[AnswerGrades]) -> tuple[Figure, ...]:
    """Statements of the answers given, averaged over the rewordings of each question.

    strict: graded supported / graded; weighted: partly counts half. Statements without a grade
    are left out. Intervals are over base questions.
    """
    told = [(each, list(each.statements)) for each in answers]
    return (
        _mean("judged support (strict)", told, {"supported": 1.0}),
        _mean("judged support (partly counts half)", told, {"supported": 1.0, "partly": 0.5}),
    )


def _mean(
    name: str, graded: Iterable[tuple[AnswerGrades, Sequence[Grade]]], worth: Mapping[str, float]
) -> Figure:
    """Mean over base questions of what the grades of their rewordings are worth."""
    by_base: dict[str, list[float]] = {}
    for each, grades in graded:
        points = [worth.get(grade, 0.0) for grade in grades if grade is not None]
        if points:
            by_base.setdefault(each.question.base, []).append(fmean(points))
    values = [fmean(points) for points in by_base.values()]
    return mean(name, values)


FIGURES: Mapping[SheetKind, Callable[[Sequence[AnswerGrades]], tuple[Figure, ...]]] = {
    "nuggets": nugget_figures,
    "support": support_figures,
}
