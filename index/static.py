"""The shipped bilingual model, read without torch: a vector for each token, a text is their mean.

Knows: `index/model/` (tokenizer.json and model.safetensors), which sentence-transformers reads as
a StaticEmbedding with the same vectors. Does not know: how it was trained (`index/training/`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from functools import cache
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
UNKNOWN = "[UNK]"
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
        self._tokens: dict[str, tuple[int, ...]] = {}  # no lists: see `index.entries.PlainRow`
        self._nothing = (self._tokenizer.token_to_id(UNKNOWN),)

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

    def knows(self, word: str) -> bool:
        """True for a word that has a vector of its own: it was met in the texts learnt from."""
        read = self._learn(chain([word]))[word]
        return len(read) == 1 and read != self._nothing

    def _sums(self, texts: Sequence[str]) -> Vectors:
        """The sum of the token vectors of each text, added in the order of the text."""
        words = [text.split() for text in texts]
        known = self._learn(chain.from_iterable(words))
        sums = np.zeros((len(texts), self.dimension), np.float32)
        for row, line in enumerate(words):  # a text at a time: its vectors fit the cache
            tokens = np.array([token for word in line for token in known[word]], np.int64)
            np.add.reduce(self._vectors.take(tokens, axis=0), axis=0, out=sums[row])
        return sums

    def _learn(self, words: chain[str]) -> dict[str, tuple[int, ...]]:
        """The tokens of these words and others; each different word is read once.

        What is returned stays whole while another thread begins anew.
        """
        known = self._tokens
        wanted = dict.fromkeys(words)
        fresh = [word for word in wanted if word not in known]
        if len(known) + len(fresh) > _REMEMBERED and known:
            fresh = list(wanted)  # this batch's own words; others are read again when they come
            known = self._tokens = {}
        read = self._tokenizer.encode_batch_fast(fresh, add_special_tokens=False)
        known.update((word, tuple(made.ids)) for word, made in zip(fresh, read, strict=True))
        return known


@cache
def shipped() -> StaticEmbedder:
    """The model of the project itself, read at first use; raises ModelRefused."""
    return StaticEmbedder()


def _read_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer; ValueError for a file that is no JSON, of which the library makes no type."""
    from tokenizers import Tokenizer

    text = path.read_text(encoding="utf-8")
    json.loads(text)
    return Tokenizer.from_str(text)
