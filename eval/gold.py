"""The nouns of a release: gold documents and units, questions, quotes and nuggets.

Knows: their fields and what they have in common. Does not know: files, systems, scores.
A unit is what the product calls an agenda item, and a unit's id is an item's path.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from eval.compare_text import holds_key, name_form

Lang = Literal["nl", "en"]
LANGS: tuple[Lang, ...] = ("nl", "en")
ItemKey = tuple[str, str]  # document, and the comparison form of a path


@dataclass(frozen=True, slots=True)
class Unit:
    """One gold item. `first_words` and `last_words` (8 words) are empty without a body."""

    id: str
    section: str | None
    number: str | None
    title: str | None
    tag: str | None
    first_words: str
    last_words: str
    footnotes: tuple[int, ...]

    @property
    def has_body(self) -> bool:
        """True when text stands under the heading itself."""
        return bool(self.first_words)


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """What an annotator read in one paper; None where the paper does not say."""

    kind: str
    meeting_dates: tuple[str, ...]
    place: str | None
    formality: str | None
    kamerstuk: str | None
    chamber: str | None
    letter_date: str | None
    presidency: str | None
    units: tuple[Unit, ...]


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
class Question:
    """One question with its gold; without gold when it must be abstained from."""

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


@dataclass(frozen=True, slots=True)
class Release:
    """A folder of papers with their gold. Twins and near misses are counted apart."""

    name: str
    documents: Path
    structure: Mapping[str, GoldDocument]
    questions: tuple[Question, ...]
    twins: tuple[Question, ...]
    near_misses: tuple[Question, ...]
    whole: bool = True

    @property
    def everything(self) -> tuple[Question, ...]:
        """All questions, in the order in which they are asked."""
        return self.questions + self.twins + self.near_misses

    def part(self, limit: int | None, langs: tuple[str, ...]) -> Release:
        """The first `limit` questions in `langs`, with their twins and near misses in `langs`.

        The part is marked: its figures cannot be compared with those of the whole release.
        """
        first = self.questions[:limit]
        kept = {question.id for question in first}
        return replace(
            self,
            questions=tuple(q for q in first if q.lang in langs),
            twins=tuple(q for q in self.twins if q.twin_of in kept and q.lang in langs),
            near_misses=tuple(
                q for q in self.near_misses if q.near_miss_of in kept and q.lang in langs
            ),
            whole=self.whole and len(first) == len(self.questions) and set(langs) >= set(LANGS),
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
