"""The nouns of a release: questions, quotes, nuggets, and how they belong together.

Knows: their fields and what they have in common. Does not know: files, systems, scores.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from eval.compare_text import holds_key, name_form
from eval.gold_papers import GoldDocument

Lang = Literal["nl", "en"]
LANGS: tuple[Lang, ...] = ("nl", "en")
Split = Literal["smoke", "dev", "test"]
Kind = Literal[
    "wrong_actor",
    "wrong_meeting",
    "missing_detail",
    "absent_topic",
    "false_premise",
    "unknown_outcome",
    "out_of_scope",
]
ItemKey = tuple[str, str]  # document, and the comparison form of a path


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A verbatim passage of a unit that supports the answer."""

    document: str
    unit: str
    quote: str


@dataclass(frozen=True, slots=True)
class Nugget:
    """One short fact of the answer; one of `key` must occur in a right extracted answer."""

    text: str
    nl: str
    vital: bool
    key: tuple[str, ...]

    def told_by(self, quote: str) -> bool:
        """True when one of the keys occurs in `quote`."""
        return any(holds_key(quote, key) for key in self.key)


@dataclass(frozen=True, slots=True)
class Absence:
    """The proof that the papers do not answer: the words swept for, and what was found instead."""

    searched: tuple[str, ...]
    found: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its gold; without gold when it must be abstained from.

    `kind` is why it must be; `twin_of` is the question in the other language, `variant_of` the
    question or twin that is asked in the way `variant`.
    """

    id: str
    question: str
    lang: Lang
    type: str
    actor: str | None
    gold: tuple[GoldQuote, ...]
    nuggets: tuple[Nugget, ...]
    must_abstain: bool
    style: tuple[str, ...] = ()
    why: str | None = None
    near_miss_of: str | None = None
    twin_of: str | None = None
    split: Split | None = None
    kind: Kind | None = None
    absence: Absence | None = None
    variant_of: str | None = None
    variant: str | None = None

    @property
    def base(self) -> str:
        """The id of the base question: twins and variants of one question are one cluster."""
        return self.twin_of or self.variant_of or self.id

    @property
    def vital(self) -> tuple[Nugget, ...]:
        """The nuggets that a right answer must hold."""
        return tuple(nugget for nugget in self.nuggets if nugget.vital)

    @property
    def main_quotes(self) -> tuple[GoldQuote, ...]:
        """The gold quotes that hold a key of a vital nugget."""
        return tuple(g for g in self.gold if any(n.told_by(g.quote) for n in self.vital))

    def twin(self, twin_id: str, lang: Lang, words: str) -> Question:
        """This question asked in other words: all but the style is shared."""
        return replace(self, id=twin_id, lang=lang, question=words, style=(), twin_of=self.id)

    def varied(self, variant_id: str, variant: str, words: str) -> Question:
        """This question or twin asked in the way `variant`; all else is shared."""
        return replace(
            self, id=variant_id, question=words, variant=variant, variant_of=self.id, style=()
        )


@dataclass(frozen=True, slots=True)
class Release:
    """A folder of papers with their gold. Twins, near misses and variants are counted apart.

    `near_twins` are the near misses in the other language. `whole` is False for a part, whose
    figures cannot be compared with those of the whole; `split` names the split asked for.
    """

    name: str
    documents: Path
    structure: Mapping[str, GoldDocument]
    questions: tuple[Question, ...]
    twins: tuple[Question, ...]
    near_misses: tuple[Question, ...]
    whole: bool = True
    near_twins: tuple[Question, ...] = ()
    variants: tuple[Question, ...] = ()
    split: Split | None = None

    @property
    def everything(self) -> tuple[Question, ...]:
        """All questions, in the order in which they are asked."""
        return self.questions + self.twins + self.near_misses + self.near_twins + self.variants

    @property
    def splits(self) -> tuple[Split, ...]:
        """The splits that its questions are in; none when they state none."""
        stated = {question.split for question in self.questions + self.near_misses}
        return tuple(split for split in get_args(Split) if split in stated)

    def part(
        self, limit: int | None, langs: tuple[str, ...], split: Split | None = None
    ) -> Release:
        """The first `limit` questions of `split`, and what belongs to them, in `langs`.

        A part by limit or language is marked; a split is a whole of its own.
        """
        within = [q for q in self.questions if split is None or q.split == split]
        first = within[:limit]
        near = [
            q for q in self.near_misses if q.near_miss_of in {question.id for question in first}
        ]
        bases = {question.id for question in [*first, *near]}

        def of_these(questions: Iterable[Question]) -> tuple[Question, ...]:
            return tuple(q for q in questions if q.base in bases and q.lang in langs)

        return replace(
            self,
            questions=of_these(first),
            twins=of_these(self.twins),
            near_misses=of_these(near),
            near_twins=of_these(self.near_twins),
            variants=of_these(self.variants),
            whole=self.whole and len(first) == len(within) and set(langs) >= set(LANGS),
            split=split,
        )


class ItemNames:
    """Says which item a path names: citing a heading without a body means its parent."""

    def __init__(self, structure: Mapping[str, GoldDocument]) -> None:
        """Remembers of each gold unit whether it has a body."""
        self._bodies = {
            (file, name_form(unit.id)): unit.has_body
            for file, document in structure.items()
            for unit in document.units
        }

    def item(self, document: str, path: str) -> ItemKey:
        """The item that `path` of `document` names, or its nearest parent that has a body.

        A path that is no gold unit names itself, and so equals no gold item.
        """
        key = (document, name_form(path))
        above = key
        while self._bodies.get(above) is False and "/" in above[1]:
            above = (document, above[1].rpartition("/")[0])
        return above if self._bodies.get(above) else key

    def known(self, document: str, path: str) -> bool:
        """True when `path` is a gold unit of `document`."""
        return (document, name_form(path)) in self._bodies

    def gold(self, question: Question) -> frozenset[ItemKey]:
        """The items of the question's gold quotes."""
        return frozenset(self.item(gold.document, gold.unit) for gold in question.gold)
