"""A comparison of two runs for people (a table) and for programs (one JSON object).

Knows: how differences are laid out. Does not know: how they were tested.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from rich.table import Table

from eval.compare import CHANCE, Checked, Compared, Comparison

HEAD = ("figure", "A", "B", "A − B", "95 %", "p", "p Holm", "w/t/l", "n", "better")


def comparison_json(comparison: Comparison, checks: Sequence[Checked] = ()) -> dict[str, object]:
    """All figures; with `checks` also what the gate says."""
    told = asdict(comparison)
    for row, written in zip(comparison.rows, told["rows"], strict=True):
        written |= {"won": row.won, "tied": row.difference.equal, "lost": row.lost}
    if checks:
        told["gate"] = [asdict(check) for check in checks]
        told["passes"] = all(check.passing != "fails" for check in checks)
    return told


def comparison_table(comparison: Comparison) -> Table:
    """One row a headline; A is the first folder, B the second."""
    table = Table(title=title(comparison), title_justify="left", box=None, padding=(0, 1, 0, 0))
    shown = [at for at, column in enumerate(HEAD) if column != "p"]  # to stay within 80 columns
    for at in shown:
        table.add_column(HEAD[at], justify="right" if at else "left", no_wrap=at > 0)
    for row in comparison.rows:
        told = cells(row)
        table.add_row(*(told[at] for at in shown))
    return table


def gate_table(checks: Sequence[Checked]) -> Table:
    """One row a headline: fails, warns or holds, and why."""
    table = Table(title="gate", title_justify="left")
    for column in ("figure", "says", "why"):
        table.add_column(column)
    for check in checks:
        table.add_row(check.name, check.passing, check.why)
    return table


def title(comparison: Comparison) -> str:
    """What is held against what."""
    return f"{comparison.release}: A = {comparison.a}, B = {comparison.b}"


def note(comparison: Comparison) -> str:
    """How the table is to be read."""
    told = (
        "Over base questions, rewordings averaged first (n). w/t/l: won, tied and lost by A. "
        "Interval by bootstrap, p by swapping A and B within base questions; better: both say so, "
        "* after Holm too. ↓: lower is better."
    )
    return told if comparison.comparable else f"{told} A part of the release: not comparable."


def cells(row: Compared) -> tuple[str, ...]:
    """The row as text, in the order of HEAD."""
    found = row.difference
    name = f"{row.name} ↓" if row.lower_is_better else row.name
    return (
        name,
        number(found.a),
        number(found.b),
        number(found.value, signed=True),
        interval(found.low, found.high, signed=True),
        chance(found.p),
        chance(row.corrected),
        f"{row.won}/{found.equal}/{row.lost}",
        str(found.n),
        better(row),
    )


def better(row: Compared) -> str:
    """Which run is proved to be better; with a star where Holm's p is below 0.05 as well."""
    if row.proved is None:
        return "–"
    return f"{row.proved}*" if row.corrected is not None and row.corrected < CHANCE else row.proved


def number(value: float | None, *, signed: bool = False) -> str:
    """Three decimals; a dash for what there is none of."""
    if value is None:
        return "–"
    shown = round(value, 3) + 0.0  # no minus before a nought
    return f"{shown:+.3f}" if signed and shown else f"{shown:.3f}"


def interval(low: float | None, high: float | None, *, signed: bool = False) -> str:
    """Both ends, or nothing."""
    if low is None or high is None:
        return ""
    return f"{number(low, signed=signed)} to {number(high, signed=signed)}"


def chance(p: float | None) -> str:
    """A p-value; one too small to be told apart from 0 is not written as 0."""
    if p is None:
        return "–"
    return "<0.001" if p < 0.001 else f"{p:.3f}"
