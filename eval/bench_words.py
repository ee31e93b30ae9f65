"""Words as natural text has them: some everywhere, most hardly ever.

Knows: the specimen papers' words, the glossary's, compounds of them; how often each stands in
text. Does not know: what is written with them (`eval.bench_texts`).
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

import numpy as np
import numpy.typing as npt

WORDS = 400_000
BEND, STEEP = 2000, 1.6  # rank from which words become rarer faster, and how much faster
_WORD = re.compile(r"[^\W\d_]{2,}")
_PART = 5  # letters of a word that may be part of a compound, at least


def vocabulary(seed: int) -> list[str]:
    """WORDS different words: the specimens' by frequency, the glossary's, and compounds."""
    from index.glossary import glossary
    from index.specimen import papers

    counted = Counter(
        word.casefold()
        for paper in papers()
        for word in _WORD.findall(paper.read_text(encoding="utf-8"))
    )
    written = sorted(counted, key=lambda word: (-counted[word], word))
    named = (w.casefold() for c in glossary().concepts for n in c.nl for w in _WORD.findall(n))
    plain = list(dict.fromkeys(chain(written, sorted(named, key=lambda word: (len(word), word)))))
    parts = np.array([word for word in plain if len(word) >= _PART], dtype=np.object_)
    chance = np.random.default_rng((seed, 0))
    first, last = (parts[chance.integers(0, len(parts), 2 * WORDS)] for _ in range(2))
    return list(dict.fromkeys(chain(plain, first + last)))[:WORDS]


def chances(count: int) -> npt.NDArray[np.float64]:
    """Rising chances by rank: Zipf's law, bent, as the words of a field run out.

    Different words in 10,000 and 100,000 words: some 2,600 and 12,000; in the Dutch answers to
    questions of parliament 2,500 and 11,000.
    """
    ranks = np.arange(1, count + 1)
    rising = np.cumsum(1 / (ranks + 0.5) / (1 + ranks / BEND) ** (STEEP - 1))
    return np.asarray(rising / rising[-1], np.float64)
