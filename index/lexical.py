"""BM25 over postings: which words stand in which passages, and what that is worth to a question.

Knows: term counts per row, Lucene's BM25, groups of weighted terms. Does not know: words' meaning,
passages' ids, files. A question is a sequence of groups, one per word; a group maps terms to
weights and the best of them counts: a word may be expanded into others (`index.expand`).
"""

from __future__ import annotations

import io
import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from index.analyse import Analyser, tokens

K1 = 1.5
B = 0.75

Mask = npt.NDArray[np.bool_]
Scores = npt.NDArray[np.float64]
Counts = npt.NDArray[np.int32]
Group = Mapping[str, float]  # terms that may stand for one word of a question, with weights


@dataclass(frozen=True, slots=True)
class Postings:
    """Who holds which term: `rows[starts[c]:starts[c + 1]]` are the rows with term `terms[c]`.

    counts runs parallel to rows; lengths[row] is the number of terms in that row. Terms are sorted;
    forms[c] is the word that `terms[c]` mostly is the stem of, as the texts spell it.
    """

    terms: tuple[str, ...]
    forms: tuple[str, ...]
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
    spelt: Counter[str] = Counter()
    columns, counts, sizes, lengths = array("i"), array("i"), array("i"), array("i")
    for text in texts:
        words = tokens(text)
        spelt.update(words)
        counted = Counter(chain.from_iterable(map(analyser.terms_of, words)))
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
        _usual_forms(terms, spelt, analyser),
        np.concatenate([np.zeros(1, np.int64), np.cumsum(held)]),
        rows[order],
        np.asarray(counts, np.int32)[order],
        np.asarray(lengths, np.int32),
    )


def _usual_forms(
    terms: Iterable[str], spelt: Mapping[str, int], analyser: Analyser
) -> dict[str, str]:
    """Each term with the word it mostly stands for; of equally frequent ones the first."""
    often: dict[str, Counter[str]] = {term: Counter() for term in terms}
    for token, count in spelt.items():
        for term, form in analyser.spelled(token):
            often[term][form] += count
    return {term: min(of, key=lambda form: (-of[form], form)) for term, of in often.items()}


def _postings(
    terms: Mapping[str, str],
    starts: npt.NDArray[np.int64],
    rows: Counts,
    counts: Counts,
    lengths: Counts,
) -> Postings:
    columns = {term: column for column, term in enumerate(terms)}
    return Postings(tuple(terms), tuple(terms.values()), columns, starts, rows, counts, lengths)


def groups_of(terms: Iterable[str]) -> list[dict[str, float]]:
    """The plainest question: each term a group of its own with weight 1."""
    return [{term: 1.0} for term in terms]


def bm25(parts: Sequence[Postings], live: Mask, groups: Sequence[Group]) -> Scores:
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
    """The arrays as an .npz file without pickle; terms and their forms as text, one a line."""
    buffer = io.BytesIO()
    np.savez(
        buffer,
        allow_pickle=False,
        starts=postings.starts,
        rows=postings.rows,
        counts=postings.counts,
        lengths=postings.lengths,
    )
    spelt = zip(postings.terms, postings.forms, strict=True)
    return buffer.getvalue(), "".join(f"{term}\t{form}\n" for term, form in spelt).encode()


def from_bytes(arrays: bytes, terms: bytes) -> Postings:
    """The inverse of `to_bytes`; raises ValueError or KeyError when the two are no postings."""
    with np.load(io.BytesIO(arrays), allow_pickle=False) as held:
        starts, rows, counts, lengths = (
            held[name] for name in ("starts", "rows", "counts", "lengths")
        )
    spelt = dict(line.split("\t") for line in terms.decode().split("\n")[:-1])
    if len(starts) != len(spelt) + 1 or int(starts[-1]) != len(rows) or len(rows) != len(counts):
        raise ValueError(f"{len(spelt)} terms do not fit {len(starts) - 1} columns")
    return _postings(spelt, starts, rows, counts, lengths)
