"""What one search sees: segments laid end to end, which rows live, whose they are.

Knows: rows, masks, scores by row. Does not know: files, locks, how scores are fused.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from index.dense import ExactVectors, Rows, Vectors, similarity
from index.entries import Entry, PlainRow, Row
from index.lexical import Group, Mask, Scores, bm25, idf
from index.segment import Key, Segment
from index.words import Words, words_of

_DOCUMENT: Final = 2  # places in a plain row
_SECTION: Final = 4
_ACTORS: Final = 8
_REMEMBERED = 10_000  # words of questions

Codes = npt.NDArray[np.int32]
Meaning = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the library, never changed: revision, pointer and segments it was made from.

    rows[i] is None, and live[i] False, for a passage that was removed or replaced since its
    segment was made. document_of[i] and section_of[i] and speakers_of[i] index
    `documents`, `sections` and `speakers` (actors as in the rows).
    """

    revision: int
    pointer: str | None
    segments: tuple[Segment, ...]
    rows: tuple[PlainRow | None, ...]
    live: Mask
    documents: tuple[Entry, ...]
    document_of: Codes
    sections: tuple[str | None, ...]
    section_of: Codes
    speakers: tuple[str, ...]
    speakers_of: Codes
    words: Words
    _held: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    _like: dict[tuple[str, int, float], Group] = field(
        default_factory=dict, compare=False, repr=False
    )

    def bm25(self, groups: Sequence[Group]) -> Scores:
        """BM25 of every row; statistics are those of all live rows, whatever is filtered."""
        return bm25([segment.postings for segment in self.segments], self.live, groups)

    def weight(self, groups: Sequence[Group]) -> float:
        """The most that BM25 of a passage can be for `groups`: all their best words, throughout."""
        number = int(self.live.sum())
        held = {term: self.held(term) for group in groups for term in group}
        return sum(
            max((w * idf(number, held[term]) for term, w in group.items() if held[term]), default=0)
            for group in groups
        )

    def held(self, term: str) -> int:
        """How many live rows hold `term`."""
        count = self._held.get(term)
        if count is None:
            base = count = 0
            for segment in self.segments:
                count += int(self.live[segment.postings.of(term)[0] + base].sum())
                base += len(segment.keys)
            self._held[term] = count
        return count

    def like(
        self, words: Sequence[str], meaning: Meaning, number: int, least: float
    ) -> list[Group]:
        """For each word its up to `number` nearest terms with a cosine from `least`.

        meaning: gives their vectors. What was found is kept: the same words are asked for several
        times on the way to one answer.
        """
        if len(self._like) > _REMEMBERED:
            self._like.clear()
        keys = {word: (word, number, least) for word in words}
        fresh = [word for word, key in keys.items() if key not in self._like]
        if fresh:
            found = self.words.like(meaning(fresh), number, least)
            self._like.update((keys[word], near) for word, near in zip(fresh, found, strict=True))
        return [self._like[keys[word]] for word in words]

    def of_documents(self, wanted: Callable[[Entry], bool]) -> Mask:
        """Live rows whose document is wanted."""
        chosen = np.array([wanted(entry) for entry in self.documents] + [False])
        allowed: Mask = self.live & chosen[self.document_of]
        return allowed

    def of_sections(self, wanted: Callable[[str | None], bool]) -> Mask:
        """Live rows whose section is wanted."""
        chosen = np.array([wanted(section) for section in self.sections] + [False])
        allowed: Mask = self.live & chosen[self.section_of]
        return allowed

    def of_actor(self, actor: str) -> Mask:
        """Live rows that report words of `actor`."""
        chosen = np.array([actor in names.split("; ") for names in self.speakers] + [False])
        allowed: Mask = self.live & chosen[self.speakers_of]
        return allowed

    def nearest(
        self, question: Vectors, allowed: Mask, depth: int, stored: ExactVectors
    ) -> tuple[Rows, Scores]:
        """Candidates for the `depth` allowed rows most like `question`, with exact similarities.

        stored: gives the exact vectors of rows, for segments that hold codes only.
        """
        rows, scores, base = [np.empty(0, np.int64)], [np.empty(0, np.float64)], 0
        for segment in self.segments:
            part = allowed[base : base + len(segment.keys)]
            found = segment.dense.search(question, part, depth)
            vectors = segment.dense.vectors(found)
            rows.append(found + base)
            if vectors is None:
                vectors = stored(found + base)
            scores.append(similarity(vectors, question))
            base += len(segment.keys)
        return np.concatenate(rows), np.concatenate(scores)

    def likeness(self, rows: Rows, question: Vectors, stored: ExactVectors) -> Scores:
        """The exact similarity of each of `rows` to the question."""
        scores, base = np.empty(len(rows), np.float64), 0
        for segment in self.segments:
            here = (rows >= base) & (rows < base + len(segment.keys))
            if here.any():
                vectors = segment.dense.vectors(rows[here] - base)
                exact = stored(rows[here]) if vectors is None else vectors
                scores[here] = similarity(exact, question)
            base += len(segment.keys)
        return scores

    def best(self, rows: Rows, scores: Scores, depth: int) -> list[int]:
        """The `depth` rows of highest score (parallel to `rows`), equal ones in order of id."""
        if len(rows) > depth:
            cut = np.partition(scores, len(scores) - depth)[len(scores) - depth]
            rows, scores = rows[scores >= cut], scores[scores >= cut]
        order = sorted(range(len(rows)), key=lambda i: (-scores[i], self.row(int(rows[i])).id))
        return [int(rows[i]) for i in order[:depth]]

    def row(self, index: int) -> Row:
        """The live passage at `index`."""
        found = self.rows[index]
        if found is None:
            raise IndexError(f"row {index} is dead")
        return Row._make(found)


def unsegmented(rows: Sequence[PlainRow], segments: Sequence[Segment]) -> list[Row]:
    """The rows that no segment holds yet, in their order."""
    if _just(rows, segments):
        return []
    held = {key for segment in segments for key in segment.keys}
    return [Row._make(row) for row in rows if row[:2] not in held]


def _just(rows: Sequence[PlainRow], segments: Sequence[Segment]) -> bool:
    """True for a single segment that holds these rows and no other: the library as it is mostly."""
    if len(segments) != 1 or len(segments[0].keys) != len(rows):
        return False
    return all(row[:2] == key for row, key in zip(rows, segments[0].keys, strict=True))


def lay_out(
    stamp: tuple[int, str | None],
    rows: Sequence[PlainRow],
    documents: Sequence[Entry],
    segments: Sequence[Segment],
) -> Snapshot:
    """The snapshot of the record's rows and documents over `segments`, which hold all the rows."""
    laid: tuple[PlainRow | None, ...] = tuple(rows)
    if not _just(rows, segments):
        by_key: dict[Key, PlainRow] = {row[:2]: row for row in rows}
        laid = tuple(by_key.get(key) for segment in segments for key in segment.keys)
    number = {entry.id: position for position, entry in enumerate(documents)}
    sections: dict[str | None, int] = {}
    speakers: dict[str, int] = {}
    document_of = [-1 if row is None else number[row[_DOCUMENT]] for row in laid]
    section_of = [
        -1 if row is None else sections.setdefault(row[_SECTION], len(sections)) for row in laid
    ]
    speakers_of = [
        -1 if row is None else speakers.setdefault(row[_ACTORS], len(speakers)) for row in laid
    ]
    live = np.array([row is not None for row in laid], np.bool_)
    return Snapshot(
        *stamp,
        tuple(segments),
        laid,
        live,
        tuple(documents),
        np.array(document_of, np.int32),
        tuple(sections),
        np.array(section_of, np.int32),
        tuple(speakers),
        np.array(speakers_of, np.int32),
        words_of([(segment.postings, segment.words) for segment in segments], live),
    )
