"""Texts as bags of tokens, and tokens as bags of character sequences, both as sparse matrices.

Knows: a tokenizer and counting. Does not know: what is learnt from them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse
from tokenizers import Tokenizer

Matrix = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]
SHORTEST, LONGEST = 3, 6  # of a character sequence


class Bags:
    """The tokens of many texts; `of` gives those of some as a matrix that takes their mean."""

    def __init__(self, tokenizer: Tokenizer, texts: Sequence[str]) -> None:
        """Reads each text once; a text without a word holds the unknown token."""
        read = tokenizer.encode_batch(list(texts), add_special_tokens=False)
        rows = [np.asarray(encoding.ids or [0], np.int64) for encoding in read]
        self._sizes = np.array([len(row) for row in rows], np.int64)
        self._starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(self._sizes)])
        self._tokens = np.concatenate([np.zeros(0, np.int64), *rows])

    def of(self, texts: Rows) -> tuple[sparse.csr_array, Rows]:
        """A matrix (texts, m) whose rows each sum to 1, and the m tokens its columns stand for."""
        sizes = self._sizes[texts]
        ends = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
        places = np.repeat(self._starts[texts] - ends[:-1], sizes) + np.arange(ends[-1])
        tokens, columns = np.unique(self._tokens[places], return_inverse=True)
        shares = np.repeat((1 / sizes).astype(np.float32), sizes)
        shape = (len(texts), len(tokens))
        return sparse.csr_array((shares, columns, ends), shape=shape), tokens


def spelling(names: Sequence[str], shared: int) -> sparse.csr_array:
    """Which character sequences each token is spelt with, as a matrix (tokens, sequences).

    Only sequences that at least `shared` tokens hold get a column. A token of n of them holds each
    with 1 / sqrt(n), so that long and short tokens start out alike in length.
    """
    held = [_sequences(name) for name in names]
    times = Counter(part for parts in held for part in parts)
    kept = sorted(part for part, count in times.items() if count >= shared)
    columns = {part: column for column, part in enumerate(kept)}
    found = [[columns[part] for part in parts if part in columns] for parts in held]
    sizes = np.array([len(row) for row in found], np.int64)
    ends = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])
    weights = np.repeat((1 / np.sqrt(np.maximum(sizes, 1))).astype(np.float32), sizes)
    flat = np.array([column for row in found for column in row], np.int64)
    return sparse.csr_array((weights, flat, ends), shape=(len(names), len(kept)))


def _sequences(name: str) -> list[str]:
    """The character sequences of a token, without the token itself, in order of the alphabet."""
    parts = {
        name[start : start + size]
        for size in range(SHORTEST, LONGEST + 1)
        for start in range(len(name) - size + 1)
    }
    return sorted(parts - {name})
