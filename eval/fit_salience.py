"""Fits the weights of `rag/summaries/weights.json` on what summaries of a release must tell.

Knows: which sentences a summary needs, from the gold of summaries and, as weak hints, from
questions; folds by meeting. Does not know: the features (`rag.summaries.features`). Papers whose
questions are kept for testing are never learnt from.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.compare_text import holds_key
from eval.fit import DIGITS, scorer
from eval.gold import ItemKey, ItemNames, Release
from eval.gold_summaries import SummaryGold, SummaryNugget
from rag.assistant import Assistant
from rag.summaries.features import around, features, term_items
from rag.told import told
from rag.weights import Scorer

STRENGTH = 0.03  # of the penalty, as scikit-learn's C; best on folds among 0.01 to 0.3
OKAY = 0.5  # what a fact counts that a summary may tell and need not
HINT = 0.1  # what counts that a question asks for it, or that nobody does


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence; needed: a summary needs it. meeting: cases of one are in one fold.

    `sure`: a person wrote down what a summary of its item or paper must tell.
    """

    features: Mapping[str, float]
    needed: bool
    weight: float
    meeting: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Key:
    """Words that tell a fact where they stand in this item, and what that counts."""

    item: ItemKey
    words: tuple[str, ...]
    weight: float


def cases(assistant: Assistant, release: Release, gold: SummaryGold) -> list[Case]:
    """Every sentence of the papers that may be learnt from."""
    names = ItemNames(release.structure)
    keys = [*_keys(gold, names), *_hints(release, names)]
    items = {names.item(one.document, one.unit) for _, one in gold.items}
    papers = {name for _, one in gold.meetings for name in one.documents}
    found: list[Case] = []
    for name in sorted(learnable(release)):
        document = assistant.library.document(name)
        spoken = [told(document, item) for item in assistant.library.items(name)]
        held = term_items(spoken)
        for sentences in filter(None, spoken):
            seen, here = around(sentences, held), names.item(name, sentences[0].item.path)
            sure = name in papers or any(_within(here, item) for item in items)
            for one in sentences:
                best = max((k.weight for k in keys if _tells(k, here, one.text)), default=0.0)
                weight = best or (1.0 if sure else HINT)
                meeting = (document.meeting_dates or (name,))[0]
                found.append(Case(features(one, seen), best > 0, weight, meeting, sure))
    return found


def learnable(release: Release) -> set[str]:
    """The papers of which most questions are not of the split `test`."""
    asked: dict[str, Counter[bool]] = {name: Counter() for name in release.structure}
    for question in release.questions:
        for document in {quote.document for quote in question.gold}:
            asked[document][question.split == "test"] += 1
    return {name for name, counts in asked.items() if counts[False] > counts[True]}


def fit(learnt: Sequence[Case]) -> tuple[Scorer, float]:
    """The weights, and how well they rank sentences of meetings that they were not fitted on.

    The latter: the probability that a needed sentence is put above another, over the sure cases.
    """
    from sklearn.metrics import roc_auc_score

    sure, needed = list[float](), list[bool]()
    for meeting in sorted({case.meeting for case in learnt}):
        apart = _scorer(case for case in learnt if case.meeting != meeting)
        inside = [case for case in learnt if case.meeting == meeting and case.sure]
        sure += [apart.of(case.features) for case in inside]
        needed += [case.needed and case.weight == 1.0 for case in inside]
    return _scorer(learnt), float(roc_auc_score(needed, sure))


def write_weights(made: Scorer, ranked: float, count: int, file: Path) -> None:
    """The weights as `rag.summaries.salience` reads them, and where they come from."""
    weights = {name: round(weight, DIGITS) for name, weight in made.weights.items()}
    told_of = {"cases": count, "ranked right on other meetings": round(ranked, DIGITS)}
    written = {**told_of, "bias": round(made.bias, DIGITS), "weights": weights}
    file.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def _scorer(some: Iterable[Case]) -> Scorer:
    return scorer([(case.features, case.needed, case.weight) for case in some], STRENGTH)


def _keys(gold: SummaryGold, names: ItemNames) -> Iterator[Key]:
    """What the gold of summaries must or may tell, wherever it may be told from."""
    for _, document, nugget in gold.told():
        weight = 1.0 if nugget.vital else OKAY
        for unit, words in _places(nugget):
            yield Key(names.item(document, unit), words, weight)


def _places(nugget: SummaryNugget) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield nugget.unit, nugget.key
    for place in nugget.elsewhere:
        yield place.unit, place.key


def _hints(release: Release, names: ItemNames) -> Iterator[Key]:
    """The vital facts of questions that may be learnt from: somebody wanted to know them."""
    for question in release.questions:
        if question.split != "test":
            for fact in question.nuggets:
                if fact.vital:
                    for quote in question.gold:
                        yield Key(names.item(quote.document, quote.unit), fact.key, HINT)


def _tells(key: Key, item: ItemKey, text: str) -> bool:
    return _within(item, key.item) and any(holds_key(text, words) for words in key.words)


def _within(item: ItemKey, above: ItemKey) -> bool:
    """True for an item and what stands under it."""
    return item == above or (item[0] == above[0] and item[1].startswith(f"{above[1]}/"))
