"""Documents, items and passages read back from the record as the nouns they went in as.

Knows: the columns of the record. Does not know: changes, vectors, search.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from index.nouns import AgendaItem, Document, Kind, Note, Passage, Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the library without its text; `items` and `passages` are counts."""

    id: str
    file: str
    kind: Kind
    title: str | None
    meeting_dates: tuple[str, ...]
    place: str | None
    formality: str | None
    title_says: str | None
    kamerstuk: str | None
    chamber: str | None
    letter_date: str | None
    presidency: str | None
    items: int
    passages: int
    added_at: str
    path: str
    warnings: tuple[str, ...]

    @property
    def dates(self) -> tuple[str, ...]:
        """When it happened: the meeting's dates, or the letter's where there was no meeting."""
        return self.meeting_dates or ((self.letter_date,) if self.letter_date else ())


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a reading came from: its file's path and digest, and when it was added."""

    path: str
    file_sha: str
    added_at: str


class Row(NamedTuple):
    """A passage as search sees it: where it stands, and the digest of its embedded text."""

    id: str
    text_sha: str
    document: str
    item: str
    section: str | None
    start: int
    end: int
    note: int | None
    actors: str

    @property
    def passage(self) -> Passage:
        """The passage itself."""
        return Passage(
            self.id,
            self.document,
            self.item,
            Span(self.start, self.end),
            self.note,
            _actors(self.actors),
        )


# the fields of a Row: the garbage collector looks through Rows again and again, not through these
PlainRow = tuple[str, str, str, str, str | None, int, int, int | None, str]


def sha(text: str) -> str:
    """The digest (32 hexadecimals) by which a text is known."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def entries(sql: sqlite3.Connection) -> list[Entry]:
    """Every document, in order of id."""
    found = sql.execute(
        "SELECT id, file, kind, title, meeting_dates, place, formality, title_says, kamerstuk,"
        " chamber, letter_date, presidency,"
        " (SELECT count(*) FROM items WHERE document = documents.id),"
        " (SELECT count(*) FROM passages WHERE document = documents.id),"
        " added_at, path, warnings FROM documents ORDER BY id"
    )
    return [
        Entry(*[*row[:4], tuple(json.loads(row[4])), *row[5:16], tuple(json.loads(row[16]))])
        for row in found
    ]


def document(sql: sqlite3.Connection, name: str) -> Document | None:
    """A document with its text; None when there is none of that id."""
    row = sql.execute(
        "SELECT id, file, kind, title, meeting_dates, place, formality, title_says, kamerstuk,"
        " chamber, letter_date, presidency, text, page_starts FROM documents WHERE id = ?",
        (name,),
    ).fetchone()
    if row is None:
        return None
    starts = None if row[13] is None else tuple(json.loads(row[13]))
    return Document(*[*row[:4], tuple(json.loads(row[4])), *row[5:13], starts])


def items(sql: sqlite3.Connection, name: str) -> tuple[AgendaItem, ...]:
    """The items of a document in their order, with their notes."""
    notes: dict[str, list[Note]] = {}
    for path, number, start, end, call in sql.execute(
        'SELECT item, number, "start", "end", call FROM notes WHERE document = ?'
        " ORDER BY item, position",
        (name,),
    ):
        notes.setdefault(path, []).append(Note(number, Span(start, end), call))
    found = sql.execute(
        'SELECT path, section, number, title, tag, "start", "end" FROM items WHERE document = ?'
        " ORDER BY position",
        (name,),
    )
    return tuple(
        AgendaItem(*[*row[:5], Span(row[5], row[6]), tuple(notes.get(row[0], ()))]) for row in found
    )


def rows(sql: sqlite3.Connection) -> list[Row]:
    """All passages in order of id."""
    return [Row._make(row) for row in plain_rows(sql)]


def plain_rows(sql: sqlite3.Connection) -> list[PlainRow]:
    """The same as plain tuples."""
    return sql.execute(
        'SELECT p.id, p.text_sha, p.document, p.item, i.section, p."start", p."end", p.note,'
        " p.actors FROM passages p JOIN items i ON i.document = p.document AND i.path = p.item "
        "ORDER BY p.id"
    ).fetchall()


def passages(sql: sqlite3.Connection, name: str) -> tuple[Passage, ...]:
    """The passages of a document in order of their place."""
    found = sql.execute(
        'SELECT id, document, item, "start", "end", note, actors FROM passages WHERE document = ?'
        ' ORDER BY "start", "end"',
        (name,),
    )
    return tuple(_passage(row) for row in found)


def passage(sql: sqlite3.Connection, name: str) -> Passage | None:
    """One passage; None when there is none of that id."""
    row = sql.execute(
        'SELECT id, document, item, "start", "end", note, actors FROM passages WHERE id = ?',
        (name,),
    ).fetchone()
    return None if row is None else _passage(row)


def texts(sql: sqlite3.Connection, names: Sequence[str]) -> dict[str, str]:
    """The texts of the passages of these ids, by id."""
    found = sql.execute(
        'SELECT p.id, substr(t.text, p."start" - p."end") FROM passages p'  # without its header
        " JOIN texts t ON t.sha = p.text_sha WHERE p.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(names)),),
    )
    return dict(found)


def _passage(row: tuple[str, str, str, int, int, int | None, str]) -> Passage:
    return Passage(row[0], row[1], row[2], Span(row[3], row[4]), row[5], _actors(row[6]))


def _actors(joined: str) -> tuple[str, ...]:
    return tuple(joined.split("; ")) if joined else ()
