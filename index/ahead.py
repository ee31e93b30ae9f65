"""Texts embedded together before their papers are kept one by one.

Knows: that a batch of texts of one length wastes least, and many papers give fuller batches than
one. Does not know: papers, the record, how anything is embedded (`index.embed`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.embed import Embedder, Vectors, checked


class EmbeddedAhead:
    """An embedder that has embedded some texts already; `embedder` gets all others."""

    def __init__(self, embedder: Embedder, texts: Sequence[str]) -> None:
        """Embeds the texts, all at once; raises ModelRefused for rows that are no unit vectors."""
        self._embedder = embedder
        rows = checked(embedder.passages(texts), len(texts), embedder) if texts else ()
        self._rows = dict(zip(texts, rows, strict=True))

    @property
    def name(self) -> str:
        """That of `embedder`."""
        return self._embedder.name

    @property
    def dimension(self) -> int:
        """That of `embedder`."""
        return self._embedder.dimension

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Unit rows (n, dimension)."""
        if not texts or not all(text in self._rows for text in texts):
            return self._embedder.passages(texts)
        return np.stack([self._rows[text] for text in texts])

    def questions(self, texts: Sequence[str]) -> Vectors:
        """Unit rows (n, dimension)."""
        return self._embedder.questions(texts)
