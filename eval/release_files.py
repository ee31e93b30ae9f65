"""The files of a release as they are read: every question with the line it stands on.

Knows: file names, their lines, and how a twin or variant is made of its original. Does not know:
whether what they say is right (`eval.release_faults`), systems, scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.compare_text import name_form
from eval.gold import Lang, Question, Release
from eval.gold_papers import GoldDocument
from eval.json_lines import read_lines, read_object
from index.errors import FileRefused, RaadpleegError

QUESTIONS, TWINS, NEAR_MISSES = "questions.jsonl", "twins.jsonl", "near_misses.jsonl"
VARIED = "variants.jsonl"
OUTLINES = "structure.json"


@dataclass(frozen=True, slots=True)
class Twin:
    """A line of twins.jsonl; the rest comes from the question or near miss named in `twin_of`."""

    id: str
    twin_of: str
    lang: Lang
    question: str


@dataclass(frozen=True, slots=True)
class Variant:
    """A line of variants.jsonl; the rest comes from the question or twin it is a variant of."""

    id: str
    variant_of: str
    variant: str
    question: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the place it was read from (file:line), for messages."""

    place: str
    question: Question


@dataclass(frozen=True, slots=True)
class ReleaseFiles:
    """All that the files of a release say."""

    folder: Path
    structure: Mapping[str, GoldDocument]
    questions: tuple[Asked, ...]
    near_misses: tuple[Asked, ...]
    twins: tuple[Asked, ...]
    variants: tuple[Asked, ...]

    @property
    def documents(self) -> Path:
        """The folder of the papers."""
        return self.folder / "documents"

    @property
    def everything(self) -> tuple[Asked, ...]:
        """All questions of all files."""
        return self.questions + self.twins + self.near_misses + self.variants

    def release(self) -> Release:
        """The release that the files make."""
        near = {each.question.id for each in self.near_misses}
        return Release(
            self.folder.resolve().name,
            self.documents,
            self.structure,
            _plain(self.questions),
            tuple(t for t in _plain(self.twins) if t.twin_of not in near),
            _plain(self.near_misses),
            near_twins=tuple(t for t in _plain(self.twins) if t.twin_of in near),
            variants=_plain(self.variants),
        )


def read_files(folder: Path) -> ReleaseFiles:
    """The files of the release in `folder`.

    Raises FileRefused or RaadpleegError, naming file and line, when one is not of its form, names
    a question that is not there, or a paper is absent.
    """
    structure = _structure(folder / OUTLINES)
    absent = [file for file in structure if not (folder / "documents" / file).is_file()]
    if absent:
        described = f"lacks {absent[0]}, which structure.json describes; put it there"
        raise FileRefused(str(folder / "documents"), described)
    asked = tuple(_questions(folder / QUESTIONS))
    near = tuple(_questions(folder / NEAR_MISSES))
    by_id = {each.question.id: each.question for each in asked + near}
    twins = tuple(
        Asked(place, _twin(place, twin, by_id))
        for place, twin in read_lines(folder / TWINS, Twin, optional=True)
    )
    by_id |= {each.question.id: each.question for each in twins}
    variants = tuple(
        Asked(place, _variant(place, variant, by_id))
        for place, variant in read_lines(folder / VARIED, Variant, optional=True)
    )
    return ReleaseFiles(folder, structure, asked, near, twins, variants)


def _structure(file: Path) -> Mapping[str, GoldDocument]:
    """The gold documents by file name; unit ids are unique in each."""
    found = read_object(file, dict[str, GoldDocument])
    for name, document in found.items():
        ids = [name_form(unit.id) for unit in document.units]
        if twice := next((unit for unit in ids if ids.count(unit) > 1), None):
            raise FileRefused(str(file), f"{name}: unit id {twice} occurs twice")
    return found


def _questions(file: Path) -> Iterator[Asked]:
    for place, question in read_lines(file, Question, optional=True):
        yield Asked(place, question)


def _twin(place: str, twin: Twin, by_id: Mapping[str, Question]) -> Question:
    """The original in the twin's words; refuses an unknown original or one in the same language."""
    original = by_id.get(twin.twin_of)
    if original is None:
        why = f"twin_of {twin.twin_of} is no id of {QUESTIONS} or {NEAR_MISSES}"
        raise RaadpleegError(f"{place}: {why}")
    if original.lang == twin.lang:
        raise RaadpleegError(f"{place}: twin {twin.id} is in the language of its original")
    return original.twin(twin.id, twin.lang, twin.question)


def _variant(place: str, variant: Variant, by_id: Mapping[str, Question]) -> Question:
    """The original in the variant's words; refuses an unknown original and a question unchanged."""
    original = by_id.get(variant.variant_of)
    if original is None:
        why = f"variant_of {variant.variant_of} is no id of a question or twin"
        raise RaadpleegError(f"{place}: {why}")
    if original.question == variant.question:
        raise RaadpleegError(f"{place}: variant {variant.id} asks in the words of its original")
    return original.varied(variant.id, variant.variant, variant.question)


def _plain(asked: tuple[Asked, ...]) -> tuple[Question, ...]:
    return tuple(each.question for each in asked)
