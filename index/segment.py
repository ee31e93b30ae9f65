"""A part of the library made ready for search: passages' keys, their vectors, their words.

Knows: how a part is made from the record. Does not know: which part is on disk, filters, fusion.
A passage's key is its id and the digest of its embedded text: a passage that keeps its id while
its text changes is another row, and the old row is dead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.analyse import analyser
from index.dense import Dense, densify
from index.entries import Row
from index.lexical import Postings, post
from index.store import Store
from index.words import Part, part_of

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows in order of `keys`; `dense` and `postings` number them alike; `words`: of postings."""

    keys: tuple[Key, ...]
    dense: Dense
    postings: Postings
    words: Part


def build(store: Store, rows: Sequence[Row], model: str, dimension: int) -> Segment:
    """The segment of `rows`, from the record alone: no document is read or embedded again."""
    shas = [row.text_sha for row in rows]
    postings = post(store.texts(shas), analyser())
    return Segment(
        tuple((row.id, row.text_sha) for row in rows),
        densify(store.vectors(shas, model, dimension)),
        postings,
        part_of(postings),
    )
