"""Papers of several agenda items, small enough to summarise by hand; shared by tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from papers import Scripted
from shelf import Letters, opened, put

from index.library import Library
from index.nouns import AgendaItem, Document, Passage, Span, passage_id
from index.reading import Reading
from index.settings import Settings
from rag.assistant import Assistant
from rag.told import Told, told

REPORT = {
    "Justitie/1": "De Raad nam de algemene oriëntatie over de richtlijn aan. Nederland stemde "
    "voor. Finland stemde tegen, omdat het de straffen te hoog vindt.",
    "Justitie/2": "Dit punt is van de agenda gehaald.",
    "Justitie/3": "",
    "Justitie/3/a": "De Commissie verwacht in mei 2025 een voorstel te doen.",
}
AGENDA = {
    "Justitie/1": "Het Voorzitterschap wil een algemene oriëntatie bereiken. Nederland zal voor "
    "stemmen, mits de straffen lager worden.",
    "Justitie/9": "Naar verwachting wordt het verdrag aangenomen. Nederland zal het steunen.",
}
TITLES = {
    "Justitie/1": "Richtlijn corruptiebestrijding",
    "Justitie/2": "e-Codex",
    "Justitie/3": "Overige onderwerpen",
    "Justitie/3/a": "Slachtofferrechten",
    "Justitie/9": "Cybercrimeverdrag",
}


def made(
    name: str,
    bodies: Mapping[str, str],
    kind: str = "verslag",
    dates: tuple[str, ...] = ("2024-06-13", "2024-06-14"),
) -> Reading:
    """A paper with these bodies by path, one a line; an empty one is a heading alone."""
    text = "\n".join(body for body in bodies.values() if body)
    items, passages, at = [], [], 0
    for path, body in bodies.items():
        span = Span(at, at + len(body)) if body else Span(max(0, at - 1), max(0, at - 1))
        section, _, number = path.rpartition("/")
        printed = number if len(number) < 3 else None  # a heading has none
        items.append(AgendaItem(path, section, printed, TITLES.get(path, number), None, span))
        if body:
            passages.append(Passage(passage_id(name, span), name, path, span))
            at = span.end + 1
    letter = None if dates else "2024-01-02"
    document = Document(
        name, name, kind, None, dates, None, None, None, None, None, letter, None, text, (0,)
    )
    return Reading(
        document, tuple(items), tuple(passages), tuple(p.span.of(text) for p in passages)
    )


def library_of(folder: Path, *readings: Reading) -> Library:
    """A library that holds these papers."""
    library = opened(folder / "library", Letters())
    for reading in readings:
        assert put(library, reading) == "added"
    return library


def over(folder: Path, *readings: Reading, writer: Scripted | None = None) -> Assistant:
    """An assistant over these papers; with a writer where one is given."""
    return Assistant(library_of(folder, *readings), Settings(), writer)


def sentences(reading: Reading, path: str) -> tuple[Told, ...]:
    """The sentences of an item."""
    item = next(one for one in reading.items if one.path == path)
    return told(reading.document, item)
