"""Which word was meant by one that nobody knows: the nearest in letters among those that are known.

Knows: edit distance (Damerau-Levenshtein without overlaps, through rapidfuzz), and how far a
mistake may reach. Does not know: which words are known, search.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

SHORTEST = 5  # letters: in a shorter word one other letter makes another word
LONG = 8  # letters from which two mistakes are forgiven
ALIKE = 0.6


def near_words(word: str, known: Sequence[str], number: int = 1) -> list[tuple[str, int]]:
    """Up to `number` words of `known` (lower case) at the smallest distance to `word`, with it.

    Two letters that changed places count as one mistake. Of equally near words one that begins
    alike comes first, then one of the same length, then by letter. None is near a word that is
    shorter than SHORTEST.
    """
    low = word.casefold()
    if len(low) < SHORTEST:
        return []
    most = 1 if len(low) < LONG else 2
    found = extract(low, known, scorer=OSA.distance, score_cutoff=most, limit=None)
    nearest = sorted({(int(far), _rank(low, name), name) for name, far, _ in found if name != low})
    return [(name, far) for far, _, name in nearest if far == nearest[0][0]][:number]


def suggestions(word: str, known: Iterable[str], number: int) -> list[str]:
    """Up to `number` words of `known` that look like `word`, most alike first, however far off.

    Alike: at least ALIKE of the letters need no change. For a reader to choose from.
    """
    found = extract(
        word.casefold(),
        sorted(set(known)),
        scorer=OSA.normalized_similarity,
        score_cutoff=ALIKE,
        limit=number,
    )
    return [name for name, _, _ in found]


def _rank(word: str, name: str) -> tuple[bool, int]:
    return name[:1] != word[:1], abs(len(name) - len(word))
