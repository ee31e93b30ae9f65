"""A list of a meeting's items: a sentence of each that says what was dealt with.

Knows: which items a list runs over, and which of their sentences comes first. Does not know: what
was decided or promised (`rag.outcomes.asked_told`), the budget of words.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.entries import Entry
from index.library import Library
from index.nouns import AgendaItem, Document
from rag.outcomes.asked import Listing
from rag.outcomes.asked_cues import FOR_DECISION, SPOKEN, of_kind, of_section
from rag.summaries.choosing import dangling, worth
from rag.summaries.cues import POSITION, foresees, quotable, results
from rag.summaries.features import terms_of
from rag.summaries.papers import Matter, matters
from rag.summaries.salience import Weighed
from rag.told import Told

TELLS = 6.0  # how much more a sentence counts that tells what an item was about
OPENS = 0.5  # what it counts that a sentence opens its item
Line = tuple[float, Told]  # its rank in the list, the lower the sooner, and the sentence


def items_of(document: Document, items: Sequence[AgendaItem], wanted: Listing) -> list[AgendaItem]:
    """The items of a paper that a list may run over."""

    def titles(item: AgendaItem) -> tuple[str, ...]:
        above = [one for one in items if item.path.startswith(f"{one.path}/")]
        return tuple(one.title or "" for one in [*above, item])

    return [
        item
        for item in items
        if of_section(item, wanted.sections)
        and of_kind(document, item, titles(item), wanted.narrow)
    ]


def of_items(library: Library, entries: Sequence[Entry], wanted: Listing) -> list[Line]:
    """The sentences of some papers' items: for each item the one that tells most, then others.

    Where a summary is asked for, what a report itself sums up comes first. Of decisions asked of an
    agenda: the items on which one is due.
    """
    found = [one for entry in entries for one in _matters(library, entry, wanted)]
    found = [one for one in found if not one.of_letter] or found
    lines: list[Line] = []
    for matter in found:
        if any(results(one.told) for one in matter.sentences):
            if wanted.what == "summary":  # of others the line of the item itself tells more
                lines += [(-1.0, one.told) for one in matter.sentences]
            continue
        able = [one for one in matter.sentences if quotable(one.told) and _heard(one.told, wanted)]
        clear = [one for one in able if not dangling(one.told)]
        ranked = sorted(clear or able, key=lambda one: -_counts(one, wanted))
        lines += [
            ((0.0 if place == 0 else 1.0) + 1 / (2 + _counts(one, wanted)), one.told)
            for place, one in enumerate(ranked)
        ]
    return lines


def _matters(library: Library, entry: Entry, wanted: Listing) -> list[Matter]:
    """The items of one paper that have a body and are of the list."""
    listed = items_of(library.document(entry.id), library.items(entry.id), wanted)
    paths = {item.path for item in listed}
    own = [one for one in matters(library, entry.id) if one.item.path in paths]
    return [one for one in own if wanted.what != "decision" or _to_be_decided(one)]


def _to_be_decided(matter: Matter) -> bool:
    """True for an agenda item on which a decision is due, by its tag or by what is said there."""
    if matter.item.tag:
        return FOR_DECISION.search(matter.item.tag) is not None
    return any(foresees(one.told) for one in matter.sentences)


def _counts(one: Weighed, wanted: Listing) -> float:
    """What a sentence is worth in the list: above all, that it says what was dealt with.

    Where that is all that is asked, one that opens its item or repeats the words of its title does.
    """
    if wanted.what == "summary":
        return worth(one)
    if wanted.what == "said":
        return worth(one) * (TELLS if _holds(one.told, wanted) else 1.0)
    if wanted.what == "decision":
        return worth(one) * (TELLS if foresees(one.told) else 1.0)
    title = terms_of(one.told.item.title or "")
    named = len(title & one.terms) / len(title) if title else 0.0
    spoken = SPOKEN.search(one.told.text) is not None
    return worth(one) + named + float(spoken) + OPENS * (one.told.place == 0)


def _heard(one: Told, wanted: Listing) -> bool:
    """True for a sentence that reports those whose words are asked for, if anybody's are."""
    return wanted.what != "said" or bool(set(one.actors) & set(wanted.actors))


def _holds(one: Told, wanted: Listing) -> bool:
    """True where one of those asked for is for or against something, or asks others to act."""
    stands = zip(one.actors, one.stances, strict=True)
    return any(who in wanted.actors and kind in POSITION for who, kind in stands)
