"""The groups of questions that are reported on their own.

Knows: which questions form a group. Does not know: what is measured on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eval.gold import LANGS, Question, Release
from eval.overlap import PARTS, overlap_parts


@dataclass(frozen=True, slots=True)
class Slice:
    """A named group of questions in which no base question occurs twice."""

    name: str
    questions: tuple[Question, ...]


def slices(release: Release) -> tuple[Slice, ...]:
    """The questions, their twins, both by language, and the questions by type and style.

    A language holds each base question once, as itself or as its twin: so Dutch and English are
    compared on the same questions. `overlap` parts them by the words they share with their gold
    (`eval.overlap`). Empty groups are left out.
    """
    asked = release.questions
    groups = [Slice("questions", asked), Slice("twins", release.twins)]
    both = asked + release.twins
    groups += [Slice(f"language {lang}", _where(both, _speaks(lang))) for lang in LANGS]
    types = dict.fromkeys(question.type for question in asked)
    groups += [Slice(f"type {kind}", _where(asked, _is(kind))) for kind in types]
    styles = dict.fromkeys(style for question in asked for style in question.style)
    groups += [Slice(f"style {style}", _where(asked, _has(style))) for style in styles]
    shares = overlap_parts(asked)
    groups += [Slice(f"overlap {part}", _where(asked, _within(part, shares))) for part in PARTS]
    return tuple(group for group in groups if group.questions)


def silent_slices(release: Release) -> tuple[Slice, ...]:
    """What must be abstained from: near misses, those in the other language, and by kind."""
    groups = [
        Slice("near misses", release.near_misses),
        Slice("near miss twins", release.near_twins),
    ]
    apart = [q for q in release.questions + release.near_misses if q.must_abstain]
    kinds = dict.fromkeys(question.kind for question in apart if question.kind)
    groups += [Slice(f"kind {kind}", _where(apart, _of_kind(kind))) for kind in sorted(kinds)]
    return tuple(group for group in groups if group.questions)


def variant_slices(release: Release) -> tuple[Slice, ...]:
    """The questions asked otherwise, by way of asking."""
    ways = dict.fromkeys(question.variant for question in release.variants if question.variant)
    return tuple(Slice(f"variant {way}", _where(release.variants, _asked_as(way))) for way in ways)


def variant_pairs(release: Release, way: str) -> Iterator[tuple[Question, Question]]:
    """Each variant of one way of asking, with the question or twin it is a variant of."""
    by_id = {question.id: question for question in release.questions + release.twins}
    for variant in release.variants:
        plain = by_id.get(variant.variant_of or "")
        if variant.variant == way and plain is not None and not plain.must_abstain:
            yield variant, plain


def twin_pairs(release: Release) -> Iterator[tuple[Question, Question]]:
    """Each answerable question with its twin, the Dutch one first."""
    by_id = {question.id: question for question in release.questions}
    for twin in release.twins:
        original = by_id.get(twin.twin_of or "")
        if original is not None and not original.must_abstain:
            yield (original, twin) if original.lang == "nl" else (twin, original)


def _within(part: str, shares: Mapping[str, str]) -> Callable[[Question], bool]:
    return lambda question: shares.get(question.id) == part


def _where(questions: Sequence[Question], fits: Callable[[Question], bool]) -> tuple[Question, ...]:
    return tuple(question for question in questions if fits(question))


def _speaks(lang: str) -> Callable[[Question], bool]:
    return lambda question: question.lang == lang


def _is(kind: str) -> Callable[[Question], bool]:
    return lambda question: question.type == kind


def _has(style: str) -> Callable[[Question], bool]:
    return lambda question: style in question.style


def _of_kind(kind: str) -> Callable[[Question], bool]:
    return lambda question: question.kind == kind


def _asked_as(way: str) -> Callable[[Question], bool]:
    return lambda question: question.variant == way
