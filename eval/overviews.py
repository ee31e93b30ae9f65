"""Summaries, positions and the register of a release: made by systems, held against gold.

Knows: the order of the work and the sections of the scorecard. Does not know: options, tables, how
a figure is made. Nothing is kept of a run: overviews are made in seconds, and a release changes.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from eval.actor_labels import read_labels
from eval.gold import ItemNames, Lang, Release, Split
from eval.gold_summaries import SummaryGold
from eval.intervals import Figure, middle
from eval.overviews_goals import Goals, cluster, goals
from eval.overviews_positions import (
    PositionScore,
    position_figures,
    score_position,
    side_within,
)
from eval.overviews_register import RegisterScore, register_figures, score_register
from eval.overviews_systems import PRODUCT, Teller, teller
from eval.run import Progress, silently
from eval.scorecard import Group, Scorecard, Section
from eval.source_text import read_source
from eval.summary_figures import quote_figures, remarks, summary_figures
from eval.summary_score import Papers, SummaryGoal, SummaryScore, score_summary
from eval.unit_text import UnitTexts
from rag.assistant import Assistant
from rag.nouns import Statement
from rag.overviews import Summary

Made = TypeVar("Made")
Summaries = Mapping[str, Sequence[SummaryScore]]  # by system


@dataclass(slots=True)
class Told:
    """What a system showed, by id, and how long each took; for the figures over all of it."""

    statements: dict[str, tuple[Statement, ...]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)

    def timed(self, make: Callable[[], Made]) -> Made:
        """What `make` makes; its time is kept."""
        started = time.perf_counter()
        made = make()
        self.seconds.append(time.perf_counter() - started)
        return made


@dataclass(frozen=True, slots=True)
class Scored:
    """What one system made of the goals, and what it told."""

    items: tuple[SummaryScore, ...]
    papers: tuple[SummaryScore, ...]
    told: Told


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of every system, and over what."""

    release: Release
    goals: Goals
    papers: Papers
    langs: tuple[Lang, ...]
    progress: Progress = silently


def asked_of(
    release: Release,
    gold: SummaryGold,
    split: Split | None,
    langs: tuple[Lang, ...],
    progress: Progress = silently,
) -> Asked:
    """The goals of a release, or of one split of it; langs: in which topics are named."""
    texts = UnitTexts(release.structure, release.documents)
    known = Papers(release.structure, ItemNames(release.structure), read_labels(), texts)
    return Asked(release, goals(gold, release, split), known, langs, progress)


def overview_card(asked: Asked, assistant: Assistant, systems: Sequence[str]) -> Scorecard:
    """Everything that the systems make of the goals; baselines stand in groups beside the first."""
    scored = {name: _summaries(asked, teller(name, assistant)) for name in systems}
    sections = [
        _section("item summaries", {name: each.items for name, each in scored.items()}),
        _section("paper summaries", {name: each.papers for name, each in scored.items()}),
    ]
    if PRODUCT in systems:
        told = scored[PRODUCT].told
        product = teller(PRODUCT, assistant)
        sections += [_positions(asked, product, told), _register(asked, product, told)]
        sections.append(_whole(asked, assistant, told))
    kept = tuple(section for section in sections if section is not None)
    return Scorecard(asked.release.name, asked.release.whole, kept)


def _summaries(asked: Asked, system: Teller) -> Scored:
    told = Told()
    items = []
    for unit, goal in asked.progress(asked.goals.items, "items"):
        made = told.timed(partial(system.item, goal.documents[0], unit))
        items.append(_scored(asked, goal, made, told))
    papers = []
    for goal in asked.progress(asked.goals.papers, "papers"):
        made = told.timed(partial(system.papers, goal.documents))
        papers.append(_scored(asked, goal, made, told))
    return Scored(tuple(items), tuple(papers), told)


def _scored(asked: Asked, goal: SummaryGoal, made: Summary | None, told: Told) -> SummaryScore:
    told.statements[goal.id] = made.statements if made else ()
    return score_summary(goal, made, asked.papers)


def _section(name: str, scores: Summaries) -> Section | None:
    """The figures of the first system; with several, those of each in a group."""
    first = next(iter(scores.values()))
    if not first:
        return None
    groups = tuple(Group(system, summary_figures(rows)) for system, rows in scores.items())
    beside = groups if len(groups) > 1 else ()
    return Section(name, summary_figures(first), beside, remarks(first))


def _positions(asked: Asked, system: Teller, told: Told) -> Section | None:
    """By language of the topic; the figures are those of the first."""
    if not asked.goals.positions:
        return None
    by_lang = {lang: _positions_in(lang, asked, system, told) for lang in asked.langs}
    first = by_lang[asked.langs[0]]
    lines = tuple(
        f"{s.id}: precision {s.right[0]}/{s.right[1]}, recall {s.found[0]}/{s.found[1]}, "
        f"changes {s.changes_found[0]} of {s.changes_found[1]} with {s.changes_right[1]} shown, "
        f"silent papers {s.silent[0]}/{s.silent[1]}"
        for s in first
    )
    groups = tuple(Group(f"language {lang}", position_figures(by_lang[lang])) for lang in by_lang)
    beside = groups if len(groups) > 1 else ()
    return Section("positions", position_figures(first), beside, lines)


def _positions_in(
    lang: Lang, asked: Asked, system: Teller, told: Told
) -> tuple[PositionScore, ...]:
    scores = []
    for gold in asked.progress(asked.goals.positions, f"positions ({lang})"):
        made = told.timed(partial(system.positions, gold.actor, gold.topic[lang], lang))
        side = made.sides[0] if made and made.sides else None
        steps = side.steps if side else ()
        told.statements[f"{gold.id} {lang}"] = tuple(step.statement for step in steps)
        kept = side_within(side, asked.goals.documents) if side else None
        quiet = asked.goals.documents.intersection(system.silent(side, lang) if side else ())
        scores.append(score_position(gold, kept, quiet))
    return tuple(scores)


def _register(asked: Asked, system: Teller, told: Told) -> Section | None:
    """The register of each paper that has gold entries."""
    scores: list[RegisterScore] = []
    for document, entries in asked.progress(tuple(asked.goals.register.items()), "register"):
        made = told.timed(partial(system.register, document))
        records = [r for r in (made.records if made else ()) if r.document == document]
        told.statements[f"register {document}"] = tuple(r.statement for r in records)
        where = cluster(asked.release, document)
        scores.append(score_register(document, where, records, entries))
    if not scores:
        return None
    lines = tuple(
        f"{s.document}: {s.right} of {s.shown} records right, {s.found} of {s.due} entries found"
        for s in scores
    )
    return Section("register", register_figures(scores), (), lines)


def _whole(asked: Asked, assistant: Assistant, told: Told) -> Section:
    """The quotes and seconds of everything that the product showed."""
    library, release = assistant.library, asked.release
    canonical = {entry.id: library.document(entry.id).text for entry in library.documents()}
    sources = {file: read_source(release.documents / file) for file in release.structure}
    longest = max(told.seconds, default=None)
    figures = (
        *quote_figures(told.statements, canonical, sources),
        middle("seconds (median)", told.seconds),
        Figure("seconds (longest)", longest, len(told.seconds)),
    )
    return Section("all overviews", figures, (), ())
