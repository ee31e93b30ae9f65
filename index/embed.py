"""Texts into unit vectors: the seam, the stand-in that needs no download, and the door's check.

Knows: what an embedder promises. Does not know: sentence-transformers (`index.transformer`),
passages, the library on disk.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from index.analyse import content_words
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


class HashingEmbedder:
    """A stand-in without training: words and their character 3- to 5-grams hashed into a vector.

    It sees likeness of spelling ("detectiebevel", "detectiebevelen"), not of meaning, and joins
    no two languages beyond the names and Latin words they share.
    """

    name = "hashing-512-1"
    dimension = 512

    def __init__(self) -> None:
        """Starts with an empty memory of words."""
        self._features: dict[str, _Features] = {}

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Unit rows (n, 512); a text without a word becomes the first unit vector."""
        vectors = np.empty((len(texts), self.dimension), np.float32)
        for start in range(0, len(texts), _BATCH):
            batch = texts[start : start + _BATCH]
            vectors[start : start + len(batch)] = self._batch(batch)
        return vectors

    def questions(self, texts: Sequence[str]) -> Vectors:
        """The same as for passages."""
        return self.passages(texts)

    def _batch(self, texts: Sequence[str]) -> npt.NDArray[np.float64]:
        """Each word adds its features, times 1 + ln(count). Each text sums in its own order."""
        places, weights, sizes = [np.empty(0, np.int64)], [np.empty(0)], []
        for text in texts:
            size = 0
            for word, count in Counter(content_words(text)).items():
                indices, signed = self._of(word)
                places.append(indices)
                weights.append(signed if count == 1 else signed * (1 + math.log(count)))
                size += len(indices)
            sizes.append(size)
        rows = np.repeat(np.arange(len(texts)), sizes) * self.dimension
        cells = len(texts) * self.dimension
        flat = np.bincount(rows + np.concatenate(places), np.concatenate(weights), cells)
        vectors = flat.reshape(len(texts), self.dimension)
        lengths = np.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
        vectors[lengths[:, 0] == 0, 0] = 1.0
        unit: npt.NDArray[np.float64] = vectors / np.where(lengths > 0, lengths, 1.0)
        return unit

    def _of(self, word: str) -> _Features:
        found = self._features.get(word)
        if found is None:
            if len(self._features) >= _REMEMBERED:
                self._features = {}
            found = self._features[word] = _hashed(word, self.dimension)
        return found


def _hashed(word: str, dimension: int) -> _Features:
    """Places and signed weights of a word: half its weight is the word, half its n-grams."""
    marked = f"<{word}>"
    grams = [marked[i : i + n] for n in (3, 4, 5) for i in range(len(marked) - n + 1)]
    hashes = np.array([zlib.crc32(gram.encode()) for gram in (f"={word}", *grams)], np.uint64)
    mixed = (hashes * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(40)  # crc32 alone is linear
    signs = 1.0 - 2.0 * (mixed & np.uint64(1))
    sizes = np.full(len(hashes), 0.5 / np.sqrt(max(1, len(grams))))
    sizes[0] = 0.5
    return ((mixed >> np.uint64(1)) % np.uint64(dimension)).astype(np.int64), signs * sizes


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
        from index.static import StaticEmbedder

        return StaticEmbedder()
    from index.transformer import SentenceTransformerEmbedder

    return SentenceTransformerEmbedder(settings)
