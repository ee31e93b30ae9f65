"""The reading side of a library: its papers as nouns, and a snapshot for search, kept up to date.

Knows: when a snapshot is out of date, what of it can be kept. Does not know: the writer lock,
how hits are ranked (`index.search`).
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from index import change, entries, generation
from index.change import Outcome
from index.dense import Rows, Vectors
from index.embed import Embedder
from index.entries import Entry, Row
from index.errors import LibraryRefused
from index.glossary import Glossary
from index.nouns import AgendaItem, Document, Passage
from index.segment import Segment, build
from index.snapshot import Snapshot, lay_out, unsegmented
from index.store import Store

_T = TypeVar("_T")

_MOST_SEGMENTS = 8  # beyond this the small ones are joined
_MOST_DOCUMENTS = 128  # kept in memory; questions come back to the same papers
_TRIES = 3  # a generation may be collected between reading its name and its files


class Reader:
    """Reads a library for all threads of a process, one at a time."""

    def __init__(self, folder: Path, embedder: Embedder, glossary: Glossary) -> None:
        """Opens the record; raises LibraryRefused when it is not there or of another model."""
        self.folder = folder
        self.embedder = embedder
        self.glossary = glossary
        self._guard = threading.RLock()  # around the connection and the snapshot
        self._store = Store(folder)
        self._warnings: list[str] = list(glossary.problems)
        self._snapshot: Snapshot | None = None
        self._entries: list[Entry] | None = None
        self._documents: dict[str, Document] = {}
        self._items: dict[str, tuple[AgendaItem, ...]] = {}
        self._read_at = -1
        try:
            change.check_model(self._store, embedder.name)
        except BaseException:
            self._store.close()
            raise

    def close(self) -> None:
        """Let go of the files."""
        with self._guard:
            self._store.close()

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is wrong with the glossary, and what searching found damaged and made good."""
        return tuple(self._warnings)

    def documents(self) -> list[Entry]:
        """All documents without their text, in order of id."""
        with self._reading() as store:
            if self._entries is None:
                self._entries = entries.entries(store.sql)
            return list(self._entries)

    def require_papers(self) -> None:
        """Raises LibraryRefused when it holds no paper."""
        if not self.documents():
            raise LibraryRefused("the library is empty; add papers with `raadpleeg add FILE…`")

    def document(self, document_id: str) -> Document:
        """A document with its text; raises LibraryRefused for an unknown id, naming near ones."""
        with self._reading() as store:
            found = self._documents.pop(document_id, None)
            found = found or entries.document(store.sql, document_id)
            if found is None:
                raise change.unknown(store, document_id)
            return _kept(self._documents, document_id, found)

    def items(self, document_id: str) -> tuple[AgendaItem, ...]:
        """The items of a document in their order; raises LibraryRefused for an unknown id."""
        with self._reading() as store:
            found = self._items.pop(document_id, None) or entries.items(store.sql, document_id)
            return _kept(self._items, document_id, found or self._none_of(document_id))

    def item(self, document_id: str, path: str) -> AgendaItem:
        """One item; raises LibraryRefused when document or path is unknown."""
        for item in self.items(document_id):
            if item.path == path:
                return item
        raise LibraryRefused(f"{document_id}: has no item {path!r}; choose a path of its outline")

    def passages(self, document_id: str) -> tuple[Passage, ...]:
        """The passages of a document by place; raises LibraryRefused for an unknown id."""
        with self._reading() as store:
            return entries.passages(store.sql, document_id) or self._none_of(document_id)

    def passage(self, passage_id: str) -> Passage:
        """One passage; raises LibraryRefused for an unknown id."""
        with self._reading() as store:
            found = entries.passage(store.sql, passage_id)
        if found is None:
            raise LibraryRefused(f"{passage_id}: the library holds no such passage; search again")
        return found

    def texts(self, passages: Sequence[Passage]) -> list[str]:
        """The texts of passages, in their order; KeyError for one that is not in the library."""
        with self._reading() as store:
            held = entries.texts(store.sql, [passage.id for passage in passages])
        return [held[passage.id] for passage in passages]

    def known(self, path: Path, file_sha: str, recipe: str = "") -> Outcome:
        """What a file is before it is read: new, changed, unchanged, or a duplicate of which."""
        with self._reading() as store:
            return change.known(store, path, file_sha, recipe)

    def id_for(self, path: Path) -> str:
        """The id that the document at `path` has or would get."""
        with self._reading() as store:
            return change.id_for(store, path)

    @contextmanager
    def searching(self) -> Iterator[Snapshot]:
        """The library as it is now; stays so inside, whatever is written meanwhile."""
        with self._reading() as store:
            stamp = (store.revision, generation.current(self.folder))
            held = self._snapshot
            if held is None or (held.revision, held.pointer) != stamp:
                held = self._snapshot = self._look(store, stamp)
            yield held

    def stored(self, rows: Rows) -> Vectors:
        """Exact vectors of rows of the snapshot, from the record; inside `searching`."""
        with self.searching() as snapshot:
            shas = [snapshot.row(int(row)).text_sha for row in rows]
            return self._store.vectors(shas, self.embedder.name, self._store.dimension)

    @contextmanager
    def _reading(self) -> Iterator[Store]:
        """The record, the same for all reads inside; what was read before a change is forgotten."""
        with self._guard, self._store.reading():
            if self._read_at != (now := self._store.revision):
                self._entries, self._documents, self._items, self._read_at = None, {}, {}, now
            yield self._store

    def _none_of(self, document_id: str) -> tuple[()]:
        """Nothing, for a document that has nothing; raises LibraryRefused when there is none."""
        self.document(document_id)
        return ()

    def _look(self, store: Store, stamp: tuple[int, str | None]) -> Snapshot:
        change.check_model(store, self.embedder.name)
        rows = entries.plain_rows(store.sql)
        segments = self._segments(stamp[1])
        fresh = unsegmented(rows, segments)
        if fresh and len(segments) >= _MOST_SEGMENTS:
            segments = segments[:1]
            fresh = unsegmented(rows, segments)
        if fresh:
            segments = [*segments, self._build(store, fresh)]
        return lay_out(stamp, rows, self.documents(), segments)

    def _build(self, store: Store, rows: Sequence[Row]) -> Segment:
        return build(store, rows, self.embedder.name, store.dimension)

    def _segments(self, pointer: str | None) -> list[Segment]:
        """The current generation, or what is in memory where that is it or it cannot be read."""
        held = self._snapshot
        if held is not None and held.pointer == pointer:
            return list(held.segments)
        for _ in range(_TRIES):
            if pointer is None:
                break
            try:
                return [generation.read(self.folder, pointer, self.embedder.name)]
            except generation.DamagedError as error:
                now = generation.current(self.folder)
                if now == pointer:
                    self._warnings.append(f"{error}; made again from the record")
                    break
                pointer = now
        return list(held.segments) if held is not None else []


def _kept(held: dict[str, _T], name: str, found: _T) -> _T:
    """`found`, kept under its name; the last one used is the last to go."""
    while len(held) >= _MOST_DOCUMENTS:
        del held[next(iter(held))]
    held[name] = found
    return found
