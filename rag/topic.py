"""What a question is about: its words, each by how rare the library finds it.

Knows: which words name who or when and not what. Does not know: sentences, how well one fits.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache

from index.actors import mentions
from index.analyse import analyser
from index.library import Library
from rag.question import Understood

# these speak in every paper; a country's name says what a question is about as well
INSTITUTIONS = frozenset({"NL", "Commission", "Presidency", "Council", "member states"})
FILLING = (
    "standpunt positie mening inzet zeggen zei vond vindt wilde wil gaf staat stand zaken zorgen "
    "nederland nederlands raad jbz lidstaten vergadering bijeenkomst gevolg besloten besluit "
    "position view opinion say said think thought want wanted dutch netherlands council meeting "
    "member state states government happen happened regarding come came out"
)


class Topic:
    """The topic words of one question over one library.

    Names of actors and dates say who and when, not what: they are no topic words, unless there
    are no others.
    """

    def __init__(self, library: Library, asked: Understood) -> None:
        """Looks up how rare each word is."""
        named = {
            term
            for m in mentions(asked.topic)
            if m.actor in INSTITUTIONS
            for term in analyser().terms(m.name)
        }
        terms = list(dict.fromkeys(analyser().terms(asked.topic)))
        said = named | _filling()
        topical = [term for term in terms if term not in said and not term.isdigit()]
        self.rarity = _rarity(library, topical or terms)
        self._total = sum(self.rarity.values()) or 1.0

    def share(self, terms: Iterable[str]) -> float:
        """Share, by rarity, of the question's terms that are among `terms`: 0 to 1."""
        there = set(terms)
        return sum(rare for term, rare in self.rarity.items() if term in there) / self._total


@cache
def _filling() -> frozenset[str]:
    """The words that fill questions, as terms."""
    return frozenset(analyser().terms(FILLING))


def _rarity(library: Library, terms: Sequence[str]) -> dict[str, float]:
    """ln(1 + N / (1 + n)) of each term over the library's passages (N passages, n hold it)."""
    with library.searching() as seen:
        total = int(seen.live.sum())
        held = {t: sum(len(part.postings.of(t)[0]) for part in seen.segments) for t in terms}
    return {term: math.log(1 + total / (1 + count)) for term, count in held.items()}
