"""What a table of token vectors can do, in figures: translate, find terms, answers and words.

Knows: the texts kept back, the public translation pairs. Does not know: how the vectors came
to be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from index.training.bags import Bags, Matrix, Rows
from index.training.files import check_present
from index.training.texts import Asked, Texts
from index.training.words import WORD, count_words, normaliser

BENCHMARKS = {
    "FLORES devtest": ("flores_devtest/nld_Latn.devtest", "flores_devtest/eng_Latn.devtest"),
    "Tatoeba": ("tatoeba/tatoeba.nld-eng.nld", "tatoeba/tatoeba.nld-eng.eng"),
}
NEAR = 10  # neighbours of a word among which a translation is looked for
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A share between 0 and 1, what it is the share of, and out of how many."""

    name: str
    value: float
    cases: int


@dataclass(frozen=True, slots=True)
class Neighbours:
    """An English word kept back, its Dutch words in the passages, and the nearest words there."""

    word: str
    right: tuple[str, ...]
    nearest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Model:
    """A tokenizer and the vectors of its tokens."""

    tokenizer: Tokenizer
    rows: Matrix

    def vectors(self, texts: Sequence[str]) -> Matrix:
        """Unit vectors (n, dimension), the mean of the tokens; zero for a text without a word."""
        means, tokens = Bags(self.tokenizer, texts).of(np.arange(len(texts)))
        vectors = means @ self.rows[tokens]
        sizes = np.linalg.norm(vectors, axis=1, keepdims=True)
        unit: Matrix = vectors / np.where(sizes > 0, sizes, 1)
        return unit


def measure_translation(model: Model, folder: Path) -> list[Figure]:
    """How often the nearest sentence of the other language is the translation, both ways.

    Raises RaadpleegError when `folder` does not hold the public pairs.
    """
    figures = []
    for name, files in BENCHMARKS.items():
        check_present(folder, files)
        dutch, english = (
            (folder / file).read_text(encoding="utf-8").strip().split("\n") for file in files
        )
        figures += _both_ways(model, name, dutch, english, range(len(dutch)))
    return figures


def measure_kept(model: Model, texts: Texts) -> list[Figure]:
    """Terms, questions, letters and words of the tenth that was kept back."""
    dutch = [concept.nl[0] for concept in texts.concepts]
    english = [concept.en[0] for concept in texts.concepts]
    return [
        *_both_ways(model, "terms kept back", dutch, english, texts.kept),
        *_answered(model, "question to passage", texts.asked, texts.passages),
        *_answered(model, "letter's question to answer", texts.letters, texts.answers),
        *_words_found(neighbours(model, texts)),
    ]


def neighbours(model: Model, texts: Texts) -> list[Neighbours]:
    """For each English word of the terms kept back: the Dutch words of the passages nearest to it.

    Only words whose Dutch name is one word that stands in the passages, spelt otherwise.
    """
    corpus = sorted(w for w in count_words(texts.passages) if len(w) >= SHORTEST and w.isalpha())
    right: dict[str, set[str]] = {}
    for concept in (texts.concepts[row] for row in texts.kept):
        dutch = _single_words(concept.nl) & set(corpus)
        for word in _single_words(concept.en) if dutch else ():
            right.setdefault(word, set()).update(dutch)
    asked = sorted(word for word, dutch in right.items() if word not in dutch)
    if not asked:
        return []
    cosines = model.vectors(asked) @ model.vectors(corpus).T
    nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAR]
    return [
        Neighbours(word, tuple(sorted(right[word])), tuple(corpus[place] for place in places))
        for word, places in zip(asked, nearest, strict=True)
    ]


def _single_words(names: Sequence[str]) -> set[str]:
    fold = normaliser()
    folded = {fold.normalize_str(name) for name in names}
    return {n for n in folded if WORD.fullmatch(n) and n.isalpha() and len(n) >= SHORTEST}


def _words_found(found: Sequence[Neighbours]) -> list[Figure]:
    first = [one.nearest[0] in one.right for one in found]
    near = [bool(set(one.nearest) & set(one.right)) for one in found]
    name = "English word to Dutch corpus word"
    return [_figure(f"{name}, nearest", first), _figure(f"{name}, among {NEAR}", near)]


def _both_ways(
    model: Model, name: str, dutch: Sequence[str], english: Sequence[str], rows: Sequence[int]
) -> list[Figure]:
    """For `rows` of two parallel lists: how often the nearest of the whole other list is right."""
    left, right, asked = model.vectors(dutch), model.vectors(english), np.array(rows, np.int64)
    return [
        _figure(f"{name}, Dutch to English", (left[asked] @ right.T).argmax(1) == asked),
        _figure(f"{name}, English to Dutch", (right[asked] @ left.T).argmax(1) == asked),
    ]


def _answered(
    model: Model, name: str, asked: Sequence[Asked], answers: Sequence[str]
) -> list[Figure]:
    """Recall at 1 and 5 among all `answers`, by the language of the question."""
    figures = []
    held = model.vectors(answers)
    for language, called in (("nl", "Dutch"), ("en", "English")):
        chosen = [question for question in asked if question.language == language]
        if not chosen:
            continue
        cosines = model.vectors([question.text for question in chosen]) @ held.T
        ranks = _ranks(cosines, np.array([question.answer for question in chosen], np.int64))
        figures += [_figure(f"{name}, {called}, at {k}", ranks < k) for k in (1, 5)]
    return figures


def _ranks(cosines: Matrix, answers: Rows) -> Rows:
    """How many stand above the right answer in each row."""
    above = cosines > np.take_along_axis(cosines, answers[:, None], axis=1)
    ranks: Rows = above.sum(axis=1)
    return ranks


def _figure(name: str, right: Sequence[bool] | np.ndarray) -> Figure:
    return Figure(name, float(np.mean(right)) if len(right) else 0.0, len(right))
