"""A sentence of a paper as it is retold: where it stands, whose words it reports, its proof.

Knows: that a summary, a position, an outcome and a briefing are all made of such sentences. Does
not know: which of them are worth retelling.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from index.attribution import LONGEST_SENTENCE, actor_value
from index.nouns import AgendaItem, Document, Span
from index.stance import Stance
from index.statements import statements
from rag.nouns import Citation, Statement, Voice

_REMEMBERED = 2048  # items; one meeting's are told again for each language and each view


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of an item with its actors and, in the same order, the stance of each.

    `place`: which sentence of its item, from 0; `count`: of how many.
    """

    document: Document
    item: AgendaItem
    span: Span
    actors: tuple[str, ...]
    stances: tuple[Stance, ...]
    place: int
    count: int

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.span.of(self.document.text)

    @property
    def actor(self) -> str:
        """Whose words it reports, as JSON carries it."""
        return actor_value(self.actors)

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    def citation(self) -> Citation:
        """The proof: the quote is a slice of the document's text."""
        return Citation(
            self.document.id,
            self.item.path,
            self.item.title,
            self.document.meeting_dates,
            self.document.page(self.span.start),
            None,
            self.span.start,
            self.span.end,
            self.text,
            tuple(Voice(who, kind) for who, kind in zip(self.actors, self.stances, strict=True)),
        )

    def statement(self, group: str = "") -> Statement:
        """The sentence quoting itself, under the line `group`."""
        return Statement(self.text, self.actor, (self.citation(),), group=group)


@lru_cache(_REMEMBERED)
def told(document: Document, item: AgendaItem) -> tuple[Told, ...]:
    """The sentences of an item's body in order, each with who speaks; none of an empty body.

    What is longer than a sentence can be is left out: nobody reads it as one, and rules that look
    for words near each other take minutes over a paper set as one line.
    """
    said = [one for one in statements(document, item) if len(one.span) <= LONGEST_SENTENCE]
    return tuple(
        Told(document, item, one.span, one.actors, one.stances, place, len(said))
        for place, one in enumerate(said)
    )
