"""What one search sees: segments laid end to end, which rows live, whose they are.

Knows: rows, masks, scores by row. Does not know: files, locks, how scores are fused.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.dense import ExactVectors, Rows, Vectors, similarity
from index.entries import Entry, Row
from index.lexical import Group, Mask, Scores, bm25
from index.segment import Key, Segment
from index.words import Words

Codes = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of the library, never changed: revision, pointer and segments it was made from.

    rows[i] is None, and live[i] False, for a passage that was removed or replaced since its
    segment was made. document_of[i] and section_of[i] index `documents` and `sections`.
    """

    revision: int
    pointer: str | None
    segments: tuple[Segment, ...]
    rows: tuple[Row | None, ...]
    live: Mask
    documents: tuple[Entry, ...]
    document_of: Codes
    sections: tuple[str | None, ...]
    section_of: Codes

    def bm25(self, groups: Sequence[Group]) -> Scores:
        """BM25 of every row; statistics are those of all live rows, whatever is filtered."""
        return bm25([segment.postings for segment in self.segments], self.live, groups)

    def held(self, term: str) -> int:
        """How many rows hold `term`; those that were removed since are counted still."""
        return sum(len(segment.postings.of(term)[0]) for segment in self.segments)

    @property
    def words(self) -> list[Words]:
        """The words of the library as they are spelt, in parts that may overlap."""
        return [segment.words for segment in self.segments]

    def words_like(self, vectors: Vectors, number: int, least: float) -> list[dict[str, float]]:
        """For each row of `vectors` its `number` nearest terms with a cosine from `least`."""
        found: list[dict[str, float]] = [{} for _ in vectors]
        for words in self.words:
            for near, more in zip(found, words.like(vectors, number, least), strict=True):
                near.update((t, cosine) for t, cosine in more.items() if cosine > near.get(t, 0.0))
        ranked = (sorted(near.items(), key=lambda one: (-one[1], one[0])) for near in found)
        return [dict(near[:number]) for near in ranked]

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
        saying = [row is not None and actor in row.actors.split("; ") for row in self.rows]
        return self.live & np.array(saying, dtype=np.bool_)

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
        return found


def unsegmented(rows: Sequence[Row], segments: Sequence[Segment]) -> list[Row]:
    """The rows that no segment holds yet, in their order."""
    held = {key for segment in segments for key in segment.keys}
    return [row for row in rows if (row.id, row.text_sha) not in held]


def lay_out(
    stamp: tuple[int, str | None],
    rows: Sequence[Row],
    documents: Sequence[Entry],
    segments: Sequence[Segment],
) -> Snapshot:
    """The snapshot of the record's rows and documents over `segments`, which hold all the rows."""
    by_key: dict[Key, Row] = {(row.id, row.text_sha): row for row in rows}
    laid = tuple(by_key.get(key) for segment in segments for key in segment.keys)
    number = {entry.id: position for position, entry in enumerate(documents)}
    sections: dict[str | None, int] = {}
    document_of = [-1 if row is None else number[row.document] for row in laid]
    section_of = [
        -1 if row is None else sections.setdefault(row.section, len(sections)) for row in laid
    ]
    return Snapshot(
        *stamp,
        tuple(segments),
        laid,
        np.array([row is not None for row in laid], np.bool_),
        tuple(documents),
        np.array(document_of, np.int32),
        tuple(sections),
        np.array(section_of, np.int32),
    )
