"""The figures over many summaries, by meeting.

Knows: scores of summaries. Does not know: how they are scored, who made them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from eval.fidelity import check_quotes, fidelity_figures
from eval.handed_in import GivenAnswer, GivenCitation, GivenStatement
from eval.intervals import Figure
from eval.overviews_quotes import clustered
from eval.source_text import SourceText
from eval.summary_score import Share, SummaryScore
from rag.nouns import Statement

_HUNDRED = 100


def summary_figures(scores: Sequence[SummaryScore]) -> tuple[Figure, ...]:
    """Recalls are means over summaries (one that is missing counts 0), intervals over meetings.

    nuggets per 100 words: 100 · nuggets told / words, all summaries together. values in the source,
    agenda items covered, gold actors heard, wrong actor: sums of parts / sums of wholes; wrong
    actor is over the statements that quote a sentence labelled by hand. Words: of those made.
    """
    return (
        clustered("vital nugget recall", [(s.cluster, s.recall, 1.0) for s in scores]),
        clustered("nugget recall", [(s.cluster, _part(s.every), 1.0) for s in scores]),
        clustered("words", [(s.cluster, float(s.words), 1.0) for s in scores if s.made]),
        clustered(
            "nuggets per 100 words",
            [(s.cluster, _HUNDRED * s.every[0], float(s.words)) for s in scores if s.words],
        ),
        _sum("values found in the source", [(s.cluster, s.values) for s in scores]),
        _sum("agenda items covered", [(s.cluster, s.covered) for s in scores]),
        _sum("gold actors heard", [(s.cluster, s.actors) for s in scores]),
        _sum("wrong actor (labelled sentences)", [(s.cluster, s.wrong) for s in scores]),
    )


def quote_figures(
    statements: Mapping[str, Iterable[Statement]],
    canonical: Mapping[str, str],
    sources: Mapping[str, SourceText | None],
) -> tuple[Figure, Figure]:
    """The two checks of `eval.fidelity` over the statements of overviews, by an id of each."""
    given = [GivenAnswer(id_, "answered", _given(said)) for id_, said in statements.items()]
    return fidelity_figures(check_quotes(given, canonical, sources))


def remarks(scores: Sequence[SummaryScore]) -> tuple[str, ...]:
    """What each summary lacks, in a line."""
    return tuple(
        f"{s.id}: {s.vital[0]} of {s.vital[1]} vital facts, {s.words} words"
        if s.made
        else f"{s.id}: no summary"
        for s in scores
        if not s.made or s.recall < 1
    )


def _given(statements: Iterable[Statement]) -> tuple[GivenStatement, ...]:
    return tuple(
        GivenStatement(
            each.text,
            tuple(
                GivenCitation(c.document, c.item, c.start, c.end, c.quote) for c in each.citations
            ),
        )
        for each in statements
    )


def _part(share: Share) -> float:
    return share[0] / share[1] if share[1] else 0.0


def _sum(name: str, shares: Sequence[tuple[str, Share]]) -> Figure:
    rows = [(cluster, float(part), float(whole)) for cluster, (part, whole) in shares if whole]
    return clustered(name, rows)
