"""Which sentences an answer quotes: those that fit best or, where a summary is asked, that sum up.

Knows: which of the two a question asks for. Does not know: how either is done.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.library import Library
from rag.choosing import choose
from rag.evidence import Candidate
from rag.question import Understood
from rag.summaries.asked import asks_summary, summarised


def quoted(
    library: Library, asked: Understood, found: Sequence[Candidate], budget: int
) -> list[Candidate]:
    """The candidates that are quoted, within `budget` words; none of none, or without words.

    A summary of how something developed, or of two sides, is no summary of one item.
    """
    if budget < 1:
        return []
    if asks_summary(asked.text) and not asked.develops and not asked.compares:
        return summarised(library, asked, found, budget) or choose(found, budget)
    return choose(found, budget)
