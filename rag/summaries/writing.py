"""Quotes rewritten by a language model where there is one, and by nobody where there is none.

Knows: that a model sees only the chosen sentences, that what it makes of them is verified, and
that the sentences themselves stand where nothing is proved. Does not know: headings, parts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from index.nouns import Span
from rag import extractive
from rag.drafting import Drafted, Why, drafted, evidence_of, judged
from rag.nouns import Language, Statement
from rag.overviews import Making
from rag.summaries.cues import BULLET
from rag.summaries.shelf import Shelf, key_of
from rag.summaries.words import INSTRUCTION, PROMPT_VERSION
from rag.told import Told
from rag.writer import Stop, Writer, never

LEAST_WORDS = 25  # of what a model is asked for
SHARE = 0.8  # of the words of the quotes that a model may use


@dataclass(slots=True)
class Pen:
    """Writes the parts of one summary, and remembers how that went.

    `writer` is None without a model; then each part is its quotes. `written`: parts that a model
    wrote; `reasons`: why others are quotes though a model was asked.
    """

    language: Language
    writer: Writer | None = None
    shelf: Shelf | None = None
    stop: Stop = never
    written: int = 0
    dropped: int = 0
    repaired: int = 0
    reasons: Counter[Why] = field(default_factory=Counter)
    because: str = ""

    def statements(
        self, chosen: Sequence[Told], title: str, groups: Sequence[str]
    ) -> tuple[Statement, ...]:
        """The part on `title`, from these sentences; groups[i]: the line above quote i."""
        quotes = tuple(quote(told, group) for told, group in zip(chosen, groups, strict=True))
        # once a model is gone or the reader has stopped, asking again costs minutes for nothing
        if self.writer is None or not chosen or self.stop() or self.reasons["failed"]:
            return quotes
        made = self._draft(self.writer, chosen, title)
        if made.why:
            self.reasons[made.why] += 1
            self.because = self.because or made.because
            self.dropped += len(made.verified.faults)
            return quotes
        self.written += 1
        self.dropped += made.verified.dropped
        self.repaired += made.verified.repaired
        group = groups[0] if len(set(groups)) == 1 else ""
        return tuple(replace(one, group=group) for one in made.verified.statements)

    def made(self, seconds: float) -> Making:
        """Who wrote the summary, and how that went."""
        by_model = self.writer is not None and self.written > 0
        name = self.writer.name if self.writer is not None and by_model else extractive.NAME
        return Making(name, self.dropped, self.repaired, seconds, by_model)

    def _draft(self, writer: Writer, chosen: Sequence[Told], title: str) -> Drafted:
        """What the model makes of the sentences, from the shelf when it has written it before."""
        evidence = evidence_of(chosen)
        limit = max(LEAST_WORDS, round(SHARE * sum(told.words for told in chosen)))
        asked = INSTRUCTION[self.language].format(title=title, words=limit)
        key = key_of(writer.name, PROMPT_VERSION, asked, evidence)
        kept = self.shelf.find(key, evidence) if self.shelf else None
        if kept is not None and not (again := judged(kept, evidence, self.language, never)).why:
            return again
        made = drafted(writer, asked, self.language, evidence, self.stop)
        if self.shelf and not made.why and not self.stop():
            self.shelf.keep(key, made.draft, evidence)
        return made


def quote(told: Told, group: str = "") -> Statement:
    """The sentence quoting itself, without the bullet before it."""
    bullet = BULLET.match(told.text)
    if bullet and bullet.end() < len(told.text):
        told = replace(told, span=Span(told.span.start + bullet.end(), told.span.end))
    return told.statement(group)
