"""Fits the weights of `rag/weights.json` on the questions of a release.

Knows: what is to be told from what (sentences with a vital fact from others, questions with an
answer from those without), folds by document. Does not know: the features (`rag.features`).
Never fit on what shall measure: figures of a release whose questions were fitted on compare
versions with each other and say nothing about quality.
"""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from eval.gold import ItemNames, Question, Release
from eval.other_askings import other_askings
from eval.run import Progress, silently
from rag.assistant import Assistant
from rag.evidence import LOOKED_AT, candidates
from rag.features import Seen, answer_features, sentence_features
from rag.question import Understood
from rag.retrieve import retrieve
from rag.weights import Scorer

FOLDS = 5
SEED = 5
STRENGTH = 0.1  # of the penalty, as scikit-learn's C
NEAR_MISS = 2.0  # what a near miss that a person wrote counts against an answerable question
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the sentences found for it; states[i]: seen[i] states a vital fact.

    fold: questions on one document are in one fold. weight: 0 for what is not learnt from.
    """

    asked: Understood
    seen: tuple[Seen, ...]
    states: tuple[bool, ...]
    answerable: bool
    fold: int
    weight: float


@dataclass(frozen=True, slots=True)
class Fit:
    """The weights, and how they do on folds they were not fitted on."""

    sentence: Scorer
    question: Scorer
    least: float
    answered_in_vain: float
    withheld: float
    cases: int


def cases(assistant: Assistant, release: Release, progress: Progress = silently) -> list[Case]:
    """Every question of the release, and what unanswerable ones can be made of it."""
    names, chance = ItemNames(release.structure), random.Random(SEED)  # noqa: S311 - chance, not a secret
    found: list[Case] = []
    asked_for = (*release.questions, *release.twins, *release.near_misses, *release.near_twins)
    for question in progress(asked_for, "searching"):
        asked = assistant.understand(question.question)
        weight = NEAR_MISS if question.must_abstain else 1.0
        found.append(_case(assistant, question, asked, names, weight))
        if not question.must_abstain:
            for other in other_askings(assistant.library, question, asked, chance):
                made = _case(assistant, question, other, names, 1.0)
                found.append(_unanswerable(made))
    return found


def fit(learnt: Sequence[Case], withheld: float) -> Fit:
    """Weights for these cases; `withheld`: share of answerable questions that may be withheld.

    The probabilities of sentences that the second fit sees come from folds that the first was not
    fitted on, as they will when somebody asks.
    """
    answerable = [case for case in learnt if case.answerable]
    apart = [
        _sentence_scorer([case for case in answerable if case.fold != fold])
        for fold in range(FOLDS)
    ]
    told = [(case, _answer_features(case, apart[case.fold])) for case in learnt if case.seen]
    by_fold = [
        scorer([(f, c.answerable, c.weight) for c, f in told if c.fold != fold])
        for fold in range(FOLDS)
    ]
    sure = np.array([by_fold[case.fold].of(features) for case, features in told])
    right = np.array([case.answerable for case, _ in told])
    written = np.array([case.weight == NEAR_MISS for case, _ in told])
    least = float(np.quantile(sure[right], withheld))
    return Fit(
        _sentence_scorer(answerable),
        scorer([(f, c.answerable, c.weight) for c, f in told]),
        least,
        float(np.mean(sure[written] >= least)),
        float(np.mean(sure[right] < least)),
        len(learnt),
    )


def as_object(made: Fit) -> Mapping[str, object]:
    """The weights, and how they did on folds they were not fitted on."""
    return {
        "cases": made.cases,
        "near misses answered": round(made.answered_in_vain, DIGITS),
        "answerable withheld": round(made.withheld, DIGITS),
        "sentence": _as_json(made.sentence),
        "question": _as_json(made.question),
        "least": round(made.least, DIGITS),
    }


def write_weights(made: Fit, file: Path, release: str) -> None:
    """The weights as `rag.weights` reads them, and where they come from."""
    written = {"release": release, **as_object(made)}
    file.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def _case(
    assistant: Assistant,
    question: Question,
    asked: Understood,
    names: ItemNames,
    weight: float,
) -> Case:
    from index.search import NO_FILTERS

    library = assistant.library
    hits = retrieve(library, asked, LOOKED_AT, NO_FILTERS, assistant.reranker)
    seen = tuple(candidate.seen for candidate in candidates(library, asked, hits))
    gold = names.gold(question)
    states = tuple(
        names.item(*one.item) in gold and any(fact.told_by(one.text) for fact in question.vital)
        for one in seen
    )
    place = question.gold[0].document if question.gold else question.near_miss_of or question.id
    fold = zlib.crc32(place.encode()) % FOLDS
    return Case(asked, seen, states, not question.must_abstain, fold, weight)


def _unanswerable(case: Case) -> Case:
    nothing = (False,) * len(case.seen)
    return Case(case.asked, case.seen, nothing, False, case.fold, case.weight)


def _answer_features(case: Case, scorer: Scorer) -> Mapping[str, float]:
    sure = [scorer.of(features) for features in sentence_features(case.asked, case.seen)]
    return answer_features(case.asked, case.seen, sure)


def _sentence_scorer(some: Iterable[Case]) -> Scorer:
    return scorer(
        [
            (features, states, 1.0)
            for case in some
            for features, states in zip(
                sentence_features(case.asked, case.seen), case.states, strict=True
            )
        ]
    )


def scorer(
    rows: Sequence[tuple[Mapping[str, float], bool, float]], strength: float = STRENGTH
) -> Scorer:
    """Logistic regression over (features, label, weight), on features brought to one scale."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    names = list(rows[0][0])
    table = np.array([[features[name] for name in names] for features, _, _ in rows])
    scaler = StandardScaler().fit(table)
    model: Any = LogisticRegression(C=strength, max_iter=1000)
    model.fit(
        scaler.transform(table),
        np.array([label for _, label, _ in rows]),
        sample_weight=np.array([weight for _, _, weight in rows]),
    )
    weights = model.coef_[0] / scaler.scale_
    bias = float(model.intercept_[0] - (weights * scaler.mean_).sum())
    return Scorer(bias, {name: float(w) for name, w in zip(names, weights, strict=True)})


def _as_json(scorer: Scorer) -> Mapping[str, object]:
    weights = {name: round(weight, DIGITS) for name, weight in scorer.weights.items()}
    return {"bias": round(scorer.bias, DIGITS), "weights": weights}
