"""What a system hands in to be scored: outlines, hits and answers, as the product prints them.

Knows: the JSON of `raadpleeg outline`, `search` and `ask`, and its files in a run's folder. Does
not know: who made them, nor what is right. Fields that no score needs are passed over.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from eval.json_lines import read_lines, read_object
from index.errors import RaadpleegError

STRUCTURE, RETRIEVAL, ANSWERS = "structure.json", "retrieval.jsonl", "answers.jsonl"
CANONICAL = "canonical.json"


@dataclass(frozen=True, slots=True)
class OutlineHead:
    """The metadata of an outline; None where the system found nothing."""

    kind: str | None
    meeting_dates: tuple[str, ...]
    place: str | None
    formality: str | None
    kamerstuk: str | None
    chamber: str | None
    letter_date: str | None
    presidency: str | None


@dataclass(frozen=True, slots=True)
class OutlineNote:
    """A footnote that an item calls."""

    number: int


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """An item as the system read it; `text` is its body, empty for a heading alone."""

    path: str
    section: str | None
    number: str | None
    title: str | None
    tag: str | None
    text: str
    notes: tuple[OutlineNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """One paper as the system read it."""

    document: OutlineHead
    items: tuple[OutlineItem, ...]


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage found; `text` is exactly the characters `start` to `end` of the document."""

    document: str
    item: str
    start: int
    end: int
    text: str

    @property
    def fault(self) -> str | None:
        """Why `text` cannot be the characters `start` to `end`, or None."""
        if 0 <= self.start <= self.end and len(self.text) == self.end - self.start:
            return None
        return f"a hit has {len(self.text)} characters but spans {self.start}..{self.end}"


@dataclass(frozen=True, slots=True)
class Found:
    """What a search for one question gave, best passage first."""

    id: str
    hits: tuple[FoundPassage, ...]


@dataclass(frozen=True, slots=True)
class GivenVoice:
    """An actor whose words a citation is said to report, and the kind of statement."""

    actor: str
    stance: str


@dataclass(frozen=True, slots=True)
class GivenCitation:
    """A citation; `quote` is the text cited. A system need not say whose words it reports."""

    document: str
    item: str
    start: int
    end: int
    quote: str
    voices: tuple[GivenVoice, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenStatement:
    """One statement of an answer."""

    text: str
    citations: tuple[GivenCitation, ...]


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """One answer; `not_found` is how a system abstains.

    `lead` and `note` are its own words around the statements, `seconds` from question to answer,
    `confidence` how sure it is (higher is surer); a system need not hand these in.
    """

    id: str
    status: Literal["answered", "not_found"]
    statements: tuple[GivenStatement, ...]
    lead: str = ""
    note: str = ""
    seconds: float | None = None
    confidence: float | None = None

    @property
    def citations(self) -> tuple[GivenCitation, ...]:
        """All citations, in order of the statements."""
        return tuple(c for statement in self.statements for c in statement.citations)

    @property
    def words(self) -> int:
        """Words of the statements, as a reader reads them (the lead above them is not counted)."""
        return sum(len(statement.text.split()) for statement in self.statements)


Kept = TypeVar("Kept", Found, GivenAnswer)


def load_outlines(file: Path, documents: Collection[str]) -> Mapping[str, Outline]:
    """Outlines by file name. A document of the release may lack; an unknown one is refused."""
    outlines = read_object(file, dict[str, Outline])
    if unknown := sorted(set(outlines) - set(documents)):
        raise RaadpleegError(f"{file}: document {unknown[0]} is not in the release")
    return outlines


def load_found(file: Path, ids: Collection[str]) -> Mapping[str, Found]:
    """Search results by question id; see `_by_id`. Refuses a hit that is no slice."""
    found = _by_id(file, Found, ids)
    for each in found.values():
        if why := next((hit.fault for hit in each.hits if hit.fault), None):
            raise RaadpleegError(f"{file}: {each.id}: {why}")
    return found


def load_answers(file: Path, ids: Collection[str]) -> Mapping[str, GivenAnswer]:
    """Answers by question id; see `_by_id`."""
    return _by_id(file, GivenAnswer, ids)


def load_canonical(file: Path) -> Mapping[str, str]:
    """The canonical text of each document, where the system handed it in; else nothing."""
    return read_object(file, dict[str, str]) if file.exists() else {}


def _by_id(file: Path, shape: type[Kept], ids: Collection[str]) -> Mapping[str, Kept]:
    """The lines of `file` by id. Refuses an id that is no question and an id given twice.

    A question without a line is no fault here: it is scored 0.
    """
    kept: dict[str, Kept] = {}
    for place, each in read_lines(file, shape):
        if each.id not in ids:
            raise RaadpleegError(f"{place}: {each.id} is no question of this release")
        if each.id in kept:
            raise RaadpleegError(f"{place}: {each.id} was given before")
        kept[each.id] = each
    return kept
