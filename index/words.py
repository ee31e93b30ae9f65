"""The words of a library as they are spelt, each with the vector of its meaning.

Knows: which words are worth comparing a question's words with, and the shipped model, whatever
model embeds the passages. Does not know: questions, scores, files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from threadpoolctl import ThreadpoolController

from index.analyse import is_stop
from index.dense import similarity
from index.embed import Vectors
from index.lexical import Mask, Postings
from index.static import shipped

MOST = 50_000  # words of a library that are compared: its most frequent ones
SHORTEST = 3  # letters
_MORE = 20  # words looked at beyond those wanted, and how far a cosine may be off in float32:
_ROUNDING = 1e-4  # equal words are to be found whatever stands beside them
Halves = npt.NDArray[np.float16]


class Part(NamedTuple):
    """The words of one segment: the columns of its postings that are worth it, and vectors[i]."""

    columns: npt.NDArray[np.int64]
    vectors: Halves


@dataclass(frozen=True, slots=True)
class Words:
    """forms[i], of the term terms[i], has the unit vector vectors[i]; sorted by form."""

    forms: tuple[str, ...]
    terms: tuple[str, ...]
    vectors: Vectors

    def like(self, words: Vectors, number: int, least: float) -> list[dict[str, float]]:
        """For each row of `words` its up to `number` nearest terms with a cosine from `least`.

        A term is as near as the nearest of its forms.
        """
        if not self.forms:
            return [{} for _ in words]
        with _threads().limit(limits=1, user_api="blas"):  # a second thread costs more than it does
            cosines = self.vectors @ words.T  # a third faster than the other way round
        return [self._nearest(w, c, number, least) for w, c in zip(words, cosines.T, strict=True)]

    def _nearest(
        self, word: Vectors, cosines: Vectors, number: int, least: float
    ) -> dict[str, float]:
        near = np.flatnonzero(cosines >= least - _ROUNDING)
        if len(near) > 2 * number + _MORE:
            near = near[np.argsort(-cosines[near], kind="stable")[: 2 * number + _MORE]]
        found: dict[str, float] = {}
        for row, cosine in zip(near, similarity(self.vectors[near], word), strict=True):
            if cosine >= least:
                term = self.terms[int(row)]
                found[term] = max(float(cosine), found.get(term, 0.0))
        return dict(sorted(found.items(), key=lambda one: (-one[1], one[0]))[:number])


def part_of(postings: Postings, stored: bytes | None = None) -> Part:
    """The words of a segment's postings; their vectors from `stored` (see `to_bytes`), or made.

    Raises ValueError for stored vectors that are not those of these words.
    """
    columns = np.flatnonzero(np.array([_worth(form) for form in postings.forms], np.bool_))
    if stored is None:
        made = shipped().passages([postings.forms[column] for column in columns])
        return Part(columns, made.astype(np.float16))
    vectors: Halves = np.frombuffer(stored, np.float16).reshape(-1, shipped().dimension)
    if len(vectors) != len(columns):
        raise ValueError(f"{len(columns)} words do not fit {len(vectors)} vectors")
    return Part(columns, vectors)


def to_bytes(part: Part) -> bytes:
    """The vectors in half precision, row by row."""
    return part.vectors.tobytes()


def words_of(parts: Sequence[tuple[Postings, Part]], live: Mask) -> Words:
    """The MOST most frequent words of the live rows of all segments together, `live` over all.

    The same rows give the same words however they are spread over segments.
    """
    if len(parts) == 1:
        return _words_of_one(*parts[0], live)
    held: dict[str, int] = {}
    place: dict[str, tuple[int, int]] = {}
    base = 0
    for number, (postings, part) in enumerate(parts):
        counts = postings.held(live[base : base + len(postings.lengths)])[part.columns]
        base += len(postings.lengths)
        for row in np.flatnonzero(counts).tolist():
            form = postings.forms[part.columns[row]]
            held[form] = held.get(form, 0) + int(counts[row])
            place[form] = (number, row)
    forms = sorted(sorted(held, key=lambda form: (-held[form], form))[:MOST])
    vectors = np.empty((len(forms), shipped().dimension), np.float32)
    terms = []
    for at, form in enumerate(forms):
        number, row = place[form]
        postings, part = parts[number]
        vectors[at] = part.vectors[row]
        terms.append(postings.terms[part.columns[row]])
    return Words(tuple(forms), tuple(terms), vectors)


def _words_of_one(postings: Postings, part: Part, live: Mask) -> Words:
    """`words_of` a single segment, whose forms are sorted already."""
    counts = postings.held(live)[part.columns]
    often = np.argsort(-counts, kind="stable")[:MOST]
    rows = np.sort(often[counts[often] > 0])
    columns = part.columns[rows].tolist()
    return Words(
        tuple(postings.forms[column] for column in columns),
        tuple(postings.terms[column] for column in columns),
        part.vectors[rows].astype(np.float32),
    )


def _worth(form: str) -> bool:
    return len(form) >= SHORTEST and form.isalpha() and not is_stop(form)


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()
