"""The figures that explain the headline ones: strays, poison, values, language, seconds.

Knows: which questions each figure is over: the questions and near misses themselves, rewordings
apart. Does not know: files, tables, systems. What is missing counts as the worst.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil

from eval.actor_figures import voice_figures
from eval.actor_labels import read_labels
from eval.answers import HALF, AnswerScore
from eval.gold import ItemNames, Release
from eval.handed_in import Found, GivenAnswer
from eval.intervals import Figure, mean, middle, share
from eval.judged import truth
from eval.own_words import in_language
from eval.poison import Poison, near_miss_cited
from eval.rank_gain import BUDGETS, all_items, evidence_within, item_gain
from eval.risk import aurc
from eval.strays import wrong_actor, wrong_meeting
from eval.typed_values import value_recall

SEVERAL = frozenset({"position_over_time", "compare_actors"})  # types that need several items


def retrieval_diagnosis(release: Release, found: Mapping[str, Found]) -> tuple[Figure, ...]:
    """nDCG, all gold items, evidence by characters, strays: over the answerable questions."""
    names = ItemNames(release.structure)
    asked = [question for question in release.questions if not question.must_abstain]
    hits = {q.id: found[q.id].hits if q.id in found else () for q in asked}
    several = [q for q in asked if q.type in SEVERAL and len(names.gold(q)) > 1]
    meetings = [wrong_meeting(q, hits[q.id], release.structure) for q in asked]
    actors = [wrong_actor(q, hits[q.id]) for q in asked]
    return (
        mean("item nDCG@10", [item_gain(q, hits[q.id], names) for q in asked]),
        share("all items@10 (several)", [all_items(q, hits[q.id], names) for q in several]),
        *(
            mean(
                f"evidence recall, {budget} characters",
                [evidence_within(q, hits[q.id], budget) for q in asked],
            )
            for budget in BUDGETS
        ),
        mean("wrong meeting@5", _stated(meetings)),
        mean("wrong actor@5", _stated(actors)),
    )


def answers_diagnosis(
    release: Release, answers: Mapping[str, GivenAnswer], by_id: Mapping[str, AnswerScore]
) -> tuple[Figure, ...]:
    """Truthfulness, poison, values, language, seconds: over the questions, some near misses too.

    Poison is over the answers given, language over those with words of their own.
    """
    apart = release.questions + release.near_misses
    said = {id_: answer for id_, answer in answers.items() if answer.status == "answered"}
    poison, originals = Poison(release), {q.id: q for q in release.questions}
    values = [value_recall(q, answers.get(q.id)) for q in release.questions]
    spoken = [in_language(q, answers[q.id]) for q in apart if q.id in answers]
    near = [q.id in said and near_miss_cited(q, said[q.id], originals) for q in release.near_misses]
    cited = [poison.cited(q, said[q.id]) for q in release.questions if q.id in said]
    return (
        mean("truthfulness", [truth(by_id[question.id]) for question in apart]),
        refusal_f1([by_id[question.id] for question in apart]),
        mean("typed values", _stated(values)),
        share("poison", [each for each in cited if each is not None]),
        *voice_figures(release.questions, said, read_labels()),
        share("near misses answered with the other's fact", [bool(each) for each in near]),
        share("own words in the asker's language", [each for each in spoken if each is not None]),
        *_seconds([answers[q.id].seconds for q in apart if q.id in answers]),
        *_risk(answers, [by_id[question.id] for question in apart]),
    )


def refusal_f1(scores: Sequence[AnswerScore]) -> Figure:
    """The mean of F1 of abstaining and F1 of answering; a missing answer is neither.

    F1 = 2 · right / (done + due), for abstaining: right ones / abstained + to abstain from.
    """
    f1 = []
    for silent in (True, False):
        done = [s for s in scores if s.answered is (not silent)]
        due = [s for s in scores if s.must_abstain is silent]
        right = [s for s in done if s.must_abstain is silent]
        f1.append(2 * len(right) / (len(done) + len(due)) if done or due else 0.0)
    return Figure("refusal F1", sum(f1) / len(f1) if scores else None, len(scores))


def error(score: AnswerScore) -> float:
    """How wrong an answer is, 0 to 1: without half of the vital facts, or where none was due."""
    if score.answered is None:
        return 1.0
    if score.must_abstain:
        return float(score.answered)
    return float((score.vital or 0.0) < HALF)


def sureness(
    answers: Mapping[str, GivenAnswer], scores: Sequence[AnswerScore]
) -> list[tuple[float, float]]:
    """Confidence and error of each answer; empty unless every one states a confidence."""
    sure = [(answers[s.id].confidence, error(s)) for s in scores if s.id in answers]
    stated = [(confidence, wrong) for confidence, wrong in sure if confidence is not None]
    return stated if len(stated) == len(scores) else []


def _risk(answers: Mapping[str, GivenAnswer], scores: Sequence[AnswerScore]) -> tuple[Figure, ...]:
    """The area under risk and coverage, where every answer states a confidence."""
    stated = sureness(answers, scores)
    if not stated:
        return ()
    return (Figure("area under risk and coverage", aurc(stated), len(stated)),)


def _seconds(taken: Sequence[float | None]) -> tuple[Figure, ...]:
    """Median and 95th percentile (nearest rank) of the seconds that answers state."""
    stated = sorted(seconds for seconds in taken if seconds is not None)
    if not stated:
        return ()
    late = stated[ceil(0.95 * len(stated)) - 1]
    return middle("seconds (median)", stated), Figure("seconds (p95)", late, len(stated))


def _stated(values: Sequence[float | None]) -> list[float]:
    return [value for value in values if value is not None]
