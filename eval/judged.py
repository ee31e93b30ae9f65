"""What one run made of every question: the scores of its search and its answer, side by side.

Knows: the files of a run's folder, which questions are rewordings of one, what an answer is worth.
Does not know: other runs, tables, pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.answers import HALF, AnswerScore, score_answers
from eval.gold import ItemNames, Question, Release
from eval.handed_in import (
    ANSWERS,
    RETRIEVAL,
    Found,
    GivenAnswer,
    load_answers,
    load_found,
)
from eval.retrieval import RetrievalScore, score_retrieval
from eval.variants import VARIANTS
from index.errors import RaadpleegError

_FILES = (RETRIEVAL, ANSWERS)


@dataclass(frozen=True, slots=True)
class Judged:
    """One question. `search` is None for what must be abstained from and where no search was
    handed in, `answer` where no answers were.
    """

    question: Question
    search: RetrievalScore | None
    answer: AnswerScore | None


@dataclass(frozen=True, slots=True)
class Run:
    """A run's folder, read and scored; `found` and `answers` are None without such a file."""

    name: str
    judged: Mapping[str, Judged]
    found: Mapping[str, Found] | None
    answers: Mapping[str, GivenAnswer] | None

    @property
    def missing(self) -> int:
        """Questions without an answer, where answers were handed in at all."""
        return sum(j.answer is not None and j.answer.answered is None for j in self.judged.values())


def judge(release: Release, part: Release, folder: Path) -> Run:
    """The run in `folder` on the questions of `part`; ids are checked against the whole release.

    Raises RaadpleegError when there is neither a retrieval.jsonl nor an answers.jsonl, or one is
    broken.
    """
    ids = {question.id for question in release.everything}
    there = {file for file in _FILES if (folder / file).exists()}
    if not there:
        raise RaadpleegError(f"{folder}: holds no run; give a folder with {RETRIEVAL} or {ANSWERS}")
    found = load_found(folder / RETRIEVAL, ids) if RETRIEVAL in there else None
    answers = load_answers(folder / ANSWERS, ids) if ANSWERS in there else None
    names = ItemNames(release.structure)
    asked = part.everything
    searched = {each.id: each for each in score_retrieval(asked, found or {}, names)}
    said = {each.id: each for each in score_answers(asked, answers or {}, names)}
    judged = {
        question.id: Judged(
            question,
            None if found is None else searched.get(question.id),
            None if answers is None else said[question.id],
        )
        for question in asked
    }
    return Run(folder.resolve().name, judged, found, answers)


def beside(folder: Path) -> tuple[Path, ...]:
    """The folders of other systems within a run's folder, by name; no ways of asking otherwise."""
    held = [each for each in folder.iterdir() if any((each / f).is_file() for f in _FILES)]
    return tuple(sorted(each for each in held if each.name not in VARIANTS))


def truth(score: AnswerScore) -> float:
    """What an answer is worth to its reader, from -1 to 1.

    Answerable: 1 with all vital facts attributed, 0.5 with half of them or more, 0 for silence, -1
    otherwise. Not answerable: 1 for silence, -1 otherwise. Nothing handed in: 0.
    """
    if score.answered is None:
        return 0.0
    if score.must_abstain:
        return -1.0 if score.answered else 1.0
    if not score.answered:
        return 0.0
    vital = score.vital or 0.0
    return 1.0 if vital == 1 else 0.5 if vital >= HALF else -1.0


def clusters(judged: Mapping[str, Judged]) -> Iterator[tuple[str, tuple[Judged, ...]]]:
    """The questions by base question, in order of asking."""
    together: dict[str, list[Judged]] = {}
    for each in judged.values():
        together.setdefault(each.question.base, []).append(each)
    for base, rows in together.items():
        yield base, tuple(rows)
