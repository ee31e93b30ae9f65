"""The part of the report on how sure a system is: the risk it runs at every coverage.

Knows: confidences, errors, which runs state them. Does not know: how either is reckoned.
"""

from __future__ import annotations

from eval.compare_tables import number
from eval.diagnosis import sureness
from eval.report.gathered import Gathered
from eval.report.looked import RunLooked
from eval.report.markup import Words, figure, paragraph, section, table
from eval.report.svg import Chart, Line, lines_svg
from eval.risk import aurc, risk_coverage

SHARES = (0.25, 0.5, 0.75, 1.0)
MEANING = (
    "A system that knows when it is right is wrong last: its curve stays low until the end. Error: "
    "less than half of the vital facts attributed, or answered although unanswerable. Confidence: "
    "the probability that the papers answer it, so a rightly silent answer is no error and comes "
    "late. Rewordings are left out."
)


def risk_part(told: Gathered) -> str:
    """Risk by coverage for every run whose answers all state a confidence; nothing without one."""
    sure = [(told.name(run), stated) for run in told.runs if (stated := _stated(run))]
    if not sure:
        return ""
    lines, rows = [], []
    for name, stated in sure:
        points = risk_coverage(stated)
        lines.append(Line(name, points))
        within = [_risk_at(points, share) for share in SHARES]
        area = Words(number(aurc(stated)))
        rows.append([Words(name), *(Words(number(risk)) for risk in within), area])
    chart = Chart(
        "Risk and coverage", "Share of errors by share answered.", "coverage", "risk", tuple(lines)
    )
    head = ["run", *(f"surest {share:.0%}" for share in SHARES), "area"]
    inside = figure("Errors among the surest answers", lines_svg(chart), table("Risk", head, rows))
    return section(
        "risk", "How sure, how right", f'<div class="charts">{inside}</div>', paragraph(MEANING)
    )


def _stated(run: RunLooked) -> list[tuple[float, float]]:
    judged = [
        j.answer
        for j in run.run.judged.values()
        if j.answer is not None and j.question.twin_of is None and j.question.variant_of is None
    ]
    return sureness(run.run.answers or {}, judged)


def _risk_at(points: tuple[tuple[float, float], ...], share: float) -> float:
    """The risk of answering at least this share."""
    return next(risk for coverage, risk in points if coverage >= share - 1e-9)
