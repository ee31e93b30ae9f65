"""The edge of the command line: does what a command says, prints it, turns errors into one line.

Knows: exit statuses, which command needs what. Does not know: options (`rag.cli`), terminals.
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

from index.errors import RaadpleegError
from rag import batch
from rag.batch import Questions
from rag.plain import added_lines, answer_lines, document_line, hit_lines, outline_lines
from rag.terminal import complain, out, progress

if TYPE_CHECKING:
    from index.search import Filters
    from index.settings import Settings
    from rag.assistant import Assistant

NOTHING, BAD_INPUT, INTERRUPTED = 1, 2, 130
SPECIMEN = "SPECIMEN papers: written for this project, not real parliamentary papers"
Object = dict[str, Any]


class Desk:
    """One command at work: opens what it needs, prints, and leaves with the right exit status."""

    def __init__(self, library: Path | None, demo: bool, as_json: bool) -> None:
        """Nothing is opened before it is needed.

        FAISS and numpy read how their threads wait when they are imported: not by spinning.
        """
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
        self.given, self.demo, self.as_json = library, demo, as_json
        self._settings: Settings | None = None
        self._assistant: Assistant | None = None

    def __enter__(self) -> Desk:
        """The desk itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Close; an error the reader can mend becomes one line on stderr and exit status 2."""
        if self._assistant is not None:
            for warning in self._assistant.library.warnings:
                complain(warning)
            self._assistant.library.close()
        if isinstance(error, RaadpleegError):
            complain(str(error))
            raise SystemExit(BAD_INPUT)
        if isinstance(error, KeyboardInterrupt):
            complain("stopped; what was done before is kept")
            raise SystemExit(INTERRUPTED)
        if isinstance(error, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(0)

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
            self._assistant = open_assistant(self.settings, folder, create=create)
            if self.demo or self._assistant.specimen:
                complain(SPECIMEN)
        return self._assistant

    def filled(self) -> Assistant:
        """The same over a library that holds papers; raises LibraryRefused for an empty one."""
        self.assistant().library.require_papers()
        return self.assistant()

    # the commands

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders."""
        from rag.open import add_paths
        from rag.render import added_json

        report = add_paths(self.assistant(create=True).library, paths, self.settings, progress)
        found = added_json(report)
        self.show(found, lambda: added_lines(found))
        for file, why in report.failed:
            complain(f"{file}: {why}")
        if report.failed:
            raise SystemExit(BAD_INPUT)

    def remove(self, documents: Sequence[str]) -> None:
        """Remove documents; all of them or, when one is unknown, none."""
        library, removed = self.assistant().library, list(dict.fromkeys(documents))
        with library.writing():
            for document in removed:
                library.document(document)
            for document in removed:
                library.remove(document)
        self.show({"removed": removed}, lambda: [f"removed  {document}" for document in removed])

    def documents(self) -> None:
        """List documents."""
        from rag.render import entry_json

        entries = self.assistant().library.documents()
        listed = [entry_json(entry) for entry in entries]
        self.show({"documents": listed}, lambda: [document_line(entry) for entry in listed])
        if not entries:
            complain("the library is empty; add papers with `raadpleeg add FILE…`")
            raise SystemExit(NOTHING)

    def outline(self, file: Path, with_links: bool = False) -> None:
        """Outline of one file; with links to the library's papers where asked for."""
        from index.build import build
        from index.errors import FileRefused
        from rag.render import outline_json

        if not file.is_file():
            raise FileRefused(str(file), "is not a file; name one paper")
        reading = build(file, self.settings)
        links = None
        if with_links:
            from rag.related import related

            links = related(reading, self.assistant().library)
        found = outline_json(reading, links)
        self.show(found, lambda: outline_lines(found))

    def reindex(self) -> None:
        """All vectors and the index anew."""
        from index.embed import open_embedder
        from index.library import reindex
        from rag.open import demo_folder

        folder = demo_folder(self.settings) if self.demo else self.settings.library
        count = reindex(folder, open_embedder(self.settings), self.settings)
        told = f"{count} passage{'s' * (count != 1)} embedded anew"
        self.show({"passages": count}, lambda: [told])

    def search(
        self, questions: Questions, top: int | None, filters: Filters, ignore: Sequence[str] = ()
    ) -> None:
        """Search and print, for one question or for each line of a file."""
        from rag.render import hits_json

        def found_for(question: str) -> Object:
            assistant = self.assistant()
            with assistant.library.searching():  # what is printed is of the state that was searched
                asked = assistant.understand(question, ignore)
                hits = assistant.search(question, top, filters, ignore)
                return hits_json(question, hits, assistant.library, asked)

        self._each(questions, found_for, hit_lines, lambda found: bool(found["hits"]))

    def ask(
        self,
        questions: Questions,
        filters: Filters,
        ignore: Sequence[str] = (),
        after: Sequence[str] = (),
    ) -> None:
        """Answer and print, one question or each line of a file; `after`: what was asked before."""
        from rag.render import answer_json

        def found_for(question: str) -> Object:
            assistant = self.assistant()
            with assistant.library.searching():
                before = None
                for earlier in after:
                    before = assistant.understand(earlier, before=before)
                answer = assistant.ask(question, filters, ignore, before)
                return answer_json(answer, assistant.library)

        self._each(questions, found_for, answer_lines, lambda found: found["status"] == "answered")

    def _each(
        self,
        questions: Questions,
        found_for: Callable[[str], Object],
        lines: Callable[[Object], Sequence[str]],
        good: Callable[[Object], bool],
    ) -> None:
        """One question to stdout, status 1 when nothing is found; a file line by line."""
        questions.check()
        if questions.file is not None:
            if batch.run(questions.file, questions.output, found_for):
                raise SystemExit(BAD_INPUT)
            return
        found = found_for(questions.one or "")
        self.show(found, lambda: lines(found))
        if not good(found):
            raise SystemExit(NOTHING)

    def show(self, found: Object, lines: Callable[[], Sequence[str]]) -> None:
        """JSON or lines for people, on stdout."""
        text = json.dumps(found, ensure_ascii=False) if self.as_json else "\n".join(lines())
        out().write(text + "\n")
        sys.stdout.flush()
