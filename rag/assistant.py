"""The assistant: from a question to a cited answer. This is the story of `rag/`.

Knows: the order of the steps, and when the extractive answer stands in for the model's.
Does not know: how any step is done.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from index.errors import ModelRefused
from index.library import Library
from index.nouns import Hit
from index.search import NO_FILTERS, Filters
from index.settings import Settings
from rag import extractive
from rag.abstain import answered, enough
from rag.drafting import judged
from rag.evidence import LOOKED_AT, Candidate, candidates, of_actor
from rag.keys import make_keys
from rag.notes import nearest, not_found_note, note
from rag.nouns import Answer, Evidence, Statement
from rag.question import Understood, understand
from rag.quoting import listed, quoted
from rag.rerank import Reranker
from rag.retrieve import retrieve
from rag.verify import Verified
from rag.writer import Writer, never


@dataclass(frozen=True, slots=True)
class Piece:
    """What streaming yields: `draft` text as the model writes it, then the `answer`.

    With the answer comes what was `understood`: the next question of a conversation is asked
    after it.
    """

    draft: str = ""
    answer: Answer | None = None
    understood: Understood | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Assistant:
    """Answers questions over one library; `writer` is None when answers are extractive.

    `today` is the day from which "last year" counts. What a reader undoes of a question goes into
    `ignore`: names of slots ("actor"), their values ("NL") or labels ("Nederland").
    """

    library: Library
    settings: Settings
    writer: Writer | None = None
    specimen: bool = False
    reranker: Reranker | None = None
    today: Callable[[], date] = date.today

    def understand(
        self, question: str, ignore: Collection[str] = (), before: Understood | None = None
    ) -> Understood:
        """What is understood of a question over this library, less what `ignore` undoes.

        before: the question before it; "en de Commissie?" takes the rest from there.
        """
        with self.library.searching() as view:
            return understand(question, view.documents, ignore, self.today(), before)

    def search(
        self,
        question: str,
        top: int | None = None,
        filters: Filters = NO_FILTERS,
        ignore: Collection[str] = (),
        before: Understood | None = None,
    ) -> list[Hit]:
        """The passages found for a question, best first."""
        with self.library.searching():
            asked = self.understand(question, ignore, before)
            return retrieve(self.library, asked, top or self.settings.top, filters, self.reranker)

    def ask(
        self,
        question: str,
        filters: Filters = NO_FILTERS,
        ignore: Collection[str] = (),
        before: Understood | None = None,
    ) -> Answer:
        """The whole answer at once; `before` as `understand` has it."""
        pieces = self.stream(question, filters, ignore=ignore, before=before)
        return [piece.answer for piece in pieces if piece.answer][-1]

    def stream(
        self,
        question: str,
        filters: Filters = NO_FILTERS,
        stop: Callable[[], bool] = never,
        ignore: Collection[str] = (),
        before: Understood | None = None,
    ) -> Iterator[Piece]:
        """Understand, search, choose evidence, write, verify: the draft as it comes, the answer."""
        started = time.perf_counter()
        with self.library.searching():  # one view of the library, whatever is written meanwhile
            asked = self.understand(question, ignore, before)
            count = max(LOOKED_AT, self.settings.evidence)
            hits = retrieve(self.library, asked, count, filters, self.reranker)
            found, sure, chosen = self.weigh(asked, hits, filters)
        told = _Told(self, asked, filters, hits[: self.settings.evidence], started, sure)
        if not chosen:
            yield Piece(answer=told.not_found(found), understood=asked)
        elif self.writer is None:
            yield Piece(answer=told.extracts(chosen), understood=asked)
        else:
            yield from self._written(self.writer, chosen, told, stop)

    def weigh(
        self, asked: Understood, hits: Sequence[Hit], filters: Filters = NO_FILTERS
    ) -> tuple[list[Candidate], float, list[Candidate]]:
        """The sentences of the hits; how sure it is that they answer; which are quoted then."""
        found = of_actor(candidates(self.library, asked, hits), filters.actor)
        words = self.settings.answer_words
        if (whole := listed(self.library, asked, filters, words)) is not None:
            return found, float(bool(whole)), whole
        sure = answered(asked, found)
        return found, sure, quoted(self.library, asked, found, words if enough(sure) else 0)

    def _written(
        self, writer: Writer, chosen: list[Candidate], told: _Told, stop: Callable[[], bool]
    ) -> Iterator[Piece]:
        """The model's answer as far as the evidence proves it, else the extracts themselves."""
        evidence = _evidence(extractive.in_order(chosen, told.asked))
        draft = ""
        try:
            for text in writer.write(told.asked.whole, told.asked.language, evidence, stop):
                draft += text
                yield Piece(draft=text)
        except ModelRefused as error:
            made = told.extracts(chosen, ("failed", str(error)))
            yield Piece(answer=made, understood=told.asked)
            return
        held = judged(draft, evidence, told.asked.language, stop)
        if held.why == "":
            made = told.written(held.verified, chosen, writer.name)
        elif held.why == "refused":
            made = told.not_found(chosen, writer.name, held.verified.dropped)
        else:
            made = told.extracts(chosen, (held.why, ""), len(held.verified.faults))
        yield Piece(answer=made, understood=told.asked)


def _evidence(chosen: list[Candidate]) -> list[Evidence]:
    """The chosen sentences under keys that are drawn anew and stand in none of the texts."""
    keys = make_keys(len(chosen), avoid="\n".join(c.document.text for c in chosen))
    return [
        Evidence(key, c.citation(), "", c.document.kind, c.item.section, c.item.tag, c.actor, c.fit)
        for key, c in zip(keys, chosen, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Told:
    """Puts an answer together: what was asked, found, and how long it took."""

    assistant: Assistant
    asked: Understood
    filters: Filters
    hits: list[Hit]
    started: float
    sure: float

    def not_found(self, found: list[Candidate], refused_by: str = "", dropped: int = 0) -> Answer:
        """No statement, but what the library does hold; `refused_by`: the model that found none."""
        text = not_found_note(self.assistant.library, self.asked, found, self.filters, refused_by)
        made = self._answer("", (), text, refused_by or extractive.NAME, dropped, False)
        return replace(made, near=nearest(found))

    def extracts(
        self, chosen: list[Candidate], instead: tuple[str, str] = ("", ""), dropped: int = 0
    ) -> Answer:
        """The chosen sentences, verbatim; `instead`: the phrase and reason why no model wrote."""
        told = note(self.asked, chosen, instead=instead, dropped=dropped)
        lead = extractive.lead(chosen, self.asked)
        made = extractive.statements(chosen, self.asked)
        return self._answer(lead, made, told, extractive.NAME, dropped, False)

    def written(self, proved: Verified, chosen: list[Candidate], writer: str) -> Answer:
        """What the model wrote and the evidence proves."""
        dropped, repaired = proved.dropped, proved.repaired
        told = note(self.asked, chosen, writer=writer, dropped=dropped, repaired=repaired)
        voiced = {c.citation(): extractive.voiced(c) for c in chosen}
        heard = tuple(
            replace(one, citations=tuple(voiced.get(c, c) for c in one.citations))
            for one in proved.statements
        )
        return replace(self._answer("", heard, told, writer, dropped, True), repaired=repaired)

    def _answer(
        self, lead: str, made: tuple[Statement, ...], told: str, writer: str, dropped: int, ai: bool
    ) -> Answer:
        return Answer(
            question=self.asked.text,
            language=self.asked.language,
            status="answered" if made else "not_found",
            lead=lead,
            statements=made,
            gaps=(),
            understood=self.asked.summary(),
            note=told,
            hits=tuple(self.hits),
            writer=writer,
            dropped=dropped,
            seconds=time.perf_counter() - self.started,
            ai_generated=ai,
            slots=self.asked.slots,
            ignored=self.asked.ignored,
            confidence=self.sure,
        )
