"""Positions over time as a chart: meetings from left to right, stances from against to for.

Knows: plotly, colours that the colour-blind can tell apart and that are read on light and on dark.
Does not know: how positions are found. Nothing is fetched from outside.
"""

from __future__ import annotations

import html
import textwrap
from typing import TYPE_CHECKING

from index.stance import Stance
from rag.nouns import Language
from rag.overviews import Positions, Shift, Side, Step
from rag.phrases import actor_name
from rag.positions.words import kind_name, said

if TYPE_CHECKING:
    import plotly.graph_objects as go

# bottom to top; each with a shape and a colour of its own (after Okabe and Ito)
MARKS: dict[Stance, tuple[str, str]] = {
    "opposition": ("x", "#D55E00"),
    "reservation": ("triangle-down", "#E69F00"),
    "abstention": ("square", "#8C8C8C"),
    "fact": ("circle-open", "#8C8C8C"),
    "question": ("diamond-open", "#56B4E9"),
    "announcement": ("star", "#56B4E9"),
    "call": ("triangle-right", "#CC79A7"),
    "conditional": ("diamond", "#0072B2"),
    "support": ("circle", "#009E73"),
}
LEVELS: tuple[Stance, ...] = tuple(MARKS)
GREY, FAINT = "#8C8C8C", "rgba(128,128,128,0.25)"  # seen on white and on black alike
QUOTE_WIDTH, QUOTE_LONGEST = 60, 360  # characters of a line, and of a quote, in the hover
ROW, MARGIN = 300, 90  # pixels of an actor's row, and around all
MARKER = 13
CLOSE_BY = 0.16  # of a level: how far sentences of one day and kind stand apart


def timeline(positions: Positions) -> go.Figure:
    """The chart: a row for each actor, a mark for each sentence, an arrow where a stand changes."""
    import plotly.graph_objects as go
    from plotly.subplots import make_subplots

    language = positions.language
    rows = max(1, len(positions.sides))
    figure = make_subplots(
        rows=rows,
        cols=1,
        shared_xaxes=True,
        vertical_spacing=0.12,
        subplot_titles=[html.escape(actor_name(s.actor, language)) for s in positions.sides],
    )
    shown: set[Stance] = set()
    for row, side in enumerate(positions.sides, start=1):
        for kind in LEVELS:
            steps = [
                step for step in side.steps if step.kind == kind and step.date and not step.earlier
            ]
            if steps:
                trace = go.Scatter(**_marks(kind, steps, side, language))
                trace.showlegend = kind not in shown
                shown.add(kind)
                figure.add_trace(trace, row=row, col=1)
        for shift in side.shifts:
            _arrow(figure, shift, side, row, language)
        _axes(figure, row, language)
    _laid_out(figure, positions, rows)
    return figure


def _marks(kind: Stance, steps: list[Step], side: Side, language: Language) -> dict[str, object]:
    """The marks of one kind in one row, as plotly takes them."""
    shape, colour = MARKS[kind]
    return {
        "x": [step.date for step in steps],
        "y": [_height(step, side) for step in steps],
        "mode": "markers",
        "name": kind_name(kind, language),
        "legendgroup": kind,
        "marker": {
            "symbol": shape,
            "color": colour,
            "size": MARKER,
            "line": {"width": 2, "color": colour},
        },
        "hovertext": [_hover(step, language) for step in steps],
        "hoverinfo": "text",
    }


def _height(step: Step, side: Side) -> float:
    """The level of a step's kind; sentences of one day and kind stand a little apart."""
    same = [other for other in side.steps if (other.date, other.kind) == (step.date, step.kind)]
    place = next(at for at, other in enumerate(same) if other is step)
    spread = min(CLOSE_BY, 0.7 / len(same))
    return LEVELS.index(step.kind) + spread * (place - (len(same) - 1) / 2)


def _hover(step: Step, language: Language) -> str:
    """Meeting, kind and quote, as the chart's own markup: whatever a paper holds is escaped."""
    quote = textwrap.shorten(step.statement.text, QUOTE_LONGEST, placeholder=" …")
    lines = textwrap.wrap(quote, QUOTE_WIDTH) or [""]
    told = [
        f"<b>{html.escape(step.meeting)}</b>",
        html.escape(kind_name(step.kind, language)),
        *(html.escape(line) for line in lines),
    ]
    return "<br>".join(told)


def _arrow(figure: go.Figure, shift: Shift, side: Side, row: int, language: Language) -> None:
    """An arrow from the stand before to the one after."""
    days = {step.document: step.date for step in side.steps}
    axis = "" if row == 1 else str(row)
    figure.add_annotation(
        x=days[shift.to_document],
        y=LEVELS.index(shift.to_kind),
        ax=days[shift.from_document],
        ay=LEVELS.index(shift.from_kind),
        xref=f"x{axis}",
        yref=f"y{axis}",
        axref=f"x{axis}",
        ayref=f"y{axis}",
        showarrow=True,
        arrowhead=2,
        arrowwidth=2,
        arrowcolor=GREY,
        standoff=MARKER / 2,
        startstandoff=MARKER / 2,
        text="",
        hovertext=html.escape(shift.text),
        name=said("changed", language),
    )


def _axes(figure: go.Figure, row: int, language: Language) -> None:
    figure.update_yaxes(
        tickvals=list(range(len(LEVELS))),
        ticktext=[kind_name(kind, language) for kind in LEVELS],
        range=[-0.6, len(LEVELS) - 0.4],
        gridcolor=FAINT,
        zeroline=False,
        row=row,
        col=1,
    )
    figure.update_xaxes(type="date", tickformat="%m-%Y", gridcolor=FAINT, row=row, col=1)


def _laid_out(figure: go.Figure, positions: Positions, rows: int) -> None:
    """Grounds are left clear and letters grey, so that the page may be light or dark."""
    figure.update_layout(
        title={"text": html.escape(positions.topic)},
        template="none",
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"color": GREY, "size": 13},
        height=rows * ROW + MARGIN,
        margin={"l": 10, "r": 10, "t": MARGIN, "b": 40},
        legend={"orientation": "h", "y": -0.12},
        hoverlabel={"align": "left"},
    )
    figure.update_yaxes(automargin=True)
