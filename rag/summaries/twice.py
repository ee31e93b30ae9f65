"""Decisions that a report tells twice: in its own list of results and under the item itself.

Knows: when a line of the list and a sentence of an item tell the same. Does not know: which of
the two is quoted (`rag.summaries.planning`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rag.outcomes.around import means
from rag.outcomes.sorting import sorted_as
from rag.summaries.cues import results
from rag.summaries.salience import Weighed
from rag.told import Told

Twice = tuple[Weighed, Weighed]  # a sentence of an item, and the line of the list
Place = tuple[str, str]  # a document and the path of its item


def told_twice(
    lines: Sequence[Sequence[Weighed]], items: Sequence[Sequence[Weighed]]
) -> list[Twice]:
    """The lines of a list of results whose decisions all stand under their items in `lines` too.

    items: all sentences, by item. A line that is about two items is told twice when both tell it.
    """
    chosen = [one for line in lines for one in line]
    own = [one for one in chosen if not results(one.told)]
    found: list[Twice] = []
    for listed in (one for one in chosen if results(one.told)):
        what = sorted_as(listed.told)
        if what is None or what[0] != "decision" or what[1] == "debate":
            continue
        about = list(_about(listed.told, items))
        same = [
            [o for o in own if _place(o) == place and sorted_as(o.told) == what] for place in about
        ]
        if about and all(same):
            found += [(each[0], listed) for each in same]
    return found


def _about(listed: Told, items: Sequence[Sequence[Weighed]]) -> Iterator[Place]:
    """The items of its part of the report that a line of the list is about."""
    near = {
        _place(sentences[0]): sentences[0].told.item.title or ""
        for sentences in items
        if sentences and _beside(sentences[0].told, listed)
    }
    for place, title in near.items():
        if means(listed.text, title, [other for at, other in near.items() if at != place]):
            yield place


def _beside(one: Told, listed: Told) -> bool:
    """True for another item of the same part of the same report."""
    same = one.document.id == listed.document.id and one.item.section == listed.item.section
    return same and one.item.path != listed.item.path


def _place(one: Weighed) -> Place:
    return one.told.document.id, one.told.item.path
