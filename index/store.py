"""The record: documents, items, passages, embedded texts and vectors in one SQLite file.

Knows: rows and transactions. Does not know: search, generations, how vectors are made.
A store is one connection for one thread at a time. A change is one transaction; it raises
`revision`, by which readers see that there is something new.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from index.embed import Vectors
from index.entries import Stamp, sha
from index.reading import Reading
from index.schema import connect, told_by_sqlite

_FROM_VECTORS = "FROM vectors WHERE text_sha IN (SELECT value FROM json_each(?)) AND model = ?"
_AT_ONCE = 5000  # digests a statement


class Store:
    """One connection to the record of `folder`."""

    def __init__(self, folder: Path, *, create: bool = False) -> None:
        """Opens (or makes) the record; raises LibraryRefused."""
        self.folder = folder
        self.sql = connect(folder, create=create)

    def close(self) -> None:
        """Let go of the file."""
        self.sql.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """One view of the record for all reads inside, whatever is written meanwhile."""
        with told_by_sqlite(self.folder):
            if self.sql.in_transaction:
                yield
                return
            self.sql.execute("BEGIN")
            try:
                yield
            finally:
                if self.sql.in_transaction:
                    self.sql.execute("COMMIT")

    @contextmanager
    def changing(self) -> Iterator[None]:
        """One change, whole or not at all."""
        with told_by_sqlite(self.folder):
            self.sql.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.sql.execute(
                    "UPDATE settings SET value = CAST(value AS INTEGER) + 1 WHERE key = 'revision'"
                )
                self.sql.execute("COMMIT")
            except BaseException:
                if self.sql.in_transaction:
                    self.sql.execute("ROLLBACK")
                raise

    def setting(self, key: str) -> str | None:
        """A remembered value, None when it never was set."""
        with told_by_sqlite(self.folder):
            found = self.sql.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return None if found is None else str(found[0])

    def remember(self, key: str, value: str) -> None:
        """Set a value; inside `changing`."""
        self.sql.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, value))

    @property
    def revision(self) -> int:
        """Raised by every change."""
        return int(self.setting("revision") or 0)

    @property
    def dimension(self) -> int:
        """Numbers in a vector of the record's model; 0 before the first one."""
        return int(self.setting("dimension") or 0)

    def keep_model(self, model: str, dimension: int) -> None:
        """Make `model` that of the library, without the vectors of others; inside `changing`."""
        self.remember("model", model)
        self.remember("dimension", str(dimension))
        self.sql.execute("DELETE FROM vectors WHERE model <> ?", (model,))

    def put(self, reading: Reading, stamp: Stamp) -> None:
        """Add a document with all that belongs to it; inside `changing`, after `drop`."""
        d = reading.document
        starts = None if d.page_starts is None else json.dumps(d.page_starts)
        named = (d.id, d.file, d.kind, d.title, json.dumps(d.meeting_dates), d.place, d.formality)
        told_by = (d.title_says, d.kamerstuk, d.chamber, d.letter_date, d.presidency, starts)
        came = (stamp.path, stamp.file_sha, sha(d.text), reading.recipe, stamp.added_at)
        warned = json.dumps(reading.warnings, ensure_ascii=False)
        self.sql.execute(
            "INSERT INTO documents VALUES"
            " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*named, *told_by, *came, warned, d.text),
        )
        self._put_items(reading)
        shas = [sha(text) for text in reading.embedded]
        self.sql.executemany(
            "INSERT OR IGNORE INTO texts VALUES (?, ?)", zip(shas, reading.embedded, strict=True)
        )
        self.sql.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    p.id,
                    p.document,
                    p.item,
                    p.span.start,
                    p.span.end,
                    p.note,
                    "; ".join(p.actors),
                    digest,
                )
                for p, digest in zip(reading.passages, shas, strict=True)
            ),
        )

    def _put_items(self, reading: Reading) -> None:
        document = reading.document.id
        for position, item in enumerate(reading.items):
            named = (item.path, item.section, item.number, item.title, item.tag)
            self.sql.execute(
                "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (document, position, *named, item.span.start, item.span.end),
            )
            self.sql.executemany(
                "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    (document, item.path, order, n.number, n.span.start, n.span.end, n.call)
                    for order, n in enumerate(item.notes)
                ),
            )

    def drop(self, document: str) -> list[str]:
        """Delete a document and what hangs on it; inside `changing`.

        Returns the digests of its texts: they stay, with their vectors, until `sweep`.
        """
        held = self.sql.execute("SELECT text_sha FROM passages WHERE document = ?", (document,))
        shas = [str(row[0]) for row in held]
        self.sql.execute("DELETE FROM documents WHERE id = ?", (document,))
        return shas

    def sweep(self, shas: Sequence[str]) -> None:
        """Delete those texts, and so their vectors, that no passage has; inside `changing`."""
        self.sql.executemany(
            "DELETE FROM texts WHERE sha = ? AND NOT EXISTS "
            "(SELECT 1 FROM passages WHERE passages.text_sha = texts.sha)",
            ((digest,) for digest in shas),
        )

    def texts(self, shas: Sequence[str]) -> list[str]:
        """The embedded texts with these digests, in their order."""
        held = dict(
            self._by_sha(
                "SELECT sha, text FROM texts WHERE sha IN (SELECT value FROM json_each(?))",
                shas,
                (),
            )
        )
        return [str(held[digest]) for digest in shas]

    def vectors(self, shas: Sequence[str], model: str, dimension: int) -> Vectors:
        """The vectors of these texts by `model`, float32 (n, dimension), in their order.

        Raises KeyError when one is not there.
        """
        asked = f"SELECT text_sha, vector {_FROM_VECTORS}"
        vectors = np.empty((len(shas), dimension), np.float32)
        for start in range(0, len(shas), _AT_ONCE):  # never twice in memory as a whole
            some = shas[start : start + _AT_ONCE]
            held = dict(self._by_sha(asked, some, (model,)))
            vectors[start : start + len(some)] = [np.frombuffer(held[d], "<f4") for d in some]
        return vectors

    def without_vector(self, shas: Iterable[str], model: str) -> list[str]:
        """Those of `shas`, each once, in order, that have no vector by `model` yet."""
        wanted = list(dict.fromkeys(shas))
        asked = f"SELECT text_sha, 1 {_FROM_VECTORS}"
        held = dict(self._by_sha(asked, wanted, (model,)))
        return [digest for digest in wanted if digest not in held]

    def put_vectors(self, shas: Sequence[str], model: str, vectors: Vectors) -> None:
        """Remember vectors of texts that are there; inside `changing`."""
        self.sql.executemany(
            "INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)",
            (
                (digest, model, row.astype("<f4").tobytes())
                for digest, row in zip(shas, vectors, strict=True)
            ),
        )

    def _by_sha(
        self, asked: str, shas: Sequence[str], more: tuple[str, ...]
    ) -> Iterator[tuple[str, bytes]]:
        for start in range(0, len(shas), _AT_ONCE):
            listed = json.dumps(shas[start : start + _AT_ONCE])
            yield from self.sql.execute(asked, (listed, *more))
