"""Questions made unanswerable on purpose: another actor, another meeting than the papers speak of.

Knows: which states and meetings a question's gold has nothing to do with. Does not know: how a
question is answered. What is made is to fit weights on, never to measure with.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from eval.gold import Question
from index.actors import actors, mentions
from index.analyse import analyser
from index.library import Library
from index.nouns import AgendaItem
from rag.period import Period
from rag.question import Understood

STATES = tuple("AT BE BG HR CZ DK EE FI FR DE GR HU IE IT LV LT LU PL PT RO SK ES SE".split())
TELLING = 5  # letters of a title's word that two items on one subject would share


def other_askings(
    library: Library, question: Question, asked: Understood, chance: random.Random
) -> Iterator[Understood]:
    """`asked`, of an answerable question, with another actor and with another meeting, if it can.

    The state that is put in is named in no gold item; the meeting has no item whose title shares
    a telling word with one of those.
    """
    items = [
        (gold.document, item)
        for gold in question.gold
        for item in library.items(gold.document)
        if item.path == gold.unit
    ]
    if asked.actors and (states := _states_elsewhere(library, asked, items)):
        yield _by_another(asked, chance.choice(states))
    if months := _months_elsewhere(library, question, items):
        month = chance.choice(months)
        period = Period(month, month, month)
        yield replace(asked, periods=(period,), develops=False, compares=None)


def _states_elsewhere(
    library: Library, asked: Understood, items: list[tuple[str, AgendaItem]]
) -> list[str]:
    texts = (item.span.of(library.document(document).text) for document, item in items)
    named = {mention.actor for text in texts for mention in mentions(text)}
    return [state for state in STATES if state not in named and state not in asked.actors]


def _by_another(asked: Understood, state: str) -> Understood:
    """The question as if it had named `state` in place of the first actor."""
    before, name = actors()[asked.actors[0]].nl, actors()[state].nl
    named = asked.topic.replace(before, name)
    topic = named if before in asked.topic else f"{asked.topic} {name}"
    return replace(asked, actors=(state,), topic=topic)


def _months_elsewhere(
    library: Library, question: Question, items: list[tuple[str, AgendaItem]]
) -> list[str]:
    """Months of meetings that a question about one meeting could be put to in vain."""
    entries = library.documents()
    golden = {gold.document for gold in question.gold}
    there = {entry.dates[0][:7] for entry in entries if entry.id in golden and entry.dates}
    if len(there) != 1:
        return []
    telling = {word for _, item in items for word in _telling(item)}
    alike = {
        entry.dates[0][:7]
        for entry in entries
        if entry.dates and any(telling & _telling(item) for item in library.items(entry.id))
    }
    every = {entry.dates[0][:7] for entry in entries if entry.dates}
    return sorted(every - there - alike)


def _telling(item: AgendaItem) -> set[str]:
    return {term for term in analyser().terms(item.title or "") if len(term) >= TELLING}
