"""How far a judge's grades agree with those that people gave the same answers.

Knows: Cohen's kappa, its interval, when agreement is known well enough to tell a score. Does not
know: files, servers, runs.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.intervals import LEVEL, Figure, ratio
from eval.judge.labels import LabelSheet
from eval.judge.sheets import GRADES, Grades, SheetKind

LEAST_LABELS = 30  # below it no agreement is known, and no score told
LEAST_KAPPA = 0.6  # below it the judge does not read as people do
_SEED = 20240613
_DRAWS = 5000

Table = list[list[int]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far judge and people agree on one kind of sheet, over `n` labels on `sheets` sheets.

    `kappa` is Cohen's with linear weights, None where chance alone would agree wholly; `exact` the
    share of equal grades. Intervals are drawn over sheets, since labels of one are no independent
    cases. `ungraded` labels are those to which the judge gave no grade; they are in no figure.
    """

    kind: SheetKind
    n: int
    sheets: int
    ungraded: int
    kappa: Figure
    exact: Figure

    @property
    def doubt(self) -> str | None:
        """Why no score may be told; None where one may."""
        if self.n < LEAST_LABELS:
            few = f"{self.n} of at least {LEAST_LABELS} labels"
            return f"agreement with human labels is not known ({few})"
        if self.kappa.value is None:
            return "agreement with human labels is not known (all grades alike)"
        if self.kappa.value < LEAST_KAPPA:
            little = f"kappa {self.kappa.value:.2f}, at least {LEAST_KAPPA:.2f}"
            return f"agreement with human labels is too little ({little})"
        return None


def agreement(kind: SheetKind, pairs: Sequence[tuple[LabelSheet, Grades | None]]) -> Agreement:
    """Human grades of sheets of `kind` held against the judge's; None where it gave no grade."""
    graded = [(human.human, judge) for human, judge in pairs if judge is not None]
    lacking = sum(len(human.human) for human, judge in pairs if judge is None)
    tables = [_table(kind, human, judge) for human, judge in graded]
    equal = [float(sum(table[i][i] for i in range(len(table)))) for table in tables]
    counts = [float(sum(map(sum, table))) for table in tables]
    exact = ratio("equal grades", equal, counts)
    kappa = Figure("kappa", weighted_kappa(_sum(tables)), len(tables), *_interval(tables))
    return Agreement(kind, int(sum(counts)), len(tables), lacking, kappa, exact)


def weighted_kappa(table: Sequence[Sequence[int]]) -> float | None:
    """1 - (sum of w · seen) / (sum of w · by chance), w the distance of the grades.

    `table` counts labels by human (row) and judge (column) grade, in order of the grades; by
    chance is row total · column total / n. None when n is 0 or both sides gave one same grade only.
    """
    n = sum(map(sum, table))
    rows = [sum(row) for row in table]
    columns = [sum(column) for column in zip(*table, strict=True)]
    places = [(i, j) for i in range(len(rows)) for j in range(len(columns))]
    by_chance = sum(abs(i - j) * rows[i] * columns[j] for i, j in places)
    if not by_chance:
        return None
    seen = sum(abs(i - j) * table[i][j] for i, j in places) * n
    return 1 - float(seen / by_chance)


def _table(kind: SheetKind, human: Grades, judge: Mapping[str, str]) -> Table:
    """How often each human grade (row) met each of the judge's (column)."""
    order = GRADES[kind]
    table = [[0] * len(order) for _ in order]
    for entry, grade in human.items():
        table[order.index(grade)][order.index(judge[entry])] += 1
    return table


def _sum(tables: Sequence[Table]) -> Table:
    return [[sum(cells) for cells in zip(*rows, strict=True)] for rows in zip(*tables, strict=True)]


def _interval(tables: Sequence[Table]) -> tuple[float | None, float | None]:
    """The middle 95 % of kappa over sheets drawn with replacement; None for a single sheet."""
    import numpy as np

    if len(tables) < 2:
        return None, None
    cells = np.asarray(tables, dtype=np.float64)
    size = cells.shape[1]
    drawn = np.random.default_rng(_SEED).integers(0, len(tables), size=(_DRAWS, len(tables)))
    summed = np.stack([cells[each].sum(axis=0) for each in drawn])
    weights = np.abs(np.subtract.outer(np.arange(size), np.arange(size)))
    rows, columns = summed.sum(axis=2), summed.sum(axis=1)
    chance = (weights * rows[:, :, None] * columns[:, None, :]).sum(axis=(1, 2))
    seen = (weights * summed).sum(axis=(1, 2)) * summed.sum(axis=(1, 2))
    kappas = 1 - seen[chance > 0] / chance[chance > 0]
    if not len(kappas):
        return None, None
    low, high = np.quantile(kappas, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)
