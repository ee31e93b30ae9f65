"""The page without its looks: the libraries on show, questions, opened sources, uploads.

Knows: what each part of the page shows, as HTML. Does not know: Gradio, HTTP, style sheets.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from index.entries import Entry
from index.errors import LibraryRefused, QuestionRefused
from index.nouns import KINDS as KIND_VALUES
from index.nouns import Document
from index.search import LONGEST, Filters
from index.settings import Settings
from rag.assistant import Assistant
from rag.nouns import Answer, Language
from rag.open import Added, open_assistant
from rag.page_texts import word
from rag.page_upload import receiving
from rag.phrases import KINDS
from rag.question import Understood
from rag.show import answer_html, draft_html, notice_html, numbered, status_html
from rag.show_list import added_html, header_html, papers_html, when
from rag.show_paper import empty_html, paper_html

Shelf = Literal["own", "demo"]
Choices = list[tuple[str, str]]  # (label, value); the value "" lets everything through


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer on the page, and the library that its citations are of.

    `understood`: its question, after which the next one of the conversation is asked; `before`:
    the one that it was itself asked after.
    """

    answer: Answer
    shelf: Shelf
    understood: Understood | None = None
    before: Understood | None = None

    def ignoring(self, undo: object = None, redo: object = None) -> tuple[str, ...] | None:
        """What is ignored with slot `undo` too, or without ignored slot `redo`; None: no such."""
        ignored = [slot.value for slot in self.answer.ignored]
        if isinstance(undo, int) and 0 <= undo < len(self.answer.slots):
            return (*ignored, self.answer.slots[undo].value)
        if isinstance(redo, int) and 0 <= redo < len(ignored):
            return (*ignored[:redo], *ignored[redo + 1 :])
        return None


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
        self._stops: dict[str, threading.Event] = {}  # by session, of the question under way

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

    def stop(self, session: str) -> None:
        """End the question under way of a session, if there is one, at its next word."""
        if stop := self._stops.get(session):
            stop.set()

    def close(self) -> None:
        """End all questions and let go of the libraries."""
        for stop in list(self._stops.values()):
            stop.set()
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
        text, draft = _readable(question, language), ""
        stop = self._stops[session] = threading.Event()
        try:
            told = (text, filters, stop.is_set, turn.ignore, turn.before)
            for piece in self.assistant(shelf).stream(*told):
                if piece.answer is None:
                    draft += piece.draft
                    yield draft_html(draft, language), None
                else:
                    shown = Shown(piece.answer, shelf, piece.understood, turn.before)
                    yield self.answer(shown, language), shown
        finally:
            stop.set()
            if self._stops.get(session) is stop:
                del self._stops[session]

    def answer(self, shown: Shown, language: Language) -> str:
        """An answer, its labels in the language of the page."""
        library, documents = self.assistant(shown.shelf).library, dict[str, Document]()
        for name in dict.fromkeys(c.document for c in numbered(shown.answer)):
            try:
                documents[name] = library.document(name)
            except LibraryRefused:
                continue  # removed since; opening it tells the reader
        return answer_html(shown.answer, documents, language)

    def source(self, shown: Shown | None, number: int, language: Language) -> str:
        """The paper that citation `number` (from 1) of an answer is from, at its place."""
        cited = numbered(shown.answer) if shown else ()
        if shown is None or not 0 < number <= len(cited):
            return empty_html(language)
        citation, library = cited[number - 1], self.assistant(shown.shelf).library
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
                number, total, name = step
                told = word("reading", language, number=number, total=total, file=name)
                yield status_html(told)


def _readable(question: str, language: Language) -> str:
    """The question with what is no text made visible; raises QuestionRefused as `ask` says."""
    text = question.encode("utf-8", "replace").decode().replace("\0", "\ufffd").strip()
    if not text:
        raise QuestionRefused(word("empty_question", language))
    if len(text) > LONGEST:
        raise QuestionRefused(word("long_question", language, count=len(text), most=LONGEST))
    return text
