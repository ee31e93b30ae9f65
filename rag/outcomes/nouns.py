"""The nouns of what came of a meeting: its agenda against its report, and the register.

Knows: their invariants. Does not know: how any of them is made or shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rag.nouns import Language, Statement

Sort = Literal["decision", "next_step", "promise"]
Outcome = Literal[
    "adopted", "general_approach", "political_agreement", "conclusions", "no_agreement",
    "debate", "postponed", "added", "moved", "step", "promise", "motion",
]  # fmt: skip
Move = Literal["kept", "moved", "added", "dropped"]
When = Literal["on", "by", "from", "in"]


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """An agenda item by name: its document, path and title."""

    document: str
    item: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Compared:
    """One subject of a meeting: what the agenda meant, what the report tells, and what came of it.

    `added`: only the report has it; `dropped`: the agenda had it and it was not dealt with;
    `moved`: it went to another meeting or section. With one paper alone every item is `kept`, and
    so is a report's list of results. `next_steps`: what was announced or promised there, which is
    no outcome yet. `line`: what is silent, said as such; empty where nothing is.
    """

    move: Move
    title: str
    agenda: ItemPlace | None
    report: ItemPlace | None
    intended: tuple[Statement, ...]
    said: tuple[Statement, ...]
    outcome: tuple[Statement, ...]
    line: str = ""
    next_steps: tuple[Statement, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError when the places do not go with the move."""
        nowhere = self.agenda is None and self.report is None
        wrong = {"added": self.agenda is not None, "dropped": self.agenda is None}
        if nowhere or wrong.get(self.move, False):
            raise ValueError(f"{self.move} does not go with {self.agenda} and {self.report}")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A meeting's annotated agenda against its report, item by item in the agenda's order."""

    meeting: str
    language: Language
    meeting_dates: tuple[str, ...]
    agendas: tuple[str, ...]
    reports: tuple[str, ...]
    items: tuple[Compared, ...]
    note: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Record:
    """A line of the register. `date`: ISO day, month or year at which something is to happen, and
    `when` how that is meant: on that day, by it, from it on, or in that month or year.

    `actor`: who decided, will do or promised it, as JSON carries actors ("Council" for the Raad).
    `before`: the sentence before it in its item, where it points back at that ("Lidstaten moeten
    dit uiterlijk in juni melden").
    """

    sort: Sort
    what: Outcome
    statement: Statement
    actor: str
    date: str | None
    meeting: str
    meeting_dates: tuple[str, ...]
    document: str
    item: str
    when: When = "in"
    before: Statement | None = None


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What one meeting decided, announced and promised; see `Record`."""

    language: Language
    records: tuple[Record, ...]
    note: str
    seconds: float
