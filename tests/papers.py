"""Two tiny papers, one agenda and one report on one subject, and an assistant over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from shelf import Letters, opened, put, reading

from index.errors import ModelRefused
from index.library import Library
from index.nouns import Span
from index.reading import Reading
from index.settings import Settings
from rag.assistant import Assistant
from rag.evidence import Candidate
from rag.features import Seen
from rag.nouns import Evidence, Language

AGENDA = (
    "Nederland wil strenge grenzen aan detectie van berichten.",
    "De Commissie wil detectie van berichten snel verplichten.",
)
REPORT = (
    "Nederland stemde tegen de detectie van versleutelde berichten.",
    "Bij de lunch bleef het bij brood en bier.",
)


def tiny_library(folder: Path) -> Library:
    """The two papers, embedded by counting letters."""
    library = opened(folder, Letters())
    agenda = reading("agenda.txt", *AGENDA, date="2024-06-13", kind="geannoteerde agenda")
    put(library, heard(agenda, ("NL",), ("Commission",)))
    put(library, heard(reading("verslag.txt", *REPORT, date="2023-12-04"), ("NL",), ()))
    return library


def heard(made: Reading, *actors: tuple[str, ...]) -> Reading:
    """The reading with whose words each of its passages reports."""
    pairs = zip(made.passages, actors, strict=True)
    return replace(made, passages=tuple(replace(one, actors=who) for one, who in pairs))


class Scripted:
    """A writer that says its lines; `{0}` in a line becomes the key of the first evidence.

    It keeps what it was asked. `breaks`: the words of the ModelRefused after its lines.
    """

    name = "scripted"

    def __init__(self, *lines: str, breaks: str = "") -> None:
        self.lines = lines
        self.breaks = breaks
        self.asked: list[tuple[str, Language, tuple[Evidence, ...]]] = []

    def write(
        self,
        question: str,
        language: Language,
        evidence: Sequence[Evidence],
        stop: Callable[[], bool],
    ) -> Iterator[str]:
        self.asked.append((question, language, tuple(evidence)))
        for line in self.lines:
            if stop():
                return
            yield line.format(*(f"[[{piece.key}]]" for piece in evidence))
        if self.breaks:
            raise ModelRefused(self.breaks)


def assistant(folder: Path, *lines: str, breaks: str = "") -> Assistant:
    """An assistant over the tiny library, extractive when no lines are given."""
    writer = Scripted(*lines, breaks=breaks) if lines or breaks else None
    return Assistant(tiny_library(folder), Settings(), writer)


def seen(text: str = "Zin.", **told: object) -> Seen:
    """A sentence of which nothing is seen but what is told."""
    plain = Seen(
        text=text,
        item=("a.txt", "Justitie/1"),
        actors=(),
        in_time=True,
        note=False,
        opens=False,
        words=0.0,
        likeness=0.0,
        title_words=0.0,
        title_likeness=0.0,
        hit=0.0,
        rank=1,
    )
    return replace(plain, **told)  # type: ignore[arg-type] - the names are those of its fields


def candidate(name: str, date: str, at: int, actor: str = "NL", kind: str = "verslag") -> Candidate:
    """One of the two sentences of a paper."""
    made = reading(name, "Eerste zin.", "Tweede zin.", date=date, kind=kind)
    span = Span(12 * at, 12 * at + 11)
    actors = (actor,) if actor else ()
    return Candidate(
        made.document, made.items[0], span, None, actors, 1.0, frozenset(), seen(actors=actors)
    )
