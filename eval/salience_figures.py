"""How summaries do with weights that were not fitted on their papers.

Knows: folds by meeting: a summary is made with the weights of all meetings but its own. Does not
know: how weights are fitted (`eval.fit_salience`). The features and the numbers of the choice were
looked for on the same papers, so even these figures flatter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from eval.fit_salience import Case, Source, fit, learnable
from eval.overviews import asked_of
from eval.overviews_systems import own_path
from eval.summary_score import Papers, SummaryGoal, told
from rag.summaries.papers import family, matters
from rag.summaries.quoting import of_item, of_paper
from rag.summaries.salience import Weighed
from rag.weights import Scorer


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Shares of vital facts told, one for each item and each paper; `kept`: kept for testing."""

    release: str
    kept: bool
    items: tuple[float, ...]
    papers: tuple[float, ...]

    def line(self) -> str:
        """The means in words."""
        why = "kept for testing" if self.kept else "left out in turn"
        shares = (("items", self.items), ("papers", self.papers))
        means = [f"{sum(s) / len(s):.3f} of {len(s)} {name}" for name, s in shares if s]
        return f"{self.release}, {why}: vital facts told, {', '.join(means)}"


def left_out(sources: Sequence[Source], learnt: Sequence[Case]) -> list[LeftOut]:
    """By release: papers left out in turn, by meeting; then those kept for testing."""
    found = []
    for source in sources:
        known = learnable(source.release)
        apart = {case.document: case.meeting for case in learnt}
        folds = {meeting: fit(learnt, meeting) for meeting in sorted(set(apart.values()))}
        weights = {name: folds[apart[name]] for name in known if name in apart}
        found.append(_with(source, weights, kept=False))
        kept = dict.fromkeys(set(source.release.structure) - known, fit(learnt))
        if kept:
            found.append(_with(source, kept, kept=True))
    return [each for each in found if each.items or each.papers]


def ranked(learnt: Sequence[Case], own: Sequence[Case]) -> float:
    """The probability that a needed sentence is put above another, by weights of other meetings.

    Over the sentences among `own` of items that a person summarised.
    """
    from sklearn.metrics import roc_auc_score

    sure, needed = list[float](), list[bool]()
    for meeting in sorted({case.meeting for case in own}):
        apart = fit(learnt, meeting)
        inside = [case for case in own if case.meeting == meeting and case.sure]
        sure += [apart.of(case.features) for case in inside]
        needed += [case.needed and case.weight == 1.0 for case in inside]
    return float(roc_auc_score(needed, sure))


def _with(source: Source, weights: dict[str, Scorer], *, kept: bool) -> LeftOut:
    """The goals on these papers; weights: by paper. Goals over two papers are left out."""
    asked = asked_of(source.release, source.gold, None, ("nl",))
    wanted, held = asked.goals, asked.papers
    items = tuple(
        _share(goal, _item(source, goal.documents[0], unit, weights[goal.documents[0]]), held)
        for unit, goal in wanted.items
        if goal.documents[0] in weights
    )
    papers = tuple(
        _share(goal, _paper(source, goal.documents[0], weights[goal.documents[0]]), held)
        for goal in wanted.papers
        if len(goal.documents) == 1 and goal.documents[0] in weights
    )
    return LeftOut(source.release.name, kept, items, papers)


def _item(source: Source, document: str, unit: str, by: Scorer) -> Sequence[Weighed]:
    """What the summary of an item quotes; nothing of one that was not found."""
    path = own_path(source.assistant, document, unit)
    library = source.assistant.library
    return [] if path is None else of_item(family(library, document, path, by))


def _paper(source: Source, document: str, by: Scorer) -> Sequence[Weighed]:
    """What the summary of a paper quotes."""
    library = source.assistant.library
    planned = library.document(document).kind == "geannoteerde agenda"
    return of_paper(matters(library, document, by), planned=planned).chosen


def _share(goal: SummaryGoal, chosen: Sequence[Weighed], papers: Papers) -> float:
    """Vital nuggets told / vital nuggets."""
    cited = [one.told.citation() for one in chosen]
    vital = [nugget for nugget in goal.nuggets if nugget.vital]
    return sum(told(n, goal.documents[0], cited, papers) for n in vital) / len(vital)
