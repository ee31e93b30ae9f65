"""Which sentences a question after a decision, or after what comes next, is answered with first.

Knows: the words that ask for these of one subject, and how much more likely a sentence that the
register holds is to answer them. Does not know: lists of a whole meeting (`rag.outcomes.asked`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from index.nouns import AgendaItem, Document, Span
from rag.evidence import ABOUT, Candidate, best_first
from rag.outcomes.asked import EVERYBODY
from rag.outcomes.nouns import Sort
from rag.outcomes.seen import RESULTS
from rag.outcomes.sorting import sorted_as
from rag.question import Understood
from rag.summaries.cues import by_council, foresees, tells
from rag.told import Told, told
from rag.weights import raised

LOOKED_AT = 8  # of the best sentences: their items are the likely ones
LIKELY = 0.3  # and the share of the best one's fit that they need for that
# how much is added to the log of the odds that a sentence answers: the register has it, or its
# words tell how it went
DECISION, STEP, TOLD = 4.0, 2.5, 1.5
DECIDED = re.compile(
    r"\b(?:besloten|besloot|besluit(?:en)?|beslist|beslissing(?:en)?|aangenomen|vastgesteld|"
    r"goedgekeurd|afgesproken|overeengekomen|akkoord|uitkomst(?:en)?|resulta(?:at|ten)|erdoor|"
    r"doorgegaan|afloop|liep\b.*\baf|terechtgekomen|groen licht|ingestemd|gelukt|bereikt|"
    r"decided?|decisions?|adopt(?:ed|ion)?|agreed?|agreement|approved?|outcomes?|results?|"
    r"(?:get|got|go|went|made it) through|green light|passed|sign(?:ed)? off|bec[ao]me of|"
    r"come of|came of|reached|settled|finalised)\b",
    re.I,
)
COMING = re.compile(
    r"\b(?:next|(?:eerst)?volgende|vervolg\w*|planning|time(?:table|line)|tijdpad|going to|"
    r"van plan|voornemens|intends? to|plans? to|follow-up|steps|stappen|"
    r"toegezegd|promised?|beloofd|"
    r"(?:what|how|when|wat|hoe|wanneer)\b[^,;?]*\b(?:will|zal|zullen|gaat|gaan|verder)|"
    r"(?:when|wanneer) (?:is|are|komt|komen|wordt|worden|moet|moeten))\b",
    re.I,
)
CHAIR = frozenset(("Presidency",))


def favoured(asked: Understood, found: Sequence[Candidate]) -> list[Candidate]:
    """The sentences found, best first, with those raised that tell what the question is after.

    Only those of the likely items, and lines of a report's own results. Others stay as they were.
    """
    after = _after(asked)
    if not after or not found:
        return list(found)
    best = found[0].fit
    likely = {one.seen.item for one in found[:LOOKED_AT] if one.fit >= LIKELY * best}
    least = ABOUT * best
    told_first = [
        replace(one, fit=raised(one.fit, _more(one, after)))
        if one.fit >= least and (one.seen.item in likely or RESULTS.search(one.item.title or ""))
        else one
        for one in found
    ]
    return sorted(told_first, key=best_first)


def _after(asked: Understood) -> frozenset[Sort]:
    """What the question asks for: decisions of those who decide, steps and promises of anybody."""
    if asked.compares or asked.develops:
        return frozenset()
    if DECIDED.search(asked.text) and not set(asked.actors) - EVERYBODY - CHAIR:
        return frozenset(("decision",))
    return frozenset(("next_step", "promise")) if COMING.search(asked.text) else frozenset()


def _more(one: Candidate, after: frozenset[Sort]) -> float:
    """What is added to the log of the odds that a sentence answers."""
    line = _by_place(one.document, one.item).get(one.span)
    if line is None:
        return 0.0
    what = sorted_as(line)
    if what is not None and what[0] in after and what[1] != "debate":
        return DECISION if what[0] == "decision" else STEP
    if "decision" in after:
        voted = by_council(line) and (tells("decided", line.text) or tells("voted", line.text))
        return TOLD if voted or foresees(line) else 0.0
    return TOLD if tells("next", line.text) else 0.0


@lru_cache(512)
def _by_place(document: Document, item: AgendaItem) -> dict[Span, Told]:
    """The sentences of an item by their place."""
    return {one.span: one for one in told(document, item)}
