"""Reads a release folder: documents/, structure.json and up to three files of questions.

Knows: the files and what makes a line broken. Does not know: systems and scores.
A release of the house stands in `eval/data/<name>/`; any folder of this form is one as well.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from eval.compare_text import name_form
from eval.gold import GoldDocument, ItemNames, Lang, Question, Release
from eval.json_lines import read_lines, read_object
from eval.source_text import SourceText, read_source
from index.errors import FileRefused, RaadpleegError

RELEASES = Path(__file__).parent / "data"
SPECIMEN = "specimen"


@dataclass(frozen=True, slots=True)
class Twin:
    """A line of twins.jsonl; the rest comes from the question named in `twin_of`."""

    id: str
    twin_of: str
    lang: Lang
    question: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with the place it was read from, for messages."""

    place: str
    question: Question


@contextmanager
def find_release(name: str) -> Iterator[Path]:
    """The folder `name`, or that of the release of the house of that name while it is in use.

    The papers of `specimen` are rendered for the occasion. Raises RaadpleegError, naming the
    releases there are, when there is neither folder nor release.
    """
    if Path(name).is_dir():
        yield Path(name)
    elif name == SPECIMEN:
        from eval.specimen import write_release  # reading a folder does without the renderers

        with tempfile.TemporaryDirectory() as passing:
            yield write_release(Path(passing) / SPECIMEN)
    elif (RELEASES / name).is_dir():
        yield RELEASES / name
    else:
        known = ", ".join(sorted(folder.name for folder in RELEASES.iterdir() if folder.is_dir()))
        raise RaadpleegError(f"--release {name}: no such folder, nor a release of ours ({known})")


def load_release(folder: Path) -> Release:
    """The release in `folder`, checked. Raises FileRefused naming file and line when broken."""
    structure = _load_structure(folder / "structure.json")
    documents = folder / "documents"
    if absent := [file for file in structure if not (documents / file).is_file()]:
        raise FileRefused(str(documents), f"lacks {absent[0]}, which structure.json describes")
    asked = [_Asked(p, q) for p, q in _questions(folder / "questions.jsonl")]
    near = [_Asked(p, q) for p, q in _questions(folder / "near_misses.jsonl")]
    by_id = {each.question.id: each.question for each in asked}
    twins = [
        _Asked(place, _twin(place, twin, by_id))
        for place, twin in read_lines(folder / "twins.jsonl", Twin, optional=True)
    ]
    _refuse_repeated([*asked, *twins, *near])
    _refuse_wrong_gold([*asked, *near], structure, documents)
    _refuse_wrong_pairs(near, by_id)
    return Release(
        folder.resolve().name,
        documents,
        structure,
        tuple(each.question for each in asked),
        tuple(each.question for each in twins),
        tuple(each.question for each in near),
    )


def _load_structure(file: Path) -> Mapping[str, GoldDocument]:
    """The gold documents by file name; unit ids are unique in each."""
    found = read_object(file, dict[str, GoldDocument])
    for name, document in found.items():
        ids = [name_form(unit.id) for unit in document.units]
        if twice := next((unit for unit in ids if ids.count(unit) > 1), None):
            raise FileRefused(str(file), f"{name}: unit id {twice} occurs twice")
    return found


def _questions(file: Path) -> Iterable[tuple[str, Question]]:
    return read_lines(file, Question, optional=True)


def _twin(place: str, twin: Twin, by_id: Mapping[str, Question]) -> Question:
    """The original in the twin's words; refuses an unknown original or one in the same language."""
    original = by_id.get(twin.twin_of)
    if original is None:
        raise RaadpleegError(f"{place}: twin_of {twin.twin_of} is no id of questions.jsonl")
    if original.lang == twin.lang:
        raise RaadpleegError(f"{place}: twin {twin.id} is in the language of its original")
    return original.twin(twin.id, twin.lang, twin.question)


def _refuse_repeated(everything: list[_Asked]) -> None:
    first: dict[str, str] = {}
    for each in everything:
        id_ = each.question.id
        if id_ in first:
            raise RaadpleegError(f"{each.place}: id {id_} was given before, in {first[id_]}")
        first[id_] = each.place


def _refuse_wrong_gold(
    asked: list[_Asked], structure: Mapping[str, GoldDocument], documents: Path
) -> None:
    """Gold is there exactly when the question can be answered, and stands in its document."""
    names = ItemNames(structure)
    sources = {file: read_source(documents / file) for file in structure}
    for each in asked:
        why = _gold_fault(each.question, structure, names, sources)
        if why:
            raise RaadpleegError(f"{each.place}: question {each.question.id}: {why}")


def _gold_fault(
    question: Question,
    structure: Mapping[str, GoldDocument],
    names: ItemNames,
    sources: Mapping[str, SourceText | None],
) -> str | None:
    """What is wrong with the gold of `question`, or None."""
    if question.must_abstain:
        stated = question.gold or question.nuggets
        return "must_abstain, yet it has gold or nuggets" if stated else None
    if not question.gold:
        return "has no gold, yet must_abstain is false"
    if not question.main_quotes:
        return "no gold quote holds the key of a vital nugget"
    for gold in question.gold:
        if gold.document not in structure:
            return f"unknown document {gold.document}"
        if not names.known(gold.document, gold.unit):
            return f"unknown unit {gold.unit} of {gold.document}"
        source = sources[gold.document]
        if source is not None and not source.has(gold.quote):
            return f"quote is not in {gold.document}: {gold.quote[:60]}"
    return None


def _refuse_wrong_pairs(near: list[_Asked], by_id: Mapping[str, Question]) -> None:
    """A near miss must be abstained from and belongs to a question that can be answered."""
    for each in near:
        original = by_id.get(each.question.near_miss_of or "")
        if original is None or original.must_abstain:
            what = f"near_miss_of {each.question.near_miss_of}"
            raise RaadpleegError(f"{each.place}: {what} is no answerable id of questions.jsonl")
        if not each.question.must_abstain:
            raise RaadpleegError(f"{each.place}: a near miss has must_abstain true")
