"""Everything that a report tells: the run, other systems beside it, the run before, their figures.

Knows: which folders are read. Does not know: HTML.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from eval.compare import Comparison, compare_runs
from eval.gold import Release
from eval.headlines import headline_figures
from eval.intervals import Figure
from eval.judged import beside
from eval.report.looked import RunLooked, look_at
from eval.score import score_folder
from eval.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Gathered:
    """`run` is reported; `systems` lie in folders within its own; `before` is the baseline."""

    release: Release
    part: Release
    run: RunLooked
    systems: tuple[RunLooked, ...]
    before: RunLooked | None
    comparison: Comparison | None
    card: Scorecard

    @property
    def runs(self) -> tuple[RunLooked, ...]:
        """The run, the baseline, the other systems."""
        return (self.run, *((self.before,) if self.before else ()), *self.systems)

    def name(self, run: RunLooked) -> str:
        """What a run is called in tables and pictures."""
        if run is self.run:
            return "this run"
        return "baseline" if run is self.before else run.name

    def headlines(self, run: RunLooked) -> tuple[Figure, ...]:
        """The headline figures of a run."""
        return headline_figures(run.run.judged)


def gather(release: Release, part: Release, folder: Path, baseline: Path | None) -> Gathered:
    """Reads and scores the run in `folder`, the systems within it, and the run in `baseline`.

    Raises RaadpleegError when a folder holds no run or a file is broken.
    """
    run = look_at(release, part, folder)
    before = None if baseline is None else look_at(release, part, baseline)
    return Gathered(
        release,
        part,
        run,
        tuple(
            look_at(release, part, within)
            for within in beside(folder)
            if baseline is None or within.resolve() != baseline.resolve()
        ),
        before,
        None if before is None else compare_runs(part, run.run, before.run),
        score_folder(release, part, folder),
    )
