"""The library: papers go in and out, survive any crash, and can be searched at any moment.

Knows: who may write and when a generation is due. Does not know: how files are read, how a
snapshot is made (`index.reader`), how hits are ranked (`index.search`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType

from index import change, entries, generation
from index.ahead import EmbeddedAhead
from index.change import Outcome
from index.embed import Embedder, checked
from index.entries import sha
from index.errors import LibraryRefused
from index.glossary import open_glossary
from index.lock import WriterLock
from index.reader import Reader
from index.reading import Reading, prove
from index.schema import told
from index.segment import build
from index.settings import Settings
from index.snapshot import Snapshot
from index.store import Store

DUE = 0.05  # share of passages that may be new or gone before a generation is made
_EMBED_AT_ONCE = 1024


class Library(Reader):
    """A folder of papers, open; threads may share it. Made by `Library.open`."""

    def __init__(self, folder: Path, embedder: Embedder, settings: Settings) -> None:
        """For `open`, which sees to it that the record is there."""
        super().__init__(folder, embedder, open_glossary(settings.glossary))
        self._patience = settings.lock_timeout
        self._lock = WriterLock(folder)
        self._writer: Store | None = None
        self._looked = False
        self._told = len(self._warnings)  # of these, what was acted upon

    @classmethod
    def open(
        cls, folder: Path, embedder: Embedder, settings: Settings, *, create: bool = False
    ) -> Library:
        """The library in `folder`, made first when `create` and there is none.

        Raises LibraryRefused: not there, not writable, of another format, of another model.
        """
        if create:
            make(folder, settings.lock_timeout)
        return cls(folder, embedder, settings)

    def __enter__(self) -> Library:
        """The library itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Close."""
        self.close()

    @contextmanager
    def writing(self) -> Iterator[Store]:
        """Be the one writer: around many changes, or taken by each. Makes a generation if due.

        Raises LibraryLocked when another keeps the lock longer than the setting lock_timeout.
        """
        with ExitStack() as stack:
            with told(self.folder):
                outermost = stack.enter_context(self._lock.held(self._patience))
            if not outermost and self._writer is not None:
                yield self._writer
                return
            store = self._writer = Store(self.folder)
            try:
                yield store
                if self._due(store):
                    self._generate(store)
            finally:
                store.close()
                self._writer = None

    def embedded_ahead(self, readings: Sequence[Reading]) -> Embedder:
        """The embedder for adding these, with their new texts embedded; raises ModelRefused."""
        texts = {sha(text): text for reading in readings for text in reading.embedded}
        with self.writing() as store:
            fresh = store.without_vector(texts, self.embedder.name)
            return EmbeddedAhead(self.embedder, [texts[digest] for digest in fresh])

    def add(
        self, reading: Reading, path: Path, file_sha: str, embedder: Embedder | None = None
    ) -> Outcome:
        """Put in the reading of the file at `path`, or in place of what was read from there before.

        Returns what it became: added, replaced, unchanged or duplicate. embedder: the library's
        own with the texts embedded (`embedded_ahead`), or None. Raises ValueError when
        the reading contradicts itself, ModelRefused when the embedder does not give unit vectors.
        """
        prove(reading)
        with self.writing() as store:
            return change.shelve(store, reading, (path, file_sha), embedder or self.embedder)

    def remove(self, document_id: str) -> None:
        """Take a document out; raises LibraryRefused for an unknown id, naming near ones."""
        with self.writing() as store:
            change.unshelve(store, document_id)

    def flush(self) -> None:
        """Make a generation now, whether one is due or not."""
        with self.writing() as store:
            self._generate(store)

    @contextmanager
    def searching(self) -> Iterator[Snapshot]:
        """What a search sees. What is damaged or overdue on disk is mended there, if it may."""
        with self._guard:
            with super().searching() as snapshot:
                wanting = len(self._warnings) > self._told or (not self._looked and _due(snapshot))
            if wanting:
                self._mend()
            self._looked, self._told = True, len(self._warnings)
            with super().searching() as snapshot:
                yield snapshot

    def _mend(self) -> None:
        """Make a generation, unless another writes or the disk refuses: memory serves meanwhile."""
        try:
            with self._lock.held(0):
                self._generate(self._store)
        except (LibraryRefused, OSError) as error:
            if len(self._warnings) > self._told:
                self._warnings.append(f"not mended on disk yet: {error}")

    def _due(self, store: Store) -> bool:
        """True when the present generation is damaged or differs by more than DUE."""
        with store.reading():
            held = {(row.id, row.text_sha) for row in entries.rows(store.sql)}
        pointer = generation.current(self.folder)
        if pointer is None:
            return bool(held)
        try:
            there = generation.read_keys(self.folder, pointer, self.embedder.name)
        except generation.DamagedError:
            return True
        return len(held.symmetric_difference(there)) > DUE * len(there)

    def _generate(self, store: Store) -> None:
        with store.reading():
            rows = entries.rows(store.sql)
            dimension = store.dimension or self.embedder.dimension
            segment = build(store, rows, self.embedder.name, dimension)
        generation.write(self.folder, segment, self.embedder.name)


def _due(snapshot: Snapshot) -> bool:
    """True when what is on disk differs from what a search should see by more than DUE."""
    generated = snapshot.segments[:1] if snapshot.pointer is not None else ()
    there = sum(len(segment.keys) for segment in generated)
    return len(snapshot.live) - there + int((~snapshot.live).sum()) > DUE * there


def make(folder: Path, patience: float) -> None:
    """An empty library in `folder`, unless there is one already."""
    with told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with WriterLock(folder).held(patience):
            Store(folder, create=True).close()


def reindex(folder: Path, embedder: Embedder, settings: Settings) -> int:
    """Make all vectors of the library again with `embedder`; returns how many texts were embedded.

    Until the last moment the library stays that of the model before; killed half-way, it goes on
    where it was when it is run again.
    """
    with told(folder), WriterLock(folder).held(settings.lock_timeout):
        store = Store(folder)
        try:
            wanted = store.without_vector(
                (row.text_sha for row in entries.rows(store.sql)), embedder.name
            )
            for start in range(0, len(wanted), _EMBED_AT_ONCE):
                some = wanted[start : start + _EMBED_AT_ONCE]
                vectors = checked(embedder.passages(store.texts(some)), len(some), embedder)
                with store.changing():
                    store.put_vectors(some, embedder.name, vectors)
            with store.changing():
                store.keep_model(embedder.name, embedder.dimension)
        finally:
            store.close()
    with Library.open(folder, embedder, settings) as library:
        library.flush()
    return len(wanted)
