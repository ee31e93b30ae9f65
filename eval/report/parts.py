"""The parts of the report that are figures: headlines, differences, search, time.

Knows: which numbers stand beside each other, and the words around them. Does not know: how they
are measured, single questions.
"""

from __future__ import annotations

from collections.abc import Sequence

from eval.compare_tables import HEAD, cells, interval, note, number
from eval.headlines import HEADLINES
from eval.intervals import Figure
from eval.report.gathered import Gathered
from eval.report.markup import LOOKS, Words, figure, paragraph, section, table
from eval.report.numbers import (
    Ranks,
    gold_items,
    percentile,
    recall_curve,
    vital_facts,
)
from eval.report.svg import Chart, Line, Span, intervals_svg, lines_svg

MARKS = (
    "Good and excellent are aims for a system with a strong language model. Excellent: the value "
    "meets that mark, and the bad end of its 95 % interval still meets good. ↓: lower is better. "
    "Each base question counts once, with its rewordings averaged; n is their number."
)
DEPTHS = (1, 3, 5, 10, 20)


def headline_part(told: Gathered) -> str:
    """The figures that decide, with marks and with the other systems; all further ones closed."""
    others = [run for run in told.runs if run is not told.run]
    beside = [told.headlines(run) for run in others]
    head = ["figure", "this run", "95 %", "n", "good", "excellent", "verdict"]
    rows = []
    for at, (headline, found) in enumerate(zip(HEADLINES, told.headlines(told.run), strict=True)):
        verdict = headline.verdict(found)
        sign = "≤" if headline.lower_is_better else "≥"
        words = [number(found.value), interval(found.low, found.high), str(found.n)]
        rows.append(
            [
                Words(f"{headline.name} ↓" if headline.lower_is_better else headline.name),
                *(Words(each) for each in words),
                *(Words(f"{sign} {mark:.2f}") for mark in (headline.good, headline.excellent)),
                Words(verdict, LOOKS.get(verdict, "")),
                *(Words(number(figures[at].value)) for figures in beside),
            ]
        )
    names = [told.name(run) for run in others]
    return section(
        "headlines",
        "Headline figures",
        table("The figures that decide", [*head, *names], rows),
        paragraph(MARKS, "note"),
        _further(told),
    )


def difference_part(told: Gathered) -> str:
    """The run against the baseline; nothing without one."""
    if told.comparison is None:
        return ""
    rows = [[Words(_named(word)) for word in cells(row)] for row in told.comparison.rows]
    head = [_named(word) for word in HEAD]
    said = note(told.comparison).replace("by A.", "by this run.").replace("A and B", "the runs")
    spans = []
    for row in told.comparison.rows:
        found, turn = row.difference, -1 if row.lower_is_better else 1
        if found.value is not None:
            ends = [None if end is None else turn * end for end in (found.low, found.high)]
            low, high = ends[::turn]
            spans.append(Span(row.name, turn * found.value, low, high))
    picture = intervals_svg(
        "Gain over the baseline", "To the right of 0 this run is better; the numbers follow.", spans
    )
    shown = figure("Gain over the baseline (right of 0: this run is better)", picture, "")
    return section(
        "difference",
        f"Against the baseline {told.comparison.b}",
        table("Each headline in both runs", head, rows),
        paragraph(said, "note"),
        f'<div class="charts">{shown}</div>' if shown else "",
    )


def search_part(told: Gathered) -> str:
    """How much is found by depth, for gold items and for vital facts."""
    pictures = [
        _recall(told, "Gold items found", "Share of the gold items among the first k", gold_items),
        _recall(told, "Vital facts in reach", "Share of the vital facts they tell", vital_facts),
    ]
    if not any(pictures):
        return ""
    return section("search", "Search", f'<div class="charts">{"".join(pictures)}</div>')


def time_part(told: Gathered) -> str:
    """How long answers take, as the share that is there after so many seconds."""
    timed = [(told.name(run), run.seen.seconds) for run in told.runs if run.seen.seconds]
    lines = tuple(Line(name, _steps(seconds), steps=True) for name, seconds in timed)
    picture = lines_svg(
        Chart("Time to answer", "Share of answers by seconds.", "seconds", "share", lines)
    )
    rows = [
        [
            Words(name),
            Words(str(len(seconds))),
            *(Words(_seconds(percentile(seconds, share))) for share in (0.5, 0.95, 0.99, 1.0)),
        ]
        for name, seconds in timed
    ]
    numbers = table("Seconds", ["run", "answers", "p50", "p95", "p99", "longest"], rows)
    inside = figure("Answers that are there after so many seconds", picture, numbers)
    return section(
        "time", "Time to answer", f'<div class="charts">{inside}</div>' if inside else ""
    )


def _named(word: str) -> str:
    """A word of the comparison's table with the runs by what the report calls them."""
    runs = {"A": "this run", "B": "baseline", "A − B": "difference"}
    plain = word.removesuffix("*")
    return f"{runs[plain]}{word[len(plain) :]}" if plain in runs else word


def _recall(told: Gathered, title: str, words: str, ranks: Ranks) -> str:
    lines, rows = [], []
    for run in told.runs:
        curve = recall_curve(run, ranks)
        if not curve:
            continue
        points = tuple((float(each.name), each.value or 0.0) for each in curve)
        lines.append(Line(told.name(run), points, _band(curve) if run is told.run else ()))
        shown = [curve[depth - 1] for depth in DEPTHS]
        rows.append([Words(told.name(run)), *(Words(number(each.value)) for each in shown)])
    chart = Chart(title, f"{words} passages.", "passages (k)", "share", tuple(lines))
    numbers = table(title, ["run", *(f"k = {depth}" for depth in DEPTHS)], rows)
    return figure(title, lines_svg(chart), numbers)


def _band(curve: Sequence[Figure]) -> tuple[tuple[float, float, float], ...]:
    return tuple(
        (float(each.name), each.low, each.high)
        for each in curve
        if each.low is not None and each.high is not None
    )


def _further(told: Gathered) -> str:
    rows = [
        [
            Words(f"{part.name}: {each.name}"),
            *(Words(w) for w in (number(each.value), interval(each.low, each.high), str(each.n))),
        ]
        for part in told.card.sections
        for each in part.figures
    ]
    inside = table("Further figures", ["figure", "value", "95 %", "n"], rows)
    return f"<details><summary>Further figures</summary>{inside}</details>" if rows else ""


def _steps(seconds: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """The share that is there at each of the times, from none at 0."""
    ordered = sorted(seconds)
    there = [(each, (at + 1) / len(ordered)) for at, each in enumerate(ordered)]
    return ((0.0, 0.0), *there)


def _seconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
