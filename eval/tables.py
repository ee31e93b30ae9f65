"""A scorecard for people (tables) and for programs (one JSON object).

Knows: how figures are laid out. Does not know: how they were measured.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Literal

from rich.table import Table

from eval.intervals import Figure
from eval.scorecard import Group, Scorecard, Section

_WIDE = ("questions", "twins", "language nl", "language en")  # groups shown with intervals
_UNBROKEN = ("group", "of", "value", "95 %", "n")  # columns that wrapping would make unreadable
_BRIEF = 4  # figures shown of every other group


def as_json(card: Scorecard) -> dict[str, object]:
    """The whole scorecard with all figures; remarks included."""
    return asdict(card)


def as_tables(card: Scorecard) -> Iterator[Table]:
    """For each section the figures over everything, by group, and of small groups in brief."""
    for section in card.sections:
        for title, head, rows in grids(section):
            table = Table(title=f"{card.release}: {title}", title_justify="left")
            for at, column in enumerate(head):
                justify: Literal["left", "right"] = "left" if at == 0 else "right"
                table.add_column(column, justify=justify, no_wrap=column in _UNBROKEN)
            for row in rows:
                table.add_row(*row)
            yield table


def as_markdown(card: Scorecard) -> str:
    """The same tables and every remark, for a file."""
    lines = [f"# {card.release}", "", note(card), ""]
    for section in card.sections:
        for title, head, rows in grids(section):
            lines += [f"## {title}", "", _bar(head), _bar(["---"] * len(head))]
            lines += [*(_bar(row) for row in rows), ""]
        if section.remarks:
            lines += [f"## {section.name}, one by one", ""]
            lines += [*(f"- {remark}" for remark in section.remarks), ""]
    return "\n".join(lines)


def note(card: Scorecard) -> str:
    """How the figures are to be read."""
    told = "Value, 95 % interval and number of cases; a dash where there was no case."
    return told if card.comparable else f"{told} A part of the release: not comparable."


Grid = tuple[str, list[str], list[list[str]]]


def grids(section: Section) -> Iterator[Grid]:
    """The tables of a section as title, head and rows of text."""
    if section.figures:
        rows = [[figure.name, *_full(figure)] for figure in section.figures]
        yield section.name, ["figure", "value", "95 %", "n"], rows
    wide = [group for group in section.groups if group.name in _WIDE]
    brief = [group for group in section.groups if group.name not in _WIDE]
    if wide:
        yield f"{section.name} by group", ["figure", "of", "value", "95 %", "n"], _beside(wide)
    if brief:
        yield f"{section.name} in detail", *_brief(brief)


def _beside(groups: Sequence[Group]) -> list[list[str]]:
    """Figure by figure, the groups below each other."""
    rows = []
    for figures in zip(*(group.figures for group in groups), strict=True):
        for group, figure in zip(groups, figures, strict=True):
            first = figure.name if group is groups[0] else ""
            rows.append([first, group.name, *_full(figure)])
    return rows


def _brief(groups: Sequence[Group]) -> tuple[list[str], list[list[str]]]:
    head = ["group", *(figure.name for figure in groups[0].figures[:_BRIEF])]
    rows = [
        [group.name, *(_small(figure) for figure in group.figures[:_BRIEF])] for group in groups
    ]
    return head, rows


def _full(figure: Figure) -> tuple[str, str, str]:
    return _number(figure.value), _interval(figure), str(figure.n)


def _small(figure: Figure) -> str:
    return "–" if figure.value is None else f"{_number(figure.value)} n {figure.n}"


def _interval(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return f"({_number(figure.low)} to {_number(figure.high)})"


def _number(value: float | None) -> str:
    """Three decimals for what lies within -1..1, one for counts of words."""
    if value is None:
        return "–"
    return f"{value:.3f}" if abs(value) <= 1 else f"{value:.1f}"


def _bar(cells: Sequence[str]) -> str:
    """One row of a Markdown table."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
