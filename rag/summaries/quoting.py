"""What a summary of an item, a paper, a meeting or a dossier quotes.

Knows: what counts as outcome and as position in which kind of paper. Does not know: headings,
readers, models.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.outline import LETTER_SECTION
from rag.outcomes.doers import doer
from rag.outcomes.sorting import sorted_as
from rag.summaries import cues
from rag.summaries.choosing import MOST, choose, item_budget
from rag.summaries.papers import Matter
from rag.summaries.planning import BUDGET, EXPECTED, Plan, Wanted, plan
from rag.summaries.salience import Weighed
from rag.told import Told

BODIES = ("Council", "Presidency")


def of_item(found: Sequence[Matter]) -> list[Weighed]:
    """The sentences that stand for an item and its parts, in 30 to 120 words."""
    able = [one for matter in found for one in matter.sentences]
    return choose(able, item_budget(sum(one.told.words for one in able)), MOST)


def of_paper(found: Sequence[Matter], *, planned: bool) -> Plan:
    """Outcomes, positions and lines of a paper or meeting; planned: written before the meeting."""
    if planned:
        return _plan(found, Wanted(cues.foresees, cues.netherlands_holds, share=EXPECTED))
    return _plan(found, Wanted(decided, _reported))


def of_dossier(found: Sequence[Matter]) -> Plan:
    """The same of items of several meetings; what the Netherlands planned is told there as well."""
    return _plan(found, Wanted(decided, cues.netherlands_holds))


def decided(told: Told) -> bool:
    """True where a report tells an outcome: what the register has as a decision, no mere debate.

    A date that others put off is none: the Council was only told of it.
    """
    if told.document.kind != "verslag" or told.item.section == LETTER_SECTION:
        return False
    found = sorted_as(told)
    if found is None or found[0] != "decision" or found[1] == "debate":
        return False
    return found[1] != "postponed" or doer(told, found, ()) in BODIES


def _plan(found: Sequence[Matter], wanted: Wanted) -> Plan:
    return plan([one.sentences for one in found], BUDGET, wanted)


def _reported(told: Told) -> bool:
    """True for a position of the Netherlands that is no plan."""
    return cues.netherlands_holds(told) and not cues.expectation(told)
