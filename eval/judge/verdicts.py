"""What a judge's grades make of a run: a block of its own, never averaged with other figures.

Knows: which sheets an answer has, what goes without asking, judge.json. Does not know:
servers, prompts, tables.
Without asking: an abstained or missing answer states no fact ("none"), and a statement that cites
nothing is supported by nothing ("not").
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from eval.gold import Question
from eval.handed_in import ANSWERS, GivenAnswer
from eval.identity import RUN
from eval.intervals import Figure
from eval.json_lines import read_object, write_object
from eval.judge.agreement import Agreement, agreement
from eval.judge.figures import FIGURES, AnswerGrades
from eval.judge.grading import Graded
from eval.judge.labels import LabelSheet, fact
from eval.judge.sheets import (
    GRADES,
    KINDS,
    VERSION,
    Sheet,
    SheetKind,
    Told,
    nugget_sheet,
    support_sheet,
)
from index.errors import FileRefused

VERDICTS = "judge.json"


@dataclass(frozen=True, slots=True)
class AnswerSheets:
    """One question, its answer if there is one, and what of it is to be graded."""

    question: Question
    answer: GivenAnswer | None
    sheets: Mapping[SheetKind, Sheet]


@dataclass(frozen=True, slots=True)
class Block:
    """What is told of one kind of sheet; `figures` are empty while there is a `doubt`."""

    kind: SheetKind
    grades: int
    ungraded: int
    agreement: Agreement
    doubt: str | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judge's block of a run. `asked` is how many sheets were new to it."""

    model: str
    asked: int
    blocks: tuple[Block, ...]
    remarks: tuple[str, ...]
    answers: tuple[AnswerGrades, ...]


def answer_sheets(
    asked: Sequence[Question], answers: Mapping[str, GivenAnswer]
) -> tuple[AnswerSheets, ...]:
    """The sheets of every question, in order of asking; none for an answer that abstains."""
    made: list[AnswerSheets] = []
    for question in asked:
        answer = answers.get(question.id)
        sheets: dict[SheetKind, Sheet] = {}
        if answer is not None and answer.status == "answered":
            told = [Told(s.text, tuple(c.quote for c in s.citations)) for s in answer.statements]
            if question.nuggets and told:
                facts = [fact(nugget.text, nugget.nl) for nugget in question.nuggets]
                sheets["nuggets"] = nugget_sheet(question.id, question.question, told, facts)
            if cited := [each for each in told if each.quotes]:
                sheets["support"] = support_sheet(question.id, question.question, cited)
        made.append(AnswerSheets(question, answer, sheets))
    return tuple(made)


def verdict(
    asked: Sequence[AnswerSheets], labelled: Sequence[LabelSheet], graded: Graded, run: Path
) -> Verdict:
    """The block of the run in `run`; figures only where agreement with people is known."""
    answers = tuple(_graded(each, graded) for each in asked)
    blocks = []
    for kind in KINDS:
        pairs = [(each, graded.of(each.sheet)) for each in labelled if each.sheet.kind == kind]
        agreed = agreement(kind, pairs)
        given = [
            grade
            for each in answers
            for grade in (each.nuggets if kind == "nuggets" else each.statements)
        ]
        figures = FIGURES[kind](answers) if agreed.doubt is None else ()
        lacking = given.count(None)
        blocks.append(Block(kind, len(given) - lacking, lacking, agreed, agreed.doubt, figures))
    remarks = tuple(_own_work(run, graded.model))
    return Verdict(graded.model, graded.asked, tuple(blocks), remarks, answers)


def write_verdict(told: Verdict, run: Path) -> Path:
    """Puts the block into judge.json beside the run, whole or not at all; FileRefused if it cannot.

    The same grades leave the same bytes. `answers_sha256` says of which answers it speaks.
    """
    file = run / VERDICTS
    draft = file.with_suffix(".part")
    about = {
        "answers_sha256": hashlib.sha256((run / ANSWERS).read_bytes()).hexdigest(),
        **verdict_json(told),
        "grades": [
            {"id": each.question.id, "nuggets": each.nuggets, "statements": each.statements}
            for each in told.answers
        ],
    }
    del about["asked"]  # what a second run would tell otherwise
    try:
        write_object(draft, about)
        draft.replace(file)
    except OSError as error:
        raise FileRefused(str(file), f"cannot be written ({error.strerror})") from None
    return file


def verdict_json(told: Verdict) -> dict[str, object]:
    """The block as one JSON object, without the grades of single answers."""
    return {
        "judge": told.model,
        "prompts": VERSION,
        "asked": told.asked,
        "blocks": [asdict(block) for block in told.blocks],
        "remarks": list(told.remarks),
    }


def _graded(each: AnswerSheets, graded: Graded) -> AnswerGrades:
    """The grades of one answer, those that go without asking with them."""
    given = {
        kind: graded.of(sheet) or dict.fromkeys(sheet.entries)
        for kind, sheet in each.sheets.items()
    }
    nuggets = given.get("nuggets", dict.fromkeys(range(len(each.question.nuggets)), "none"))
    supported = iter(given.get("support", {}).values())
    answered = each.answer is not None and each.answer.status == "answered"
    statements = each.answer.statements if each.answer is not None and answered else ()
    told = [next(supported) if s.citations else GRADES["support"][0] for s in statements]
    return AnswerGrades(each.question, tuple(nuggets.values()), tuple(told))


def _own_work(run: Path, model: str) -> Iterable[str]:
    """A remark where the judge wrote the answers itself: models favour their own."""
    if not (run / RUN).is_file():
        return
    made_by = read_object(run / RUN, dict[str, str]).get("settings", "")
    try:
        settings = json.loads(made_by)
    except ValueError:
        return
    if isinstance(settings, dict) and _wrote(settings, model):
        yield f"the judge {model} wrote these answers itself; take a model of another family"


def _wrote(settings: Mapping[str, object], model: str) -> bool:
    return settings.get("writer") != "extractive" and settings.get("model") == model
