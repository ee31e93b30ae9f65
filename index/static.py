"""The shipped bilingual model, read without torch: a vector for each token, a text is their mean.

Knows: `index/model/` (tokenizer.json and model.safetensors), which sentence-transformers reads as
a StaticEmbedding with the same vectors. Does not know: how it was trained (`index/training/`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.embed import Vectors
from index.errors import ModelRefused

if TYPE_CHECKING:
    from tokenizers import Tokenizer

FOLDER = Path(__file__).with_name("model")
WEIGHTS, TOKENIZER = "model.safetensors", "tokenizer.json"
TABLE = "embedding.weight"
_AT_ONCE = 256
_REMEMBERED = 300_000


class StaticEmbedder:
    """Token vectors of two languages in one space; equal texts give equal rows."""

    def __init__(self, folder: Path = FOLDER) -> None:
        """Reads the files; raises ModelRefused naming the one that is missing or damaged."""
        from safetensors import SafetensorError
        from safetensors.numpy import load

        try:
            weights = (folder / WEIGHTS).read_bytes()
            self._vectors = load(weights)[TABLE].astype(np.float32)
            self._tokenizer = _read_tokenizer(folder / TOKENIZER)
        except (OSError, SafetensorError, KeyError, ValueError) as error:
            raise ModelRefused(
                f"{folder}: the shipped model is missing or damaged ({error}); restore the folder "
                "or set RAADPLEEG_EMBEDDER to another model"
            ) from None
        self.name = f"raadpleeg-static@{hashlib.sha256(weights).hexdigest()[:12]}"
        self.dimension = int(self._vectors.shape[1])
        self._tokens: dict[str, list[int]] = {}

    def passages(self, texts: Sequence[str]) -> Vectors:
        """Unit rows (n, dimension); a text without a word becomes the first unit vector."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for start in range(0, len(texts), _AT_ONCE):
            batch = texts[start : start + _AT_ONCE]
            vectors[start : start + len(batch)] = self._sums(batch)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        vectors[lengths[:, 0] == 0, 0] = 1.0
        return np.asarray(vectors / np.where(lengths > 0, lengths, 1.0), np.float32)

    def questions(self, texts: Sequence[str]) -> Vectors:
        """The same as for passages."""
        return self.passages(texts)

    def _sums(self, texts: Sequence[str]) -> Vectors:
        """The sum of the token vectors of each text, added in the order of the text."""
        words = [text.split() for text in texts]
        self._learn(chain.from_iterable(words))
        tokens = [[t for word in line for t in self._tokens[word]] for line in words]
        sums = np.zeros((len(texts), self.dimension), np.float32)
        filled = [i for i, found in enumerate(tokens) if found]
        if filled:
            sizes = np.array([len(tokens[i]) for i in filled])
            flat = np.fromiter(chain.from_iterable(tokens), np.int64, int(sizes.sum()))
            starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
            sums[filled] = np.add.reduceat(self._vectors[flat], starts, axis=0)
        return sums

    def _learn(self, words: chain[str]) -> None:
        """Read words not met before; each different one is read once."""
        fresh = [word for word in dict.fromkeys(words) if word not in self._tokens]
        if len(self._tokens) + len(fresh) > _REMEMBERED and self._tokens:
            known = self._tokens
            self._tokens = {}
            fresh = [*fresh, *known]  # a batch needs its own words; the rest is read again later
        read = self._tokenizer.encode_batch_fast(fresh, add_special_tokens=False)
        self._tokens.update((word, made.ids) for word, made in zip(fresh, read, strict=True))


def _read_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer; ValueError for a file that is no JSON, of which the library makes no type."""
    from tokenizers import Tokenizer

    text = path.read_text(encoding="utf-8")
    json.loads(text)
    return Tokenizer.from_str(text)
