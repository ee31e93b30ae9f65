"""What a summary tells of what it must tell: nuggets, agenda items, actors, words.

Knows: gold nuggets and units, a summary. Does not know: who made it, figures over many.
A nugget is told when one of its keys stands in a quote of the summary, and that quote is of the
nugget's own unit; or a key of one of its `elsewhere` places stands in a quote of that place. The
wording of a statement is never read for it: a fact counts where it is proved. A quote is of a unit
when it is cited so, or when its words stand in the unit's own text: an item that was misread costs
the reading of papers, not the summary.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eval.actor_labels import Labels, wrongly_said
from eval.compare_text import holds_key, name_form
from eval.gold import ItemNames
from eval.gold_papers import GoldDocument
from eval.gold_summaries import SummaryNugget
from eval.summary_values import values_found
from eval.unit_text import UnitTexts
from index.actors import named_actor
from rag.nouns import Citation
from rag.overviews import Summary

_LETTER = "Brief"  # section of a paper's covering letter
_RESULTS = "belangrijksteresultaten"  # a chapter's own summary, no item of the agenda
Share = tuple[int, int]  # part, whole
NOTHING: Share = (0, 0)


@dataclass(frozen=True, slots=True)
class SummaryGoal:
    """What one summary must tell: nuggets (of the first paper where they name none), actors.

    `cluster`: the meeting. `whole`: it is of papers, not of one item, and covers their agendas.
    """

    id: str
    cluster: str
    documents: tuple[str, ...]
    nuggets: tuple[SummaryNugget, ...]
    actors: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class SummaryScore:
    """One summary; every share as part and whole, (0, 0) where it says nothing of it.

    `covered`: agenda items with text that have a part or a quote; `wrong`: statements whose actor
    is none that two annotators heard, of those they labelled and that name one.
    """

    id: str
    cluster: str
    vital: Share
    every: Share
    words: int
    values: Share = NOTHING
    covered: Share = NOTHING
    actors: Share = NOTHING
    wrong: Share = NOTHING
    made: bool = True

    @property
    def recall(self) -> float:
        """Vital nuggets told / vital nuggets."""
        return self.vital[0] / self.vital[1] if self.vital[1] else 0.0


@dataclass(frozen=True, slots=True)
class Papers:
    """What summaries are held against: gold outlines, labelled sentences, the units' own texts."""

    structure: Mapping[str, GoldDocument]
    names: ItemNames
    labels: Labels
    texts: UnitTexts | None = None

    def within(self, citation: Citation, document: str, unit: str) -> bool:
        """True when the citation is of this unit, by its path or by its words."""
        if citation.document != document:
            return False
        if self.names.item(document, citation.item) == self.names.item(document, unit):
            return True
        return self.texts is not None and self.texts.holds(document, unit, citation.quote) is True


def score_summary(goal: SummaryGoal, summary: Summary | None, papers: Papers) -> SummaryScore:
    """The summary against its goal; one that is missing tells nothing and has no words."""
    cited = _citations(summary)
    known = [told(nugget, goal.documents[0], cited, papers) for nugget in goal.nuggets]
    vital = [is_told for is_told, n in zip(known, goal.nuggets, strict=True) if n.vital]
    shares = (sum(vital), len(vital)), (sum(known), len(known))
    if summary is None:
        return SummaryScore(goal.id, goal.cluster, *shares, 0, made=False)
    return SummaryScore(
        goal.id,
        goal.cluster,
        *shares,
        summary.words,
        values_found(summary.statements),
        covered(summary, goal.documents, papers) if goal.whole else NOTHING,
        _heard(goal, summary),
        wrongly_said(summary.statements, papers.labels),
    )


def told(nugget: SummaryNugget, document: str, cited: Sequence[Citation], papers: Papers) -> bool:
    """True when the nugget is proved by a citation, as the module says.

    document: the paper of a nugget that names none.
    """
    paper = nugget.document or document
    places = ((nugget.unit, nugget.key), *((p.unit, p.key) for p in nugget.elsewhere))
    return any(
        holds_key(citation.quote, key) and papers.within(citation, paper, unit)
        for unit, keys in places
        for key in keys
        for citation in cited
    )


def covered(summary: Summary, documents: Iterable[str], papers: Papers) -> Share:
    """Agenda items that the summary has a part or a quote of, and how many there are.

    An agenda item is a unit with text that is no part of the covering letter and no chapter's
    "Belangrijkste resultaten"; a heading without a number below another unit belongs to that one.
    A part or quote of a unit stands for the units above and below it as well.
    """
    cited = _citations(summary)
    touched = {(part.document, name_form(part.item)) for part in summary.parts if part.item}
    touched |= {(c.document, name_form(c.item)) for c in cited}
    items = [(name, path) for name in documents for path in agenda(papers.structure[name])]
    hit = [
        any(paper == document and _related(path, other) for paper, other in touched)
        or any(papers.within(citation, document, path) for citation in cited)
        for document, path in items
    ]
    return sum(hit), len(items)


def agenda(document: GoldDocument) -> tuple[str, ...]:
    """The agenda items of a paper, as paths in their comparison form; see `covered`."""
    paths = {name_form(unit.id) for unit in document.units}
    return tuple(
        name_form(unit.id)
        for unit in document.units
        if unit.has_body
        and unit.section != _LETTER
        and not name_form(unit.id).endswith(_RESULTS)
        and (unit.number or name_form(unit.id).rpartition("/")[0] not in paths)
    )


def _related(one: str, other: str) -> bool:
    """True when one path is the other, above it or below it."""
    return one == other or one.startswith(f"{other}/") or other.startswith(f"{one}/")


def _citations(summary: Summary | None) -> list[Citation]:
    statements = summary.statements if summary else ()
    return [cited for statement in statements for cited in statement.citations]


def _heard(goal: SummaryGoal, summary: Summary) -> Share:
    """Gold actors of the closed list that one of the statements reports, and how many there are."""
    wanted = {actor for name in goal.actors if (actor := named_actor(name))}
    said = {who.strip() for each in summary.statements for who in each.actor.split(";")}
    return len(wanted & said), len(wanted)
