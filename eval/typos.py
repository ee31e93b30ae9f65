"""Typing mistakes: what a hurried hand makes of a word.

Knows: which keys lie side by side, which Dutch words are two words written as one. Does not know:
which words of a question may be spoilt (`eval.variants`), or why.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from random import Random

from index.analyse import fold, is_stop
from index.glossary import glossary

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_WORD = re.compile(r"[^\W\d_]+")
_PART = 4  # letters that each part of a compound has at least
_KNOWN = 3  # and the word that the glossary knows it by ("hub" in "terugkeerhubs")
_LINKS = ("", "s", "en", "e")  # what may stand between the parts
_ENDINGS = ("", "s", "en", "e")  # what the glossary's word may lack at its end

Mistake = Callable[[str, Random], str | None]


def spoilt(word: str, lang: str, draw: Random) -> str | None:
    """`word` with one mistake, of a kind drawn among those it can have; None when it can have none.

    The kinds: a neighbouring key, two letters that changed places, accents left out and, in Dutch,
    a compound written as two words. The first letter stays.
    """
    kinds = [_neighbour, _swapped, _without_accents]
    if lang == "nl":
        kinds.append(_in_two)
    draw.shuffle(kinds)
    return next((made for kind in kinds if (made := kind(word, draw)) is not None), None)


@cache
def neighbours() -> Mapping[str, str]:
    """For each of the letters a to z those that lie against it on the keyboard."""
    found: dict[str, set[str]] = {letter: set() for row in _ROWS for letter in row}
    for above, row in enumerate(_ROWS):
        beside = [(row[i], row[i + 1]) for i in range(len(row) - 1)]
        below = _ROWS[above + 1] if above + 1 < len(_ROWS) else ""
        # a key lies below the gap between two keys of the row above it
        beside += [(row[i + step], low) for i, low in enumerate(below) for step in (0, 1)]
        for one, other in beside:
            found[one].add(other)
            found[other].add(one)
    return {letter: "".join(sorted(letters)) for letter, letters in found.items()}


def compound_breaks(word: str) -> list[int]:
    """Where a Dutch word falls into two words that the glossary knows, a linking letter allowed."""
    low, known = word.casefold(), _dutch_words()
    return [
        at
        for at in range(_PART, len(low) - _PART + 1)
        if any(low[:at].removesuffix(link) in known for link in _LINKS)
        and any(low[at:].removesuffix(ending) in known for ending in _ENDINGS)
    ]


@cache
def _dutch_words() -> frozenset[str]:
    return frozenset(_glossary_words())


def _glossary_words() -> Iterator[str]:
    for concept in glossary().concepts:
        for name in concept.nl:
            words = (word for word in _WORD.findall(name) if not is_stop(word))
            yield from (word.casefold() for word in words if len(word) >= _KNOWN)


def _neighbour(word: str, draw: Random) -> str | None:
    places = [at for at, letter in enumerate(word) if at and letter.lower() in neighbours()]
    if not places:
        return None
    at = draw.choice(places)
    letter = draw.choice(neighbours()[word[at].lower()])
    return word[:at] + (letter.upper() if word[at].isupper() else letter) + word[at + 1 :]


def _swapped(word: str, draw: Random) -> str | None:
    places = [at for at in range(1, len(word) - 1) if word[at] != word[at + 1]]
    if not places:
        return None
    at = draw.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _without_accents(word: str, draw: Random) -> str | None:
    plain = fold(word)
    return plain if plain != word else None


def _in_two(word: str, draw: Random) -> str | None:
    breaks = compound_breaks(word)
    if not breaks:
        return None
    at = draw.choice(breaks)
    return f"{word[:at]} {word[at:]}"
