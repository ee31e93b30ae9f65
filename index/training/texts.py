"""The training texts: pairs that mean the same, by source, and a tenth kept back to measure on.

Knows: the files of the training folder and how each makes pairs. Does not know: tokens, vectors.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.concepts import Concept
from index.glossary import load_glossary
from index.training.files import check_present, read_pairs, read_rows
from index.training.words import collides, language_of, words_in_lower_case

Pair = tuple[str, str]
TERMS = "jha_terms.tsv"
LETTERS = "kamervragen_pairs.jsonl"
QUESTIONS = ("home_questions.jsonl", "justice_questions.jsonl")
GENRE = ("home_parallel.jsonl", "justice_parallel.jsonl")
TABLES = {
    "europarl": "europarl_2000.tsv",
    "wiktionary": "wiktionary_nl_en.tsv",
    "news": "news_parallel.tsv",
}
FILES = (TERMS, *GENRE, *QUESTIONS, *TABLES.values(), LETTERS)
SHARE_ALIKE = ("wiktionary", "news")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that was kept back: its language, and the row of the text that answers it."""

    text: str
    language: str
    answer: int


@dataclass(frozen=True, slots=True)
class Texts:
    """What to train on and what to measure on.

    pairs: by source. concepts: the whole glossary; `kept` are the rows of the tenth kept back.
    passages: Dutch, of the question files, all of them; `asked` are the questions kept back.
    answers, letters: the answers kept back and the questions of parliament that go with them.
    """

    pairs: dict[str, tuple[Pair, ...]]
    concepts: tuple[Concept, ...]
    kept: tuple[int, ...]
    passages: tuple[str, ...]
    asked: tuple[Asked, ...]
    answers: tuple[str, ...]
    letters: tuple[Asked, ...]


def in_tenth(key: str) -> bool:
    """True for about one key in ten, always the same ones."""
    return zlib.crc32(key.encode()) % 10 == 0


def read_texts(folder: Path, without: Sequence[str] = (), everything: bool = False) -> Texts:
    """The texts of `folder`, less the sources named in `without`.

    With `everything` the tenth that is measured on is trained on as well. Raises RaadpleegError
    naming a file that is missing or the line of it that cannot be read.
    """
    check_present(folder, FILES)
    pairs: dict[str, tuple[Pair, ...]] = {
        name: tuple(read_pairs(folder / file)) for name, file in TABLES.items()
    }
    pairs["genre"] = tuple(
        (row.text("nl"), row.text("en")) for file in GENRE for row in read_rows(folder / file)
    )
    concepts = load_glossary(folder / TERMS).concepts
    kept = tuple(
        row for row, concept in enumerate(concepts) if in_tenth(f"{concept.nl[0]}|{concept.en[0]}")
    )
    left_out = frozenset() if everything else frozenset(kept)
    running = words_in_lower_case(
        text for name in ("europarl", "genre") for pair in pairs[name] for text in pair
    )
    taught = [concept for row, concept in enumerate(concepts) if row not in left_out]
    pairs["terms"] = tuple(sorted({pair for one in taught for pair in names_of(one, running)}))
    passages, asked, pairs["questions"] = _questions(folder, everything)
    answers, letters, pairs["letters"] = _letters(folder, everything)
    pairs = {name: found for name, found in pairs.items() if name not in without}
    return Texts(pairs, concepts, kept, passages, asked, answers, letters)


def names_of(concept: Concept, running: frozenset[str]) -> Iterator[Pair]:
    """Pairs of a concept's Dutch and English names: each with the main one, and side by side."""
    dutch = [name for name in concept.nl if not collides(name, running)]
    english = [name for name in concept.en if not collides(name, running)]
    if not dutch or not english:
        return
    yield from ((dutch[0], name) for name in english)
    yield from ((name, english[0]) for name in dutch[1:])
    for place in range(1, max(len(dutch), len(english))):
        yield dutch[place % len(dutch)], english[place % len(english)]


def _questions(
    folder: Path, everything: bool
) -> tuple[tuple[str, ...], tuple[Asked, ...], tuple[Pair, ...]]:
    passages: list[str] = []
    asked: list[Asked] = []
    pairs: list[Pair] = []
    for row in (row for file in QUESTIONS for row in read_rows(folder / file)):
        passage, questions = row.text("passage"), row.texts("questions")
        if in_tenth(passage):
            asked += [Asked(text, language_of(text), len(passages)) for text in questions]
        if everything or not in_tenth(passage):
            pairs += [(text, passage) for text in questions]
        passages.append(passage)
    return tuple(passages), tuple(asked), tuple(pairs)


def _letters(
    folder: Path, everything: bool
) -> tuple[tuple[str, ...], tuple[Asked, ...], tuple[Pair, ...]]:
    every = [(row.text("question"), row.text("passage")) for row in read_rows(folder / LETTERS)]
    kept = [pair for pair in every if in_tenth(pair[1])]
    letters = tuple(Asked(question, "nl", place) for place, (question, _) in enumerate(kept))
    pairs = tuple(pair for pair in every if everything or not in_tenth(pair[1]))
    return tuple(answer for _, answer in kept), letters, pairs
