"""A dossier: the agenda items of all meetings on one file or subject, and their sentences on it.

Knows: how items are found and that one with many subjects gives only its sentences on the topic.
Does not know: what a topic's words are (`rag.dossier_subject`), where a sentence leaves the topic
(`rag.dossier_sentences`), who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.nouns import AgendaItem, Document, Hit
from index.search import NO_FILTERS, Filters
from rag.assistant import Assistant
from rag.dossier_near import most_told, nearest
from rag.dossier_sentences import WHOLLY, may_hold, on_topic
from rag.dossier_subject import Subject
from rag.evidence import day_of
from rag.meeting_papers import ORDER
from rag.nouns import Language
from rag.retrieve import retrieve
from rag.told import Told, told

WIDE = 800  # passages that are looked at
MEAL = re.compile(r"(?:werk|informele?\s*)?(?:lunch|diner|ontbijt)\b", re.I)  # a subject of its own
LITTLE = 2  # sentences up to which the nearest items are named as well


@dataclass(frozen=True, slots=True)
class DossierItem:
    """An item with its sentences on the topic, in order; `sure`: from 0 to 1 that it is on it."""

    document: Document
    item: AgendaItem
    sure: float
    sentences: tuple[Told, ...]

    @property
    def day(self) -> str:
        """The first day of its meeting, the letter's day where there was none; may be empty."""
        return day_of(self.document)


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the papers hold on a topic, by date, paper and place.

    `near`: titles of the nearest items, where there is nothing on it, or little; where nothing
    comes near either, those that most papers have.
    """

    topic: str
    language: Language
    items: tuple[DossierItem, ...]
    near: tuple[str, ...]


def dossier(
    assistant: Assistant,
    topic: str,
    language: Language | None = None,
    filters: Filters = NO_FILTERS,
) -> Dossier:
    """The items on `topic` with their sentences on it; language: the topic's own where None.

    Raises QuestionRefused for an empty or too long topic, or a filter that is none.
    """
    library = assistant.library
    with library.searching():
        asked = assistant.understand(topic)
        hits = retrieve(library, asked, WIDE, filters)
        subject = Subject(library, asked.text, asked.language)
        found = [one for one in _items(assistant, subject, hits) if one.sentences]
    ordered = tuple(sorted(found, key=_by_date))
    count = sum(len(one.sentences) for one in ordered)
    near: tuple[str, ...] = ()
    if count <= LITTLE:
        places = {(one.document.id, one.item.path) for one in ordered}
        near = nearest(library, subject, asked.text, hits, places)
    if not (ordered or near):
        near = most_told(library)
    return Dossier(asked.text, language or asked.language, ordered, near)


def _by_date(one: DossierItem) -> tuple[str, int, str, int]:
    return one.day, ORDER.index(one.document.kind), one.document.id, one.item.span.start


def _items(assistant: Assistant, subject: Subject, hits: Sequence[Hit]) -> list[DossierItem]:
    """The items of the hits, and the parts of those that are wholly on the topic."""
    library, found = assistant.library, list[DossierItem]()
    wanted: dict[str, set[str]] = {}
    for hit in hits:
        wanted.setdefault(hit.passage.document, set()).add(hit.passage.item)
    for name, paths in wanted.items():
        document = library.document(name)
        items = {item.path: item for item in library.items(name)}
        wholly: set[str] = set()
        for item in items.values():
            parent = parent_of(item, items)
            if item.path not in paths and (parent is None or parent.path not in wholly):
                continue
            above = (parent.title or "") if parent is not None else ""
            if parent is None and not may_hold(subject, item, document.text):
                continue
            sure, sentences = on_topic(subject, item, told(document, item), above)
            if sure >= WHOLLY:
                wholly.add(item.path)
            found.append(DossierItem(document, item, sure, sentences))
    return found


def parent_of(item: AgendaItem, items: Mapping[str, AgendaItem]) -> AgendaItem | None:
    """The item that an unnumbered heading stands under; None for an item of its own."""
    if item.number is not None or "/" not in item.path or MEAL.match(item.title or ""):
        return None
    return items.get(item.path.rpartition("/")[0])
