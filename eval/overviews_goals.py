"""What overviews of a release, or of a split of it, must show: one goal for each.

Knows: the gold of summaries, positions and register; which split a paper is of. Does not know:
systems, scores.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from eval.gold import Release, Split
from eval.gold_summaries import Entry, PositionOverTime, SummaryGold
from eval.overviews_positions import within
from eval.summary_score import SummaryGoal

_LATER = {split: at for at, split in enumerate(get_args(Split))}


@dataclass(frozen=True, slots=True)
class Goals:
    """All goals over `documents`; the register's are by paper."""

    documents: frozenset[str]
    items: tuple[tuple[str, SummaryGoal], ...]  # with the unit
    papers: tuple[SummaryGoal, ...]
    positions: tuple[PositionOverTime, ...]
    register: Mapping[str, tuple[Entry, ...]]


def goals(gold: SummaryGold, release: Release, split: Split | None) -> Goals:
    """The goals on the papers of `split`, or of the whole release.

    A position over time keeps what is of those papers; one of which neither a step nor a
    silent paper is left is left out.
    """
    held = paper_splits(release)
    documents = frozenset(d for d in release.structure if split is None or held.get(d) == split)
    items = tuple(
        (
            g.unit,
            SummaryGoal(g.id, cluster(release, g.document), (g.document,), g.nuggets, g.actors),
        )
        for _, g in gold.items
        if g.document in documents
    )
    papers = tuple(
        SummaryGoal(g.id, cluster(release, g.documents[0]), g.documents, g.nuggets, whole=True)
        for _, g in gold.meetings
        if documents.issuperset(g.documents)
    )
    positions = tuple(within(g, documents) for _, g in gold.positions)
    register: dict[str, list[Entry]] = {}
    for _, entry in gold.register:
        if entry.document in documents:
            register.setdefault(entry.document, []).append(entry)
    return Goals(
        documents,
        items,
        papers,
        tuple(each for each in positions if each.steps or each.silent),
        {document: tuple(entries) for document, entries in register.items()},
    )


def cluster(release: Release, document: str) -> str:
    """The meeting of a paper: papers of the same days are drawn together."""
    return " ".join(release.structure[document].meeting_dates) or document


def paper_splits(release: Release) -> Mapping[str, Split]:
    """The split of each paper: that of most of the questions with gold in it, else the later.

    Questions are split by meeting; one over several meetings is of the split of the last of them,
    so an early paper has a few questions of a later split. Papers without a question of a split
    are left out.
    """
    counted: dict[str, Counter[Split]] = {}
    for question in release.questions:
        for document in {gold.document for gold in question.gold}:
            if question.split is not None:
                counted.setdefault(document, Counter())[question.split] += 1
    return {
        document: max(count, key=lambda split: (count[split], _LATER[split]))
        for document, count in counted.items()
    }
