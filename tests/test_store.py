"""The record: what goes in comes out, one change at a time, and faults are told in one line."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest
from shelf import Letters, opened, put, reading

from index.entries import sha
from index.errors import LibraryLocked, LibraryRefused
from index.schema import FILE, told
from index.store import Store


def test_everything_comes_back_as_it_went_in(tmp_path: Path) -> None:
    made = reading("een.txt", "aap 'noot'", "mies; DROP TABLE items", note="voetnoot é 🙂")
    with opened(tmp_path) as library:
        put(library, made)
    with opened(tmp_path, create=False) as library:
        assert library.document("een.txt") == made.document
        assert library.items("een.txt") == made.items
        assert library.item("een.txt", "Justitie/1") == made.items[0]
        assert library.passages("een.txt") == made.passages
        assert library.passage(made.passages[1].id) == made.passages[1]
        [entry] = library.documents()
        assert (entry.id, entry.items, entry.passages) == ("een.txt", 1, 3)
        assert entry.meeting_dates == entry.dates == ("2024-06-13",)


def test_a_document_without_items_or_pages(tmp_path: Path) -> None:
    from dataclasses import replace

    made = reading("kaal.txt", "tekst")
    bare = replace(made.document, page_starts=None, meeting_dates=())
    with opened(tmp_path) as library:
        put(library, replace(made, document=bare, items=(), passages=(), embedded=()))
        assert library.document("kaal.txt") == bare
        assert library.items("kaal.txt") == library.passages("kaal.txt") == ()
        assert library.documents()[0].dates == ()


def test_a_change_is_whole_or_not_at_all(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        put(library, reading("een.txt", "aap"))
    store = Store(tmp_path)
    before = store.revision
    with pytest.raises(ZeroDivisionError), store.changing():
        store.drop("een.txt")
        raise ZeroDivisionError
    assert store.revision == before
    assert store.sql.execute("SELECT count(*) FROM passages").fetchone() == (1,)
    with store.changing():
        store.sweep(store.drop("een.txt"))
    assert store.revision == before + 1
    for table in ("documents", "items", "notes", "passages", "texts", "vectors"):
        assert store.sql.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    store.close()


def test_vectors_are_known_by_text_and_model(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        put(library, reading("een.txt", "aab", "c"))
    store = Store(tmp_path)
    shas = [sha("c"), sha("aab"), sha("c")]
    expected = Letters().questions(["c", "aab", "c"])
    np.testing.assert_array_equal(store.vectors(shas, "letters", 4), expected)
    assert store.texts(shas) == ["c", "aab", "c"]
    assert store.without_vector([*shas, sha("new")], "letters") == [sha("new")]
    assert store.without_vector(shas, "other") == [sha("c"), sha("aab")]
    with pytest.raises(KeyError):
        store.vectors(shas, "other", 4)
    store.close()


def test_a_reader_sees_one_state_while_another_writes(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        put(library, reading("een.txt", "aap"))
        store = Store(tmp_path)
        with store.reading():
            before = store.revision
            put(library, reading("twee.txt", "noot"))
            assert store.revision == before
        assert store.revision == before + 1
        store.close()


def test_durable_settings_are_on(tmp_path: Path) -> None:
    with opened(tmp_path):
        store = Store(tmp_path)
        asked = {
            name: store.sql.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "user_version")
        }
        store.close()
    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "user_version": 1}


def test_no_library_is_told_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(LibraryRefused, match="no library yet; make one with `raadpleeg add`"):
        opened(tmp_path / "none", create=False)
    assert not (tmp_path / "none").exists()


def test_a_newer_format_is_refused_untouched(tmp_path: Path) -> None:
    opened(tmp_path).close()
    with sqlite3.connect(tmp_path / FILE) as sql:
        sql.execute("PRAGMA user_version = 2")
    with pytest.raises(LibraryRefused, match="format 2, this program knows 1"):
        opened(tmp_path)


def test_other_files_are_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as sql:
        sql.execute("CREATE TABLE t (x)")
    with pytest.raises(LibraryRefused, match="no library of Raadpleeg"):
        opened(tmp_path)
    (tmp_path / FILE).write_bytes(b"this is a text file, and a long enough one" * 100)
    with pytest.raises(LibraryRefused, match="damaged or no library"):
        opened(tmp_path)


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryRefused, match="choose a folder that can be written to"):
        opened(tmp_path / "file" / "library")


@pytest.mark.parametrize(
    ("fault", "kind", "said"),
    [
        (sqlite3.OperationalError("database or disk is full"), LibraryRefused, "disk is full"),
        (OSError(28, "No space left on device"), LibraryRefused, "disk is full"),
        (
            sqlite3.OperationalError("attempt to write a readonly database"),
            LibraryRefused,
            "cannot be written to",
        ),
        (OSError(30, "Read-only file system"), LibraryRefused, "Read-only file system"),
        (sqlite3.OperationalError("database is locked"), LibraryLocked, "keeps it locked"),
        (sqlite3.DatabaseError("database disk image is malformed"), LibraryRefused, "damaged"),
    ],
)
def test_faults_name_the_folder(
    tmp_path: Path, fault: Exception, kind: type[LibraryRefused], said: str
) -> None:
    with pytest.raises(kind, match=said) as refused, told(tmp_path):
        raise fault
    assert str(tmp_path) in str(refused.value)
    assert "\n" not in str(refused.value)
