"""The nouns of what is told without a question: summary, positions, comparison, register, briefing.

Knows: their invariants. Does not know: how any of them is made or shown. Everything in them that
tells of a paper is a `Statement` with its citations; a line without one only names, counts, or says
that there is nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from index.stance import Stance
from rag.nouns import Gap, Language, Statement

# a dossier is one file (a regulation, a subject) as it goes from meeting to meeting
SummaryOf = Literal["item", "document", "meeting", "dossier"]
Sort = Literal["decision", "next_step", "promise"]
Outcome = Literal[
    "adopted", "general_approach", "political_agreement", "conclusions", "no_agreement",
    "debate", "postponed", "step", "promise", "motion",
]  # fmt: skip
Move = Literal["kept", "moved", "added", "dropped"]
Turn = Literal["first", "same", "changed"]


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with the statements under it; `document` and `item` where it is of one item.

    `line`: what stands there when there is nothing to quote ("dit punt is vervallen", "no text").
    """

    heading: str
    statements: tuple[Statement, ...]
    document: str | None = None
    item: str | None = None
    line: str = ""


@dataclass(frozen=True, slots=True)
class Making:
    """Who wrote an overview, and how that went: as `Answer` has it."""

    writer: str
    dropped: int = 0
    repaired: int = 0
    seconds: float = 0.0
    ai_generated: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What an item, a paper, a meeting or a dossier comes to, part by part, in reading order."""

    of: SummaryOf
    title: str
    language: Language
    meeting_dates: tuple[str, ...]
    documents: tuple[str, ...]
    parts: tuple[Part, ...]
    note: str
    made: Making

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, in order."""
        return tuple(s for part in self.parts for s in part.statements)

    @property
    def words(self) -> int:
        """How many words the statements have."""
        return sum(len(statement.text.split()) for statement in self.statements)


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of an actor's position: when (ISO day), at which meeting, of what kind.

    `turn`: against the actor's stance at the meeting before. `document`, `item`: where it stands.
    """

    statement: Statement
    date: str
    meeting: str
    document: str
    item: str
    kind: Stance
    turn: Turn


@dataclass(frozen=True, slots=True)
class Shift:
    """Where an actor's stance changed: from one paper to a later one, and how."""

    from_document: str
    to_document: str
    from_kind: Stance
    to_kind: Stance
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """One actor's position on a dossier over time; `gaps`: meetings that discuss it without him."""

    actor: str
    steps: tuple[Step, ...]
    shifts: tuple[Shift, ...]
    gaps: tuple[Gap, ...]

    def __post_init__(self) -> None:
        """Raises ValueError when the steps are not in order of date."""
        if any(one.date > other.date for one, other in pairwise(self.steps)):
            raise ValueError(f"the steps of {self.actor} are not in order of date")


@dataclass(frozen=True, slots=True)
class Positions:
    """One actor's position on a topic, or two side by side.

    `near`: subjects that the library does hold, where it holds nothing on the topic.
    """

    topic: str
    language: Language
    sides: tuple[Side, ...]
    near: tuple[str, ...]
    note: str
    seconds: float


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """An agenda item by name: its document, path and title."""

    document: str
    item: str
    title: str | None


@dataclass(frozen=True, slots=True)
class Compared:
    """One subject of a meeting: what the agenda meant, what the report tells, and what came of it.

    `added`: only the report has it; `dropped`: only the agenda; `moved`: it went to another meeting
    or section. `line`: what is silent, said as such; empty where nothing is.
    """

    move: Move
    title: str
    agenda: ItemPlace | None
    report: ItemPlace | None
    intended: tuple[Statement, ...]
    said: tuple[Statement, ...]
    outcome: tuple[Statement, ...]
    line: str = ""

    def __post_init__(self) -> None:
        """Raises ValueError when the places do not go with the move."""
        if (self.agenda is None and self.report is None) or (
            (self.move == "added") != (self.agenda is None)
        ):
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
class Outcomes:
    """What one meeting decided, announced and promised; see `Record`."""

    language: Language
    records: tuple[Record, ...]
    note: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Record:
    """A line of the register. `date`: ISO day, month or year by which something is to happen.

    `actor`: who decided, will do or promised it, as JSON carries actors ("Council" for the Raad).
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


@dataclass(frozen=True, slots=True)
class Source:
    """A paper that a briefing rests on, as its list of sources names it."""

    document: str
    name: str
    meeting_dates: tuple[str, ...]
    kamerstuk: str | None


@dataclass(frozen=True, slots=True)
class Brief:
    """A briefing: parts in order, each statement with its footnote, and the list of sources."""

    topic: str
    language: Language
    title: str
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]
    note: str
    made: Making

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, in the order of their footnotes."""
        return tuple(s for part in self.parts for s in part.statements)
