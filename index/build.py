"""From a file to a reading: document, agenda items, passages, in one story.

Knows: the order of the steps. Does not know: how each is done, nor where a reading is kept.
"""

from __future__ import annotations

from pathlib import Path

from index.agenda import agenda_items
from index.canon import Manuscript
from index.chunk import header, passages
from index.lines import KnownLine, known_lines
from index.metadata import metadata
from index.nouns import Document
from index.override import load_override, sidecar_digest
from index.read import read
from index.reading import Reading, prove
from index.settings import Settings
from index.unheard import unheard

READER = 5  # raised when reading, outline or speakers change, so that files are read again


def build(path: Path, settings: Settings, name: str | None = None) -> Reading:
    """Read the file at `path`; `name` is the document's id and what messages call it.

    Raises FileRefused for a file that cannot be read, ValueError when a passage is not a slice
    of its item (a fault of ours, never of the file).
    """
    manuscript = read(path, name)
    lines = known_lines(manuscript)
    document = describe(manuscript, path, name or path.name, lines)
    items = agenda_items(manuscript, lines)
    corrections = load_override(path)
    if corrections is not None:
        document, items = corrections.apply(document, items)
    slices = passages(document, items, settings.passage_words, settings.passage_overlap)
    by_path = {item.path: item for item in items}
    embedded = tuple(
        f"{header(document, by_path[passage.item])}\n{passage.span.of(document.text)}"
        for passage in slices
    )
    warnings = (*manuscript.warnings, *unheard(document, items, lines))
    reading = Reading(document, items, slices, embedded, warnings, recipe(settings, path))
    prove(reading)
    return reading


def describe(
    manuscript: Manuscript, path: Path, name: str, lines: list[KnownLine] | None = None
) -> Document:
    """The document of a manuscript, with the metadata that its text states.

    lines: its lines with their kinds, where they are at hand already.
    """
    said = metadata(manuscript, known_lines(manuscript) if lines is None else lines)
    return Document(
        id=name,
        file=path.name,
        kind=said.kind,
        title=said.title,
        meeting_dates=said.meeting_dates,
        place=said.place,
        formality=said.formality,
        title_says=said.title_says,
        kamerstuk=said.kamerstuk,
        chamber=said.chamber,
        letter_date=said.letter_date,
        presidency=said.presidency,
        text=manuscript.text,
        page_starts=manuscript.page_starts,
    )


def recipe(settings: Settings, path: Path) -> str:
    """What besides the file's bytes shapes a reading: the reader, settings, corrections by hand."""
    made = f"reader {READER}, {settings.passage_words} words, {settings.passage_overlap} shared"
    corrected = sidecar_digest(path)
    return f"{made}, corrected {corrected}" if corrected else made
