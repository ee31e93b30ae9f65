"""Scores the files of a run's folder; needs no system, no library and no network.

Knows: which file makes which section. Does not know: how the files were made.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from eval.gold import Release
from eval.handed_in import (
    ANSWERS,
    CANONICAL,
    RETRIEVAL,
    STRUCTURE,
    load_answers,
    load_canonical,
    load_found,
    load_outlines,
)
from eval.scorecard import (
    Scorecard,
    Section,
    answers_section,
    retrieval_section,
    structure_section,
)
from index.errors import RaadpleegError


def score_folder(
    release: Release,
    part: Release,
    folder: Path,
    files: Collection[str] = (STRUCTURE, RETRIEVAL, ANSWERS),
) -> Scorecard:
    """A section for each of `files` that is there.

    `part` is what is scored of `release`; ids are checked against the whole. Raises
    RaadpleegError when none of the files is there, or one is broken.
    """
    ids = {question.id for question in release.everything}
    there = {file for file in files if (folder / file).exists()}
    sections: list[Section] = []
    if STRUCTURE in there:
        outlines = load_outlines(folder / STRUCTURE, release.structure.keys())
        sections.append(structure_section(part, outlines))
    if RETRIEVAL in there:
        sections.append(retrieval_section(part, load_found(folder / RETRIEVAL, ids)))
    if ANSWERS in there:
        answers = load_answers(folder / ANSWERS, ids)
        sections.append(answers_section(part, answers, load_canonical(folder / CANONICAL)))
    if not sections:
        raise RaadpleegError(f"{folder}: nothing to score; give one of {', '.join(files)}")
    return Scorecard(release.name, part.whole, tuple(sections))
