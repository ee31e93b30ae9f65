"""The words of a part of the library as they are spelt, each with the vector of its meaning.

Knows: which words are worth comparing a question's words with, and the shipped model, whatever
model embeds the passages. Does not know: questions, scores, files.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.analyse import is_stop
from index.embed import Vectors
from index.lexical import Postings
from index.static import shipped

MOST = 50_000  # words of a part that are compared: its most frequent ones
SHORTEST = 3  # letters
_STORED = np.float16


@dataclass(frozen=True, slots=True)
class Words:
    """terms[i], spelt as forms[i], has the unit vector vectors[i]; in order of their column."""

    terms: tuple[str, ...]
    forms: tuple[str, ...]
    vectors: Vectors

    def like(self, words: Vectors, number: int, least: float) -> list[dict[str, float]]:
        """For each row of `words` its up to `number` nearest terms with a cosine from `least`."""
        if not self.terms:
            return [{} for _ in words]
        cosines = words @ self.vectors.T
        return [_nearest(self.terms, row, number, least) for row in cosines]


def words_of(postings: Postings, stored: bytes | None = None) -> Words:
    """The words of `postings`; their vectors from `stored` (see `to_bytes`), or made now.

    Raises ValueError for stored vectors that are not those of these words.
    """
    held = np.diff(postings.starts)
    worth = np.array([_worth(form) for form in postings.forms], np.bool_)
    columns = np.flatnonzero(worth) if len(worth) else np.empty(0, np.int64)
    if len(columns) > MOST:
        columns = np.sort(columns[np.argsort(-held[columns], kind="stable")[:MOST]])
    forms = tuple(postings.forms[column] for column in columns)
    made = shipped().passages(forms).astype(_STORED).tobytes() if stored is None else stored
    vectors = np.frombuffer(made, _STORED).reshape(-1, shipped().dimension).astype(np.float32)
    if len(vectors) != len(forms):
        raise ValueError(f"{len(forms)} words do not fit {len(vectors)} vectors")
    return Words(tuple(postings.terms[column] for column in columns), forms, vectors)


def to_bytes(words: Words) -> bytes:
    """The vectors in half precision, row by row; exact, as they were made so."""
    return np.ascontiguousarray(words.vectors, _STORED).tobytes()


def _worth(form: str) -> bool:
    return len(form) >= SHORTEST and form.isalpha() and not is_stop(form)


def _nearest(
    terms: tuple[str, ...], cosines: Vectors, number: int, least: float
) -> dict[str, float]:
    """The nearest first; of equally near ones the first in `terms`."""
    near = np.flatnonzero(cosines >= least)
    best = near[np.argsort(-cosines[near], kind="stable")[:number]]
    return {terms[int(row)]: float(cosines[row]) for row in best}
