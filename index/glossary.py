"""The field glossary: what English words, acronyms and long names are called in the papers.

Knows: `glossary.tsv` (Dutch term, English term, variants of both, kind), which staff can extend,
and how its terms are recognised in a question: longest first, acronyms by case. Does not know:
search; it hands over groups of weighted terms.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.analyse import analyser, fold, is_stop
from index.concepts import (
    FORMS,
    LONGEST,
    TOKEN,
    Concept,
    Key,
    concept_keys,
    is_acronym,
    token_keys,
)
from index.errors import FileRefused

FILE = Path(__file__).with_name("glossary.tsv")
COLUMNS = ("nl", "en", "nl_variants", "en_variants", "kind")
SAID = "~"  # before a Dutch variant that people say and papers do not
REQUIRED = 2  # cells of a line: a reader may write no more than the two terms
# what a concept's first Dutch name and its others weigh, and a mere by-name in the question
MAIN_NAME, OTHER_NAME, BY_NAME = 0.9, 0.7, 0.8
NO_MATTER = frozenset({"actor", "country", "meeting"})  # kinds whose acronyms say who or when


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
        keys = [token_keys(token) for token in tokens]
        small = [is_stop(token) for token in tokens]
        found: list[Found] = []
        at = 0
        while at < len(tokens):
            concepts, last = self._at(keys, at)
            if last == at + 1 and small[at]:  # "over" shares a stem with "overheid"
                concepts = ()
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

    def spelt_out(self, text: str) -> str:
        """The text with each acronym of one concept followed by its first Dutch name.

        A model of meaning knows little of "EES", and takes it for the "EESC".
        """
        return TOKEN.sub(lambda token: token[0] + self._name_of(token[0]), text)

    def _name_of(self, token: str) -> str:
        """The name in full that an acronym stands for, in brackets; "" where it has none."""
        found = self.find(token) if is_acronym(token) else []
        names = {one.concept.nl[0] for one in found if one.concept.kind not in NO_MATTER}
        return f" ({min(names)})" if len(names) == 1 and token not in names else ""

    def _at(self, keys: Sequence[tuple[str, ...]], at: int) -> tuple[tuple[Concept, ...], int]:
        """The concepts of the longest term that begins at a token, and where it ends."""
        for last in range(min(len(keys), at + LONGEST), at, -1):
            for form in range(FORMS):
                key = tuple(k[form] for k in keys[at:last])
                if key in self.by_key:
                    return self.by_key[key], last
        return (), at + 1


def load_glossary(*files: Path) -> Glossary:
    """Read glossaries as one; a broken line is named in `problems` and left out. Raises OSError.

    A later file's line for a Dutch term takes the place of an earlier file's.
    """
    concepts: dict[str, Concept] = {}
    problems: list[str] = []
    for file in files:
        told: dict[str, Concept] = {}
        for number, line in enumerate(_read(file).splitlines(), start=1):
            if not line.strip() or line.startswith("#") or (number == 1 and _is_head(line)):
                continue
            read = _concept(line, number)
            if isinstance(read, str):
                problems.append(f"{file.name}, line {number}: {read}; left out")
            else:
                told[f"{read.nl[0].casefold()}|{read.en[0].casefold()}|{number}"] = read
        ours = {concept.nl[0].casefold() for concept in told.values()}
        concepts = {k: c for k, c in concepts.items() if c.nl[0].casefold() not in ours} | told
    return _indexed(tuple(concepts.values()), tuple(problems))


@cache
def glossary() -> Glossary:
    """The shipped glossary, read at first use."""
    return load_glossary(FILE)


def open_glossary(own: str) -> Glossary:
    """The shipped glossary with the reader's `own` file, if one is named, over it.

    Raises FileRefused when that file cannot be read.
    """
    if not own:
        return glossary()
    try:
        return load_glossary(FILE, Path(own))
    except (OSError, UnicodeDecodeError) as error:
        why = "is not UTF-8 text" if isinstance(error, UnicodeDecodeError) else error.strerror
        raise FileRefused(
            own, f"cannot be read as a glossary: {why}; mend the setting glossary"
        ) from None


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8-sig")


def _is_head(line: str) -> bool:
    return line.split("\t")[0].strip() == COLUMNS[0]


def _concept(line: str, number: int) -> Concept | str:
    """The concept of a line, or what is wrong with it."""
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) < REQUIRED or len(cells) > len(COLUMNS):
        return f"has {len(cells)} cells between tabs, {REQUIRED} to {len(COLUMNS)} are needed"
    dutch, english, more_dutch, more_english, kind = [*cells, *[""] * len(COLUMNS)][: len(COLUMNS)]
    if not TOKEN.search(dutch) or not TOKEN.search(english):
        return "needs a Dutch and an English term"
    names = _forms(dutch.removeprefix(SAID), more_dutch)
    told = tuple(name for name in names if not name.startswith(SAID))
    said = tuple(name.removeprefix(SAID).strip() for name in names if name.startswith(SAID))
    return Concept(told, _forms(english, more_english), kind, number, said)


def _indexed(concepts: tuple[Concept, ...], problems: tuple[str, ...]) -> Glossary:
    keys: dict[Key, list[Concept]] = {}
    for concept in concepts:
        for key in concept_keys(concept):
            if concept not in keys.setdefault(key, []):
                keys[key].append(concept)
    names = (name for one in concepts for name in (*one.nl, *one.en, *one.said))
    words = frozenset(token.casefold() for name in names for token in TOKEN.findall(fold(name)))
    return Glossary(concepts, {k: tuple(v) for k, v in keys.items()}, problems, words)


def _forms(main: str, variants: str) -> tuple[str, ...]:
    every = [main, *variants.split(";")]
    return tuple(dict.fromkeys(form.strip() for form in every if form.strip()))


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
