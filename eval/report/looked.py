"""One run looked at question by question: what its answer is worth, what bears it, what it lacks.

Knows: how the parts of the report's figures hang together for a question. Does not know: HTML.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eval.gold import ItemNames, Question, Release
from eval.judged import Judged, Run, judge, truth
from eval.report.faults import (
    Fault,
    Support,
    fault,
    item_ranks,
    proofs_of_quotes,
    reach,
    support,
    told,
)
from eval.report.seen import Seen, SeenAnswer, SeenHit, look

Outcome = Literal["right", "partly right", "silent", "wrong", "not asked"]
OUTCOMES: Mapping[Outcome, str] = {
    "right": "all vital facts attributed, or rightly silent",
    "partly right": "half of the vital facts or more attributed",
    "silent": "abstained although answerable, or no answer handed in",
    "wrong": "less than half of the vital facts attributed, or answered although unanswerable",
    "not asked": "no answers in this run",
}


@dataclass(frozen=True, slots=True)
class Looked:
    """One question in one run. Per gold item: `items`; per nugget: `ranks`, `told`; per sentence:
    `supports`; per citation in order: `proved`.
    """

    judged: Judged
    answer: SeenAnswer | None
    hits: tuple[SeenHit, ...]
    items: tuple[int | None, ...]
    ranks: tuple[int | None, ...]
    told: tuple[bool, ...]
    proved: tuple[bool, ...]
    supports: tuple[Support, ...]
    fault: Fault | None

    @property
    def question(self) -> Question:
        """The question that was asked."""
        return self.judged.question

    @property
    def outcome(self) -> Outcome:
        """The answer in a word."""
        score = self.judged.answer
        if score is None:
            return "not asked"
        worth = truth(score)
        return "right" if worth == 1 else "partly right" if worth > 0 else _lost(worth)

    @property
    def worth(self) -> tuple[float, float]:
        """What runs are held against each other by: what the answer is worth, then vital facts."""
        score = self.judged.answer
        return (0.0, 0.0) if score is None else (truth(score), score.vital or 0.0)


@dataclass(frozen=True, slots=True)
class RunLooked:
    """All questions of a run, in order of asking, by id."""

    run: Run
    seen: Seen
    questions: Mapping[str, Looked]

    @property
    def name(self) -> str:
        """The name of the run's folder."""
        return self.run.name


def look_at(release: Release, part: Release, folder: Path) -> RunLooked:
    """The run in `folder` on the questions of `part`; raises as `judge` does."""
    run, seen = judge(release, part, folder), look(folder)
    names = ItemNames(release.structure)
    proved = proofs_of_quotes(release, run, seen.canonical)
    questions = {
        id_: _looked(each, seen, names, proved.get(id_, ())) for id_, each in run.judged.items()
    }
    return RunLooked(run, seen, questions)


def _looked(judged: Judged, seen: Seen, names: ItemNames, proved: tuple[bool, ...]) -> Looked:
    question = judged.question
    answer, hits = seen.answers.get(question.id), seen.hits(question.id)
    supports: list[Support] = []
    at = 0
    for statement in answer.statements if answer else ():
        upto = at + len(statement.citations)
        supports.append(support(statement, proved[at:upto]))
        at = upto
    ranks, known = reach(question, hits, names), told(question, answer, names)
    why = fault(judged, ranks, known, supports)
    items = item_ranks(question, hits, names)
    return Looked(judged, answer, hits, items, ranks, known, proved, tuple(supports), why)


def _lost(worth: float) -> Outcome:
    return "silent" if worth == 0 else "wrong"
