"""The edge of the command line: does what a command says, prints it, turns errors into one line.

Knows: stdout, stderr, exit statuses, progress bars. Does not know: options (`rag.cli`).
This is one of the two places where errors are caught; the other is the page.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from index.errors import QuestionRefused, RaadpleegError
from rag.plain import added_lines, answer_lines, document_line, hit_lines, outline_lines

if TYPE_CHECKING:
    from index.search import Filters
    from index.settings import Settings
    from rag.assistant import Assistant

NOTHING, BAD_INPUT, INTERRUPTED = 1, 2, 130
Object = dict[str, Any]


class Desk:
    """One command at work: opens what it needs, prints, and leaves with the right exit status."""

    def __init__(self, library: Path | None, demo: bool, as_json: bool) -> None:
        """Nothing is opened before it is needed."""
        self.given, self.demo, self.as_json = library, demo, as_json
        self._settings: Settings | None = None
        self._assistant: Assistant | None = None

    def __enter__(self) -> Desk:
        """The desk itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> bool:
        """Close; an error the reader can mend becomes one line on stderr and exit status 2."""
        if self._assistant is not None:
            for warning in self._assistant.library.warnings:
                complain(warning)
            self._assistant.library.close()
        if isinstance(error, RaadpleegError):
            complain(str(error))
            raise SystemExit(BAD_INPUT)
        if isinstance(error, KeyboardInterrupt):
            raise SystemExit(INTERRUPTED)
        if isinstance(error, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(0)
        return False

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        if self._settings is None:
            from index.settings import load_settings

            self._settings = load_settings(library=self.given)
        return self._settings

    def assistant(self, *, create: bool = False) -> Assistant:
        """The assistant over the library asked for, opened once."""
        if self._assistant is None:
            from rag.open import demo_library, open_assistant

            folder = self.settings.library
            if self.demo:
                folder = demo_library(self.settings, progress)
                complain("SPECIMEN papers: written for this project, not real parliamentary papers")
            self._assistant = open_assistant(self.settings, folder, create=create)
        return self._assistant

    # the commands

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders."""
        from rag.open import add_paths
        from rag.render import added_json

        report = add_paths(self.assistant(create=True).library, paths, self.settings, progress)
        found = added_json(report)
        self._print(found, lambda: added_lines(found))
        for file, why in report.failed:
            complain(f"{file}: {why}" if why not in file else file)
        if report.failed:
            raise SystemExit(BAD_INPUT)

    def remove(self, documents: Sequence[str]) -> None:
        """Remove documents; all of them or, when one is unknown, none."""
        library = self.assistant().library
        with library.writing():
            for document in documents:
                library.document(document)
            for document in documents:
                library.remove(document)
        self._print({"removed": list(documents)}, lambda: [f"removed  {d}" for d in documents])

    def documents(self) -> None:
        """List documents."""
        from rag.render import entry_json

        entries = self.assistant().library.documents()
        listed = [entry_json(entry) for entry in entries]
        self._print({"documents": listed}, lambda: [document_line(entry) for entry in listed])
        if not entries:
            complain("the library is empty; add papers with `raadpleeg add FILE…`")
            raise SystemExit(NOTHING)

    def outline(self, file: Path) -> None:
        """Outline of one file."""
        from index.build import build
        from index.errors import FileRefused
        from rag.render import outline_json

        if not file.is_file():
            raise FileRefused(str(file), "is not a file; name one paper")
        found = outline_json(build(file, self.settings))
        self._print(found, lambda: outline_lines(found))

    def reindex(self) -> None:
        """All vectors and the index anew."""
        from index.embed import open_embedder
        from index.library import reindex

        folder = self.settings.library
        if self.demo:
            from rag.open import demo_library

            folder = demo_library(self.settings)
        count = reindex(folder, open_embedder(self.settings), self.settings)
        self._print({"passages": count}, lambda: [f"{count} passages embedded anew"])

    def search(self, question: str, top: int | None, filters: Filters) -> None:
        """Search and print."""
        found = self.search_json(question, top, filters)
        self._print(found, lambda: hit_lines(found))
        if not found["hits"]:
            raise SystemExit(NOTHING)

    def search_json(self, question: str, top: int | None, filters: Filters) -> Object:
        """Search results as JSON."""
        from rag.render import hits_json

        assistant = self.assistant()
        return hits_json(question, assistant.search(question, top, filters), assistant.library)

    def ask(self, question: str, filters: Filters) -> None:
        """Ask and print."""
        found = self.ask_json(question, filters)
        self._print(found, lambda: answer_lines(found))
        if found["status"] == "not_found":
            raise SystemExit(NOTHING)

    def ask_json(self, question: str, filters: Filters) -> Object:
        """An answer as JSON."""
        from rag.render import answer_json

        assistant = self.assistant()
        return answer_json(assistant.ask(question, filters), assistant.library)

    def _print(self, found: Object, lines: Callable[[], Sequence[str]]) -> None:
        """JSON or lines for people, on stdout."""
        text = json.dumps(found, ensure_ascii=False) if self.as_json else "\n".join(lines())
        sys.stdout.write(text + "\n")
        sys.stdout.flush()


def run_batch(desk: Desk, file: Path, output: Path | None, answer: Callable[[str], Object]) -> None:
    """One line in, one line out with the same id; a line that fails is told and costs no other."""
    rows, failed = _question_lines(file), 0
    out = output.open("w", encoding="utf-8") if output else sys.stdout
    try:
        for number, (place, row) in enumerate(rows, start=1):
            progress(number, len(rows), str(row.get("id", number)))
            try:
                found = answer(str(row["question"]))
            except QuestionRefused as refused:
                failed += 1
                complain(f"{file}, line {place}: {refused}")
                found = {"question": row["question"], "error": str(refused)}
            out.write(json.dumps({"id": row.get("id"), **found}, ensure_ascii=False) + "\n")
    finally:
        if output:
            out.close()
    if failed:
        raise SystemExit(BAD_INPUT)


def _question_lines(file: Path) -> list[tuple[int, Object]]:
    """The questions of a JSONL file with their line numbers; raises QuestionRefused at a bad line."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QuestionRefused(f"{file}: cannot be read as UTF-8 text ({error}); name a JSONL file") from None
    rows: list[tuple[int, Object]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError:
            row = None
        if not isinstance(row, dict) or not isinstance(row.get("question"), str):
            raise QuestionRefused(
                f'{file}, line {number}: is no JSON object with a "question"; write {{"id": …, "question": …}}'
            )
        rows.append((number, row))
    return rows


def complain(line: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"raadpleeg: {' '.join(line.split())}\n")


def progress(number: int, total: int, name: str) -> None:
    """A progress bar on stderr while a person is looking; nothing in pipes and logs."""
    if not sys.stderr.isatty():
        return
    from rich.console import Console
    from rich.progress_bar import ProgressBar

    console = Console(stderr=True)
    bar = ProgressBar(total=total, completed=number, width=30)
    sys.stderr.write("\r\x1b[K")
    console.print(bar, f" {number}/{total} {name[:40]}", end="\n" if number == total else "")
