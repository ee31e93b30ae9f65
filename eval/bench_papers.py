"""Papers to measure speeds on: the specimens, many times over.

Knows: how to make a folder of them and how long adding it takes. Does not know: what is reported.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.settings import Settings


def shelf(folder: Path, copies: int) -> Path:
    """Specimen papers as text files, `copies` times over, each told apart by a line."""
    from index.specimen import papers
    from index.specimen.paper import parse
    from index.specimen.render import render

    folder.mkdir()
    for paper in papers():
        text = render(parse(paper), "txt").decode("utf-8")
        for copy in range(copies):
            (folder / f"{paper.stem}-{copy}.txt").write_text(
                f"{text}\nKopie {copy}.\n", encoding="utf-8"
            )
    return folder


def add(papers_at: Path, folder: Path, settings: Settings) -> tuple[int, float]:
    """Passages made of a shelf and the seconds it took: reading, cutting, embedding, keeping."""
    from rag.open import add_paths, open_library

    started = time.perf_counter()
    with open_library(settings, folder, create=True) as library:
        add_paths(library, [papers_at], settings)
        taken = time.perf_counter() - started
        return sum(entry.passages for entry in library.documents()), taken
