"""The groups of questions that are reported on their own.

Knows: which questions form a group. Does not know: what is measured on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from eval.gold import LANGS, Question, Release


@dataclass(frozen=True, slots=True)
class Slice:
    """A named group of questions in which no base question occurs twice."""

    name: str
    questions: tuple[Question, ...]


def slices(release: Release) -> tuple[Slice, ...]:
    """The questions, their twins, both by language, and the questions by type and style.

    A language holds each base question once, as itself or as its twin: so Dutch and English are
    compared on the same questions. Empty groups are left out.
    """
    asked = release.questions
    groups = [Slice("questions", asked), Slice("twins", release.twins)]
    both = asked + release.twins
    groups += [Slice(f"language {lang}", _where(both, _speaks(lang))) for lang in LANGS]
    types = dict.fromkeys(question.type for question in asked)
    groups += [Slice(f"type {kind}", _where(asked, _is(kind))) for kind in types]
    styles = dict.fromkeys(style for question in asked for style in question.style)
    groups += [Slice(f"style {style}", _where(asked, _has(style))) for style in styles]
    return tuple(group for group in groups if group.questions)


def twin_pairs(release: Release) -> Iterator[tuple[Question, Question]]:
    """Each answerable question with its twin, the Dutch one first."""
    by_id = {question.id: question for question in release.questions}
    for twin in release.twins:
        original = by_id.get(twin.twin_of or "")
        if original is not None and not original.must_abstain:
            yield (original, twin) if original.lang == "nl" else (twin, original)


def _where(questions: Sequence[Question], fits: Callable[[Question], bool]) -> tuple[Question, ...]:
    return tuple(question for question in questions if fits(question))


def _speaks(lang: str) -> Callable[[Question], bool]:
    return lambda question: question.lang == lang


def _is(kind: str) -> Callable[[Question], bool]:
    return lambda question: question.type == kind


def _has(style: str) -> Callable[[Question], bool]:
    return lambda question: style in question.style
