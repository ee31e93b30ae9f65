"""Adding, replacing and removing documents: what becomes of a file that comes in.

Knows: names, duplicates, what one change to the record holds. Does not know: locks, search.
"""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path
from typing import Literal

from index.embed import Embedder, checked
from index.entries import Stamp, sha
from index.errors import LibraryRefused
from index.reading import Reading
from index.store import Store

State = Literal["new", "changed", "added", "replaced", "unchanged", "duplicate"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a file is to the library, or became, and the id of the document concerned.

    "new" and "changed" ask for reading; a "duplicate" is kept once, under the id given here.
    """

    state: State
    document: str


def known(store: Store, path: Path, file_sha: str, recipe: str) -> Outcome:
    """What a file is before it is read, by its path and the digest of its bytes."""
    found = store.sql.execute(
        "SELECT id, file_sha = ? AND recipe = ? FROM documents WHERE path = ?",
        (file_sha, recipe, path_text(path)),
    ).fetchone()
    if found is not None:
        return Outcome("unchanged" if found[1] else "changed", str(found[0]))
    twin = store.sql.execute(
        "SELECT id FROM documents WHERE file_sha = ? AND recipe = ? ORDER BY id", (file_sha, recipe)
    ).fetchone()
    return Outcome("new", id_for(store, path)) if twin is None else Outcome("duplicate", twin[0])


def id_for(store: Store, path: Path) -> str:
    """The id of the file at `path`: the one it has, or its name with as many folders as tell it
    from the other documents ("2023/verslag.txt")."""
    mine = store.sql.execute(
        "SELECT id FROM documents WHERE path = ?", (path_text(path),)
    ).fetchone()
    if mine is not None:
        return str(mine[0])
    parts = [_shown(part) for part in path.absolute().parts[1:]]
    names = ["/".join(parts[-depth:]) for depth in range(1, len(parts) + 1)]
    numbered = (f"{names[-1]} ({number})" for number in count(2))
    return next(name for name in chain(names, numbered) if not _holds(store, name))


def shelve(store: Store, reading: Reading, came: tuple[Path, str], embedder: Embedder) -> Outcome:
    """Put a proved reading into the record as one change, embedding only texts that are new.

    came: the file's path and the digest of its bytes. The caller holds the writer lock.
    """
    check_model(store, embedder.name)
    path, file_sha = came
    name = reading.document.id
    if name != id_for(store, path):
        raise ValueError(f"{name}: the id of {path} is {id_for(store, path)}")
    before = known(store, path, file_sha, reading.recipe)
    if before.state == "unchanged":
        return before
    twin = store.sql.execute(
        "SELECT id FROM documents WHERE text_sha = ? AND id <> ? ORDER BY id",
        (sha(reading.document.text), name),
    ).fetchone()
    texts = {sha(text): text for text in reading.embedded}
    fresh = [] if twin else store.without_vector(texts, embedder.name)
    vectors = None
    if fresh:
        given = embedder.passages([texts[digest] for digest in fresh])
        vectors = checked(given, len(fresh), embedder)
    stamp = Stamp(path_text(path), file_sha, datetime.now(UTC).isoformat(timespec="seconds"))
    with store.changing():
        old = store.drop(name)
        if not twin:
            store.put(reading, stamp)
        if vectors is not None:
            store.put_vectors(fresh, embedder.name, vectors)
            store.remember("model", embedder.name)
            store.remember("dimension", str(embedder.dimension))
        store.sweep(old)
    if twin:
        return Outcome("duplicate", str(twin[0]))
    return Outcome("replaced" if before.state == "changed" else "added", name)


def check_model(store: Store, model: str) -> None:
    """Refuse to mix vectors: raises LibraryRefused when another model made those of the record."""
    held = store.setting("model")
    if held not in (None, model) and store.sql.execute("SELECT 1 FROM passages").fetchone():
        raise LibraryRefused(
            f"{store.folder}: made with embedder {held}, the settings say {model}; run "
            "`raadpleeg reindex`, or set RAADPLEEG_EMBEDDER to the model it was made with"
        )


def unshelve(store: Store, name: str) -> None:
    """Remove a document and all that came from it; raises LibraryRefused for an unknown id."""
    if not _holds(store, name):
        raise unknown(store, name)
    with store.changing():
        store.sweep(store.drop(name))


def unknown(store: Store, name: str) -> LibraryRefused:
    """The refusal of an id that no document has, with those that look like it."""
    ids = [str(row[0]) for row in store.sql.execute("SELECT id FROM documents ORDER BY id")]
    near = difflib.get_close_matches(name, ids, 3, 0.4)
    hint = f"did you mean {' or '.join(near)}?" if near else "`raadpleeg documents` lists them"
    return LibraryRefused(f"{name}: the library holds no such document; {hint}")


def _holds(store: Store, name: str) -> bool:
    found = store.sql.execute("SELECT 1 FROM documents WHERE id = ?", (name,)).fetchone()
    return found is not None


def path_text(path: Path) -> str:
    """The absolute path as text, also where the file system's bytes are no text."""
    return os.fsencode(path.absolute()).decode("utf-8", "backslashreplace")


def _shown(name: str) -> str:
    """A name without control and direction characters, which could make it look like another."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)
