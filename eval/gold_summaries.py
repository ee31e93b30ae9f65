"""The gold of summaries, of positions over time, and of what a report decides and promises.

Knows: their fields and the files they stand in. Does not know: systems, scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eval.gold import GoldQuote, Lang
from eval.json_lines import read_lines

ITEMS, MEETINGS = "item_summaries.jsonl", "meeting_summaries.jsonl"
POSITIONS, REGISTER = "positions.jsonl", "register.jsonl"

Stance = Literal[
    "support",
    "conditional",
    "reservation",
    "opposition",
    "abstention",
    "call",
    "question",
    "announcement",
    "fact",
]

Sort = Literal["decision", "next_step", "promise"]


@dataclass(frozen=True, slots=True)
class Place:
    """Another unit of the same paper that tells a nugget, with the words that prove it."""

    unit: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SummaryNugget:
    """A fact of a summary; one of `key` stands in `unit` and in a right extracted summary.

    `document` is None where the summary is of one paper's item.
    """

    text: str
    nl: str
    vital: bool
    key: tuple[str, ...]
    unit: str
    document: str | None = None
    elsewhere: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemSummary:
    """What a summary of one agenda item must say, and who speaks in it."""

    id: str
    document: str
    unit: str
    nuggets: tuple[SummaryNugget, ...]
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeetingSummary:
    """What a summary of a whole paper, or the papers of one meeting, must say."""

    id: str
    documents: tuple[str, ...]
    nuggets: tuple[SummaryNugget, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence that states the actor's position; `also` is a second stance that fits as well."""

    document: str
    unit: str
    quote: str
    stance: Stance
    also: Stance | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Between which two papers the position really changed."""

    from_document: str
    to_document: str
    text: str


@dataclass(frozen=True, slots=True)
class PositionOverTime:
    """Every position of one actor on one topic; `silent` papers discuss the topic without it.

    A `tolerated` sentence need not be shown and is no fault when it is.
    """

    id: str
    actor: str
    topic: Mapping[Lang, str]
    steps: tuple[Step, ...]
    changes: tuple[Change, ...]
    silent: tuple[str, ...]
    tolerated: tuple[GoldQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One outcome, next step or promise of a report; `date` is an ISO month or day.

    `also` is a second sort that fits as well; an `optional` one need not be found.
    """

    document: str
    unit: str
    quote: str
    sort: Sort
    what: str
    actor: str | None
    date: str | None
    also: Sort | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class SummaryGold:
    """All of it, each with the place (file:line) it was read from."""

    items: tuple[tuple[str, ItemSummary], ...]
    meetings: tuple[tuple[str, MeetingSummary], ...]
    positions: tuple[tuple[str, PositionOverTime], ...]
    register: tuple[tuple[str, Entry], ...]

    def ids(self) -> Iterator[tuple[str, str]]:
        """Place and id of all that has one."""
        yield from ((place, item.id) for place, item in self.items)
        yield from ((place, meeting.id) for place, meeting in self.meetings)
        yield from ((place, position.id) for place, position in self.positions)

    def summaries(self) -> Iterator[tuple[str, tuple[SummaryNugget, ...]]]:
        """Place and nuggets of each summary."""
        yield from ((place, item.nuggets) for place, item in self.items)
        yield from ((place, meeting.nuggets) for place, meeting in self.meetings)

    def quoted(self) -> Iterator[tuple[str, str, str, str]]:
        """Place, document, unit and verbatim quote of positions and register."""
        for place, position in self.positions:
            for step in position.steps:
                yield place, step.document, step.unit, step.quote
            for quote in position.tolerated:
                yield place, quote.document, quote.unit, quote.quote
        for place, entry in self.register:
            yield place, entry.document, entry.unit, entry.quote

    def told(self) -> Iterator[tuple[str, str, SummaryNugget]]:
        """Place, document and nugget of the summaries."""
        for place, item in self.items:
            for nugget in item.nuggets:
                yield place, nugget.document or item.document, nugget
        for place, meeting in self.meetings:
            for nugget in meeting.nuggets:
                yield place, nugget.document or meeting.documents[0], nugget


def read_summaries(folder: Path) -> SummaryGold:
    """The gold of the release in `folder`; files may be absent. Raises as `read_lines` does."""
    return SummaryGold(
        tuple(read_lines(folder / ITEMS, ItemSummary, optional=True)),
        tuple(read_lines(folder / MEETINGS, MeetingSummary, optional=True)),
        tuple(read_lines(folder / POSITIONS, PositionOverTime, optional=True)),
        tuple(read_lines(folder / REGISTER, Entry, optional=True)),
    )
