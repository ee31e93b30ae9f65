"""What a reader of the report sees of an answer and of a hit, beyond what their scores need.

Knows: the fields of the product's JSON that are shown. Does not know: gold, scores, HTML. Another
system may leave all of these fields out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar

from eval.handed_in import ANSWERS, CANONICAL, RETRIEVAL, load_canonical
from eval.json_lines import read_lines


@dataclass(frozen=True, slots=True)
class SeenCitation:
    """A citation with its heading, meeting days (ISO) and page, where they are told."""

    document: str
    item: str
    start: int
    end: int
    quote: str
    title: str | None = None
    meeting_dates: tuple[str, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class SeenStatement:
    """A sentence of an answer and whose position it is."""

    text: str
    citations: tuple[SeenCitation, ...]
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class SeenHit:
    """A passage found, with its heading and its meeting days (ISO)."""

    document: str
    item: str
    start: int
    end: int
    text: str
    title: str | None = None
    meeting_dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenAnswer:
    """An answer as it is read; `seconds`: how long it took, `hits`: what was found for it."""

    id: str
    status: Literal["answered", "not_found"]
    statements: tuple[SeenStatement, ...]
    lead: str | None = None
    note: str | None = None
    seconds: float | None = None
    hits: tuple[SeenHit, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenFound:
    """The passages found for one question, best first."""

    id: str
    hits: tuple[SeenHit, ...]


@dataclass(frozen=True, slots=True)
class Seen:
    """All that a run's folder shows, by question; empty where a file is not there."""

    answers: Mapping[str, SeenAnswer]
    found: Mapping[str, SeenFound]
    canonical: Mapping[str, str]

    def hits(self, id_: str) -> tuple[SeenHit, ...]:
        """The passages found for a question, best first; the answer's own without a search."""
        if not self.found and id_ in self.answers:
            return self.answers[id_].hits
        return self.found[id_].hits if id_ in self.found else ()

    @property
    def seconds(self) -> tuple[float, ...]:
        """How long each answer took, where it is told."""
        return tuple(a.seconds for a in self.answers.values() if a.seconds is not None)


Shape = TypeVar("Shape", SeenAnswer, SeenFound)


def look(folder: Path) -> Seen:
    """What is shown of the run in `folder`; its files were checked when they were scored."""
    return Seen(
        _by_id(folder / ANSWERS, SeenAnswer),
        _by_id(folder / RETRIEVAL, SeenFound),
        load_canonical(folder / CANONICAL),
    )


def _by_id(file: Path, shape: type[Shape]) -> Mapping[str, Shape]:
    return {each.id: each for _, each in read_lines(file, shape, optional=True)}
