"""Which words translate which: read off the sentence pairs by IBM's first model, both ways.

Knows: pairs of sentences. Does not know: files, tokens, vectors. A pair of sentences tells a static
model little about its single words, yet those are what a question is expanded by; hence these.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.training.words import normaliser

Numbers = npt.NDArray[np.float64]
Rows = npt.NDArray[np.int64]
PASSES = 5
EXPECTED = 1.5  # expected number of times the two must have stood for one another
SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Links:
    """Every possible link of a Dutch and an English word within a pair of sentences.

    kinds: the kind of each link; dutch, english: the words of each kind. by_dutch, by_english:
    for each link, which occurrence of a word it hangs on.
    """

    kinds: Rows
    dutch: Rows
    english: Rows
    by_dutch: Rows
    by_english: Rows


def aligned_words(pairs: Iterable[tuple[str, str]], agreed: float) -> tuple[tuple[str, str], ...]:
    """Dutch and English words that each way translate one another with probability > `agreed`."""
    dutch_ids: dict[str, int] = {}
    english_ids: dict[str, int] = {}
    sentences = [
        (_words(dutch, dutch_ids), _words(english, english_ids)) for dutch, english in pairs
    ]
    sentences = [(dutch, english) for dutch, english in sentences if len(dutch) and len(english)]
    if not sentences:
        return ()
    links = _links(sentences, len(english_ids))
    to_dutch, times = _translate(links.kinds, links.by_dutch, links.english)
    to_english, times_back = _translate(links.kinds, links.by_english, links.dutch)
    found = (to_dutch > agreed) & (to_english > agreed)
    found &= np.minimum(times, times_back) >= EXPECTED
    dutch_words, english_words = list(dutch_ids), list(english_ids)
    return tuple(
        sorted(
            (dutch_words[d], english_words[e])
            for d, e in zip(links.dutch[found], links.english[found], strict=True)
        )
    )


def _words(sentence: str, ids: dict[str, int]) -> Rows:
    """The different words of a sentence that hold only letters, as numbers."""
    folded = normaliser().normalize_str(sentence)
    cleaned = "".join(letter if letter.isalnum() else " " for letter in folded)
    words = [word for word in cleaned.split() if word.isalpha() and len(word) >= SHORTEST]
    return np.array([ids.setdefault(word, len(ids)) for word in dict.fromkeys(words)], np.int64)


def _links(sentences: list[tuple[Rows, Rows]], english_words: int) -> Links:
    dutch = np.concatenate([np.repeat(d, len(e)) for d, e in sentences])
    english = np.concatenate([np.tile(e, len(d)) for d, e in sentences])
    first_dutch = np.cumsum([0, *(len(d) for d, _ in sentences[:-1])])
    first_english = np.cumsum([0, *(len(e) for _, e in sentences[:-1])])
    by_dutch = [
        np.repeat(np.arange(len(d)) + first, len(e))
        for (d, e), first in zip(sentences, first_dutch, strict=True)
    ]
    by_english = [
        np.tile(np.arange(len(e)) + first, len(d))
        for (d, e), first in zip(sentences, first_english, strict=True)
    ]
    different, kinds = np.unique(dutch * english_words + english, return_inverse=True)
    return Links(
        kinds,
        different // english_words,
        different % english_words,
        np.concatenate(by_dutch),
        np.concatenate(by_english),
    )


def _translate(kinds: Rows, occurrence: Rows, given: Rows) -> tuple[Numbers, Numbers]:
    """Probability of each kind of link given one of its words, and how often it is expected."""
    probability: Numbers = np.ones(len(given))
    expected = probability
    for _ in range(PASSES):
        weight = probability[kinds]
        weight = weight / np.bincount(occurrence, weight)[occurrence]
        expected = np.bincount(kinds, weight, len(given)).astype(np.float64)
        probability = expected / np.bincount(given, expected)[given]
    return probability, expected
