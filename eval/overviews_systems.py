"""Who makes overviews: the product, and baselines that go through the same door.

Knows: how each is called. Does not know: gold, scores. A baseline makes summaries only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from random import Random
from typing import Protocol

from eval.compare_text import name_form
from index.errors import QuestionRefused
from index.nouns import AgendaItem, Document
from rag.assistant import Assistant
from rag.meeting_papers import MeetingPapers, meetings
from rag.nouns import Language
from rag.outcomes.nouns import Outcomes
from rag.overviews import Making, Part, Positions, Side, Summary, SummaryOf
from rag.told import Told, told

PRODUCT, LEAD, RANDOM = "product", "lead3", "random"
TELLERS = (PRODUCT, LEAD, RANDOM)
SENTENCES, WORDS = 3, 600  # of an item's summary; of that of a meeting
_SEED = 20240613


class Teller(Protocol):
    """What is measured. None where a system has no such overview, or cannot make this one."""

    def item(self, document: str, path: str) -> Summary | None:
        """The summary of an agenda item."""

    def papers(self, documents: Sequence[str]) -> Summary | None:
        """The summary of a paper, or of several papers of one meeting."""

    def positions(self, actor: str, topic: str, language: Language) -> Positions | None:
        """An actor's position on a topic over time."""

    def silent(self, side: Side, language: Language) -> tuple[str, ...]:
        """The papers that the side's gaps name."""

    def register(self, document: str) -> Outcomes | None:
        """The outcomes and promises of the meeting of a paper."""


class Product:
    """Raadpleeg itself."""

    def __init__(self, assistant: Assistant) -> None:
        """Over the library of `assistant`, with its writer if it has one."""
        self._assistant = assistant

    def item(self, document: str, path: str) -> Summary | None:
        """See Teller."""
        from rag.summaries.summarise import summarise_item

        own = own_path(self._assistant, document, path)
        return None if own is None else summarise_item(self._assistant, document, own, "nl")

    def papers(self, documents: Sequence[str]) -> Summary | None:
        """See Teller."""
        from rag.summaries.summarise import summarise_document, summarise_meeting

        if len(documents) == 1:
            return summarise_document(self._assistant, documents[0], "nl")
        meeting = meeting_of(self._assistant, documents)
        return None if meeting is None else summarise_meeting(self._assistant, meeting, "nl")

    def positions(self, actor: str, topic: str, language: Language) -> Positions | None:
        """See Teller."""
        from rag.positions.follow import positions

        with suppress(QuestionRefused):
            return positions(self._assistant, [actor], topic, language)
        return None

    def silent(self, side: Side, language: Language) -> tuple[str, ...]:
        """See Teller. A gap tells a paper by its name, which says kind, meeting and days."""
        from rag.positions.words import paper_name

        library = self._assistant.library
        told = {gap.meeting for gap in side.gaps}
        held = (library.document(entry.id) for entry in library.documents())
        return tuple(each.id for each in held if paper_name(each, language) in told)

    def register(self, document: str) -> Outcomes | None:
        """See Teller."""
        from rag.outcomes.register import register

        meeting = meeting_of(self._assistant, [document])
        return None if meeting is None else register(self._assistant, meeting, "nl")


class Plain:
    """Sentences of an item taken without reading them."""

    def __init__(self, assistant: Assistant, take: Callable[[Sequence[Told]], list[Told]]) -> None:
        """`take`: the sentences of an item in the order in which they are wanted."""
        self._library, self._assistant, self._take = assistant.library, assistant, take

    def item(self, document: str, path: str) -> Summary | None:
        """The first SENTENCES that `take` wants of the item."""
        own = own_path(self._assistant, document, path)
        held = self._library.document(document)
        found = [each for each in self._items(document) if each.path == own]
        parts = [_part(held, each, self._take(told(held, each))[:SENTENCES]) for each in found]
        return _summary("item", (document,), parts) if parts else None

    def papers(self, documents: Sequence[str]) -> Summary | None:
        """One sentence of each item, then a second of each and a third, as far as WORDS go."""
        held = [(self._library.document(d), each) for d in documents for each in self._items(d)]
        wanted = [self._take(told(document, item))[:SENTENCES] for document, item in held]
        taken: list[list[Told]] = [[] for _ in held]
        left = WORDS
        for rank in range(SENTENCES):
            for kept, sentences in zip(taken, wanted, strict=True):
                if rank < len(sentences) and sentences[rank].words <= left:
                    left -= sentences[rank].words
                    kept.append(sentences[rank])
        pairs = zip(held, taken, strict=True)
        parts = [_part(document, item, kept) for (document, item), kept in pairs if kept]
        return _summary("document", tuple(documents), parts)

    def positions(self, actor: str, topic: str, language: Language) -> Positions | None:
        """None."""

    def silent(self, side: Side, language: Language) -> tuple[str, ...]:
        """None of them."""
        return ()

    def register(self, document: str) -> Outcomes | None:
        """None."""

    def _items(self, document: str) -> Sequence[AgendaItem]:
        return self._library.items(document)


def teller(name: str, assistant: Assistant) -> Teller:
    """The system `name` of TELLERS."""
    return Product(assistant) if name == PRODUCT else Plain(assistant, _ORDERS[name])


def own_path(assistant: Assistant, document: str, path: str) -> str | None:
    """The path that the product's reading has for a gold unit; None when it has no such item.

    An item that was read below another heading is known by its own name in the section, if that is
    the only one of the name.
    """
    own = {name_form(each.path): each.path for each in assistant.library.items(document)}
    wanted = name_form(path)
    section, name = wanted.partition("/")[0], wanted.rpartition("/")[2]
    alike = [form for form in own if form.startswith(f"{section}/") and form.endswith(f"/{name}")]
    return own.get(wanted) or (own[alike[0]] if len(alike) == 1 else None)


def meeting_of(assistant: Assistant, documents: Iterable[str]) -> MeetingPapers | None:
    """The meeting that holds all these papers; None where they have no dates or several."""
    wanted = set(documents)
    held: Iterator[MeetingPapers] = iter(meetings(assistant.library))
    return next((m for m in held if wanted <= {entry.id for entry in m.entries}), None)


def _in_order(sentences: Sequence[Told]) -> list[Told]:
    return list(sentences)


def _drawn(sentences: Sequence[Told]) -> list[Told]:
    """In an order by chance; the same each time for the same item."""
    where = f"{sentences[0].document.id} {sentences[0].item.path}" if sentences else ""
    draw = Random(f"{_SEED} {where}")  # noqa: S311 - the same draw again is what is wanted
    return draw.sample(sentences, len(sentences))


_ORDERS: Mapping[str, Callable[[Sequence[Told]], list[Told]]] = {LEAD: _in_order, RANDOM: _drawn}


def _part(document: Document, item: AgendaItem, taken: Sequence[Told]) -> Part:
    """The sentences taken of an item, in order of the text."""
    said = tuple(each.statement() for each in sorted(taken, key=lambda each: each.place))
    return Part(item.title or item.path, said, document.id, item.path)


def _summary(of: SummaryOf, documents: tuple[str, ...], parts: list[Part]) -> Summary:
    made = Making("none")
    return Summary(of, documents[0], "nl", (), documents, tuple(parts), "", made)
