"""What went wrong with an answer, and where: in the search, in the choice, or in what it says.

Knows: gold facts, the passages found, the quotes given. Does not know: other runs, HTML. Everything
here is worked out from words and numbers; no model is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from eval.compare_text import holds
from eval.fidelity import QuoteCheck, check_quotes
from eval.gold import ItemNames, Question, Release
from eval.judged import Judged, Run
from eval.report.seen import SeenAnswer, SeenHit, SeenStatement
from eval.retrieval import RANKS
from eval.source_text import read_source
from rag.tongue import nearest_language
from rag.values import claims, proofs

Fault = Literal[
    "retrieval miss",
    "selection miss",
    "hallucination",
    "false abstain",
    "missing answer",
]
FAULTS: Mapping[Fault, str] = {
    "retrieval miss": f"no vital fact that is lacking stands in the first {RANKS} passages",
    "selection miss": f"a vital fact that is lacking stands in the first {RANKS} passages",
    "hallucination": "answered although unanswerable, or a sentence that its source does not bear",
    "false abstain": f"silent, though a vital fact stands in the first {RANKS} passages",
    "missing answer": "no answer was handed in",
}
Support = Literal["verbatim", "own words", "number not in source", "not proved", "no source"]
SUPPORTS: Mapping[Support, str] = {
    "verbatim": "the sentence stands in its quotes",
    "own words": "cited; every number and date of it stands in its quotes",
    "number not in source": "cited, but a number or date of it stands in none of its quotes",
    "not proved": "a quote of it does not stand in the paper where it is said to",
    "no source": "without a citation",
}
UNBORNE: frozenset[Support] = frozenset({"number not in source", "not proved", "no source"})


def reach(question: Question, hits: Sequence[SeenHit], names: ItemNames) -> tuple[int | None, ...]:
    """For each nugget the rank (from 1) of the first passage of a gold item that tells it."""
    gold = names.gold(question)
    right = [
        (rank, hit.text)
        for rank, hit in enumerate(hits, start=1)
        if names.item(hit.document, hit.item) in gold
    ]
    return tuple(
        next((rank for rank, text in right if nugget.told_by(text)), None)
        for nugget in question.nuggets
    )


def item_ranks(
    question: Question, hits: Sequence[SeenHit], names: ItemNames
) -> tuple[int | None, ...]:
    """For each gold item, by name, the rank (from 1) of its first passage."""
    found = [names.item(hit.document, hit.item) for hit in hits]
    return tuple(
        found.index(item) + 1 if item in found else None for item in sorted(names.gold(question))
    )


def told(question: Question, answer: SeenAnswer | None, names: ItemNames) -> tuple[bool, ...]:
    """For each nugget whether a quote from a gold item tells it."""
    gold = names.gold(question)
    quotes = [
        cited.quote
        for statement in (answer.statements if answer else ())
        for cited in statement.citations
        if names.item(cited.document, cited.item) in gold
    ]
    return tuple(any(nugget.told_by(quote) for quote in quotes) for nugget in question.nuggets)


def fault(
    judged: Judged,
    ranks: Sequence[int | None],
    known: Sequence[bool],
    supports: Sequence[Support],
) -> Fault | None:
    """The first of the faults that explains why the answer is not fully right; None when it is.

    ranks and known: `reach` and `told` of the question; supports: of the answer's sentences. None
    too where no answers were handed in at all. Without search results every lack is one of search.
    """
    score = judged.answer
    if score is None:
        return None
    if score.answered is None:
        return "missing answer"
    if score.must_abstain:
        return "hallucination" if score.answered else None
    if score.answered and UNBORNE & set(supports):
        return "hallucination"
    lacking = [
        rank
        for nugget, rank, is_told in zip(judged.question.nuggets, ranks, known, strict=True)
        if nugget.vital and not is_told
    ]
    if score.answered and not lacking:
        return None
    if not any(rank is not None and rank <= RANKS for rank in lacking):
        return "retrieval miss"
    return "selection miss" if score.answered else "false abstain"


def support(statement: SeenStatement, proved: Sequence[bool]) -> Support:
    """What bears the statement; `proved`: of each of its citations, whether no check failed."""
    if not statement.citations:
        return "no source"
    if not all(proved):
        return "not proved"
    quotes = [cited.quote for cited in statement.citations]
    if any(holds(quote.casefold(), statement.text.casefold()) for quote in quotes):
        return "verbatim"
    days = " ".join(day for cited in statement.citations for day in cited.meeting_dates)
    text = " ".join((*quotes, days))
    said = claims(statement.text, nearest_language(statement.text))
    borne = proofs(text, "nl") | proofs(text, "en")
    return "own words" if said <= borne else "number not in source"


def proofs_of_quotes(
    release: Release, run: Run, canonical: Mapping[str, str]
) -> Mapping[str, tuple[bool, ...]]:
    """For each answer whether its citations hold, in order: False where a check failed.

    The checks are those of `eval.fidelity`: against the canonical text and against the source.
    """
    answers = run.answers or {}
    sources = {file: read_source(release.documents / file) for file in release.structure}
    checks = iter(check_quotes(answers.values(), canonical, sources))
    return {id_: tuple(_holding(checks, len(answer.citations))) for id_, answer in answers.items()}


def _holding(checks: Iterator[QuoteCheck], how_many: int) -> Iterator[bool]:
    for _ in range(how_many):
        yield not next(checks).fails
