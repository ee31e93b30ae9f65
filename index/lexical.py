"""BM25 over postings: which words stand in which passages, and what that is worth to a question.

Knows: term counts per row, Lucene's BM25, groups of weighted terms. Does not know: words' meaning,
passages' ids, files. A question is a sequence of groups, one per word; a group maps terms to
weights and the best of them counts, so that a word may later be expanded into others.
"""

from __future__ import annotations

import io
import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.analyse import Analyser

K1 = 1.5
B = 0.75

Mask = npt.NDArray[np.bool_]
Scores = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Postings:
    """Who holds which term: `rows[starts[c]:starts[c + 1]]` are the rows with term `terms[c]`.

    counts runs parallel to rows; lengths[row] is the number of terms in that row. Terms are sorted.
    """

    terms: tuple[str, ...]
    columns: Mapping[str, int]
    starts: npt.NDArray[np.int64]
    rows: Counts
    counts: Counts
    lengths: Counts

    def of(self, term: str) -> tuple[Counts, Counts]:
        """Rows that hold `term`, rising, and how often; both empty for an unknown term."""
        column = self.columns.get(term)
        if column is None:
            return self.rows[:0], self.counts[:0]
        held = slice(int(self.starts[column]), int(self.starts[column + 1]))
        return self.rows[held], self.counts[held]


def post(texts: Iterable[str], analyser: Analyser) -> Postings:
    """The postings of `texts`, row 0 being the first."""
    ids: dict[str, int] = {}
    columns, counts, sizes, lengths = array("i"), array("i"), array("i"), array("i")
    for text in texts:
        counted = Counter(analyser.every_term(text))
        columns.extend(ids.setdefault(term, len(ids)) for term in counted)
        counts.extend(counted.values())
        sizes.append(len(counted))
        lengths.append(counted.total())
    terms = tuple(sorted(ids))
    place = np.empty(len(ids), np.int32)
    for position, term in enumerate(terms):
        place[ids[term]] = position
    column = place[np.asarray(columns, np.int32)] if ids else np.empty(0, np.int32)
    order = np.argsort(column, kind="stable")  # stable: rows stay rising within a term
    rows = np.repeat(np.arange(len(sizes), dtype=np.int32), np.asarray(sizes, np.int32))
    held = np.bincount(column, minlength=len(terms)).astype(np.int64)
    return _postings(
        terms,
        np.concatenate([np.zeros(1, np.int64), np.cumsum(held)]),
        rows[order],
        np.asarray(counts, np.int32)[order],
        np.asarray(lengths, np.int32),
    )


def _postings(
    terms: tuple[str, ...],
    starts: npt.NDArray[np.int64],
    rows: Counts,
    counts: Counts,
    lengths: Counts,
) -> Postings:
    columns = {term: column for column, term in enumerate(terms)}
    return Postings(terms, columns, starts, rows, counts, lengths)


def groups_of(terms: Iterable[str]) -> list[dict[str, float]]:
    """The plainest question: each term a group of its own with weight 1."""
    return [{term: 1.0} for term in terms]


def bm25(parts: Sequence[Postings], live: Mask, groups: Sequence[Mapping[str, float]]) -> Scores:
    """BM25 of every row of `parts` laid end to end; rows not `live` score 0 and count for nothing.

    score = sum over groups of max over its terms of
            weight · ln(1 + (N - df + 0.5) / (df + 0.5)) · tf / (tf + k1 · (1 - b + b · len / avg))
    The same rows give the same scores to the last bit however they are spread over parts.
    """
    scores = np.zeros(len(live), np.float64)
    number = int(live.sum())
    if not number:
        return scores
    lengths = np.concatenate([part.lengths for part in parts])
    average = float(lengths[live].sum(dtype=np.int64)) / number or 1.0
    for group in groups:
        best = np.zeros(len(live), np.float64)
        for term in sorted(group):
            rows, counts = _live_rows(parts, live, term)
            idf = math.log(1 + (number - len(rows) + 0.5) / (len(rows) + 0.5))
            saturated = counts / (counts + K1 * (1 - B + B * lengths[rows] / average))
            best[rows] = np.maximum(best[rows], group[term] * idf * saturated)
        scores += best
    return scores


def _live_rows(parts: Sequence[Postings], live: Mask, term: str) -> tuple[Counts, Counts]:
    """Rows (numbered through all parts) and counts of `term` among the live rows."""
    rows, counts, base = [], [], 0
    for part in parts:
        held, often = part.of(term)
        kept = live[held + base]
        rows.append(held[kept] + np.int32(base))
        counts.append(often[kept])
        base += len(part.lengths)
    return np.concatenate(rows), np.concatenate(counts)


def to_bytes(postings: Postings) -> tuple[bytes, bytes]:
    """The arrays as an .npz file without pickle, and the terms as text, one a line."""
    buffer = io.BytesIO()
    np.savez(
        buffer,
        allow_pickle=False,
        starts=postings.starts,
        rows=postings.rows,
        counts=postings.counts,
        lengths=postings.lengths,
    )
    return buffer.getvalue(), "".join(f"{term}\n" for term in postings.terms).encode()


def from_bytes(arrays: bytes, terms: bytes) -> Postings:
    """The inverse of `to_bytes`; raises ValueError or KeyError when the two are no postings."""
    with np.load(io.BytesIO(arrays), allow_pickle=False) as held:
        starts, rows, counts, lengths = (
            held[name] for name in ("starts", "rows", "counts", "lengths")
        )
    names = tuple(terms.decode().split("\n")[:-1])
    if len(starts) != len(names) + 1 or int(starts[-1]) != len(rows) or len(rows) != len(counts):
        raise ValueError(f"{len(names)} terms do not fit {len(starts) - 1} columns")
    return _postings(names, starts, rows, counts, lengths)
