"""From what a system handed in to its figures: structure, retrieval and answers.

Knows: which figures are made over which questions. Does not know: files, tables, systems.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from eval.answers import (
    AnswerScore,
    abstention_figures,
    answer_figures,
    pair_accuracy,
    score_answers,
)
from eval.diagnosis import answers_diagnosis, retrieval_diagnosis
from eval.fidelity import check_quotes, fidelity_figures
from eval.gold import ItemNames, Question, Release
from eval.handed_in import Found, GivenAnswer, Outline
from eval.intervals import Figure, difference
from eval.retrieval import (
    EVIDENCE,
    SUCCESS,
    TOP,
    RetrievalScore,
    retrieval_figures,
    score_retrieval,
)
from eval.slices import silent_slices, slices, twin_pairs, variant_pairs, variant_slices
from eval.source_text import read_source
from eval.structure import pair_all, structure_figures
from eval.structure_differences import differences


@dataclass(frozen=True, slots=True)
class Group:
    """Figures over one group of questions or one paper."""

    name: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a scorecard: figures over everything, figures by group, lines to read."""

    name: str
    figures: tuple[Figure, ...]
    groups: tuple[Group, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All that was measured. `comparable` is False when only a part of the release was used."""

    release: str
    comparable: bool
    sections: tuple[Section, ...]


def structure_section(release: Release, outlines: Mapping[str, Outline]) -> Section:
    """Outlines against gold, all papers together and one by one; the remarks are what differs."""
    papers = pair_all(release.structure, outlines)
    groups = tuple(Group(paper.file, structure_figures([paper])) for paper in papers)
    return Section("structure", structure_figures(papers), groups, differences(papers))


def retrieval_section(release: Release, found: Mapping[str, Found]) -> Section:
    """Search results by group, and the gap between Dutch and English on the same questions."""
    names = ItemNames(release.structure)
    by_id = {each.id: each for each in score_retrieval(release.everything, found, names)}
    groups = tuple(
        Group(part.name, retrieval_figures(_scored(part.questions, by_id)))
        for part in slices(release) + variant_slices(release)
    )
    gaps = (
        _gap(SUCCESS, release, lambda id_: float(by_id[id_].success)),
        _gap(EVIDENCE, release, lambda id_: by_id[id_].evidence_recall),
    )
    remarks = tuple(line for each in by_id.values() if (line := _lost(each)))
    return Section("retrieval", (*retrieval_diagnosis(release, found), *gaps), groups, remarks)


def answers_section(
    release: Release, answers: Mapping[str, GivenAnswer], canonical: Mapping[str, str]
) -> Section:
    """Answers by group; quotes over all answers; silence over all that must be abstained from."""
    names = ItemNames(release.structure)
    by_id = {each.id: each for each in score_answers(release.everything, answers, names)}
    groups = tuple(
        Group(part.name, answer_figures([by_id[question.id] for question in part.questions]))
        for part in slices(release) + silent_slices(release) + variant_slices(release)
    )
    sources = {file: read_source(release.documents / file) for file in release.structure}
    asked = {question.id for question in release.everything}
    checks = check_quotes(
        [answer for id_, answer in answers.items() if id_ in asked], canonical, sources
    )
    near = _near_misses(release, by_id)
    vital = "attributed vital recall"
    gap = _gap(vital, release, lambda id_: by_id[id_].vital or 0.0)
    costs = _costs(vital, release, lambda id_: by_id[id_].vital or 0.0)
    told = answers_diagnosis(release, answers, by_id)
    bad = [f"{c.id}: quote not proved: {c.citation.quote[:80]}" for c in checks if c.fails]
    remarks = tuple(bad + [line for each in by_id.values() if (line := _failed(each))])
    figures = (*fidelity_figures(checks), *near, *told, gap, *costs)
    return Section("answers", figures, groups, remarks)


def _near_misses(release: Release, by_id: Mapping[str, AnswerScore]) -> tuple[Figure, ...]:
    """Silence over the questions and near misses together (twins apart), and pair accuracy."""
    apart = release.questions + release.near_misses
    hallucinated, _ = abstention_figures([by_id[question.id] for question in apart])
    name = f"{hallucinated.name} (with near misses)"
    pairs = pair_accuracy(release.near_misses, by_id)
    return replace(hallucinated, name=name), pairs


def _gap(name: str, release: Release, measured: Callable[[str], float]) -> Figure:
    """Dutch minus English over questions and their twins."""
    pairs = [(measured(nl.id), measured(en.id)) for nl, en in twin_pairs(release)]
    return difference(f"nl − en: {name}", [nl - en for nl, en in pairs])


def _costs(name: str, release: Release, measured: Callable[[str], float]) -> Iterator[Figure]:
    """What each way of asking otherwise costs, on the questions that it changes."""
    for way in dict.fromkeys(question.variant for question in release.variants):
        pairs = variant_pairs(release, way or "")
        lost = [measured(changed.id) - measured(plain.id) for changed, plain in pairs]
        yield difference(f"{way} − clean: {name}", lost)


def _scored(
    questions: Sequence[Question], by_id: Mapping[str, RetrievalScore]
) -> list[RetrievalScore]:
    """The scores of the answerable of `questions`."""
    return [by_id[question.id] for question in questions if not question.must_abstain]


def _lost(score: RetrievalScore) -> str | None:
    """What the top 5 lack for one question, in a line; None when they hold all evidence."""
    if not score.success:
        return f"{score.id}: no gold item in the top {TOP}"
    if score.evidence_recall < 1:
        return f"{score.id}: {score.evidence_recall:.2f} of the evidence in the top {TOP}"
    return None


def _failed(score: AnswerScore) -> str | None:
    """What went wrong with one answer, in a line; None when nothing did."""
    if score.answered is None:
        return f"{score.id}: no answer handed in"
    if score.must_abstain:
        return f"{score.id}: answered although unanswerable" if score.answered else None
    if not score.answered:
        return f"{score.id}: abstained although answerable"
    if score.vital is not None and score.vital < 1:
        return f"{score.id}: {score.vital:.2f} of the vital facts attributed"
    return None
