"""What a tab shows once something was asked there: an answer, a meeting, positions, a briefing.

Knows: that each is of one library, has citations by number, and is shown in the page's language.
Does not know: how any of them is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from rag.nouns import Answer, Citation, Language, Statement
from rag.outcomes.nouns import Comparison, Outcomes
from rag.overviews import Brief, Positions, Summary
from rag.page.show import Documents, Proofs, citations_of, safe
from rag.page.show_answer import answer_html, numbered
from rag.page.show_brief import brief_html
from rag.page.show_compare import comparison_html
from rag.page.show_positions import positions_html
from rag.page.show_register import register_html
from rag.page.show_summary import jumps_html, summary_html
from rag.question import Understood

Shelf = Literal["own", "demo"]


class Sheet(Protocol):
    """What stands on a tab; `citations`: number n is entry n - 1."""

    @property
    def shelf(self) -> Shelf:
        """The library that the citations are of."""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What can be opened."""

    def html(self, documents: Documents, language: Language) -> str:
        """All of it, with its labels in `language`; `documents` holds the papers that are cited."""


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer on the page.

    `understood`: its question, after which the next one of the conversation is asked; `before`:
    the one that it was itself asked after.
    """

    answer: Answer
    shelf: Shelf
    understood: Understood | None = None
    before: Understood | None = None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Those of its statements; without any, the items that come nearest."""
        return numbered(self.answer)

    def html(self, documents: Documents, language: Language) -> str:
        """The answer."""
        return answer_html(self.answer, documents, language)

    def ignoring(self, undo: object = None, redo: object = None) -> tuple[str, ...] | None:
        """What is ignored with slot `undo` too, or without ignored slot `redo`; None: no such."""
        ignored = [slot.value for slot in self.answer.ignored]
        if isinstance(undo, int) and 0 <= undo < len(self.answer.slots):
            return (*ignored, self.answer.slots[undo].value)
        if isinstance(redo, int) and 0 <= redo < len(ignored):
            return (*ignored[:redo], *ignored[redo + 1 :])
        return None


@dataclass(frozen=True, slots=True)
class MeetingSheet:
    """A meeting: its summary, its agenda against its report, its outcomes and promises."""

    shelf: Shelf
    name: str
    summary: Summary
    comparison: Comparison
    outcomes: Outcomes

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Those of the three parts, in the order they are shown in."""
        said: list[Statement] = [*self.summary.statements]
        for item in self.comparison.items:
            said += [*item.intended, *item.said, *item.outcome, *item.next_steps]
        return citations_of([*said, *(record.statement for record in self.outcomes.records)])

    def html(self, documents: Documents, language: Language) -> str:
        """The three parts, the first unfolded."""
        proofs = Proofs(self.citations, documents, language)
        parts = (
            summary_html(self.summary, proofs),
            comparison_html(self.comparison, proofs),
            register_html(self.outcomes, proofs),
        )
        heading = f'<h2 tabindex="-1" lang="{self.summary.language}">{safe(self.name)}</h2>'
        jumps = jumps_html(("summary", "comparison", "register"), language)
        return f'<article class="overview meeting">{heading}{jumps}{"".join(parts)}</article>'


@dataclass(frozen=True, slots=True)
class PositionsSheet:
    """One actor's position on a topic over time, or those of two."""

    shelf: Shelf
    positions: Positions

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Those of the steps, actor by actor."""
        return citations_of(step.statement for side in self.positions.sides for step in side.steps)

    def html(self, documents: Documents, language: Language) -> str:
        """The table behind the timeline."""
        return positions_html(self.positions, Proofs(self.citations, documents, language))


@dataclass(frozen=True, slots=True)
class BriefSheet:
    """A briefing before it is taken along."""

    shelf: Shelf
    brief: Brief

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Those of its statements, in the order of its footnotes."""
        return citations_of(self.brief.statements)

    def html(self, documents: Documents, language: Language) -> str:
        """The briefing as it will be, in the language it was made in."""
        return brief_html(self.brief, Proofs(self.citations, documents, language))
