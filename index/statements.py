"""Sentences as statements: where, whose, and of what kind for each who speaks.

Knows: that each speaker is judged by the clause that is his own. Does not know: who speaks
(`index.attribution`), the phrases (`index.stance`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.attribution import spoken
from index.clauses import Said, said
from index.nouns import AgendaItem, Document, Span
from index.outline import LETTER_SECTION
from index.stance import Stance, stance
from index.tagging import Tagged, tagged


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence at `span`, whose words it reports, and for each of them what kind of statement."""

    span: Span
    actors: tuple[str, ...]
    stances: tuple[Stance, ...]


def statements(document: Document, item: AgendaItem) -> list[Spoken]:
    """Each sentence of an item with its actors and, in the same order, their stances.

    `spoken` without the stances is what the index is built from; this is for the few sentences
    that a reader sees.
    """
    planned = document.kind == "geannoteerde agenda" and item.section != LETTER_SECTION
    return [
        Spoken(span, who, stances(span.of(document.text), who, planned))
        for span, who in spoken(document, item)
    ]


def stances(sentence: str, who: tuple[str, ...], planned: bool = False) -> tuple[Stance, ...]:
    """What kind of statement each of `who` makes in `sentence`, by its own clause.

    planned: the sentence stands in an agenda, whose present tense tells what will be done.
    """
    if len(who) < 2:
        return tuple(stance(sentence, actor, planned) for actor in who)
    words = tagged(sentence)
    parts = [part for part in said(words) if part.actors]
    return tuple(stance(_clause(sentence, words, parts, actor), actor, planned) for actor in who)


def _clause(sentence: str, words: Tagged, parts: list[Said], actor: str) -> str:
    """The clause that `actor` speaks in, up to where another actor's clause begins."""
    own = next((part for part in parts if actor in part.actors), None)
    if own is None or not re.search("[VvXW]", words.shape[own.start : own.end]):
        return sentence  # "..., Finland tegen de tweede": the verb stands in another's clause
    later = [p.start for p in parts if p.start > own.start]
    start = _place(sentence, words, own.start)
    return sentence[start : _place(sentence, words, min(later)) if later else None].rstrip(" ,;")


def _place(sentence: str, words: Tagged, index: int) -> int:
    """Where word `index` begins in the sentence."""
    at = 0
    for word in words.words[: index + 1]:
        start = sentence.index(word.split()[0], at)
        at = start + 1
    return start if words.words else 0
