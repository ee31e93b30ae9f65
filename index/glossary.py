"""The field glossary: what English words, acronyms and long names are called in the papers.

Knows: `glossary.tsv` (Dutch term, English term, variants of both, kind), which staff can extend,
and how its terms are recognised in a question: longest first, acronyms by case. Does not know:
search; it hands over groups of weighted terms.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import Stemmer

from index.analyse import analyser, fold, is_stop

FILE = Path(__file__).with_name("glossary.tsv")
COLUMNS = ("nl", "en", "nl_variants", "en_variants", "kind")
LONGEST = 8  # words of a term
FORMS = 3  # ways in which a token is looked up, the surest first
# what a concept's first Dutch name and its others weigh, and a mere by-name in the question
MAIN_NAME, OTHER_NAME, BY_NAME = 0.9, 0.7, 0.8
ACRONYM = re.compile(r"[A-Z][A-Za-z0-9-]*[A-Z0-9]|[A-Z]{2,}")
TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concept:
    """One line of the glossary: what it is called in Dutch and in English."""

    nl: tuple[str, ...]
    en: tuple[str, ...]
    kind: str
    line: int


@dataclass(frozen=True, slots=True)
class Found:
    """A concept named in a text by `words`, the tokens up to, not including, `last`.

    sure: from 0 to 1; less for words that can mean several things, or are but a by-name.
    """

    concept: Concept
    words: str
    last: int
    sure: float

    def names(self) -> dict[str, float]:
        """The Dutch names of the concept as weighted terms."""
        return {term: self.sure * weight for term, weight in _group(self.concept).items()}


@dataclass(frozen=True, slots=True)
class Glossary:
    """The concepts by the keys they are recognised by; `problems` names the lines left out.

    words: all words of all names, in lower case.
    """

    concepts: tuple[Concept, ...]
    by_key: dict[Key, tuple[Concept, ...]]
    problems: tuple[str, ...]
    words: frozenset[str]

    def find(self, text: str) -> list[Found]:
        """The concepts that a text names, longest first at each place, none overlapping."""
        tokens = [m[0] for m in TOKEN.finditer(fold(text))]
        keys = [_token_keys(token) for token in tokens]
        found: list[Found] = []
        at = 0
        while at < len(tokens):
            concepts, last = self._at(keys, at)
            words = " ".join(tokens[at:last])
            share = 1.0 / max(1, len(concepts))
            found += [Found(c, words, last, share * _sure(c, words)) for c in concepts]
            at = last
        return found

    def groups(self, text: str) -> list[dict[str, float]]:
        """For each concept a text names, its Dutch names as weighted terms, the first most.

        The terms of a name of several words share its weight (by the root of their number).
        """
        return [found.names() for found in self.find(text)]

    def _at(self, keys: Sequence[tuple[str, ...]], at: int) -> tuple[tuple[Concept, ...], int]:
        """The concepts of the longest term that begins at a token, and where it ends."""
        for last in range(min(len(keys), at + LONGEST), at, -1):
            for form in range(FORMS):
                key = tuple(k[form] for k in keys[at:last])
                if key in self.by_key:
                    return self.by_key[key], last
        return (), at + 1


def load_glossary(path: Path = FILE) -> Glossary:
    """Read a glossary; a broken line is named in `problems` and left out. Raises OSError."""
    concepts: list[Concept] = []
    problems: list[str] = []
    keys: dict[Key, list[Concept]] = {}
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    for number, line in enumerate(lines, start=1):
        if (
            not line.strip()
            or line.startswith("#")
            or (number == 1 and line.split("\t")[0] == "nl")
        ):
            continue
        cells = line.split("\t")
        if len(cells) != len(COLUMNS) or not cells[0].strip() or not cells[1].strip():
            problems.append(
                f"{path.name}, line {number}: needs {len(COLUMNS)} cells with a Dutch and an "
                "English term; left out"
            )
            continue
        concept = Concept(_forms(cells[0], cells[2]), _forms(cells[1], cells[3]), cells[4], number)
        concepts.append(concept)
        for key in _concept_keys(concept):
            if concept not in keys.setdefault(key, []):
                keys[key].append(concept)
    names = (name for concept in concepts for name in (*concept.nl, *concept.en))
    words = frozenset(token.casefold() for name in names for token in TOKEN.findall(fold(name)))
    return Glossary(tuple(concepts), {k: tuple(v) for k, v in keys.items()}, tuple(problems), words)


@cache
def glossary() -> Glossary:
    """The shipped glossary, read at first use."""
    return load_glossary()


def _forms(main: str, variants: str) -> tuple[str, ...]:
    every = [main, *variants.split(";")]
    return tuple(dict.fromkeys(form.strip() for form in every if form.strip()))


def _concept_keys(concept: Concept) -> Iterator[Key]:
    for forms, form in ((concept.en, 1), (concept.nl, 2)):
        for text in forms:
            tokens = [m[0] for m in TOKEN.finditer(fold(text))]
            if not tokens or len(tokens) > LONGEST:
                continue
            if len(tokens) == 1 and _is_acronym(tokens[0]):
                yield (_token_keys(tokens[0])[0],)
            elif not all(is_stop(token) for token in tokens):
                yield tuple(_token_keys(token)[form] or token for token in tokens)


def _is_acronym(token: str) -> bool:
    return ACRONYM.fullmatch(token) is not None


@cache
def _dutch() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("dutch_porter")


def _token_keys(token: str) -> tuple[str, str, str]:
    """How a token is looked up: by case for acronyms, as English word, by Dutch stem.

    English words lose only the ending of a plural or genitive: stems would make one of
    "position" and "positive".
    """
    low = token.casefold().removesuffix("'s").removesuffix("’s")
    plain = low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low
    return ("=" + token if _is_acronym(token) else "", "e:" + plain, "d:" + _dutch().stemWord(low))


def _sure(concept: Concept, words: str) -> float:
    """A concept's own name is surer than one of the many words for it."""
    low = words.casefold()
    return 1.0 if any(name.casefold() == low for name in (concept.en[0], *concept.nl)) else BY_NAME


def _group(concept: Concept) -> dict[str, float]:
    group: dict[str, float] = {}
    for rank, name in enumerate(concept.nl):
        terms = list(dict.fromkeys(analyser().terms(name)))
        weight = MAIN_NAME if rank == 0 else OTHER_NAME
        for term in terms:
            group[term] = max(group.get(term, 0.0), weight / math.sqrt(len(terms)))
    return group
