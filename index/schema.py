"""The library's file: its tables, its format number, and how its faults are told.

Knows: SQLite. Does not know: what is searched, generations, embedders.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import LibraryLocked, LibraryRefused

FILE = "library.sqlite"
FORMAT = 1  # user_version
_OURS = 0x52414144  # application_id: "RAAD"
_CACHE = 64 * 1024  # KiB of pages in memory: digests fall all over the index of a large library
_CHECKPOINT = 8000  # pages of the log before it is worked in: a page is then written once for many

_TABLES = """
CREATE TABLE documents (
    id TEXT PRIMARY KEY, file TEXT NOT NULL, kind TEXT NOT NULL, title TEXT,
    meeting_dates TEXT NOT NULL, place TEXT, formality TEXT, title_says TEXT, kamerstuk TEXT,
    chamber TEXT, letter_date TEXT, presidency TEXT, page_starts TEXT,
    path TEXT NOT NULL, file_sha TEXT NOT NULL, text_sha TEXT NOT NULL, recipe TEXT NOT NULL,
    added_at TEXT NOT NULL, warnings TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX documents_by_path ON documents (path);
CREATE TABLE items (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL, path TEXT NOT NULL, section TEXT, number TEXT, title TEXT, tag TEXT,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
    PRIMARY KEY (document, path)
) STRICT;
CREATE TABLE notes (
    document TEXT NOT NULL, item TEXT NOT NULL, position INTEGER NOT NULL, number INTEGER NOT NULL,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, call INTEGER,
    PRIMARY KEY (document, item, position),
    FOREIGN KEY (document, item) REFERENCES items (document, path) ON DELETE CASCADE
) STRICT;
CREATE TABLE texts (sha TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE passages (
    id TEXT PRIMARY KEY, document TEXT NOT NULL, item TEXT NOT NULL,
    "start" INTEGER NOT NULL, "end" INTEGER NOT NULL, note INTEGER, actors TEXT NOT NULL,
    text_sha TEXT NOT NULL REFERENCES texts (sha),
    FOREIGN KEY (document, item) REFERENCES items (document, path) ON DELETE CASCADE
) STRICT;
CREATE INDEX passages_by_item ON passages (document, item);
CREATE INDEX passages_by_text ON passages (text_sha);
CREATE TABLE vectors (
    text_sha TEXT NOT NULL REFERENCES texts (sha) ON DELETE CASCADE,
    model TEXT NOT NULL, vector BLOB NOT NULL,
    PRIMARY KEY (text_sha, model)
) STRICT;
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO settings VALUES ('revision', '0');
"""


@contextmanager
def told_by_sqlite(folder: Path) -> Iterator[None]:
    """Turn what SQLite says into a LibraryRefused that names the folder and the remedy."""
    try:
        yield
    except sqlite3.IntegrityError:  # a fault of this program, not of the disk
        raise
    except sqlite3.DatabaseError as error:
        raise _refusal(folder, str(error)) from error


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """The same for what SQLite and the file system say; for no code but the library's own."""
    try:
        with told_by_sqlite(folder):
            yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise _refusal(folder, "disk is full") from error
        raise LibraryRefused(
            f"{folder}: {error.strerror or error}; choose a folder that can be written to"
        ) from error


def _refusal(folder: Path, why: str) -> LibraryRefused:
    if "full" in why:
        return LibraryRefused(
            f"{folder}: the disk is full; nothing was changed: free some space and try again"
        )
    if "readonly" in why or "unable to open" in why:
        return LibraryRefused(f"{folder}: cannot be written to; choose another folder (--library)")
    if "locked" in why or "busy" in why:
        return LibraryLocked(f"{folder}: another process keeps it locked; wait for it or stop it")
    return LibraryRefused(
        f"{folder / FILE}: damaged or no library ({why}); move the folder away and add the "
        "papers again"
    )


def connect(folder: Path, *, create: bool) -> sqlite3.Connection:
    """A connection to the library in `folder`, its format checked; made first where `create`.

    The caller holds the writer lock when it asks to create. Raises LibraryRefused.
    """
    path = folder / FILE
    with told(folder):
        there = path.is_file()
    if not create and not there:
        raise LibraryRefused(f"{folder}: there is no library yet; make one with `raadpleeg add`")
    with told(folder):
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA busy_timeout = 10000")
            _check(connection, folder, create)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute(f"PRAGMA cache_size = -{_CACHE}")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT}")
        except BaseException:
            connection.close()
            raise
    return connection


def _check(connection: sqlite3.Connection, folder: Path, create: bool) -> None:
    """Refuse a file that is not ours or too new; make the tables in one that is empty."""
    ours = int(connection.execute("PRAGMA application_id").fetchone()[0])
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    empty = not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if ours == 0 and empty:  # new, or its maker was killed before the first commit
        if not create:
            raise LibraryRefused(
                f"{folder}: there is no library yet; make one with `raadpleeg add`"
            )
        connection.execute("PRAGMA page_size = 8192")  # three vectors of 512 numbers a page
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(
            f"BEGIN IMMEDIATE; {_TABLES} PRAGMA application_id = {_OURS};"
            f" PRAGMA user_version = {FORMAT}; COMMIT;"
        )
    elif ours != _OURS:
        raise LibraryRefused(
            f"{folder / FILE}: is no library of Raadpleeg; choose another folder (--library)"
        )
    elif version != FORMAT:
        raise LibraryRefused(
            f"{folder}: has format {version}, this program knows {FORMAT}; use the program that "
            "made it, or add the papers to a new folder"
        )


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` last through a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
