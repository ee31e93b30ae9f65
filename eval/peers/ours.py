"""Raadpleeg itself, and its words and its vectors each alone, on the questions of a release.

Knows: the library and its searches. Does not know: gold, peers.
"""

from __future__ import annotations

import platform
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import fmean

from eval.baselines import Ranking, by_vectors, by_words
from eval.gold import Question, Release
from eval.handed_in import Found, FoundPassage
from eval.peers.measuring import Ran, Readings
from eval.run import PASSAGES
from index.errors import RaadpleegError
from index.library import Library
from index.nouns import Passage
from index.settings import Settings
from rag.open import add_paths, open_assistant


def run_ours(
    release: Release,
    questions: Sequence[Question],
    readings: Readings,
    settings: Settings,
    folder: Path,
) -> list[Ran]:
    """Three runs over one library, made in `folder`: the whole search, BM25 alone, vectors alone.

    Raises RaadpleegError when a paper cannot be read.
    """
    started = time.perf_counter()
    assistant = open_assistant(settings, folder, create=True)
    library = assistant.library
    added = add_paths(library, [release.documents / file for file in release.structure], settings)
    if added.failed:
        raise RaadpleegError(f"{added.failed[0][0]}: {added.failed[0][1]}")
    indexing = time.perf_counter() - started
    texts = [_text(p, readings) for file in readings for p in library.passages(file)]
    searches: list[tuple[str, Ranking]] = [
        ("Raadpleeg", lambda library, question, top: assistant.search(question, top)),
        ("Raadpleeg, BM25 alone", by_words),
        ("Raadpleeg, vectors alone", by_vectors),
    ]
    runs = []
    for label, search in searches:
        found, seconds = _ask(search, library, questions, readings)
        own = {"raadpleeg": version("raadpleeg"), "python": platform.python_version()}
        words = fmean(len(text.split()) for text in texts)
        runs.append(Ran(label, found, indexing, seconds, len(texts), words, 0, own))
    library.close()
    return runs


def _ask(
    search: Ranking, library: Library, questions: Sequence[Question], readings: Readings
) -> tuple[dict[str, Found], tuple[float, ...]]:
    found, seconds = {}, []
    for question in questions:
        started = time.perf_counter()
        hits = search(library, question.question, PASSAGES)
        seconds.append(time.perf_counter() - started)
        found[question.id] = Found(
            question.id, tuple(_found(hit.passage, readings) for hit in hits)
        )
    return found, tuple(seconds)


def _found(passage: Passage, readings: Readings) -> FoundPassage:
    span = passage.span
    return FoundPassage(
        passage.document, passage.item, span.start, span.end, _text(passage, readings)
    )


def _text(passage: Passage, readings: Readings) -> str:
    return passage.span.of(readings[passage.document].document.text)
