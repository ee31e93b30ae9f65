"""Numbers, dates and names of a summary: do they stand in what it quotes?

Knows: the values and names of a sentence (`rag.values`, `rag.names`). Does not know: gold; it needs
none. The same reading of values checks drafts of a model in the product, so an extracted summary
reaches 1 by being verbatim; what this figure catches is a sentence in words of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.names import Bearing, bearing, unproved_name
from rag.nouns import UNKNOWN_ACTOR, Statement
from rag.tongue import nearest_language
from rag.values import Value, claims, meeting_proofs, proofs

_MOST_NAMES = 50  # of one sentence


def values_found(statements: Sequence[Statement]) -> tuple[int, int]:
    """How many values of the statements stand in their source, and how many there are.

    A value is a number, percentage, date or name, once a statement. Its source is what the
    statement quotes, with the titles of the items and the days of the meetings quoted from.
    """
    found = total = 0
    for statement in statements:
        said = claims(statement.text, nearest_language(statement.text))
        found += len(said & _proved(statement))
        total += len(said)
        named = _names(statement.text, ())
        lacking = _names(statement.text, _bearings(statement))
        found += len(named) - len(lacking)
        total += len(named)
    return found, total


def _proved(statement: Statement) -> frozenset[Value]:
    text = " ".join(
        part for cited in statement.citations for part in (cited.quote, cited.title or "")
    )
    borne = proofs(text, "nl") | proofs(text, "en")
    days = dict.fromkeys(day for cited in statement.citations for day in cited.meeting_dates)
    return borne | meeting_proofs(" ; ".join(days), borne)


def _bearings(statement: Statement) -> list[Bearing]:
    return [
        bearing(f"{cited.quote} {cited.title or ''}", UNKNOWN_ACTOR, cited.meeting_dates)
        for cited in statement.citations
    ]


def _names(sentence: str, passages: Sequence[Bearing]) -> list[str]:
    """The names in a sentence that none of the passages bears; without passages all its names.

    `unproved_name` gives the first: it is taken out, and the rest asked again.
    """
    names: list[str] = []
    rest = sentence
    while len(names) < _MOST_NAMES and (name := unproved_name(rest, passages)) is not None:
        if name not in rest:
            break
        names.append(name)
        rest = rest.replace(name, "…", 1)
    return names
