"""Gold that names sentences by place and digest instead of by their words.

Knows: its files, and how a sentence of a paper at hand is found by its digest. Does not know:
scores. Papers that may not be shipped are labelled so: not a word of them stands here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import Field

from eval.actor_labels import digest
from eval.gold import GoldQuote, Lang
from eval.gold_summaries import (
    ITEMS,
    MEETINGS,
    POSITIONS,
    REGISTER,
    Change,
    Entry,
    ItemSummary,
    MeetingSummary,
    Place,
    PositionOverTime,
    Sort,
    Stance,
    Step,
    SummaryGold,
    SummaryNugget,
)
from eval.json_lines import read_lines
from index.errors import RaadpleegError
from index.library import Library
from index.sentences import sentences

Or = Field(alias="or")


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence by its paper, unit and digest."""

    document: str
    unit: str
    sha: str


@dataclass(frozen=True, slots=True)
class PlacedStep(Placed):
    """A gold step; `also` is a second stance that fits as well."""

    stance: Stance
    also: Annotated[Stance | None, Or] = None


@dataclass(frozen=True, slots=True)
class PlacedPosition:
    """As PositionOverTime."""

    id: str
    actor: str
    topic: Mapping[Lang, str]
    steps: tuple[PlacedStep, ...]
    changes: tuple[Change, ...]
    silent: tuple[str, ...]
    tolerated: tuple[Placed, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedEntry(Placed):
    """As Entry."""

    sort: Sort
    what: str
    actor: str | None
    date: str | None
    also: Sort | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence of the paper that a summary is of."""

    unit: str
    sha: str


@dataclass(frozen=True, slots=True)
class PlacedNugget(Telling):
    """What a summary must hold, in words of the annotator's own; `others` tell the same."""

    text: str
    others: Annotated[tuple[Telling, ...], Or] = ()


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """As ItemSummary: `okay` sentences may be in a summary and need not."""

    id: str
    document: str
    unit: str
    vital: tuple[PlacedNugget, ...]
    okay: tuple[Telling, ...] = ()


@dataclass(frozen=True, slots=True)
class PlacedMeeting:
    """As MeetingSummary; its sentences are of the first of the papers."""

    id: str
    documents: tuple[str, ...]
    vital: tuple[PlacedNugget, ...]
    okay: tuple[Telling, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of papers by document and digest: of their items and of the notes of these."""

    held: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, library: Library) -> Sentences:
        """Those of every paper of the library."""
        held: dict[tuple[str, str], str] = {}
        for entry in library.documents():
            text = library.document(entry.id).text
            for item in library.items(entry.id):
                spans = [item.span, *(note.span for note in item.notes)]
                for span in (each for outer in spans for each in sentences(text, outer)):
                    held.setdefault((entry.id, digest(span.of(text))), span.of(text))
        return cls(held)

    def text(self, place: str, document: str, sha: str) -> str:
        """The words of a sentence; RaadpleegError, naming `place`, when the paper has none such."""
        found = self.held.get((document, sha))
        if found is None:
            raise RaadpleegError(f"{place}: {document} has no sentence {sha}; label it again")
        return found

    def place(self, place: str, document: str, sentence: Telling) -> Place:
        """The unit with the sentence as the one key that tells."""
        return Place(sentence.unit, (self.text(place, document, sentence.sha),))

    def nuggets(
        self, place: str, document: str, summary: PlacedItem | PlacedMeeting
    ) -> tuple[SummaryNugget, ...]:
        """Each label as a nugget whose key is the whole sentence; the okay ones are not vital."""
        made = []
        for each in summary.vital:
            own = self.place(place, document, each)
            others = tuple(self.place(place, document, other) for other in each.others)
            told = each.text, each.text, True, own.key, own.unit
            made.append(SummaryNugget(*told, document, others))
        for other in summary.okay:
            own = self.place(place, document, other)
            made.append(SummaryNugget("", "", False, own.key, own.unit, document))
        return tuple(made)

    def quote(self, place: str, label: Placed) -> GoldQuote:
        """The sentence that a label names."""
        return GoldQuote(label.document, label.unit, self.text(place, label.document, label.sha))


def read_placed(folder: Path, known: Sentences) -> SummaryGold:
    """The labels in `folder` as gold with words.

    Raises RaadpleegError naming file and line for a label that no paper of `known` holds.
    """
    return SummaryGold(
        tuple(_items(folder, known)),
        tuple(_meetings(folder, known)),
        tuple(_positions(folder, known)),
        tuple(_register(folder, known)),
    )


def _items(folder: Path, known: Sentences) -> Iterator[tuple[str, ItemSummary]]:
    for place, each in read_lines(folder / ITEMS, PlacedItem, optional=True):
        nuggets = known.nuggets(place, each.document, each)
        yield place, ItemSummary(each.id, each.document, each.unit, nuggets, ())


def _meetings(folder: Path, known: Sentences) -> Iterator[tuple[str, MeetingSummary]]:
    for place, each in read_lines(folder / MEETINGS, PlacedMeeting, optional=True):
        nuggets = known.nuggets(place, each.documents[0], each)
        yield place, MeetingSummary(each.id, each.documents, nuggets)


def _positions(folder: Path, known: Sentences) -> Iterator[tuple[str, PositionOverTime]]:
    for place, each in read_lines(folder / POSITIONS, PlacedPosition, optional=True):
        steps = tuple(
            Step(s.document, s.unit, known.text(place, s.document, s.sha), s.stance, s.also)
            for s in each.steps
        )
        spared = tuple(known.quote(place, each) for each in each.tolerated)
        made = each.id, each.actor, each.topic, steps, each.changes, each.silent, spared
        yield place, PositionOverTime(*made)


def _register(folder: Path, known: Sentences) -> Iterator[tuple[str, Entry]]:
    for place, e in read_lines(folder / REGISTER, PlacedEntry, optional=True):
        quote = known.text(place, e.document, e.sha)
        told = e.sort, e.what, e.actor, e.date, e.also, e.optional
        yield place, Entry(e.document, e.unit, quote, *told)
