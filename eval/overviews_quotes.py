"""When what is shown is what gold quotes, and how figures are taken over cases of one meeting.

Knows: quotes, sentences, clusters. Does not know: summaries, positions, the register.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from eval.compare_text import holds, words
from eval.gold import GoldQuote
from eval.intervals import Figure, ratio
from rag.nouns import Statement

_SHARE, _LEAST = 0.6, 4  # of the words of the shorter one, and words
Row = tuple[str, float, float]  # cluster, part, whole


def overlaps(one: str, other: str) -> bool:
    """True when two sentences of one paper are the same words, or largely so.

    Either holds the other (whatever the white space, hyphens and footnote marks), or they have a
    run of words in common that is 0.6 of the shorter one and at least 4 words: an annotator quotes
    a clause, a reader cuts a sentence elsewhere.
    """
    if holds(one, other) or holds(other, one):
        return True
    mine, theirs = words(one), words(other)
    wanted = max(_LEAST, _SHARE * min(len(mine), len(theirs)))
    if len(set(mine) & set(theirs)) < min(wanted, _LEAST):
        return False
    run = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
    return run.size >= wanted


def shows(statement: Statement, document: str, quote: str) -> bool:
    """True when one of the statement's citations is of `document` and overlaps `quote`."""
    return any(
        cited.document == document and overlaps(cited.quote, quote) for cited in statement.citations
    )


def shows_any(statement: Statement, quotes: Iterable[GoldQuote]) -> bool:
    """True when the statement shows one of the quotes."""
    return any(shows(statement, gold.document, gold.quote) for gold in quotes)


def clustered(name: str, rows: Sequence[Row]) -> Figure:
    """sum of parts / sum of wholes; the interval is over clusters, n is the number of rows.

    Rows of one cluster (a meeting) are added up first, so they are drawn together.
    """
    parts: dict[str, float] = {}
    wholes: dict[str, float] = {}
    for cluster, part, whole in rows:
        parts[cluster] = parts.get(cluster, 0.0) + part
        wholes[cluster] = wholes.get(cluster, 0.0) + whole
    return replace(ratio(name, list(parts.values()), list(wholes.values())), n=len(rows))
