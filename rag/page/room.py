"""The page without its looks: the libraries on show, questions, opened sources, uploads.

Knows: what each part of the page shows, as HTML. Does not know: Gradio, HTTP, style sheets.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.entries import Entry
from index.errors import LibraryRefused
from index.nouns import KINDS as KIND_VALUES
from index.nouns import Document
from index.search import Filters
from index.settings import Settings
from rag.assistant import Assistant
from rag.meeting_papers import meetings
from rag.nouns import Language
from rag.open import Added, open_assistant
from rag.page.sheets import Sheet, Shelf, Shown
from rag.page.show import draft_html, notice_html, status_html
from rag.page.show_list import added_html, header_html, papers_html, when
from rag.page.show_paper import empty_html, paper_html
from rag.page.texts import word
from rag.page.typed import readable
from rag.page.upload import receiving
from rag.page.working import Doing, Stops, Tell, working
from rag.phrases import KINDS
from rag.question import Understood
from rag.writer import Stop

Choices = list[tuple[str, str]]  # (label, value); the value "" lets everything through


@dataclass(frozen=True, slots=True)
class Turn:
    """What a question stands in: what the reader undid of it, and the question before it."""

    ignore: tuple[str, ...] = ()
    before: Understood | None = None


ALONE = Turn()


class Room:
    """All that readers of one page share; threads may use it."""

    def __init__(
        self, settings: Settings, own: Assistant | None = None, demo: Assistant | None = None
    ) -> None:
        """With `demo` the specimen papers are on show; own papers are opened when asked for."""
        self.settings = settings
        self._demo = demo
        self._own = own
        self._guard = threading.Lock()
        self._stops = Stops()

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """The libraries to choose from, the first to begin with."""
        return ("demo", "own") if self._demo else ("own",)

    def assistant(self, shelf: Shelf) -> Assistant:
        """The assistant over a library; the reader's own is made when there is none.

        Raises LibraryRefused, ModelRefused.
        """
        if shelf == "demo" and self._demo is not None:
            return self._demo
        with self._guard:
            if self._own is None:
                self._own = open_assistant(self.settings, self.settings.library, create=True)
            return self._own

    def stop(self, session: str, name: str | None = None) -> None:
        """End what is under way for a session (on the tab `name`, when given) at its next word."""
        self._stops.stop(session, name)

    def close(self) -> None:
        """End all that is under way and let go of the libraries."""
        self._stops.stop()
        for assistant in (self._own, self._demo):
            if assistant is not None:
                assistant.library.close()

    def entries(self, shelf: Shelf) -> list[Entry]:
        """The papers of a library."""
        return self.assistant(shelf).library.documents()

    def header(self, shelf: Shelf, language: Language) -> str:
        """The head of the page."""
        assistant = self.assistant(shelf)
        writer = assistant.writer.name if assistant.writer else None
        return header_html(language, writer, specimen=assistant.specimen)

    def papers(self, shelf: Shelf, language: Language) -> str:
        """The table of papers."""
        return papers_html(self.entries(shelf), language)

    def choices(self, shelf: Shelf, language: Language) -> tuple[Choices, Choices, Choices]:
        """What can be filtered on: kinds of paper, meetings (newest first), documents."""
        entries = self.entries(shelf)
        held = {entry.kind for entry in entries}
        kinds = [(KINDS[language][kind], str(kind)) for kind in KIND_VALUES if kind in held]
        meetings = {
            e.meeting_dates: (when(e, language), e.dates[0]) for e in entries if e.meeting_dates
        }
        newest = [meetings[dates] for dates in sorted(meetings, reverse=True)]
        documents = [(entry.id, entry.id) for entry in entries]
        return (
            [(word("all_kinds", language), ""), *kinds],
            [(word("all_meetings", language), ""), *newest],
            [(word("all_documents", language), ""), *documents],
        )

    def meetings(self, shelf: Shelf, language: Language) -> Choices:
        """The meetings of a library, newest first; the value names one of its papers."""
        held = meetings(self.assistant(shelf).library)
        return [(each.name(language), each.entries[0].id) for each in reversed(held)]

    def ask(
        self,
        question: str,
        shelf: Shelf,
        filters: Filters,
        language: Language,
        session: str,
        turn: Turn = ALONE,
    ) -> Iterator[tuple[str, Shown | None]]:
        """What the place of the answer shows, step by step; the last one with the answer itself.

        Raises QuestionRefused, in the language of the page where a reader can bring it about.
        """
        yield status_html(word("searching", language)), None
        text, draft = readable(question, language, "empty_question"), ""
        with self._stops.under_way(session, "ask") as stop:
            told = (text, filters, stop.is_set, turn.ignore, turn.before)
            for piece in self.assistant(shelf).stream(*told):
                if piece.answer is None:
                    draft += piece.draft
                    yield draft_html(draft, language), None
                else:
                    shown = Shown(piece.answer, shelf, piece.understood, turn.before)
                    yield self.sheet(shown, language), shown

    def overview(
        self, make: Callable[[Stop, Tell], Sheet], name: str, language: Language, session: str
    ) -> Iterator[tuple[str, Sheet | None]]:
        """What a tab shows while `make` works, step by step; the last one with what it made.

        name: the tab's. Raises what `make` raises.
        """
        yield status_html(word("working", language)), None
        with self._stops.under_way(session, name) as stop:
            for step in working(lambda tell: make(stop.is_set, tell)):
                if isinstance(step, Doing):
                    told = {"number": step.number, "total": step.total, "title": step.name}
                    yield status_html(word("working_on", language, **told)), None
                else:
                    yield self.sheet(step, language), step

    def sheet(self, sheet: Sheet, language: Language) -> str:
        """What a tab shows, its labels in the language of the page."""
        library, documents = self.assistant(sheet.shelf).library, dict[str, Document]()
        for name in dict.fromkeys(c.document for c in sheet.citations):
            try:
                documents[name] = library.document(name)
            except LibraryRefused:
                continue  # removed since; opening it tells the reader
        return sheet.html(documents, language)

    def source(self, sheet: Sheet | None, number: int, language: Language) -> str:
        """The paper that citation `number` (from 1) of what is shown is from, at its place."""
        cited = sheet.citations if sheet else ()
        if sheet is None or not 0 < number <= len(cited):
            return empty_html(language)
        citation, library = cited[number - 1], self.assistant(sheet.shelf).library
        try:
            document = library.document(citation.document)
            item = library.item(citation.document, citation.item)
        except LibraryRefused:
            return notice_html(word("changed", language))
        return paper_html(document, item, citation, number, language)

    def upload(self, files: Sequence[Path], language: Language) -> Iterator[str]:
        """Add files to the reader's own library: what is being read, then what became of each.

        Raises what adding raises.
        """
        library = self.assistant("own").library
        for step in receiving(library, files, self.settings):
            if isinstance(step, Added):
                yield added_html(step, language)
            else:
                told = {"number": step.number, "total": step.total, "file": step.name}
                yield status_html(word("reading", language, **told))
