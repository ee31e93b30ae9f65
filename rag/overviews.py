"""The nouns of what is told without a question: summary, positions, briefing.

Knows: their invariants. Does not know: how any of them is made or shown, outcomes
(`rag.outcomes.nouns`). Everything in them that
tells of a paper is a `Statement` with its citations; a line without one only names, counts, or says
that there is nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from index.nouns import Kind
from index.stance import Stance
from rag.nouns import Gap, Language, Statement

# a dossier is one file (a regulation, a subject) as it goes from meeting to meeting
SummaryOf = Literal["item", "document", "meeting", "dossier"]
# "unclear": that it stayed the same is not sure, or nothing is held
Turn = Literal["first", "same", "changed", "unclear"]


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
        return sum(len(each.text.split()) for each in self.statements)


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of an actor's position: when (ISO day), at which meeting, of what kind.

    `turn`: against the actor's stance at the meeting before. `document`, `item`: where it stands.
    `earlier`: it tells only what was held before that meeting. `file`: the title of its item where
    the topic is of several files. `before`: the sentence that it leans on.
    """

    statement: Statement
    date: str
    meeting: str
    document: str
    item: str
    kind: Stance
    turn: Turn
    earlier: bool = False
    file: str = ""
    before: Statement | None = None


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
class Source:
    """A paper that a briefing rests on, as its list of sources names it."""

    document: str
    name: str
    meeting_dates: tuple[str, ...]
    kamerstuk: str | None
    kind: Kind = "overig"


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
