"""What the words of a topic are about, each with all that it may be called in the papers.

Knows: the glossary's concepts, countries named within one, acts on a matter, words that only add
to a concept. Does not know: texts, how much of a topic one names (`rag.dossier_subject`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from index.analyse import fold, is_stop
from index.glossary import Found, Glossary
from index.snapshot import Snapshot
from rag.dossier_acronyms import letters_of, spelt_out
from rag.dossier_acts import acts_of
from rag.dossier_facet import (
    SAYS,
    Facet,
    Name,
    general,
    generic,
    place_of,
    rarest,
    single_words,
    terms_of,
)
from rag.dossier_words import words_of

WITHIN = 4  # words of a concept within which others are looked for
WORD = 0.6  # of the heaviest concept: what a word weighs at most that no glossary knows
ACTS_ON = (
    *("verordening {}", "{}verordening", "{}-verordening"),
    *("richtlijn {}", "{}richtlijn", "{}-richtlijn"),
)
LEGISLATION = re.compile(r"(?P<on>\w{4,}?)-?(?:wetgeving|regelgeving|regels|wetten)$", re.I)
SHORTEST_HEAD, SHORTEST_REST = 5, 4  # letters of a compound's first part that is a concept itself


def facets(view: Snapshot, glossary: Glossary, text: str) -> list[Facet]:
    """The facets of a text, in order."""
    folded = fold(text)
    concepts = _concepts(glossary, text, _known(view, glossary, text))
    words = words_of(view, glossary, text, [facet.at for facet in concepts])
    found = _joined(concepts, _not_said_again(concepts, words), folded)
    for facet in found:
        called = folded[slice(*facet.at)]
        law = LEGISLATION.fullmatch(called)
        if law:
            facet.names |= _acts_on(glossary, law["on"])
        elif not acts_of(text):
            for name in {called, *facet.called}:
                facet.names |= _acts_on(glossary, name)
        for form in () if facet.little or facet.country else facet.forms:
            facet.broad |= _head(glossary, form) - facet.names
    telling = [facet for facet in found if not facet.general]
    for facet in telling or found:
        facet.weight *= _rarity(view, facet)
    most = max((f.weight for f in telling if f.concepts and not f.little), default=math.inf)
    for facet in telling:
        if not facet.concepts and not facet.country:
            facet.weight = min(facet.weight, WORD * most)
    return sorted(telling or found, key=lambda facet: facet.at)


def _known(view: Snapshot, glossary: Glossary, text: str) -> list[Found]:
    """The glossary's concepts in a text; one that no passage names gives way to those within it."""
    known: list[Found] = []
    for found in glossary.find(text):
        words = found.words.split()
        if len(words) == 1 or rarest(view, _names(found)):
            known.append(found)
        else:
            known += _known(view, glossary, words[0])
            known += _known(view, glossary, " ".join(words[1:]))
    return known


def _concepts(glossary: Glossary, text: str, known: Sequence[Found]) -> list[Facet]:
    """The facets of concepts known of a text, and of the countries within them."""
    folded, kept, upto = fold(text), list[Facet](), 0
    for found in known:
        at = place_of(folded, found.words, upto)
        if kept and kept[-1].at == at:  # words that may mean several things
            kept[-1].names |= _names(found)
            continue
        upto = at[0]
        terms = terms_of(found.words)
        if terms <= generic() and not _acronym(found.words):
            continue
        concept = found.concept
        made = Facet(
            _names(found),
            at,
            SAYS.get(concept.kind, 1.0),
            frozenset({concept.line}),
            concept.kind,
            general=terms <= general() and not _acronym(found.words),
            forms=single_words((*concept.nl, found.words)),
            called=concept.nl,
        )
        if concept.kind == "instrument":
            made.names |= _matter(glossary, concept.nl)
        if concept.kind == "crime":
            made.names |= spelt_out(glossary, concept, found.words) | letters_of(glossary, concept)
        kept.append(made)
        for inner in _within(glossary, found):
            if inner.concept.kind == "country" and concept.kind != "body":
                place = place_of(folded, inner.words, at[0])
                kept.append(Facet(_names(inner), place, 1.0, kind="country"))
            elif inner.concept.kind not in SAYS and _telling(found.words, inner.words):
                made.broad |= _names(inner)
    return kept


def _acronym(words: str) -> bool:
    """True for "Europees OM": its capitals would be a word without meaning in small letters."""
    return any(word.isupper() and is_stop(word.casefold()) for word in words.split())


def _within(glossary: Glossary, found: Found) -> list[Found]:
    """Other concepts that a part of the words of a concept names."""
    words = found.words.split()
    parts = (" ".join(words[1:]), " ".join(words[:-1])) if len(words) > 1 else ()
    inner = {one.concept.line: one for part in parts for one in glossary.find(part)}
    return [one for line, one in inner.items() if line != found.concept.line]


def _telling(words: str, part: str) -> bool:
    """True for a part of a long name that says more than one word of it."""
    return len(words.split()) >= WITHIN and len(part.split()) > 1


def _acts_on(glossary: Glossary, words: str) -> set[Name]:
    """What acts on a matter are called, where the glossary knows one by the matter's words."""
    names = set[Name]()
    for act in ACTS_ON:
        asked = act.format(words)
        for found in glossary.find(asked):
            if found.concept.kind == "instrument" and len(found.words) == len(asked):
                names |= {terms_of(name) for name in found.concept.nl if not _bare(name)}
    return names


def _matter(glossary: Glossary, names: Sequence[str]) -> set[Name]:
    """What the matter of an act is called, where one of the act's names spells it out."""
    matter = set[Name]()
    for name in names:
        left = terms_of(name) - generic()
        for found in glossary.find(name) if len(left) > 1 else ():
            if found.concept.kind != "instrument" and terms_of(found.words) == left:
                matter |= _names(found)
    return matter


def _head(glossary: Glossary, word: str) -> set[Name]:
    """The concept that a compound begins with, as a broader name: "Schengen" of its acquis."""
    for end in range(len(word) - SHORTEST_REST, SHORTEST_HEAD - 1, -1):
        for concept in (found.concept for found in glossary.find(word[:end])):
            if concept.kind not in SAYS:
                named = map(terms_of, (*concept.nl, word[:end]))
                return {name for name in named if len(name) == 1}
    return set()


def _bare(name: str) -> bool:
    """True for a name that says only what kind of act it is."""
    return terms_of(name) <= generic()


def _not_said_again(concepts: list[Facet], words: list[Facet]) -> list[Facet]:
    """The words that do more than spell a concept out.

    "interoperabiliteit van informatiesystemen" is interoperability.
    """
    longer = [n for c in concepts if not c.little for n in c.names if len(n) > 1]
    return [word for word in words if not any(own < name for own in word.names for name in longer)]


def _joined(concepts: list[Facet], words: list[Facet], folded: str) -> list[Facet]:
    """Concepts and words in one list; a word right before a concept narrows it.

    "elektronisch bewijs" is less than "bewijs".
    """
    alone = []
    for word in words:
        after = [c for c in concepts if word.at[1] < c.at[0]]
        nearest = min(after, key=lambda c: c.at[0], default=None)
        if word.general or nearest is None or folded[word.at[1] : nearest.at[0]].strip():
            alone.append(word)
            continue
        nearest.broad |= nearest.names
        nearest.names = {own | name for own in word.names for name in nearest.names}
        nearest.at = (word.at[0], nearest.at[1])
        nearest.forms, nearest.called = set(), ()
    return concepts + alone


def _names(found: Found) -> set[Name]:
    """All Dutch names of a concept and the words it was found by, each as a set of terms."""
    named = {terms_of(text) for text in (*found.concept.nl, found.words)} - {frozenset()}
    telling = {name for name in named if not name <= generic()}
    # "verordening terugkeer" is not "terugkeer", but longer names are known without their act
    short = {n - generic() if len(n - generic()) > 1 else n for n in telling}
    return short or named


def _rarity(view: Snapshot, facet: Facet) -> float:
    """How much it says that a passage names the facet: more, the fewer do."""
    held = rarest(view, facet.names)
    return math.log(2 + int(view.live.sum()) / (1 + held))
