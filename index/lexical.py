"""BM25 over postings: which words stand in which passages, and what that is worth to a question.

Knows: counts per row of words as spelt, their stems, Lucene's BM25, groups of weighted terms. Does
not know: words' meaning, passages' ids, files. A question is a sequence of groups, one per word; a
group maps terms to weights and the best of them counts: a word may be expanded into others.
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
Group = Mapping[str, float]  # terms that may stand for one word of a question, with weights


@dataclass(frozen=True, slots=True)
class Postings:
    """Who holds which word: `rows[starts[c]:starts[c + 1]]` are the rows with `forms[c]`.

    counts runs parallel to rows; lengths[row] is the number of words in that row. Forms are sorted
    and as the texts spell them, in lower case; columns: those of a term, the stem of the forms.
    """

    forms: tuple[str, ...]
    terms: tuple[str, ...]
    columns: Mapping[str, tuple[int, ...]]
    starts: npt.NDArray[np.int64]
    rows: Counts
    counts: Counts
    lengths: Counts

    def of(self, term: str) -> tuple[Counts, Counts]:
        """Rows that hold a form of `term`, rising, and how often; both empty for an unknown one."""
        columns = self.columns.get(term, ())
        held = [slice(int(self.starts[c]), int(self.starts[c + 1])) for c in columns]
        if len(held) == 1:
            return self.rows[held[0]], self.counts[held[0]]
        if not held:
            return self.rows[:0], self.counts[:0]
        rows = np.concatenate([self.rows[h] for h in held])
        order = np.argsort(rows, kind="stable")  # a merge: each form's rows are rising
        rows = rows[order]
        first = np.flatnonzero(np.diff(rows, prepend=-1))
        often = np.concatenate([self.counts[h] for h in held])[order]
        return rows[first], np.add.reduceat(often, first)

    def held(self, live: Mask) -> npt.NDArray[np.int64]:
        """For each form, how many of the live rows hold it."""
        if not len(self.rows):
            return np.zeros(len(self.forms), np.int64)
        if live.all():
            return np.diff(self.starts)
        return np.add.reduceat(live[self.rows], self.starts[:-1], dtype=np.int64)


def post(texts: Iterable[str], analyser: Analyser) -> Postings:
    """The postings of `texts`, row 0 being the first."""
    ids: dict[str, int] = {}
    columns, counts, sizes, lengths = array("i"), array("i"), array("i"), array("i")
    for text in texts:
        counted = Counter(analyser.every_form(text))
        columns.extend(ids.setdefault(form, len(ids)) for form in counted)
        counts.extend(counted.values())
        sizes.append(len(counted))
        lengths.append(counted.total())
    forms = tuple(sorted(ids))
    place = np.empty(len(ids), np.int32)
    for position, form in enumerate(forms):
        place[ids[form]] = position
    column = place[np.asarray(columns, np.int32)] if ids else np.empty(0, np.int32)
    order = np.argsort(column, kind="stable")  # stable: rows stay rising within a form
    rows = np.repeat(np.arange(len(sizes), dtype=np.int32), np.asarray(sizes, np.int32))
    held = np.bincount(column, minlength=len(forms)).astype(np.int64)
    return _postings(
        [(form, analyser.stem(form)) for form in forms],
        np.concatenate([np.zeros(1, np.int64), np.cumsum(held)]),
        rows[order],
        np.asarray(counts, np.int32)[order],
        np.asarray(lengths, np.int32),
    )


def _postings(
    stems: Sequence[tuple[str, str]],
    starts: npt.NDArray[np.int64],
    rows: Counts,
    counts: Counts,
    lengths: Counts,
) -> Postings:
    """stems: each form with its term."""
    columns: dict[str, tuple[int, ...]] = {}
    for column, (_, term) in enumerate(stems):
        columns[term] = (*columns.get(term, ()), column)
    forms, terms = tuple(form for form, _ in stems), tuple(term for _, term in stems)
    return Postings(forms, terms, columns, starts, rows, counts, lengths)


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
    slowing = K1 * (1 - B + B * lengths / average)
    for group in groups:
        best = np.zeros(len(live), np.float64)
        for term in sorted(group):
            rows, counts = _live_rows(parts, live, term)
            saturated = counts / (counts + slowing[rows])
            best[rows] = np.maximum(best[rows], group[term] * idf(number, len(rows)) * saturated)
        scores += best
    return scores


def idf(number: int, held: int) -> float:
    """How much a term says that `held` of `number` rows hold: ln(1 + (N - n + 0.5) / (n + 0.5))."""
    return math.log(1 + (max(number - held, 0) + 0.5) / (held + 0.5))


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
    """The arrays as an .npz file without pickle; forms with their terms as text, one a line."""
    buffer = io.BytesIO()
    np.savez(
        buffer,
        allow_pickle=False,
        starts=postings.starts,
        rows=postings.rows,
        counts=postings.counts,
        lengths=postings.lengths,
    )
    stems = zip(postings.forms, postings.terms, strict=True)
    return buffer.getvalue(), "".join(f"{form}\t{term}\n" for form, term in stems).encode()


def from_bytes(arrays: bytes, terms: bytes) -> Postings:
    """The inverse of `to_bytes`; raises ValueError or KeyError when the two are no postings."""
    with np.load(io.BytesIO(arrays), allow_pickle=False) as held:
        starts, rows, counts, lengths = (
            held[name] for name in ("starts", "rows", "counts", "lengths")
        )
    stems = [_pair(line) for line in terms.decode().split("\n")[:-1]]
    if len(starts) != len(stems) + 1 or int(starts[-1]) != len(rows) or len(rows) != len(counts):
        raise ValueError(f"{len(stems)} forms do not fit {len(starts) - 1} columns")
    return _postings(stems, starts, rows, counts, lengths)


def _pair(line: str) -> tuple[str, str]:
    form, term = line.split("\t")
    return form, term
