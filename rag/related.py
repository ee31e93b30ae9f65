"""Items of one paper with the items of a library that go with them.

Knows: which papers to compare. Does not know: what makes two items alike (`index.links`).
"""

from __future__ import annotations

from dataclasses import dataclass

from index.entries import Entry
from index.library import Library
from index.links import Link, Place, Subjects
from index.reading import Reading


@dataclass(frozen=True, slots=True)
class Related:
    """An item elsewhere: of the same meeting on the same subject, or of the same file."""

    relation: str
    place: Place
    likeness: float


def related(reading: Reading, library: Library) -> dict[str, list[Related]]:
    """For each item path of a reading, the items of other papers that go with it, surest first."""
    own = [Place(reading.document, item) for item in reading.items]
    others = [
        Place(document, item)
        for entry in library.documents()
        if not _same_paper(entry, reading)
        for document in [library.document(entry.id)]
        for item in library.items(entry.id)
    ]
    subjects = Subjects([*own, *others])
    mine = {place.key for place in own}
    found: dict[str, list[Related]] = {}
    for relation, links in (
        ("same meeting", subjects.same_meeting()),
        ("same file", subjects.same_file()),
    ):
        for link in links:
            for one, other in _both_ways(link):
                if one.key in mine and other.key not in mine:
                    kept = found.setdefault(one.item.path, [])
                    kept.append(Related(relation, other, link.likeness))
    order = ("same meeting", "same file")
    for kept in found.values():
        kept.sort(key=lambda r: (order.index(r.relation), -r.likeness, r.place.key))
    return found


def _same_paper(entry: Entry, reading: Reading) -> bool:
    """The paper itself, also under another name: of one kind there is one paper a meeting."""
    document = reading.document
    return entry.id == document.id or (
        bool(entry.dates)
        and entry.kind == document.kind
        and entry.meeting_dates == document.meeting_dates
        and entry.letter_date == document.letter_date
    )


def _both_ways(link: Link) -> tuple[tuple[Place, Place], tuple[Place, Place]]:
    return (link.one, link.other), (link.other, link.one)
