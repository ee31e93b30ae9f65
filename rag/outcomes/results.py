"""A line of a report's list of results that tells a decision in the present tense: which it was.

Knows: that "wordt verlengd" in such a list is short for what was decided under the item it is
about. Does not know: how other lines are sorted (`rag.outcomes.sorting`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.analyse import analyser
from index.nouns import AgendaItem
from rag.outcomes import cues
from rag.outcomes.around import means
from rag.outcomes.seen import RESULTS
from rag.outcomes.sorting import Sorted, sorted_as
from rag.told import Told, told

PRESENT = re.compile(r"\b(?:wordt|worden)\b", re.I)
DECIDED = frozenset(("adopted", "general_approach", "political_agreement", "conclusions"))


def as_decided(one: Told, what: Sorted, items: Sequence[AgendaItem]) -> Sorted:
    """`what`, or the decision that the report tells of the item which `one` is about.

    items: those of its paper. A line that is about no item, or one without a decision, stays what
    it is.
    """
    if what != ("decision", "debate") or not RESULTS.search(one.item.title or ""):
        return what
    if not (PRESENT.search(one.text) and cues.IS_DECIDED.search(one.text)):
        return what
    if cues.DENIED.search(one.text):
        return what
    near = [i for i in items if i.title and i.section == one.item.section and i != one.item]
    for item in near:
        others = [other.title or "" for other in near if other != item]
        if not means(one.text, item.title or "", others):
            continue
        for each in told(one.document, item):
            found = sorted_as(each)
            if found and found[1] in DECIDED and _shared(one, f"{item.title} {each.text}") >= 2:
                return found
    return what


def _shared(one: Told, text: str) -> int:
    """How many terms a line has in common with a title and a sentence under it."""
    return len(set(analyser().terms(one.text)) & set(analyser().terms(text)))
