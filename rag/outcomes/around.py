"""What a report tells of an item elsewhere than under it: in its opening, results and footnotes.

Knows: by which words of its title such a sentence means an item. Does not know: which items have
a counterpart (`rag.outcomes.pairing`), what is shown of it (`rag.outcomes.compare`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from index.actors import mentions
from index.analyse import analyser
from index.links import GENERIC
from index.nouns import AgendaItem, Document
from index.outline import LETTER_SECTION, OPENING
from index.sentences import sentences
from rag.nouns import Statement
from rag.outcomes.due import due
from rag.outcomes.quoted import quoted
from rag.outcomes.seen import RESULTS, seen
from rag.outcomes.sorting import sorted_as
from rag.told import Told, told

Where = Literal["opening", "results", "note"]
_REMEMBERED = 16_384  # titles and sentences; each is held against all others
RARE = 8  # letters of a word that by itself can mean an item, where no other title has it
# a sentence that says of the item it stands under that it was not dealt with
THIS_ITEM = re.compile(r"\b(?:dit|het) (?:agenda)?(?:punt|onderwerp)\b", re.IGNORECASE)
GONE = re.compile(
    r"\b(?:vervallen|afgevoerd|geschrapt|uitgesteld|doorgeschoven|niet (?:meer )?(?:behandeld|"
    r"besproken)|verdaagd|van de agenda (?:gehaald|af))\b",
    re.IGNORECASE,
)
CALLED_OFF = re.compile(r"\(\s*(?:vervallen|afgevoerd|geschrapt|uitgesteld)\s*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Aside:
    """A sentence around the items, and where; `number`: of the footnote that it stands in."""

    one: Told
    where: Where
    number: int | None = None

    @property
    def statement(self) -> Statement:
        """The sentence quoting itself."""
        said = quoted(self.one)
        return replace(said, citations=(replace(said.citations[0], note=self.number),))

    @property
    def drops(self) -> bool:
        """True when it tells that something was not dealt with."""
        return sorted_as(self.one) == ("decision", "postponed")

    @property
    def decides(self) -> bool:
        """True when it tells a decision, a debate included; not a plan."""
        return (sorted_as(self.one) or ("",))[0] == "decision"

    @property
    def later(self) -> bool:
        """True when it names a time after the meeting."""
        looked_at = seen(self.one)
        return due(looked_at.text, looked_at.meeting, None, until=True) is not None


def is_opening(item: AgendaItem) -> bool:
    """True for a part of a letter, or for what stands before the first item of a paper without."""
    return item.section == LETTER_SECTION or (item.number is None and item.path == OPENING)


def asides(document: Document, items: Sequence[AgendaItem]) -> Iterator[Aside]:
    """The sentences of a report around its items, in order."""
    for item in items:
        where: Where | None = "opening" if is_opening(item) else None
        if RESULTS.search(item.title or ""):
            where = "results"
        if where:
            yield from (Aside(one, where) for one in told(document, item))
        for note in item.notes:
            for span in sentences(document.text, note.span):
                yield Aside(Told(document, item, span, (), (), 0, 1), "note", note.number)


def means(text: str, title: str, others: Sequence[str]) -> bool:
    """True when `text` has most of what is special to `title`, or a long word only it has.

    others: the titles of the other items of the same paper.
    """
    wanted = title_terms(title)
    held = wanted & _terms(text)
    if held and len(held) * 2 >= len(wanted):
        return True
    rare = [term for term in held if len(term) >= RARE]
    return any(all(term not in title_terms(other) for other in others) for term in rare)


def names_nl(text: str) -> bool:
    """True where the Netherlands is named, also as one of others or by its adjective."""
    return any(m.actor == "NL" and m.name.startswith("Nederland") for m in mentions(text))


def dropped_there(item: AgendaItem, said: Sequence[Told]) -> Told | None:
    """The sentence by which a report says under an item that it was not dealt with."""
    for one in said[:2]:
        if GONE.search(one.text) and (THIS_ITEM.search(one.text) or called_off(item)):
            return one
    return None


def called_off(item: AgendaItem) -> bool:
    """True for an item whose own title says that it was dropped."""
    return CALLED_OFF.search(item.title or "") is not None


@cache
def _general() -> frozenset[str]:
    return frozenset(analyser().terms(GENERIC))


def mentioned(title: str, paper: tuple[Document, Sequence[AgendaItem]]) -> bool:
    """True where a sentence of a paper has most of what is special to `title`, and two words."""
    document, items = paper
    wanted = title_terms(title)
    said = (wanted & _terms(one.text) for i in items for one in told(document, i))
    return any(len(held) * 2 >= len(wanted) and len(held) > 1 for held in said)


@lru_cache(_REMEMBERED)
def _terms(text: str) -> frozenset[str]:
    return frozenset(analyser().terms(text))


@lru_cache(_REMEMBERED)
def title_terms(title: str) -> frozenset[str]:
    """The terms of a title that say on what it is."""
    return frozenset(analyser().terms(title)) - _general()
