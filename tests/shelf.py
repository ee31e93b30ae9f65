"""Papers small enough to reckon with, and an embedder that counts letters; shared by tests."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.embed import Vectors
from index.library import Library
from index.nouns import AgendaItem, Document, Note, Passage, Span, passage_id
from index.reading import Reading
from index.settings import Settings

SETTINGS = Settings(lock_timeout=0.2)


class Letters:
    """Counts of a, b and c, made unit: "aab" is (2, 1, 0) / sqrt(5); without any, (0, 0, 0, 1)."""

    def __init__(self, name: str = "letters") -> None:
        self.name = name
        self.dimension = 4
        self.embedded: list[str] = []

    def passages(self, texts: Sequence[str]) -> Vectors:
        self.embedded.extend(texts)
        return self.questions(texts)

    def questions(self, texts: Sequence[str]) -> Vectors:
        rows = [[text.count("a"), text.count("b"), text.count("c"), 0] for text in texts]
        counts = np.array([row if any(row) else [0, 0, 0, 1] for row in rows], np.float32)
        counts = counts.reshape(len(texts), 4)
        return counts / np.linalg.norm(counts, axis=1, keepdims=True)


def reading(
    name: str,
    *passages: str,
    date: str = "2024-06-13",
    kind: str = "verslag",
    section: str = "Justitie",
    note: str = "",
) -> Reading:
    """A document of one item; its passages are these texts, one a line, embedded as they are."""
    body = "\n".join(passages)
    text = body + ("\n" + note if note else "")
    whole = Span(0, len(body))
    notes = (Note(1, Span(len(body) + 1, len(text)), None),) if note else ()
    path = f"{section}/1"
    item = AgendaItem(path, section, "1", "Onderwerp", None, whole, notes)
    dates = (date,) if kind != "brief" else ()
    letter = date if kind == "brief" else None
    document = Document(
        name, name, kind, None, dates, None, None, None, None, None, letter, None, text, (0,)
    )
    made, at = [], 0
    for passage in passages:
        span = Span(at, at + len(passage))
        made.append(Passage(passage_id(name, span), name, path, span))
        at += len(passage) + 1
    if note:
        made.append(Passage(passage_id(name, notes[0].span), name, path, notes[0].span, 1))
    return Reading(document, (item,), tuple(made), tuple(p.span.of(text) for p in made))


def opened(folder: Path, embedder: Letters | None = None, *, create: bool = True) -> Library:
    return Library.open(folder, embedder or Letters(), SETTINGS, create=create)


def put(library: Library, made: Reading, path: Path | None = None) -> str:
    """Add a reading as if it were read from `path`; returns what became of it."""
    came = path or Path("/papers") / made.document.id
    digest = hashlib.sha256((made.document.text + str(made.embedded)).encode()).hexdigest()
    return library.add(made, came, digest).state
