"""Scores answers: are the vital facts cited from the right items, and is silence kept?

Knows: gold nuggets and items, answers with citations. Does not know: how an answer is written.
Only quotes are read, never the wording of a statement: a fact counts where it is proved.
An answer that is missing counts against the system in every figure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from eval.gold import ItemNames, Question
from eval.handed_in import GivenAnswer
from eval.intervals import Figure, mean, middle, ratio, share

HALF = 0.5


@dataclass(frozen=True, slots=True)
class AnswerScore:
    """One question. `vital` is None where there is nothing to state; `answered` None if missing."""

    id: str
    must_abstain: bool
    answered: bool | None
    vital: float | None
    citations: int
    cited_right: int
    words: int
    quoted_words: int


def score_answers(
    questions: Sequence[Question], answers: Mapping[str, GivenAnswer], names: ItemNames
) -> tuple[AnswerScore, ...]:
    """Every question scored, in order, whether or not it has an answer."""
    return tuple(_score(question, answers.get(question.id), names) for question in questions)


def answer_figures(scores: Sequence[AnswerScore]) -> tuple[Figure, ...]:
    """The figures over one group of questions.

    attributed vital recall: mean over answerable questions; abstained or missing counts 0.
    citation precision: citations of gold items / citations, over answerable questions, and the
    mean over those answered (an answer without a citation counts 0).
    answered although unanswerable, abstained although answerable: lower is better, and a missing
    answer counts as the fault. Words: of the answers given to answerable questions; the quoted
    words count each quote once, since quotes are what the recall is paid with.
    """
    answerable = [score for score in scores if not score.must_abstain]
    given = [score for score in answerable if score.answered]
    return (
        mean("attributed vital recall", [score.vital or 0.0 for score in answerable]),
        ratio(
            "citation precision",
            [float(score.cited_right) for score in answerable],
            [float(score.citations) for score in answerable],
        ),
        mean("citation precision (per answer)", [_precision(score) for score in given]),
        *abstention_figures(scores),
        mean("words", [float(score.words) for score in given]),
        middle("words (median)", [float(score.words) for score in given]),
        mean("quoted words", [float(score.quoted_words) for score in given]),
        share("missing answers", [score.answered is None for score in scores]),
    )


def abstention_figures(scores: Sequence[AnswerScore]) -> tuple[Figure, Figure]:
    """Shares of the two faults; an answer that is missing is taken for the fault."""
    return (
        share(
            "answered although unanswerable",
            [score.answered is not False for score in scores if score.must_abstain],
        ),
        share(
            "abstained although answerable",
            [not score.answered for score in scores if not score.must_abstain],
        ),
    )


def pair_accuracy(near: Sequence[Question], scores: Mapping[str, AnswerScore]) -> Figure:
    """Share of near misses abstained from whose original has half of its vital facts attributed.

    `scores` holds both by id; a near miss whose original is not there is left out.
    """
    pairs = [
        (scores[question.id], scores[original])
        for question in near
        if (original := question.near_miss_of) is not None and original in scores
    ]
    right = [miss.answered is False and (twin.vital or 0.0) >= HALF for miss, twin in pairs]
    return share("pair accuracy", right)


def attributed_vital(question: Question, answer: GivenAnswer, names: ItemNames) -> float:
    """Vital nuggets of which a key occurs in a quote from a gold item / vital nuggets."""
    gold = names.gold(question)
    quotes = [c.quote for c in answer.citations if names.item(c.document, c.item) in gold]
    return fmean(any(nugget.told_by(quote) for quote in quotes) for nugget in question.vital)


def _score(question: Question, answer: GivenAnswer | None, names: ItemNames) -> AnswerScore:
    vital = None if question.must_abstain else 0.0
    if answer is None or answer.status == "not_found":
        said = None if answer is None else False
        return AnswerScore(question.id, question.must_abstain, said, vital, 0, 0, 0, 0)
    gold = names.gold(question)
    cited = [names.item(c.document, c.item) in gold for c in answer.citations]
    quotes = {(c.document, c.start, c.end): c.quote for c in answer.citations}
    return AnswerScore(
        question.id,
        question.must_abstain,
        True,
        None if question.must_abstain else attributed_vital(question, answer, names),
        len(cited),
        sum(cited),
        answer.words,
        sum(len(quote.split()) for quote in quotes.values()),
    )


def _precision(score: AnswerScore) -> float:
    return score.cited_right / score.citations if score.citations else 0.0
