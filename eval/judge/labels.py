"""Grades that people gave: short answers with the grades of their statements and of nuggets.

Knows: the file of labels, the sheets that a judge is asked about it. Does not know: servers, runs,
how far a judge agrees. A line of the file is a short answer to a question: `statements`, each with
its `quotes` and, where a person held the two against each other, a `grade` of support; `nuggets`,
each with the `grade` that a person gave it against all statements of the line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from eval.json_lines import read_lines
from eval.judge.sheets import Grades, Sheet, Told, nugget_sheet, support_sheet
from eval.release import RELEASES
from index.errors import RaadpleegError

LABELLED = RELEASES / "judge_labels.jsonl"


@dataclass(frozen=True, slots=True)
class LabelledStatement:
    """A statement with its quotes; `grade` where a person gave one."""

    text: str
    quotes: tuple[str, ...] = ()
    grade: Literal["supported", "partly", "not"] | None = None


@dataclass(frozen=True, slots=True)
class LabelledNugget:
    """A fact and the grade that a person gave it."""

    text: str
    grade: Literal["full", "partial", "none"]
    nl: str = ""


@dataclass(frozen=True, slots=True)
class LabelledAnswer:
    """A line of the file. `made_by` is who wrote the statements; no figure hangs on it."""

    id: str
    question: str
    statements: tuple[LabelledStatement, ...]
    nuggets: tuple[LabelledNugget, ...] = ()
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class LabelSheet:
    """A sheet over a labelled answer, and the grades that a person gave its entries."""

    sheet: Sheet
    human: Grades


def fact(text: str, nl: str) -> str:
    """A nugget as a judge is told it: in both languages where both are there."""
    return f"{text} ({nl})" if text and nl and nl != text else text or nl


def read_labels(file: Path = LABELLED) -> tuple[LabelledAnswer, ...]:
    """The labelled answers; RaadpleegError with file and line when one is broken or given twice."""
    read: dict[str, LabelledAnswer] = {}
    for place, row in read_lines(file, LabelledAnswer):
        if row.id in read:
            raise RaadpleegError(f"{place}: {row.id} was given before")
        if not row.nuggets and not any(told.grade for told in row.statements):
            raise RaadpleegError(f"{place}: {row.id} holds no grade")
        if any(told.grade and not told.quotes for told in row.statements):
            raise RaadpleegError(f"{place}: {row.id}: a statement is graded without a quote")
        read[row.id] = row
    return tuple(read.values())


def label_sheets(rows: Sequence[LabelledAnswer]) -> tuple[LabelSheet, ...]:
    """The sheets of the labelled answers, made as those of a run are."""
    made: list[LabelSheet] = []
    for row in rows:
        told = [Told(each.text, each.quotes) for each in row.statements]
        if row.nuggets:
            facts = [fact(nugget.text, nugget.nl) for nugget in row.nuggets]
            sheet = nugget_sheet(row.id, row.question, told, facts)
            grades = [nugget.grade for nugget in row.nuggets]
            made.append(LabelSheet(sheet, dict(zip(sheet.entries, grades, strict=True))))
        held = [each for each in row.statements if each.grade]
        if held:
            sheet = support_sheet(row.id, row.question, [Told(e.text, e.quotes) for e in held])
            human = {name: e.grade or "" for name, e in zip(sheet.entries, held, strict=True)}
            made.append(LabelSheet(sheet, human))
    return tuple(made)
