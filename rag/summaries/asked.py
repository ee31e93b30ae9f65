"""A question that asks for a summary: which item it means, and what of it is quoted.

Knows: the words that ask for a summary, and for one actor's part in it. Does not know: how items
are found (`rag.retrieve`), what makes a sentence weighty (`rag.summaries.salience`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.library import Library
from rag.evidence import Candidate
from rag.features import item_scores
from rag.question import Understood
from rag.summaries.choosing import choose
from rag.summaries.cues import RESULTS
from rag.summaries.papers import family

SUMMARY = re.compile(
    r"\bvat\b.*\bsamen\b|\bsamenvat\w*|\bsamengevat|\bkorte? (?:overzicht|weergave)|"
    r"\bin het kort\b|\bin grote lijnen\b|\bhoofdlijn\w*|\bhoofdpunten\b|\bbelangrijkste punten\b|"
    r"\bsummar(?:y|ies|i[sz]e\w*)\b|\bsum up\b|\bin (?:short|brief)\b|\bin a nutshell\b|"
    r"\b(?:main|key) points\b|\brecap\b|\bgist\b|\bbrief (?:overview|account)\b",
    re.I,
)
PART = re.compile(
    r"\b(?:inbreng|bijdrage|interventie|standpunt\w*|positie|opstelling|rol|contribution|input|"
    r"intervention|position|stance|view\w*|line|part)\b",
    re.I,
)
BESIDE = 0.8  # share of the best item's score from which the other paper's item is taken as well


def asks_summary(question: str) -> bool:
    """True for "Vat ... samen", "a short summary of ...", "in het kort"."""
    return SUMMARY.search(question) is not None


def summarised(
    library: Library, asked: Understood, found: Sequence[Candidate], budget: int
) -> list[Candidate]:
    """The sentences that summarise the item asked for, within `budget` words; none of nothing.

    The item is the best one found, with the parts under it and, where the meeting has another paper
    with an item that fits nearly as well, that one. One actor's contribution is told by the
    sentences that report his words, where there are any.
    """
    named = {(one.document.id, one.span): one for one in found}
    weighed = [
        each
        for key in _items(found)
        for matter in family(library, *key)
        for each in matter.sentences
        if (each.told.document.id, each.told.span) in named
    ]
    own = [one for one in weighed if set(one.told.actors) & set(asked.actors)]
    if own and PART.search(asked.whole):
        weighed = own
    return [named[one.told.document.id, one.told.span] for one in choose(weighed, budget)]


def _items(found: Sequence[Candidate]) -> list[tuple[str, str]]:
    """The item a summary is asked of, and the same subject in the meeting's other paper."""
    seen = [one.seen for one in found if one.seen.in_time] or [one.seen for one in found]
    scores = item_scores(seen)
    first = {one.seen.item: one for one in reversed(found)}
    single = [key for key in scores if not RESULTS.match(first[key].item.title or "")]
    ranked = sorted(single or scores, key=lambda key: (-scores[key], key))
    if not ranked:
        return []
    best = first[ranked[0]]
    other = [
        key
        for key in ranked[1:]
        if scores[key] >= BESIDE * scores[ranked[0]]
        and key[0] != best.document.id
        and first[key].document.meeting_dates == best.document.meeting_dates
    ]
    return [ranked[0], *other[:1]]
