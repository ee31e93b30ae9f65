"""Lines over two axes, and intervals beside each other, as SVG that a style sheet colours.

Knows: axes, marks, labels. Does not know: what is drawn. Every line has a dash and a name of its
own at its end, so that none is told by its colour alone. Same numbers in, same text out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from math import floor, log10

Point = tuple[float, float]
Band = tuple[float, float, float]  # x, low, high
WIDTH, HEIGHT = 620, 320
KINDS = 6  # looks of lines in the style sheet
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 170, 16, 268
_APART = 16  # least distance of two names
_LONGEST = 22  # characters of a name at the end of a line
_ROW, _NAMES = 30, 250  # of the intervals: height of a row, width of the names


@dataclass(frozen=True, slots=True)
class Line:
    """A quantity over x; `band` its interval where it has one; `steps`: it jumps at each point."""

    name: str
    points: tuple[Point, ...]
    band: tuple[Band, ...] = ()
    steps: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines with the words that say what they are; `highest` is the top of the upright axis."""

    title: str
    told: str
    across: str
    upright: str
    lines: tuple[Line, ...]
    highest: float = 1.0


@dataclass(frozen=True, slots=True)
class Span:
    """One row of `intervals_svg`: a value and its interval, if it has one."""

    name: str
    value: float
    low: float | None
    high: float | None


def ticks(highest: float, most: int = 6) -> tuple[float, ...]:
    """Round numbers from 0 to `highest` or just above: at most `most` steps of 1, 2 or 5."""
    if highest <= 0:
        return (0.0, 1.0)
    power = 10.0 ** floor(log10(highest / most))
    step = next(m * power for m in (1, 2, 5, 10) if highest <= m * power * most * (1 + 1e-9))
    count = next(n for n in range(1, most + 2) if n * step >= highest * (1 - 1e-9))
    return tuple(round(n * step, 10) for n in range(count + 1))


def apart(places: Sequence[float], least: float) -> list[float]:
    """The places moved upwards (to smaller numbers) until any two are `least` apart, in order."""
    order = sorted(range(len(places)), key=lambda at: -places[at])
    moved = list(places)
    for lower, upper in pairwise(order):
        moved[upper] = min(moved[upper], moved[lower] - least)
    return moved


def lines_svg(chart: Chart) -> str:
    """The chart; nothing when no line has a point. More than six lines share looks."""
    drawn = [line for line in chart.lines if line.points]
    if not drawn:
        return ""
    across = ticks(max(x for line in drawn for x, _ in line.points))
    upright = ticks(chart.highest)
    frame = _Frame(across[-1], upright[-1])
    body = [*_grid(frame, across, upright, chart), *_bands(frame, drawn)]
    for at, line in enumerate(drawn):
        body.append(f'<path class="line k{at % KINDS}" d="{_path(frame, line)}"/>')
    ends = apart([frame.y(line.points[-1][1]) for line in drawn], _APART)
    least = min(ends) - _TOP  # names pushed out of the picture come back as one
    for at, (line, y) in enumerate(zip(drawn, ends, strict=True)):
        x, y = frame.x(across[-1]), y - min(0.0, least)
        body.append(f'<path class="line k{at % KINDS}" d="M{x + 4:.1f} {y:.1f}h18"/>')
        body.append(_text(x + 26, y + 4, _short(line.name), "name"))
    return _svg(chart.title, chart.told, HEIGHT, body)


def intervals_svg(title: str, told: str, spans: Sequence[Span]) -> str:
    """Each span in a row of its own around an upright at 0; nothing without spans."""
    if not spans:
        return ""
    far = max(max(abs(s.value), abs(s.low or 0), abs(s.high or 0)) for s in spans)
    marks = ticks(far, 3)
    left, right = _NAMES + 14.0, WIDTH - 20.0
    middle, half = (left + right) / 2, (right - left) / 2
    bottom = 12 + _ROW * len(spans)

    def x(value: float) -> float:
        return middle + half * value / marks[-1]

    body = []
    for mark in sorted({-each for each in marks} | set(marks)):
        kind = "axis" if mark == 0 else "grid"
        body.append(_stroke(x(mark), 8, x(mark), bottom, kind))
        body.append(_text(x(mark), bottom + 18, f"{mark:+g}" if mark else "0", "tick", "middle"))
    for row, span in enumerate(spans):
        y = 8 + _ROW * (row + 0.5)
        body.append(_text(_NAMES, y + 4, span.name, "name", "end"))
        if span.low is not None and span.high is not None:
            body.append(_stroke(x(span.low), y, x(span.high), y, "span"))
            body += [_stroke(x(e), y - 5, x(e), y + 5, "span") for e in (span.low, span.high)]
        body.append(f'<circle class="dot" cx="{x(span.value):.1f}" cy="{y:.1f}" r="5"/>')
    return _svg(title, told, bottom + 26, body)


class _Frame:
    """Where numbers stand in a picture whose axes run from 0 to `across` and `upright`."""

    def __init__(self, across: float, upright: float) -> None:
        self._across, self._upright = across, upright

    def x(self, value: float) -> float:
        """From the left edge."""
        return _LEFT + (WIDTH - _RIGHT - _LEFT) * value / self._across

    def y(self, value: float) -> float:
        """From the upper edge."""
        return _BOTTOM + (_TOP - _BOTTOM) * value / self._upright


def _grid(
    frame: _Frame, across: Sequence[float], upright: Sequence[float], chart: Chart
) -> Iterator[str]:
    for mark in upright:
        yield _stroke(frame.x(0), frame.y(mark), frame.x(across[-1]), frame.y(mark), "grid")
        yield _text(frame.x(0) - 8, frame.y(mark) + 4, f"{mark:g}", "tick", "end")
    for mark in across:
        yield _text(frame.x(mark), _BOTTOM + 19, f"{mark:g}", "tick", "middle")
    yield _stroke(frame.x(0), _BOTTOM, frame.x(across[-1]), _BOTTOM, "axis")
    yield _stroke(frame.x(0), _BOTTOM, frame.x(0), _TOP, "axis")
    yield _text(
        (frame.x(0) + frame.x(across[-1])) / 2, _BOTTOM + 42, chart.across, "tick", "middle"
    )
    yield _text(4, 10, chart.upright, "tick")


def _bands(frame: _Frame, lines: Sequence[Line]) -> Iterator[str]:
    for at, line in enumerate(lines):
        if line.band:
            there = [f"{frame.x(x):.1f} {frame.y(high):.1f}" for x, _, high in line.band]
            back = [f"{frame.x(x):.1f} {frame.y(low):.1f}" for x, low, _ in reversed(line.band)]
            yield f'<path class="band k{at % KINDS}" d="M{" L".join(there + back)}Z"/>'


def _path(frame: _Frame, line: Line) -> str:
    (x, y), *others = [(frame.x(x), frame.y(y)) for x, y in line.points]
    path = f"M{x:.1f} {y:.1f}"
    for x, y in others:
        path += f"H{x:.1f}V{y:.1f}" if line.steps else f"L{x:.1f} {y:.1f}"
    return path


def _svg(title: str, told: str, height: float, body: Sequence[str]) -> str:
    return (
        f'<svg viewBox="0 0 {WIDTH} {height:g}" role="img" aria-label="{escape(title)}. '
        f'{escape(told)}">{"".join(body)}</svg>'
    )


def _stroke(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<path class="{kind}" d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}"/>'


def _text(x: float, y: float, words: str, kind: str, anchor: str = "start") -> str:
    at = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text class="{kind}" {at}>{escape(words)}</text>'


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
