"""Type on a page: runs of letters, and the printed lines that they make.

Knows: baselines, sizes, raised numbers. Does not know: pdfium, notes, paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

RAISED_SIZE = 0.8  # a raised number is smaller than this share of its line's size
RAISED_BY = 0.15  # and stands at least this share of that size above its baseline
COLUMN_GAP = 3.0  # type sizes between two stretches of different type that are no one line
_NUMBERS = re.compile(r"\s*[\[(]?\d{1,3}(?:\s*,\s*\d{1,3})*[\])]?[,\s]*")


@dataclass(frozen=True, slots=True)
class Run:
    """Letters in one font on one baseline; lengths in points (see `pdf_child`)."""

    text: str
    size: float
    bold: bool
    across: float
    start: float
    end: float
    angle: int


@dataclass(slots=True)
class Printed:
    """A printed line in the making. `note`: the footnote it belongs to; `opens`: it begins it."""

    page: int
    runs: list[Run] = field(default_factory=list)
    note: int | None = None
    opens: bool = False

    @property
    def main(self) -> Run:
        """The run that sets the line's size and baseline: the one with most letters."""
        return max(self.runs, key=lambda run: (len(run.text.strip()), run.size))

    def raised(self, run: Run) -> bool:
        """True for a small number that stands above the baseline."""
        main = self.main
        return (
            run.size < RAISED_SIZE * main.size
            and run.across > main.across + RAISED_BY * main.size
            and _NUMBERS.fullmatch(run.text) is not None
        )

    def raised_numbers(self) -> tuple[list[int], list[int]]:
        """The raised numbers that the line begins with, and those further on."""
        found = [(i, run) for i, run in enumerate(self.runs) if self.raised(run)]
        first = [n for i, run in found if i == 0 for n in numbers(run.text)]
        return first, [n for i, run in found if i for n in numbers(run.text)]

    def plain(self) -> str:
        """The line's text with all that is in it."""
        return "".join(run.text for run in self.runs).strip()


def numbers(text: str) -> list[int]:
    """The numbers in a raised run."""
    return [int(found) for found in re.findall(r"\d+", text)]


def assemble(runs: list[Run], page: int) -> list[Printed]:
    """Runs in stream order as lines: a run stays on the line when it goes on to the right of it."""
    lines: list[Printed] = []
    for run in runs:
        if lines and _beside(lines[-1], run):
            lines[-1].runs.append(run)
        elif run.text.strip():
            lines.append(Printed(page, [run]))
    return lines


def _beside(line: Printed, run: Run) -> bool:
    main, last = line.main, line.runs[-1]
    small, large = sorted((main.size, run.size))
    # other type beyond a wide gap is another column: an imprint beside a running foot
    unlike = run.bold != last.bold or small < 0.9 * large
    if unlike and run.start - last.end > COLUMN_GAP * large:
        return False
    return (
        run.angle == last.angle
        and abs(run.across - main.across) <= min(0.8 * small, 0.6 * large)
        and run.start >= last.end - 0.5 * large
    )
