"""The items of a meeting's agenda and report as subjects, each paired with its counterpart.

Knows: that parts ("Inzet van het kabinet") belong to their item, that an equal title is a
pair where likeness alone is not sure. Does not know: what the items say (`rag.outcomes.compare`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.analyse import analyser
from index.links import Place, Subjects
from index.nouns import AgendaItem, Document
from index.outline import LETTER_SECTION

# what has no number of its own and yet is a subject by itself, wherever it is printed
ALONE = re.compile(r"(?:raads)?conclusies\b|(?:werk)?lunch|en marge", re.I)
Key = tuple[str, str]  # document and item path
NOWHERE: Key = ("", "")
ALIKE = 0.6  # share of title terms that two leftovers must have in common


@dataclass(frozen=True, slots=True)
class Subject:
    """An item with its parts, in order; `items` is never empty, the first gives the title."""

    document: Document
    items: tuple[AgendaItem, ...]

    @property
    def head(self) -> AgendaItem:
        """The item itself."""
        return self.items[0]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.document, self.head)


@dataclass(frozen=True, slots=True)
class Pair:
    """What an agenda and a report have on one subject; one of them may be missing."""

    agenda: Subject | None
    report: Subject | None


def pairs(
    agendas: Sequence[tuple[Document, Sequence[AgendaItem]]],
    reports: Sequence[tuple[Document, Sequence[AgendaItem]]],
    dates: tuple[str, ...],
) -> list[Pair]:
    """Every item with a body once, in the agenda's order; what only the report has, after the item
    that stands before it there. Parts of a letter are left out.

    dates: the meeting's days, which its papers may not quite agree on.
    """
    mine, theirs = _bodies(agendas, dates), _bodies(reports, dates)
    linked = _linked(mine, theirs)
    ours, others = _subjects(mine, linked), _subjects(theirs, {v: k for k, v in linked.items()})
    told = {subject.place.key: subject for subject in others}
    found = [
        Pair(subject, told.pop(linked.get(subject.place.key, ("", "")), None)) for subject in ours
    ]
    return _with_added(found, others)


def _bodies(
    papers: Sequence[tuple[Document, Sequence[AgendaItem]]], dates: tuple[str, ...]
) -> list[Place]:
    """The items with a body, of all papers, as if the papers named the same days."""
    return [
        Place(replace(document, meeting_dates=dates), item)
        for document, items in papers
        for item in items
        if len(item.span) and item.section != LETTER_SECTION
    ]


def _linked(mine: Sequence[Place], theirs: Sequence[Place]) -> dict[Key, Key]:
    """Agenda items and the report items that go with them: the likest first, then equal titles."""
    links = Subjects([*mine, *theirs]).same_meeting()
    found = {link.one.key: link.other.key for link in links}
    taken = set(found.values())
    for place in mine:
        left = [p for p in theirs if p.key not in taken] if place.key not in found else []
        best = max(left, key=lambda p: _alike(place.item, p.item), default=None)
        if best is not None and _alike(place.item, best.item) >= ALIKE:
            found[place.key] = best.key
            taken.add(best.key)
    return found


def _alike(one: AgendaItem, other: AgendaItem) -> float:
    """The share of the title terms of both that both have."""
    ours, theirs = (set(analyser().terms(item.title or "")) for item in (one, other))
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 0.0


def _subjects(places: Sequence[Place], linked: dict[Key, Key]) -> list[Subject]:
    """Items with their parts: an unnumbered heading inside an item that has no pair of its own.

    Where a paper splits what the other tells as one ("1a", "1b"), what has no pair goes with the
    part that has one.
    """
    found: list[Subject] = []
    for place in places:
        last = found[-1] if found else None
        if last and place.key not in linked and _belongs(place, last, linked):
            found[-1] = Subject(last.document, (*last.items, place.item))
        else:
            found.append(Subject(place.document, (place.item,)))
    return found


def _belongs(place: Place, last: Subject, linked: dict[Key, Key]) -> bool:
    """True for a part of the item before it, or for its sibling where only that one has a pair."""
    if place.document.id != last.document.id:
        return False
    if place.item.tag or ALONE.match(place.item.title or ""):  # it has a procedure of its own
        return False
    parent = place.item.path.rpartition("/")[0]
    if place.item.path.startswith(f"{last.head.path}/"):
        return True
    counterpart = linked.get(last.place.key, NOWHERE)[1]
    sibling = parent.count("/") > 0 and last.head.path.rpartition("/")[0] == parent
    return sibling and 0 < counterpart.count("/") < place.item.path.count("/")


def _with_added(found: list[Pair], others: Sequence[Subject]) -> list[Pair]:
    """The pairs with what only the report has in its place among them."""
    paired = {pair.report.place.key for pair in found if pair.report}
    ordered = list(found)
    at = 0
    for subject in others:
        if subject.place.key in paired:
            at = 1 + next(i for i, pair in enumerate(ordered) if pair.report == subject)
        else:
            ordered.insert(at, Pair(None, subject))
            at += 1
    return ordered
