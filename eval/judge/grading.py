"""Has sheets graded, each once: what was graded before is read, not asked.

Knows: the file of grades within a run's folder, asking once more. Does not know: servers, prompts,
what the grades are for. The file holds hashes and grades, no text and no key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from eval.json_lines import append_lines, put_in_order, whole_lines
from eval.judge.replies import ReplyRefused, fitting, read_grades
from eval.judge.sheets import AGAIN, MOST_CHARACTERS, VERSION, Grades, Sheet
from eval.run import Progress, silently
from index.errors import FileRefused
from rag.prompts import Message

KEPT = Path("judge") / "grades.jsonl"  # within a run's folder
NO_GRADE = None


class Judge(Protocol):
    """What grades."""

    def ask(self, asked: Sequence[Message], schema: Mapping[str, object]) -> str:
        """The words of a reply; raises ModelRefused where none comes."""


@dataclass(frozen=True, slots=True)
class Graded:
    """The grades of sheets by their key; None where no reply was of the form asked for."""

    model: str
    grades: Mapping[str, Grades | None]
    asked: int  # sheets that were not graded before

    def of(self, sheet: Sheet) -> Grades | None:
        """The grades of one sheet."""
        return self.grades[sheet.key(self.model)]


def grade(
    sheets: Sequence[Sheet], judge: Judge, model: str, run: Path, progress: Progress = silently
) -> Graded:
    """Grades of all sheets; each new one is written down as soon as it comes.

    A judging that was stopped goes on where it was. Raises ModelRefused when the judge does not
    answer, FileRefused when the run's folder cannot be written to.
    """
    by_key = {sheet.key(model): sheet for sheet in sheets}
    file = run / KEPT
    try:
        file.parent.mkdir(exist_ok=True)
        kept = dict(_kept(file, by_key))
        new = [key for key in by_key if key not in kept]

        def lines() -> Iterator[Mapping[str, object]]:
            for key in progress(new, "judging"):
                kept[key] = _graded(by_key[key], judge)
                yield _line(key, by_key[key], model, kept[key])

        if new:
            append_lines(file, lines())
            put_in_order(file, list(by_key))
    except OSError as error:
        raise FileRefused(str(file), f"cannot be written ({error.strerror})") from None
    return Graded(model, {key: kept[key] for key in by_key}, len(new))


def _graded(sheet: Sheet, judge: Judge) -> Grades | None:
    """The grades of a sheet; a reply of another form is asked for once more, and then is none."""
    if len(sheet.user) > MOST_CHARACTERS:
        return NO_GRADE
    system, user = sheet.messages
    for words in (user, replace(user, content=f"{user.content}\n{AGAIN}")):
        try:
            return read_grades(judge.ask((system, words), sheet.schema), sheet)
        except ReplyRefused:
            continue
    return NO_GRADE


def _kept(file: Path, by_key: Mapping[str, Sheet]) -> Iterator[tuple[str, Grades | None]]:
    """What the file says of these sheets; a line that does not fit its sheet is passed over."""
    for key, line in whole_lines(file).items():
        if key not in by_key or "grades" not in line:
            continue
        told = line["grades"]
        if told is None:
            yield key, NO_GRADE
        elif isinstance(told, dict):
            try:
                yield key, fitting(told, by_key[key])
            except ReplyRefused:
                continue


def _line(key: str, sheet: Sheet, model: str, grades: Grades | None) -> Mapping[str, object]:
    return {
        "id": key,
        "sheet": sheet.kind,
        "of": sheet.of,
        "model": model,
        "prompts": VERSION,
        "grades": grades,
    }
