"""Asks a system everything a release asks, and writes down what it says.

Knows: the order of the work and the files of a run's folder. Does not know: which system it is,
nor what is right; any system that speaks the product's JSON can be run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from eval.gold import Question, Release
from eval.handed_in import ANSWERS, CANONICAL, RETRIEVAL, STRUCTURE
from eval.json_lines import append_lines, put_in_order, whole_lines, write_object
from eval.retrieval import RANKS

Step = TypeVar("Step")
# Several passages of one item count as one in the reciprocal rank, so more are asked for.
PASSAGES = 2 * RANKS


class System(Protocol):
    """What is measured. Each object is in the form that `raadpleeg --json` prints."""

    def outline(self, file: Path) -> tuple[Mapping[str, object], str]:
        """The outline of a file, and the canonical text that its `start` and `end` count in."""

    def search(self, question: str, top: int) -> Sequence[Mapping[str, object]]:
        """The `top` best hits, best first."""

    def ask(self, question: str) -> Mapping[str, object]:
        """The answer."""


class Progress(Protocol):
    """Passes steps on and shows how far they are."""

    def __call__(self, steps: Sequence[Step], label: str) -> Iterable[Step]:
        """The steps, one by one."""


def silently(steps: Sequence[Step], label: str) -> Iterable[Step]:
    """Passes steps on and shows nothing."""
    return steps


def write_structure(
    system: System, release: Release, output: Path, progress: Progress = silently
) -> None:
    """Outlines of all documents into structure.json, canonical texts into canonical.json."""
    read = {
        file: system.outline(release.documents / file)
        for file in progress(sorted(release.structure), "reading")
    }
    write_object(output / STRUCTURE, {file: outline for file, (outline, _) in read.items()})
    write_object(output / CANONICAL, {file: text for file, (_, text) in read.items()})


def write_retrieval(
    system: System, release: Release, output: Path, progress: Progress = silently
) -> None:
    """Search results of all questions into retrieval.jsonl."""

    def search(question: Question) -> Mapping[str, object]:
        return {"hits": list(system.search(question.question, PASSAGES))}

    _write(search, release, output / RETRIEVAL, progress, "searching")


def write_answers(
    system: System, release: Release, output: Path, progress: Progress = silently
) -> None:
    """Answers to all questions into answers.jsonl."""
    _write(lambda q: system.ask(q.question), release, output / ANSWERS, progress, "asking")


def _write(
    say: Callable[[Question], Mapping[str, object]],
    release: Release,
    file: Path,
    progress: Progress,
    label: str,
) -> None:
    """Asks what `file` does not hold yet; a run that was stopped goes on where it was.

    The lines end in order of asking, so that a run in two goes leaves the file of one in one go.
    """
    asked = release.everything
    kept = whole_lines(file)
    wording = {question.id: question.question for question in asked}
    held = {id_ for id_, line in kept.items() if line.get("question") == wording.get(id_)}
    append_lines(
        file,
        (
            {"id": question.id, "question": question.question, **say(question)}
            for question in progress([q for q in asked if q.id not in held], label)
        ),
    )
    put_in_order(file, [question.id for question in asked])


STEPS: Mapping[str, Callable[[System, Release, Path, Progress], None]] = {
    STRUCTURE: write_structure,
    RETRIEVAL: write_retrieval,
    ANSWERS: write_answers,
}
