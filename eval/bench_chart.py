"""Growth with the size of the library as an SVG: one panel of times, one of sizes, log against log.

Knows: axes, lines, labels, colours for light and dark pages. Does not know: how it was measured.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from xml.sax.saxutils import escape

Point = tuple[float, float]
WIDTH, HEIGHT = 960, 470
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 110, 60, 410  # of a panel, right counted from its end
_APART = 15  # least distance of two labels
_STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1f2328; } .title { font-weight: 600; }
.page { fill: #ffffff; } .grid { stroke: #d8dee4; } .axis { stroke: #59636e; }
.line { fill: none; stroke-width: 2.2; } .end { text-anchor: start; } .tick { font-size: 12px; }
.c0 { stroke: #0b62c4; fill: #0b62c4; } .c1 { stroke: #a8470a; fill: #a8470a; }
.c2 { stroke: #177245; fill: #177245; } .c3 { stroke: #8a2a8f; fill: #8a2a8f; }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; } .page { fill: #0d1117; } .grid { stroke: #30363d; }
.axis { stroke: #9198a1; } .c0 { stroke: #6cb6ff; fill: #6cb6ff; }
.c1 { stroke: #ffa657; fill: #ffa657; } .c2 { stroke: #56d364; fill: #56d364; }
.c3 { stroke: #e2a5f0; fill: #e2a5f0; }
}
path.line { fill: none; } text.end { stroke: none; }
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One quantity over the number of passages, named at its end; all numbers above 0."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Lines over the same axes; `tick` writes a power of ten of the upright one."""

    title: str
    lines: tuple[Line, ...]
    tick: Callable[[int], str]


def draw(grown: Sequence[dict[str, Any]]) -> str:
    """The figures of `eval.bench_scale` (its JSON, smallest first, at least two) as SVG."""

    def line(name: str, value: Callable[[dict[str, Any]], float]) -> Line:
        return Line(name, tuple((one["passages"], value(one)) for one in grown))

    times = (
        line("build", lambda one: one["record"] + one["index"]),
        line("open", lambda one: one["open"]["middle"]),
        line("search p95", lambda one: one["p95"]["middle"]),
        line("its processor", lambda one: one["p95_processor"]["middle"]),
    )
    sizes = (line("on disk", lambda one: one["disk"]), line("in memory", lambda one: one["memory"]))
    panels = (Panel("Time", times, _time), Panel("Size", sizes, _size))
    width = WIDTH / len(panels)
    body = [part for at, panel in enumerate(panels) for part in _panel(panel, at * width, width)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
            "<title>Time and size against the number of passages</title>",
            f"<style>{_STYLE}</style>",
            f'<rect class="page" width="{WIDTH}" height="{HEIGHT}"/>',
            *body,
            "</svg>\n",
        ]
    )


def _panel(panel: Panel, left: float, width: float) -> Iterator[str]:
    points = [point for line in panel.lines for point in line.points]
    across = _Axis([x for x, _ in points], left + _LEFT, left + width - _RIGHT)
    upright = _Axis([y for _, y in points], _BOTTOM, _TOP)
    yield _text(left + _LEFT, _TOP - 24, panel.title, "title")
    for power in upright.powers:
        y = upright.at(10.0**power)
        yield _stroke(across.first, y, across.last, y, "grid")
        yield _text(across.first - 8, y + 4, panel.tick(power), "tick", "end")
    for power in across.powers:
        x = across.at(10.0**power)
        yield _stroke(x, _BOTTOM, x, _TOP, "grid")
        yield _text(x, _BOTTOM + 20, f"{10**power:,}", "tick", "middle")
    yield _stroke(across.first, _BOTTOM, across.last, _BOTTOM, "axis")
    yield _stroke(across.first, _BOTTOM, across.first, _TOP, "axis")
    yield _text((across.first + across.last) / 2, _BOTTOM + 44, "passages", "tick", "middle")
    ends = apart([upright.at(line.points[-1][1]) for line in panel.lines], _APART)
    for colour, (line, end) in enumerate(zip(panel.lines, ends, strict=True)):
        places = [(across.at(x), upright.at(y)) for x, y in line.points]
        path = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        yield f'<path class="line c{colour}" d="{path}"/>'
        for (x, y), (_, value) in zip(places, line.points, strict=True):
            said = f"<title>{escape(line.name)}: {value:.4g}</title>"
            yield f'<circle class="c{colour}" cx="{x:.1f}" cy="{y:.1f}" r="3.5">{said}</circle>'
        yield _text(places[-1][0] + 9, end + 4, line.name, f"end c{colour}")


class _Axis:
    """Numbers from the power of ten below the least to the one above the most, along a line."""

    def __init__(self, numbers: Sequence[float], first: float, last: float) -> None:
        low, high = math.floor(math.log10(min(numbers))), math.ceil(math.log10(max(numbers)))
        self.first, self.last = first, last
        self.powers = range(low, max(high, low + 1) + 1)

    def at(self, number: float) -> float:
        """Where a number stands."""
        low, high = self.powers[0], self.powers[-1]
        return self.first + (self.last - self.first) * (math.log10(number) - low) / (high - low)


def apart(places: Sequence[float], least: float) -> list[float]:
    """The places moved upwards (to smaller numbers) until any two are `least` apart, in order."""
    order = sorted(range(len(places)), key=lambda at: -places[at])
    moved = list(places)
    for lower, upper in pairwise(order):
        moved[upper] = min(moved[upper], moved[lower] - least)
    return moved


def _time(power: int) -> str:
    return f"{10**power:,} s" if power >= 0 else f"{10.0 ** (power + 3):g} ms"


def _size(power: int) -> str:
    return f"{10.0**power:,g} MiB"


def _stroke(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _text(x: float, y: float, words: str, kind: str, anchor: str = "start") -> str:
    at = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text class="{kind}" {at}>{escape(words)}</text>'
