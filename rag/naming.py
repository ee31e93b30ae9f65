"""The names in a question that whatever answers it must be about: "Frontex", "PNR", "e-CODEX".

Knows: a concept of the glossary, an actor that is not asked about, an acronym or other name in
capitals; and all that each is called in the papers. Does not know: where these stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.actors import actors, mentions
from index.analyse import analyser, tokens
from index.concepts import ACRONYM
from index.glossary import Glossary
from rag.question import Understood

SHORTEST = 4  # letters of a name that is no acronym
MOST = 0.75  # share of the words that stand in capitals from which capitals tell nothing
PART = 5  # letters from which a word may be part of a compound that is there
# these stand in capitals and name nothing in particular
COMMON = frozenset(
    "eu jbz jha raad council minister ministers kamer chamber house european europese europees "
    "verslag report agenda brief letter commission commissie parliament parlement member".split()
)
# concepts of these kinds are words for what anybody may do or be
NAMELESS = frozenset({"actor", "country", "position", "meeting", "document"})
SENTENCE = re.compile(r"[.?!:;]\s+")
Name = tuple[frozenset[str], ...]  # what it may be called, each as the terms of one name


def names_in(asked: Understood, glossary: Glossary, said: frozenset[str]) -> list[Name]:
    """The names in a question, each with all that it may be called; `said`: terms that are none."""
    names: list[Name] = []
    covered: set[str] = set(said)
    for found in glossary.find(asked.topic):
        own = frozenset(analyser().terms(found.words))
        if found.concept.kind not in NAMELESS and not own <= covered:
            names.append(_called([found.words, *found.concept.nl, *found.concept.en]))
            covered |= own
    for mention in mentions(asked.topic):
        own = frozenset(analyser().terms(mention.name))
        if not own <= covered:
            actor = actors()[mention.actor]
            names.append(_called([mention.name, actor.nl, actor.en, *actor.names]))
            covered |= own
    for token in _in_capitals(asked.topic):
        own = frozenset(analyser().terms_of(token))
        if not own <= covered:
            names.append((own,))
            covered |= own
    return names


def least_there(names: Iterable[Name], there: frozenset[str]) -> float:
    """How much of the name that is there least stands among the terms `there`; 1 without names."""
    spelt = spell(there)
    return min((max(_share(one, there, spelt) for one in name) for name in names), default=1.0)


def spell(terms: Iterable[str]) -> str:
    """Terms in one text, where `in_compound` looks: one search in it is quicker than many."""
    return f" {' '.join(terms)} "


def in_compound(term: str, spelt: str) -> bool:
    """True when one of the terms in `spelt` begins or ends with `term`."""
    return f" {term}" in spelt or f"{term} " in spelt


def _called(forms: Iterable[str]) -> Name:
    found = (frozenset(analyser().terms(form)) for form in forms)
    return tuple(dict.fromkeys(terms for terms in found if terms))


def _share(terms: frozenset[str], there: frozenset[str], spelt: str) -> float:
    held = (t in there or (len(t) >= PART and in_compound(t, spelt)) for t in terms)
    return sum(held) / len(terms)


def _in_capitals(text: str) -> Iterator[str]:
    """Acronyms, and words in capitals that do not open a sentence; none where most are."""
    words = tokens(text)
    if sum(word[:1].isupper() for word in words) > MOST * len(words):
        return
    opening = {word for part in SENTENCE.split(text) for word in tokens(part)[:1]}
    for word in words:
        named = word[:1].isupper() and len(word) >= SHORTEST and word not in opening
        if word.casefold() not in COMMON and (ACRONYM.fullmatch(word) or named):
            yield word
