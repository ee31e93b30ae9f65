"""The nouns of the house: what a paper, an agenda item, a passage and a hit are.

Knows: the invariants of each noun. Does not know: files, models, the library on disk.
After `index.read` has written a document's text, everything below it is a slice of that text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["verslag", "geannoteerde agenda", "brief", "overig"]
KINDS: tuple[Kind, ...] = ("verslag", "geannoteerde agenda", "brief", "overig")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` up to, not including, `end` of a document's canonical text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span must have 0 <= start <= end, not {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """True when `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of `text` that this span names; raises ValueError past its end."""
        if self.end > len(text):
            raise ValueError(f"span {self.start}..{self.end} lies outside a text of {len(text)}")
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number, where its text stands (`span`), and where it is called (`call`)."""

    number: int
    span: Span
    call: int | None


@dataclass(frozen=True, slots=True)
class Document:
    """One paper. `text` is the canonical text; `page_starts[i]` is where page i + 1 begins."""

    id: str
    file: str
    kind: Kind
    title: str | None
    meeting_dates: tuple[str, ...]
    place: str | None
    formality: str | None
    title_says: str | None
    kamerstuk: str | None
    chamber: str | None
    letter_date: str | None
    presidency: str | None
    text: str
    page_starts: tuple[int, ...] | None

    def page(self, position: int) -> int | None:
        """The page (from 1) on which character `position` stands; None without pages."""
        if self.page_starts is None:
            return None
        return sum(1 for start in self.page_starts if start <= position) or 1


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One agenda item (or letter topic, or heading) of a document; `path` is unique in it.

    `span` covers the body, without heading and tag; it is empty for a heading without a body.
    """

    path: str
    section: str | None
    number: str | None
    title: str | None
    tag: str | None
    span: Span
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of one agenda item (or of one of its notes), the unit that search returns.

    `id` is `<document id>#<start>-<end>`: stable as long as the document's text is. `actors`:
    whose words its sentences report.
    """

    id: str
    document: str
    item: str
    span: Span
    note: int | None = None
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question. `score`: higher is better. `rank` counts from 1."""

    passage: Passage
    score: float
    rank: int


def passage_id(document: str, span: Span) -> str:
    """The id of the passage `span` of `document`."""
    return f"{document}#{span.start}-{span.end}"


def ranked(scored: Iterator[tuple[Passage, float]] | list[tuple[Passage, float]]) -> list[Hit]:
    """Hits in falling score; equal scores stand in order of passage id, whatever came in first."""
    ordered = sorted(scored, key=lambda pair: (-pair[1], pair[0].id))
    return [Hit(passage, score, rank) for rank, (passage, score) in enumerate(ordered, start=1)]
