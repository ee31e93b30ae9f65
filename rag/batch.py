"""Many questions from a file: one line in, one line out with the same id.

Knows: JSON lines, and that a bad line costs no other. Does not know: what is asked, or of whom.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from index.errors import QuestionRefused
from rag.terminal import complain, out, progress

Object = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Questions:
    """What the command line asks: one question, or a file of them and where the answers go."""

    one: str | None
    file: Path | None = None
    output: Path | None = None

    def check(self) -> None:
        """Raises QuestionRefused when the options contradict each other."""
        if self.one is not None and self.file is not None:
            raise QuestionRefused("give a question or --file, not both")
        if self.output is not None and self.file is None:
            raise QuestionRefused("--output goes with --file; leave it out for one question")


@dataclass(frozen=True, slots=True)
class Line:
    """A question with its id and the number of its line; `question` is None for a bad line."""

    number: int
    id: object
    question: str | None


def run(file: Path, output: Path | None, answer: Callable[[str], Object]) -> int:
    """Answer each line of `file` into `output` (stdout when None); returns how many lines failed.

    A line that fails becomes one with an "error". Raises QuestionRefused when a file cannot be
    read or written at all.
    """
    lines, failed = read_lines(file), 0
    with _written(file, output) as written:
        for done, line in enumerate(lines, start=1):
            progress(done, len(lines), str(line.id if line.id is not None else line.number))
            try:
                found = answer(_question(line))
            except QuestionRefused as refused:
                failed += 1
                complain(f"{file}, line {line.number}: {refused}")
                found = {"question": line.question, "error": str(refused)}
            written.write(json.dumps({"id": line.id, **found}, ensure_ascii=False) + "\n")
            written.flush()
    return failed


def read_lines(file: Path) -> list[Line]:
    """The lines of a JSONL file, blank ones left out; raises QuestionRefused for no such file."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise QuestionRefused(f"{file}: is not UTF-8 text; save it as such") from None
    except OSError as error:
        why = f"cannot be read ({error.strerror}); name a file with one JSON object a line"
        raise QuestionRefused(f"{file}: {why}") from None
    numbered = enumerate(text.split("\n"), start=1)  # other line ends may stand inside strings
    return [_line(number, line) for number, line in numbered if line.strip()]


def _line(number: int, text: str) -> Line:
    try:
        row = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        row = None
    if not isinstance(row, dict):
        return Line(number, None, None)
    question = row.get("question")
    return Line(number, row.get("id"), question if isinstance(question, str) else None)


def _question(line: Line) -> str:
    if line.question is None:
        raise QuestionRefused('no JSON object with a "question"; write {"id": …, "question": …}')
    return line.question


@contextmanager
def _written(file: Path, output: Path | None) -> Iterator[TextIO]:
    """Where the answers go; raises QuestionRefused when that cannot be written."""
    if output is None:
        yield out()
        return
    try:
        if output.exists() and output.samefile(file):
            raise QuestionRefused(f"{output}: holds the questions; name another file for answers")
        made = output.open("w", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        why = f"cannot be written ({error.strerror}); name another file for the answers"
        raise QuestionRefused(f"{output}: {why}") from None
    with made:
        yield made
