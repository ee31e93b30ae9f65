"""What a question is about: its words, each by how rare the library finds it.

Knows: which words name who or when and not what. Does not know: sentences, how well one fits.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cache

from index.actors import mentions
from index.analyse import analyser
from index.glossary import Glossary
from index.library import Library
from rag.question import Understood

# these speak in every paper; a country's name says what a question is about as well
INSTITUTIONS = frozenset({"NL", "Commission", "Presidency", "Council", "member states"})
WHO_OR_HOW = frozenset({"actor", "country", "position", "meeting", "document"})  # glossary kinds
# what a word counts that no passage holds: a Dutch one shows that the library lacks the subject,
# an English one mostly that the papers are Dutch
SHORTEST_PART, COMPOUND = 4, 0.8  # letters of a part of a compound, and what it counts
ABSENT = {"nl": 0.5, "en": 0.1}
FILLING = (
    "standpunt positie mening inzet zeggen zei vond vindt wilde wil gaf staat stand zaken zorgen "
    "nederland nederlands raad jbz lidstaten vergadering bijeenkomst gevolg besloten besluit "
    "position view opinion say said think thought want wanted dutch netherlands council meeting "
    "member state states government happen happened regarding come came out"
)


class Topic:
    """The topic words of one question over one library, and what the glossary calls them.

    Names of actors and dates say who and when, not what: they are no topic words, unless there
    are no others. Words that say one thing stand in one group; its best word counts.
    """

    def __init__(self, library: Library, asked: Understood) -> None:
        """Looks up how rare each word is."""
        groups, covered = _otherwise(library.glossary, asked.topic)
        own = _topical(asked)
        wanted = set(own) | {term for group in groups for term in group}
        rarity, held = _rarity(library, sorted(wanted))
        known = [t for t in own if held[t] or t not in covered]
        weighed = [{t: rarity[t] * (1.0 if held[t] else ABSENT[asked.language])} for t in known]
        weighed += [
            {t: w * rarity[t] for t, w in group.items() if held[t]}
            for group in groups
            if not any(held[t] for t in group if t in known)
        ]
        self.groups = [group for group in weighed if group]
        self._total = sum(max(group.values()) for group in self.groups) or 1.0

    def share(self, terms: Iterable[str]) -> float:
        """Share, by rarity, of the question's groups that have a word among `terms`: 0 to 1."""
        there = set(terms)
        found = (
            max((w * _held(t, there) for t, w in group.items()), default=0.0)
            for group in self.groups
        )
        return sum(found) / self._total


def _held(term: str, there: set[str]) -> float:
    """1 for a term that is there, less for a part of a compound ("drugscriminaliteit")."""
    if term in there:
        return 1.0
    if len(term) < SHORTEST_PART:
        return 0.0
    return COMPOUND if any(t.startswith(term) or t.endswith(term) for t in there) else 0.0


def _topical(asked: Understood) -> list[str]:
    """The terms of a question that say what it is about, not who is asked about."""
    text = asked.topic
    speaking = set(INSTITUTIONS)
    if not speaking & set(asked.actors):
        speaking |= set(asked.actors)
    named = {
        term for m in mentions(text) if m.actor in speaking for term in analyser().terms(m.name)
    }
    terms = list(dict.fromkeys(analyser().terms(text)))
    said = named | filling()
    return [term for term in terms if term not in said and not term.isdigit()] or terms


def _otherwise(glossary: Glossary, text: str) -> tuple[list[dict[str, float]], set[str]]:
    """What the glossary calls the concepts in a text, and the text's own terms for them."""
    groups: list[dict[str, float]] = []
    covered: set[str] = set()
    for found in glossary.find(text):
        if found.concept.kind in WHO_OR_HOW:
            continue
        own = set(analyser().terms(found.words))
        if own <= filling():
            continue
        covered |= own
        groups.append(found.names())
    return groups, covered


@cache
def filling() -> frozenset[str]:
    """The words that fill questions, as terms."""
    return frozenset(analyser().terms(FILLING))


def _rarity(library: Library, terms: Sequence[str]) -> tuple[dict[str, float], dict[str, int]]:
    """ln(1 + N / (1 + n)) of each term (N passages, n hold it), and n."""
    with library.searching() as seen:
        total = int(seen.live.sum())
        held = {term: seen.held(term) for term in terms}
    return {term: math.log(1 + total / (1 + count)) for term, count in held.items()}, held
