"""Fits the weights of `rag/summaries/weights.json` on what summaries must tell.

Knows: which sentences a summary needs, from the gold of summaries and, as weak hints, from
questions and registers; that no release drowns another. Does not know: the features
(`rag.summaries.features`), how good the summaries are (`eval.salience_figures`). Papers whose
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

STRENGTH = 0.01  # of the penalty, as scikit-learn's C; best on folds among 0.005 to 0.3
HINT = 0.1  # what a sentence counts that a question or the register asks for
OKAY = 0.5  # what one counts, as not needed, that a summary may tell and need not
UNSURE = 0.5  # the same of one whose item nobody summarised


@dataclass(frozen=True, slots=True)
class Source:
    """A release that is learnt from: its papers, and what their summaries must tell."""

    release: Release
    gold: SummaryGold
    assistant: Assistant


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence; needed: a summary needs it. meeting: cases of one are in one fold.

    `sure`: a person wrote down what a summary of its item must tell.
    """

    features: Mapping[str, float]
    needed: bool
    weight: float
    meeting: str
    sure: bool
    release: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """Words that tell a fact where they stand in this item, and what that counts; see `_label`."""

    item: ItemKey
    words: tuple[str, ...]
    weight: float


def cases(source: Source) -> list[Case]:
    """Every sentence of the papers of a release that may be learnt from."""
    release, gold, library = source.release, source.gold, source.assistant.library
    names = ItemNames(release.structure)
    keys = [*_keys(gold, names), *_hints(source, names)]
    items = {names.item(one.document, one.unit) for _, one in gold.items}
    found: list[Case] = []
    for name in sorted(learnable(release)):
        document = library.document(name)
        spoken = [told(document, item) for item in library.items(name)]
        held = term_items(spoken)
        for sentences in filter(None, spoken):
            seen, here = around(sentences, held), names.item(name, sentences[0].item.path)
            near = [key for key in keys if _within(here, key.item)]
            sure = any(_within(here, item) for item in items)
            for one in sentences:
                needed, weight = _label(one.text, near, sure)
                meeting = (document.meeting_dates or (name,))[0]
                told_of = sure, release.name, name
                found.append(Case(features(one, seen), needed, weight, meeting, *told_of))
    return found


def learnable(release: Release) -> set[str]:
    """The papers of which most questions are not of the split `test`."""
    asked: dict[str, Counter[bool]] = {name: Counter() for name in release.structure}
    for question in release.questions:
        for document in {quote.document for quote in question.gold}:
            asked[document][question.split == "test"] += 1
    return {name for name, counts in asked.items() if counts[False] > counts[True]}


def fit(learnt: Sequence[Case], without: str | None = None) -> Scorer:
    """The weights; `without`: from the cases of all meetings but this one."""
    some = [case for case in learnt if case.meeting != without]
    mass = dict.fromkeys((case.release for case in some), 0.0)
    for case in some:
        mass[case.release] += case.weight
    share = sum(mass.values()) / len(mass)  # each release counts as much as another
    rows = [(c.features, c.needed, c.weight * share / mass[c.release]) for c in some]
    return scorer(rows, STRENGTH)


def write_weights(
    made: Scorer, learnt: Sequence[Case], left_out: Sequence[str], file: Path
) -> None:
    """The weights as `rag.summaries.salience` reads them, where they come from, how they do.

    left_out: the lines of `eval.salience_figures`.
    """
    papers: dict[str, list[str]] = {}
    for case in learnt:
        names = papers.setdefault(case.release, [])
        if case.document not in names:
            names.append(case.document)
    weights = {name: round(weight, DIGITS) for name, weight in made.weights.items()}
    told_of = {"fitted on": papers, "cases": len(learnt), "on papers left out": list(left_out)}
    written = {**told_of, "bias": round(made.bias, DIGITS), "weights": weights}
    file.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def _keys(gold: SummaryGold, names: ItemNames) -> Iterator[Key]:
    """What the gold of summaries must or may tell, wherever it may be told from."""
    for _, document, nugget in gold.told():
        for unit, words in _places(nugget):
            yield Key(names.item(document, unit), words, 1.0 if nugget.vital else OKAY)


def _places(nugget: SummaryNugget) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield nugget.unit, nugget.key
    for place in nugget.elsewhere:
        yield place.unit, place.key


def _hints(source: Source, names: ItemNames) -> Iterator[Key]:
    """The vital facts of questions that may be learnt from, and what a register must hold."""
    for question in source.release.questions:
        if question.split != "test":
            for fact in question.nuggets:
                if fact.vital:
                    for quote in question.gold:
                        yield Key(names.item(quote.document, quote.unit), fact.key, HINT)
    for _, entry in source.gold.register:
        if not entry.optional:
            yield Key(names.item(entry.document, entry.unit), (entry.quote,), HINT)


def _label(text: str, keys: Iterable[Key], sure: bool) -> tuple[bool, float]:
    """Whether a summary needs the sentence, and what the case counts."""
    told_of = {key.weight for key in keys if any(holds_key(text, words) for words in key.words)}
    for weight, needed in ((1.0, True), (HINT, True), (OKAY, False)):
        if weight in told_of:
            return needed, weight
    return False, 1.0 if sure else UNSURE


def _within(item: ItemKey, above: ItemKey) -> bool:
    """True for an item and what stands under it."""
    return item == above or (item[0] == above[0] and item[1].startswith(f"{above[1]}/"))
