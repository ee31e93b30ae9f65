"""Two runs of the same release against each other, figure by figure, and whether one may pass.

Knows: which figures are tested, that rewordings of a question are one case, when a drop is too
large. Does not know: files' forms, how a figure is measured, how a comparison is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eval.gold import Release
from eval.handed_in import ANSWERS
from eval.headlines import HEADLINES, Headline, by_cluster
from eval.judged import Judged, Run, judge
from eval.paired import Difference, Pair, holm, paired
from index.errors import RaadpleegError

CHANCE = 0.05  # a p below it is held for more than chance
DROP = 0.03  # of a figure from -1 or 0 to 1: a larger loss is not let through unproved
Passing = Literal["fails", "warns", "holds"]


@dataclass(frozen=True, slots=True)
class Compared:
    """One headline in both runs; `corrected`: its p after Holm's correction over the headlines.

    won, tied, lost: base questions where A is better, equal, worse, whichever way is better.
    """

    name: str
    lower_is_better: bool
    difference: Difference
    corrected: float | None

    @property
    def won(self) -> int:
        """Base questions where A is better."""
        return self.difference.lower if self.lower_is_better else self.difference.higher

    @property
    def lost(self) -> int:
        """Base questions where A is worse."""
        return self.difference.higher if self.lower_is_better else self.difference.lower

    @property
    def gain(self) -> float | None:
        """A minus B, counted so that more is better."""
        value = self.difference.value
        return -value if value is not None and self.lower_is_better else value

    @property
    def proved(self) -> Literal["A", "B"] | None:
        """Which run is better: the interval lies on its side, and p is below 0.05.

        Both, for each fails where few base questions differ: a bootstrap over three of them draws
        no interval that can be trusted, and p says nothing of the size.
        """
        found = self.difference
        if found.low is None or found.high is None or found.p is None or found.p >= CHANCE:
            return None
        if found.low > 0:
            return "B" if self.lower_is_better else "A"
        if found.high < 0:
            return "A" if self.lower_is_better else "B"
        return None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Run `a` against run `b`; `remarks` say what stands in the way of reading it."""

    release: str
    comparable: bool
    a: str
    b: str
    rows: tuple[Compared, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What the gate says of one headline, and why in words."""

    name: str
    passing: Passing
    why: str


def compare(release: Release, part: Release, a: Path, b: Path) -> Comparison:
    """The runs in the folders `a` and `b` on the questions of `part`; see `compare_runs`.

    Raises RaadpleegError when the folders hold no files of the same kind, or a file is broken.
    """
    comparison = compare_runs(part, judge(release, part, a), judge(release, part, b))
    if not comparison.rows:
        raise RaadpleegError(f"{a} and {b}: have no file in common; both need {ANSWERS}")
    return comparison


def compare_runs(part: Release, a: Run, b: Run) -> Comparison:
    """Two runs on the questions of `part`; what a run has no line for counts as failed in it."""
    remarks = tuple(line for run in (a, b) for line in _lacking(run, part))
    rows = compared(a.judged, b.judged)
    return Comparison(part.name, part.whole, a.name, b.name, rows, remarks)


def compared(a: Mapping[str, Judged], b: Mapping[str, Judged]) -> tuple[Compared, ...]:
    """Every headline that both sides tell something of, over the base questions of both."""
    found: list[tuple[Headline, Difference]] = []
    for headline in HEADLINES:
        one, other = by_cluster(headline, a), by_cluster(headline, b)
        pairs = [Pair(one[base], other[base]) for base in one if base in other]
        if pairs:
            found.append((headline, paired(pairs)))
    corrected = holm([difference.p for _, difference in found])
    return tuple(
        Compared(headline.name, headline.lower_is_better, difference, p)
        for (headline, difference), p in zip(found, corrected, strict=True)
    )


def gate(comparison: Comparison, drop: float = DROP) -> tuple[Checked, ...]:
    """Whether run A may take the place of run B, headline by headline.

    It fails where B is proved to be better (see `Compared.proved`), or where more than `drop` is
    lost; it warns where less is lost, and where the two cannot be held against each other.
    """
    return tuple(_checked(row, drop) for row in comparison.rows)


def _checked(row: Compared, drop: float) -> Checked:
    if row.gain is None:
        return Checked(row.name, "warns", "one of the runs has no case")
    if row.proved == "B":
        return Checked(row.name, "fails", f"worse by {-row.gain:.3f}, beyond chance")
    # 0.03 lost of 0.80 is not more than 0.03, whatever the last bit says
    if -row.gain > drop + 1e-9:
        return Checked(row.name, "fails", f"worse by {-row.gain:.3f}, more than {drop:g}")
    if row.gain < 0:
        return Checked(row.name, "warns", f"worse by {-row.gain:.3f}, within chance and {drop:g}")
    return Checked(row.name, "holds", f"better by {row.gain:.3f}" if row.gain else "equal")


def _lacking(run: Run, part: Release) -> Iterator[str]:
    asked = len(part.everything)
    if run.missing:
        yield f"{run.name}: {run.missing} of {asked} questions have no answer and count as failed"
    if run.found is not None:
        lacking = sum(not q.must_abstain and q.id not in run.found for q in part.everything)
        if lacking:
            yield f"{run.name}: {lacking} questions were not searched for and count as failed"
