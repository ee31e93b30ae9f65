"""Texts into unit vectors: the seam, which embedder the settings name, and the check at the door.

Knows: what an embedder promises. Does not know: sentence-transformers (`index.transformer`),
passages, the library on disk.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.errors import ModelRefused
from index.settings import Settings

Vectors = npt.NDArray[np.float32]
_Features = tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]
_UNIT = 1e-3  # a vector this far from length 1 is no rounding error
_REMEMBERED = 200_000
_BATCH = 256


class Embedder(Protocol):
    """Gives texts as rows of unit length. Equal texts give equal rows, whatever stands beside them.

    name: says which model made a vector; vectors of two names are never mixed.
    """

    @property
    def name(self) -> str:
        """The model, with what tells its versions apart."""
        ...

    @property
    def dimension(self) -> int:
        """Numbers in a vector."""
        ...

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Embedded texts of passages as float32 (n, dimension)."""
        ...

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Questions as float32 (n, dimension)."""
        ...


def checked(vectors: Vectors, count: int, embedder: Embedder) -> Vectors:
    """`vectors` as float32 (count, dimension) of unit rows; ModelRefused says what is wrong."""
    given = np.ascontiguousarray(vectors, np.float32)
    if given.shape != (count, embedder.dimension):
        raise ModelRefused(
            f"model {embedder.name}: gave vectors of shape {given.shape}, "
            f"expected {(count, embedder.dimension)}; choose another embedder"
        )
    if not np.isfinite(given).all():
        raise ModelRefused(
            f"model {embedder.name}: gave a vector that is not finite; "
            "choose another embedder, or embedder_dtype=float32"
        )
    lengths = np.linalg.norm(given, axis=1)
    if count and float(np.abs(lengths - 1).max()) > _UNIT:
        wrong = float(lengths[np.abs(lengths - 1).argmax()])
        raise ModelRefused(
            f"model {embedder.name}: gave a vector of length {wrong:.4f} where 1 is needed; "
            "choose another embedder"
        )
    return given


def open_embedder(settings: Settings) -> Embedder:
    """The embedder the settings name; raises ModelRefused for a model that cannot be used."""
    if settings.embedder == "builtin":
        from index.static import shipped

        return shipped()
    from index.transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(settings)
