"""Which items belong together: agenda item and report item of one meeting, one file over meetings.

Knows: that papers name a file in much the same words each time, and that rare words count most.
Does not know: the library on disk; it is handed items with their documents. Precision before
recall: a link that is not sure is not made.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from index.analyse import analyser
from index.nouns import AgendaItem, Document
from index.outline import LETTER_SECTION

# words that titles of all files share: they say what kind of act it is, not on what
GENERIC = """
verordening richtlijn besluit voorstel aanbeveling raadsconclusies conclusies herziening wijziging
betreffende inzake regels bepaalde aspecten stand zaken implementatie uitvoering voortgang
presentatie gedachtewisseling beleidsdebat informatie voorzitterschap commissie europese unie eu
raad lidstaten overige onderwerpen belangrijkste resultaten toepassing volledige algemene nieuwe
strijd tegen bestrijding voorkoming toekomst
"""
GENERAL = re.compile(
    r"belangrijkste resultaten|werkprogramma|overige onderwerpen|any other business|diversen", re.I
)
SAME_MEETING = 0.25  # likeness from which an agenda item and a report item are one subject
SAME_FILE = 0.30  # likeness from which two items of different meetings are on one file
BODY_TERMS = 40  # rarest terms of a body that are compared


@dataclass(frozen=True, slots=True)
class Place:
    """An item in its document."""

    document: Document
    item: AgendaItem

    @property
    def key(self) -> tuple[str, str]:
        """Document id and item path."""
        return self.document.id, self.item.path


@dataclass(frozen=True, slots=True)
class Link:
    """Two items that belong together; `likeness` between 0 and 1, higher is surer."""

    one: Place
    other: Place
    likeness: float


class Subjects:
    """The subjects of all items at hand, as weighted terms of title and body."""

    def __init__(self, places: Sequence[Place]) -> None:
        """Weights come from the items themselves: a term that few items hold says most."""
        self.places = [place for place in places if _has_subject(place.item)]
        titles = {p.key: _title_terms(p.item) for p in self.places}
        bodies = {p.key: Counter(_body_terms(p)) for p in self.places}
        held: Counter[str] = Counter()
        for place in self.places:
            held.update({*titles[place.key], *bodies[place.key]})
        total = len(self.places)
        self._rarity = {term: math.log(1 + total / count) for term, count in held.items()}
        self._titles = {key: self._unit(dict.fromkeys(terms, 1.0)) for key, terms in titles.items()}
        self._bodies = {key: self._body(counts) for key, counts in bodies.items()}

    def likeness(self, one: Place, other: Place) -> float:
        """Cosine of the titles, helped or hindered by that of the bodies' rarest terms."""
        title = _cosine(self._titles[one.key], self._titles[other.key])
        body = _cosine(self._bodies[one.key], self._bodies[other.key])
        return 0.6 * title + 0.4 * min(1.0, 2 * body)

    def same_meeting(self) -> list[Link]:
        """Agenda items with the report items of their meeting on the same subject, one to one."""
        found = [
            Link(agenda, report, self.likeness(agenda, report))
            for agenda in self._of("geannoteerde agenda")
            for report in self._of("verslag")
            if agenda.document.meeting_dates and _when(agenda) == _when(report)
        ]
        return _one_to_one([link for link in found if link.likeness >= SAME_MEETING])

    def same_file(self) -> list[Link]:
        """Items of different meetings on the same file."""
        return [
            Link(one, other, likeness)
            for i, one in enumerate(self.places)
            for other in self.places[i + 1 :]
            if _when(one) != _when(other) and (likeness := self.likeness(one, other)) >= SAME_FILE
        ]

    def _of(self, kind: str) -> list[Place]:
        inside = [p for p in self.places if p.document.kind == kind and len(p.item.span)]
        return [p for p in inside if p.item.section != LETTER_SECTION]

    def _body(self, counts: Counter[str]) -> dict[str, float]:
        """The terms that are frequent here and rare elsewhere."""
        weights = {term: 1 + math.log(count) for term, count in counts.items()}
        rarest = sorted(weights, key=lambda term: (-weights[term] * self._rarity[term], term))
        return self._unit({term: weights[term] for term in rarest[:BODY_TERMS]})

    def _unit(self, weights: Mapping[str, float]) -> dict[str, float]:
        scaled = {term: weight * self._rarity[term] for term, weight in weights.items()}
        length = math.sqrt(sum(weight * weight for weight in scaled.values())) or 1.0
        return {term: weight / length for term, weight in scaled.items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight * other.get(term, 0.0) for term, weight in one.items())


def _one_to_one(links: Sequence[Link]) -> list[Link]:
    """The surest links first; each item is linked once."""
    taken: set[tuple[str, str]] = set()
    kept = []
    for link in sorted(links, key=lambda k: (-k.likeness, k.one.key, k.other.key)):
        if link.one.key not in taken and link.other.key not in taken:
            taken.update({link.one.key, link.other.key})
            kept.append(link)
    return kept


def _has_subject(item: AgendaItem) -> bool:
    """False for items that are about no file: openings, results, parts of another item."""
    part = item.number is None and item.path.count("/") > 1
    return (
        bool(item.title) and len(item.span) > 0 and not part and not GENERAL.match(item.title or "")
    )


@cache
def _generic() -> frozenset[str]:
    return frozenset(analyser().terms(GENERIC))


def _title_terms(item: AgendaItem) -> set[str]:
    terms = set(analyser().terms(item.title or ""))
    return terms - _generic() or terms


def _body_terms(place: Place) -> list[str]:
    terms = analyser().terms(place.item.span.of(place.document.text))
    return [term for term in terms if not term.isdigit() and len(term) > 2]


def _when(place: Place) -> tuple[str, ...]:
    return place.document.meeting_dates or (place.document.letter_date or place.document.id,)
