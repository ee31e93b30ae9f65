"""The parts of a summary: a head of outcomes and positions, and one part for each item.

Knows: headings, lines that say why there is nothing to quote, when progress is told. Does not
know: which sentences are chosen, what a model makes of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rag.nouns import Language
from rag.overviews import Part
from rag.summaries.cues import expectation
from rag.summaries.papers import Matter
from rag.summaries.planning import BUDGET, Plan, is_shown
from rag.summaries.salience import Weighed
from rag.summaries.words import item_label, paper_label, say
from rag.summaries.writing import Pen
from rag.told import Told

if TYPE_CHECKING:
    from rag.summaries.summarise import Progress


@dataclass(slots=True)
class Layout:
    """Lays out the parts of one summary. `papers`: items are named with their paper.

    `total`, `done`: items in all, and those laid out; `bare`: items of which only the title is
    shown, for want of words; `stopped_at`: how many were done when the reader stopped.
    """

    pen: Pen
    progress: Progress
    language: Language
    papers: bool = False
    total: int = 0
    done: int = 0
    bare: int = 0
    stopped_at: int | None = None
    _above: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _under: dict[tuple[str, str], str] = field(default_factory=dict)

    def head(self, made: Plan, names: tuple[str, str], found: Sequence[Matter]) -> Iterator[Part]:
        """The parts on outcomes and on positions, as far as there are any."""
        by_key = {one.key: one for one in found}
        self._under |= {
            _key(listed.told): self.label(by_key[_key(own.told)]) for own, listed in made.twice
        }
        for name, chosen in zip(names, (made.decided, made.held), strict=True):
            if not chosen:
                continue
            heading = say(name, self.language)
            keys = [_key(one.told) for one in chosen]
            for key in dict.fromkeys(keys):
                self._where(key).append(heading)
            groups = [self.label(by_key[key]) for key in keys]
            told = [one.told for one in chosen]
            yield Part(heading, self.pen.statements(told, heading, groups))

    def items(
        self, found: Sequence[Matter], lines: Sequence[Sequence[Weighed]], name: str
    ) -> Iterator[Part]:
        """A heading, and a part for each item: none is left out."""
        yield headed(name, self.language)
        for matter, line in zip(found, lines, strict=True):
            self._step(matter)
            heading = self.label(matter)
            told = [one.told for one in line]
            statements = self.pen.statements(told, item_label(matter.item), [heading] * len(told))
            yield Part(heading, statements, *matter.key, self._line(matter, bool(statements)))

    def pointer(self, agenda: Matter, report: Matter) -> Part:
        """The part of an agenda item whose outcome the report tells."""
        self._step(agenda)
        line = say("told in", self.language, place=item_label(report.item))
        return Part(self.label(agenda), (), *agenda.key, line)

    def label(self, matter: Matter) -> str:
        """How the item is named here; the heading above tells what was only expected."""
        named = item_label(matter.item)
        if not self.papers:
            return named
        paper = paper_label(matter.document, self.language)
        return marked(f"{paper}: {named}", matter, self.language)

    def _line(self, matter: Matter, quoted: bool) -> str:
        """What stands at an item beside its quotes: where else it is told, or why it has none."""
        if above := self._where(matter.key):
            return say("above", self.language, headings=", ".join(above))
        if under := self._under.get(matter.key):
            return say("under", self.language, item=under)
        if quoted:
            return ""
        if any(one.told.words for one in matter.sentences):
            if is_shown(matter.sentences):
                return say("shown", self.language)
            self.bare += 1
            return say("no room", self.language, budget=BUDGET)
        return say("nothing", self.language)

    def _where(self, key: tuple[str, str]) -> list[str]:
        """The headings above under which sentences of this item stand."""
        return self._above.setdefault(key, [])

    def _step(self, matter: Matter) -> None:
        """One item further; a reader who stops is noticed between items."""
        if self.stopped_at is None and self.pen.writer is not None and self.pen.stop():
            self.stopped_at = self.done
        self.done += 1
        self.progress(self.done, self.total, item_label(matter.item))


def _key(told: Told) -> tuple[str, str]:
    return told.document.id, told.item.path


def headed(name: str, language: Language) -> Part:
    """A heading above the parts that follow."""
    return Part(say(name, language), ())


def marked(named: str, matter: Matter, language: Language) -> str:
    """A name, and that the item was written beforehand, where it was."""
    planned = any(expectation(one.told) for one in matter.sentences)
    return f"{named} ({say('expectation', language)})" if planned else named
