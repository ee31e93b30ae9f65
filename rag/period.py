"""A stretch of time, and where a question names one.

Knows: ISO months and days. Does not know: the words that name them (`rag.times`).
"""

from __future__ import annotations

from dataclasses import dataclass

FIRST, LAST = "0000-01", "9999-12"


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both included; `label` as the reader wrote it.

    Both are ISO months ("2024-06"), or days where a meeting is meant. One whose `first` comes
    after its `last` holds no day: a meeting that the library has nothing of.
    """

    label: str
    first: str
    last: str

    def holds(self, day: str) -> bool:
        """True for an ISO date within the period."""
        return self.first <= day[: len(self.first)] and day[: len(self.last)] <= self.last

    @property
    def value(self) -> str:
        """One ISO string: "2024-06", "2022-01/2024-12", "2022-01/..", "../2023-06"."""
        if self.first == self.last:
            return self.first
        first = ".." if self.first == FIRST else self.first
        return f"{first}/{'..' if self.last == LAST else self.last}"


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a question names a period. The words of a presidency that acts are not part of it."""

    start: int
    end: int
    period: Period


def shifted(month: str, months: int) -> str:
    """The month so many months after: ("2023-12", 1) is "2024-01"."""
    count = int(month[:4]) * 12 + int(month[5:]) - 1 + months
    return f"{count // 12}-{count % 12 + 1:02d}"
