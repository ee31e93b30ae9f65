"""Which sentences an answer quotes: those that fit best or, where a summary is asked, that sum up.

Knows: which of the two a question asks for, and that some ask for a list of a whole meeting. Does
not know: how any of these is made.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.analyse import analyser
from index.library import Library
from index.search import Filters
from rag.choosing import by_meeting, choose
from rag.detailed import detailed
from rag.evidence import Candidate, day_of
from rag.features import Seen
from rag.outcomes.asked import listing
from rag.outcomes.asked_told import lines
from rag.outcomes.favoured import favoured
from rag.outcomes.quoted import from_first_word
from rag.question import Understood
from rag.summaries.asked import asks_summary, summarised
from rag.told import Told


def listed(
    library: Library, asked: Understood, filters: Filters, budget: int
) -> list[Candidate] | None:
    """The sentences of the list that a question asks of a meeting, within `budget` words.

    None where it asks for none, or of no meeting that the library has; empty where the papers of
    the meeting have nothing for the list.
    """
    wanted = listing(asked)
    if wanted is None:
        return None
    found = lines(library, asked, wanted, filters, budget)
    return None if found is None else [_candidate(one, asked) for one in found]


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
    likely = favoured(asked, detailed(library, asked, found))
    if asked.develops and likely:
        return choose(by_meeting(likely, asked.actors), budget, least=0.0)
    return choose(likely, budget)


def _candidate(one: Told, asked: Understood) -> Candidate:
    """A sentence of a list as one that may be quoted: it fits for certain."""
    own = from_first_word(one)
    document, item = own.document, own.item
    seen = Seen(
        text=own.text,
        item=(document.id, item.path),
        actors=own.actors,
        in_time=asked.at_time(day_of(document)),
        note=False,
        opens=own.span.start <= item.span.start,
        words=1.0,
        likeness=1.0,
        title_words=0.0,
        title_likeness=0.0,
        hit=1.0,
        rank=1,
        title=item.title or "",
    )
    terms = frozenset(analyser().terms(own.text))
    note = next((n.number for n in item.notes if n.span.holds(own.span)), None)
    return Candidate(document, item, own.span, note, own.actors, 1.0, terms, seen)
