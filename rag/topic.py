"""What a question is about: its words, each by how rare the library finds it.

Knows: which words name who or when and not what, and what may stand for a word (`index.expand`).
Does not know: sentences, how well one fits.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

from index.actors import mentions
from index.analyse import analyser
from index.expand import expand
from index.library import Library
from index.snapshot import Snapshot
from rag.question import Understood

# these speak in every paper; a country's name says what a question is about as well
INSTITUTIONS = frozenset({"NL", "Commission", "Presidency", "Council", "member states"})
WHO_OR_HOW = frozenset({"actor", "country", "position", "meeting", "document"})  # glossary kinds
SHORTEST_PART, COMPOUND = 5, 0.6  # letters of a part of a compound, and what it counts
ABSENT = 2.0  # what a word weighs that no passage holds, nor anything like it
LEAST = 1.0  # and the least that any word weighs
FILLING = (
    "standpunt positie mening inzet zeggen zei vond vindt wilde wil gaf staat stand zaken zorgen "
    "nederland nederlands raad jbz lidstaten vergadering bijeenkomst gevolg besloten besluit "
    "position view opinion say said think thought want wanted dutch netherlands council meeting "
    "member state states government happen happened regarding come came out decide decided "
    "decision since weer won"
)


class Topic:
    """The topic words of one question over one library, with all that may stand for them.

    Names of actors asked about and dates say who and when, not what: they are no topic words,
    unless there are no others. What may stand for one word is a group; its best word counts.
    """

    def __init__(self, library: Library, asked: Understood) -> None:
        """Looks up how rare each word is."""
        with library.searching() as view:
            groups = _groups(view, library, asked)
            number = int(view.live.sum())
            rarity = {
                term: math.log(1 + number / (1 + view.held(term)))
                for group in groups
                for term in group
                if view.held(term)
            }
        weighed = [{t: w * rarity[t] for t, w in group.items() if t in rarity} for group in groups]
        self.groups = [
            (group, max(LEAST, *group.values()) if group else ABSENT) for group in weighed
        ]
        self._worth = [_Worth(group) for group in weighed]
        self._total = sum(weight for _, weight in self.groups) or 1.0

    def share(self, terms: Iterable[str]) -> float:
        """Share, by rarity, of the question's groups that have a word among `terms`: 0 to 1."""
        there = set(terms)
        spelt = f" {' '.join(there)} "  # one search in it is quicker than many
        return sum(one.of(there, spelt) for one in self._worth) / self._total


class _Worth:
    """What a group counts in a text by its best word, laid out for many texts."""

    def __init__(self, group: dict[str, float]) -> None:
        """group: terms with their weights."""
        self._group = group
        self._terms = frozenset(group)
        self._parts = sorted(
            ((COMPOUND * w, f" {t}", f"{t} ") for t, w in group.items() if len(t) >= SHORTEST_PART),
            reverse=True,
        )

    def of(self, there: set[str], spelt: str) -> float:
        """The weight of the best word that is there, or begins or ends a compound in `spelt`."""
        whole = max((self._group[term] for term in self._terms & there), default=0.0)
        for worth, begins, ends in self._parts:  # falling: the first that is there is the best
            if worth <= whole:
                break
            if begins in spelt or ends in spelt:
                return worth
        return whole


def _groups(view: Snapshot, library: Library, asked: Understood) -> list[dict[str, float]]:
    """One group for each concept of the glossary and each other word that says what it is about."""
    said = _who(asked) | filling()
    groups: list[dict[str, float]] = []
    covered: set[str] = set()
    for found in library.glossary.find(asked.topic):
        own = set(analyser().terms(found.words))
        if found.concept.kind not in WHO_OR_HOW and not own <= said:
            covered |= own
            groups.append({**found.names(), **dict.fromkeys(own, 1.0)})
    others = []
    for word in expand(view, library.glossary, asked.topic):
        own = set(analyser().terms_of(word.word))
        if own <= covered or word.word.isdigit():
            continue
        group: dict[str, float] = {}
        for some in word.groups:
            group.update({t: w for t, w in some.items() if w > group.get(t, 0.0)})
        others.append((own <= said, group))
    groups += [group for filler, group in others if not filler]
    return groups or [group for _, group in others]


def _who(asked: Understood) -> set[str]:
    """The terms that name who is asked about, or who speaks in every paper."""
    speaking = INSTITUTIONS | set(asked.actors)
    named = (m.name for m in mentions(asked.topic) if m.actor in speaking)
    return {term for name in named for term in analyser().terms(name)}


@cache
def filling() -> frozenset[str]:
    """The words that fill questions, as terms."""
    return frozenset(analyser().terms(FILLING))
