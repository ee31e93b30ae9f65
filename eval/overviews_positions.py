"""Positions over time against gold: the sentences, the changes, the papers that are silent.

Knows: gold positions and what a system shows of them. Does not know: who made it, other figures.
A sentence is right when it overlaps a gold quote of its paper (`eval.overviews_quotes`); one that
overlaps a tolerated quote only counts neither for nor against.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from eval.actor_figures import accuracy, macro_f1
from eval.gold_summaries import PositionOverTime
from eval.gold_summaries import Step as GoldStep
from eval.intervals import Figure, mean, ratio, share
from eval.overviews_quotes import shows, shows_any
from rag.overviews import Side, Step

Share = tuple[int, int]  # part, whole


@dataclass(frozen=True, slots=True)
class PositionScore:
    """One actor on one topic.

    right: steps that are gold / steps that are not merely tolerated. found: gold steps shown / gold
    steps. changes: (from, to) pairs of papers that are gold / shown, and / gold. silent: papers
    rightly said to be silent / gold silent papers; unheard: papers said to be silent that hold a
    gold step / papers said to be silent. stances: of each step found the one shown and gold's.
    """

    id: str
    right: Share
    found: Share
    changes_right: Share
    changes_found: Share
    silent: Share
    unheard: Share
    stances: tuple[tuple[str, tuple[str, ...]], ...]
    made: bool = True

    @property
    def same_changes(self) -> bool:
        """True when the changes shown are exactly those of gold."""
        return self.changes_right[0] == self.changes_right[1] == self.changes_found[1]


def score_position(
    gold: PositionOverTime, side: Side | None, quiet: Collection[str] = ()
) -> PositionScore:
    """The side against gold; one that is missing shows nothing.

    quiet: the papers that the side says discuss the topic without the actor.
    """
    steps = side.steps if side else ()
    right = [any(_is(step, each) for each in gold.steps) for step in steps]
    spared = [
        not is_right and shows_any(step.statement, gold.tolerated)
        for is_right, step in zip(right, steps, strict=True)
    ]
    pairs = [(each, next((s for s in steps if _is(s, each)), None)) for each in gold.steps]
    due = {(each.from_document, each.to_document) for each in gold.changes}
    said = {(each.from_document, each.to_document) for each in (side.shifts if side else ())}
    return PositionScore(
        gold.id,
        (sum(right), len(steps) - sum(spared)),
        (sum(step is not None for _, step in pairs), len(pairs)),
        (len(due & said), len(said)),
        (len(due & said), len(due)),
        (len(set(gold.silent) & set(quiet)), len(gold.silent)),
        (len({each.document for each in gold.steps} & set(quiet)), len(set(quiet))),
        tuple((step.kind, _stances(each)) for each, step in pairs if step is not None),
        side is not None,
    )


def position_figures(scores: Sequence[PositionScore]) -> tuple[Figure, ...]:
    """Over all pairs of actor and topic: intervals are over the pairs, which may share meetings.

    precision and recall of step sentences: sums of parts / sums of wholes (a pair with many steps
    weighs more), and the mean recall a pair. changes right, changes found: of the places where a
    position changes; `pairs with exactly the changes` counts a pair without any too.
    """
    kinds = [stances for each in scores for stances in each.stances]
    return (
        _sum("steps: precision", [each.right for each in scores]),
        _sum("steps: recall", [each.found for each in scores]),
        mean(
            "steps: recall (mean of pairs)",
            [part / whole for part, whole in (s.found for s in scores) if whole],
        ),
        _sum("changes: precision", [each.changes_right for each in scores]),
        _sum("changes: recall", [each.changes_found for each in scores]),
        share("pairs with exactly the changes", [each.same_changes for each in scores]),
        _sum("silent papers: recall", [each.silent for each in scores]),
        _sum("said silent, but speaks", [each.unheard for each in scores]),
        accuracy("stance of steps found", kinds),
        macro_f1("stance of steps found: macro F1", kinds),
    )


def within(gold: PositionOverTime, documents: frozenset[str]) -> PositionOverTime:
    """The part of gold that is of these papers; a change belongs to the paper that shows it."""
    return replace(
        gold,
        steps=tuple(each for each in gold.steps if each.document in documents),
        changes=tuple(each for each in gold.changes if each.to_document in documents),
        silent=tuple(each for each in gold.silent if each in documents),
        tolerated=tuple(each for each in gold.tolerated if each.document in documents),
    )


def side_within(side: Side, documents: frozenset[str]) -> Side:
    """The part of a side that is of these papers, as `within` takes it of gold."""
    return replace(
        side,
        steps=tuple(each for each in side.steps if each.document in documents),
        shifts=tuple(each for each in side.shifts if each.to_document in documents),
    )


def _is(step: Step, gold: GoldStep) -> bool:
    return shows(step.statement, gold.document, gold.quote)


def _stances(gold: GoldStep) -> tuple[str, ...]:
    return (gold.stance, gold.also) if gold.also else (gold.stance,)


def _sum(name: str, shares: Sequence[Share]) -> Figure:
    told = [each for each in shares if each[1]]
    parts = [float(part) for part, _ in told]
    return ratio(name, parts, [float(whole) for _, whole in told])
