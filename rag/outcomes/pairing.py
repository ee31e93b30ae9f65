"""The items of a meeting's agenda and report as subjects, each paired with its counterpart.

Knows: that parts ("Inzet van het kabinet") belong to their item, that an equal title is a
pair where likeness alone is not sure. Does not know: what the items say (`rag.outcomes.compare`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.actors import mentions
from index.analyse import analyser
from index.links import Place, Subjects
from index.nouns import AgendaItem, Document
from rag.outcomes.around import RARE, is_opening, title_terms
from rag.outcomes.seen import RESULTS, STATE

# what has no number of its own and yet is a subject by itself, wherever it is printed
ALONE = re.compile(r"(?:raads)?conclusies\b|(?:werk)?lunch|en marge", re.I)
Key = tuple[str, str]  # document and item path
NOWHERE: Key = ("", "")
# a footnote of a report: "Zie punt 6b van de geannoteerde agenda"
REFERENCE = re.compile(
    r"\bpunt (?P<number>\d{1,2})\W{0,2}(?P<letter>[a-z]\b)?(?=[^.;]*\bgeannoteerde agenda\b)", re.I
)
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
        if len(item.span) and not is_opening(item)
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
    ours = [p for p in mine if p.key not in found and not _listed(p)]
    left = [p for p in theirs if p.key not in taken and not _listed(p)]
    rare = _rare(mine) & _rare(theirs)
    for place in ours:
        same = [p for p in left if _referred(place, p) or _renamed(place, p, rare)]
        if len(same) == 1:
            found[place.key] = same[0].key
            left.remove(same[0])
    return found


def _listed(place: Place) -> bool:
    return RESULTS.search(place.item.title or "") is not None


def _referred(mine: Place, theirs: Place) -> bool:
    """True where a footnote of the report names the number of the agenda's item."""
    for note in theirs.item.notes:
        named = REFERENCE.search(note.span.of(theirs.document.text))
        numbers = tuple(filter(None, named.group("number", "letter"))) if named else ()
        if numbers and mine.item.path == "/".join(filter(None, (theirs.item.section, *numbers))):
            return True
    return False


def _renamed(mine: Place, theirs: Place, rare: set[str]) -> bool:
    """True for items under other titles that keep a rare word and that the same state brings up."""
    terms = title_terms(mine.item.title or "") & title_terms(theirs.item.title or "")
    if mine.item.section != theirs.item.section or not terms & rare:
        return False
    brought = [_brought_by(place) for place in (mine, theirs)]
    return brought[0] is not None and brought[0] == brought[1]


def _brought_by(place: Place) -> str | None:
    """The state that an item's text names first, other than the Netherlands."""
    named = (m.actor for m in mentions(place.item.span.of(place.document.text)))
    return next((who for who in named if STATE.match(who) and who != "NL"), None)


def _rare(places: Sequence[Place]) -> set[str]:
    """Long words that one title of a paper has."""
    held = [title_terms(place.item.title or "") for place in places]
    return {t for terms in held for t in terms if len(t) >= RARE and sum(t in h for h in held) == 1}


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
    """The pairs with what only the report has: a list of results first in its section, an item
    after the one that stands before it there, what is in no section of the agenda last."""
    paired = {pair.report.place.key for pair in found if pair.report}
    ordered = list(found)
    for place, subject in enumerate(others):
        if subject.place.key not in paired:
            ordered.insert(_spot(ordered, subject, others[:place]), Pair(None, subject))
    return ordered


def _spot(ordered: Sequence[Pair], subject: Subject, before: Sequence[Subject]) -> int:
    """Where among the pairs a subject that only the report has belongs."""
    section = subject.head.section
    same = [i for i, pair in enumerate(ordered) if _section(pair) == section]
    if not same:
        return len(ordered)
    if _listed(subject.place):
        return same[0]  # before it stands nothing else of its section
    for earlier in before[::-1]:
        behind = [i for i in same if ordered[i].report == earlier]
        if behind:
            return 1 + behind[0]
    return same[0]


def _section(pair: Pair) -> str | None:
    subject = pair.agenda or pair.report
    return subject.head.section if subject else None
