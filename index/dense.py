"""Unit vectors in FAISS: exact search by inner product, or IVF with exact rescoring when large.

Knows: vectors by row, masks, FAISS. Does not know: texts, passages' ids, files.
FAISS is imported at first use: it costs a third of a second that other commands need not pay.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np
import numpy.typing as npt

from index.lexical import Mask, Scores

EXACT_UP_TO = 200_000  # passages; above, an exact search takes longer than a reader should wait
_SLACK = 32  # candidates beyond those asked for, so that ties and rounding are settled exactly
_ROUNDING = 1e-4  # FAISS adds in single precision; scores nearer than this may stand in any order
_ROUNDING_CODED = 0.02  # the same for 8-bit codes
_LEARNT_FROM = 40  # vectors for each cell: FAISS's 256 takes five times as long for 0.01 of recall
_PROBED = 2  # one cell in so many is searched: 0.99 of the nearest 10; one in 16 gave 0.84

Vectors = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]
ExactVectors = Callable[[Rows], Vectors]


def _faiss() -> ModuleType:
    """FAISS with one thread: more make single questions slower on a busy machine."""
    import faiss

    faiss.omp_set_num_threads(1)
    module: ModuleType = faiss
    return module


@dataclass(frozen=True, slots=True)
class Dense:
    """Vectors of `count` rows, searchable. `exact`: the index holds the vectors themselves."""

    index: Any  # faiss.Index
    count: int
    dimension: int
    exact: bool

    def search(self, question: Vectors, allowed: Mask, depth: int) -> Rows:
        """Rows among which the `depth` best allowed ones surely are, in no particular order.

        question: float32 (dimension,); allowed: bool (count,). An exact index gives the truth;
        an approximate one (above EXACT_UP_TO) the nearest by its codes, to be rescored.
        """
        possible = int(allowed.sum())
        wanted = min(depth + _SLACK, possible)
        if not wanted:
            return np.empty(0, np.int64)
        slack = _ROUNDING if self.exact else _ROUNDING_CODED
        while True:
            near, rows = self._nearest(question, allowed, wanted, possible)
            cut = near[min(depth, len(near)) - 1] - slack
            if wanted >= possible or len(rows) < wanted or near[-1] < cut:
                return rows
            if not self.exact and wanted >= depth * 4:
                return rows
            wanted = min(wanted * 2, possible)

    def _nearest(
        self, question: Vectors, allowed: Mask, wanted: int, possible: int
    ) -> tuple[npt.NDArray[np.float32], Rows]:
        faiss = _faiss()
        bits = np.packbits(allowed, bitorder="little")
        chosen = faiss.IDSelectorBitmap(self.count, faiss.swig_ptr(bits))
        if self.exact:
            parameters = faiss.SearchParameters(sel=chosen)
        else:
            cells = int(self.index.nlist)
            few = possible < self.count // 10  # a narrow filter may leave near cells empty
            parameters = faiss.SearchParametersIVF(
                sel=chosen, nprobe=cells if few else max(16, cells // _PROBED)
            )
        near, rows = self.index.search(question[None, :], wanted, params=parameters)
        found = rows[0] >= 0
        return near[0][found], rows[0][found]

    def vectors(self, rows: Rows) -> Vectors | None:
        """The exact vectors of `rows`; None when the index holds codes only."""
        if not self.exact:
            return None
        if not self.count:
            return np.empty((0, self.dimension), np.float32)
        held = _faiss().rev_swig_ptr(self.index.get_xb(), self.count * self.dimension)
        return np.asarray(held, np.float32).reshape(self.count, self.dimension)[rows]


def densify(vectors: Vectors, exact_up_to: int = EXACT_UP_TO) -> Dense:
    """An index over the rows of `vectors` (n, d), exact up to `exact_up_to` rows; no randomness."""
    faiss = _faiss()
    count, dimension = vectors.shape
    exact = count <= exact_up_to
    if exact:
        index = faiss.IndexFlatIP(dimension)
    else:
        cells = max(1, min(int(2 * math.sqrt(count)), count // _LEARNT_FROM))
        index = faiss.index_factory(dimension, f"IVF{cells},SQ8", faiss.METRIC_INNER_PRODUCT)
        index.cp.max_points_per_centroid = _LEARNT_FROM
        index.train(vectors)
    if count:
        index.add(vectors)
    return Dense(index, count, dimension, exact)


def similarity(vectors: Vectors, question: Vectors) -> Scores:
    """Inner products (n,) of rows with a question, alike for equal rows wherever they stand."""
    products: Scores = (vectors.astype(np.float64) * question.astype(np.float64)).sum(axis=1)
    return products


def to_bytes(dense: Dense) -> memoryview:
    """The index as FAISS writes it."""
    written: npt.NDArray[np.uint8] = _faiss().serialize_index(dense.index)
    return written.data


def from_bytes(written: bytes, count: int, dimension: int) -> Dense:
    """The inverse of `to_bytes`, for bytes whose checksum was verified: FAISS checks little.

    Raises ValueError when the index holds another number or size of vectors than it should.
    """
    faiss = _faiss()
    try:
        index = faiss.read_index(faiss.PyCallbackIOReader(io.BytesIO(written).read))
    except RuntimeError as error:
        raise ValueError(f"FAISS cannot read it: {error}") from None
    if (index.ntotal, index.d) != (count, dimension):
        raise ValueError(
            f"holds {index.ntotal} vectors of {index.d}, expected {count} of {dimension}"
        )
    return Dense(index, count, dimension, isinstance(index, faiss.IndexFlat))
