"""What a briefing is put together from, found once: the dossier, Dutch steps, the register.

Knows: what papers are called, which of them tell of an outcome. Does not know: what is chosen from
them, or in which order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from index.nouns import Document
from rag.briefing.core import Place, newest_report, papers_with
from rag.briefing.words import Said, word
from rag.dossier import Dossier, DossierItem
from rag.evidence import day_of
from rag.meeting_papers import MeetingPapers
from rag.nouns import Language, Statement
from rag.outcomes.nouns import Record
from rag.overviews import Source
from rag.phrases import KINDS, council_name, days, months
from rag.summaries.salience import weighed_item
from rag.told import Told


@dataclass(frozen=True, slots=True)
class Material:
    """All that the papers hold on a topic; `records`: decisions, next steps and promises on it.

    `weights`: how much each sentence matters in its item, by document and place. `dutch`: the
    places of sentences that state the position of the Netherlands. `core`: the items on the topic
    itself, `naming`: the sentences that name it. `meetings`: those of the library. `today`: the day
    on which the briefing is made.
    """

    dossier: Dossier
    records: tuple[Record, ...]
    language: Language
    weights: Mapping[tuple[str, int], float]
    dutch: frozenset[tuple[str, int]]
    core: frozenset[Place]
    naming: frozenset[tuple[str, int]]
    meetings: tuple[MeetingPapers, ...]
    today: date

    @property
    def items(self) -> tuple[DossierItem, ...]:
        """The items on the topic, by date, paper and place."""
        return self.dossier.items

    @property
    def sentences(self) -> Iterator[Told]:
        """Every sentence on the topic, by date, paper and place."""
        return (told for item in self.items for told in item.sentences)

    @property
    def decisions(self) -> tuple[Record, ...]:
        """The decisions on it, by date."""
        return tuple(record for record in self.records if record.sort == "decision")

    @property
    def documents(self) -> dict[str, Document]:
        """The papers that hold something on the topic, by id, in order of date."""
        return {item.document.id: item.document for item in self.items}

    @property
    def last_report(self) -> tuple[DossierItem, ...]:
        """The items of the report that tells the outcome; none without a report."""
        return newest_report(self.items, self.core, self.meetings)

    @property
    def newest(self) -> Document:
        """The newest paper with an item on the topic itself, else the newest of all."""
        return self.documents[papers_with(self.items, self.core)[-1]]

    @property
    def meeting(self) -> MeetingPapers | None:
        """The meeting that the newest paper is of; None for a letter."""
        own = (m for m in self.meetings if any(e.id == self.newest.id for e in m.entries))
        return next(own, None)

    @property
    def ahead(self) -> bool:
        """True when the newest paper is an agenda of whose meeting no report tells on the topic."""
        papers = self.meeting.of("verslag") if self.meeting else ()
        told = any(entry.id in self.documents for entry in papers)
        return self.newest.kind == "geannoteerde agenda" and not told

    def is_core(self, document: str, item: str) -> bool:
        """True for an item on the topic itself."""
        return (document, item) in self.core

    def is_dutch(self, told: Told) -> bool:
        """True for a sentence that belongs to the part on the Netherlands."""
        return "NL" in told.actors or (told.document.id, told.span.start) in self.dutch

    def overtaken(self, document: Document) -> bool:
        """True for an agenda not newer than the meeting whose report tells where it stands."""
        last = self.last_report
        newest = day_of(last[0].document) if last else ""
        return document.kind == "geannoteerde agenda" and day_of(document) <= newest

    def in_passing(self, told: Told) -> bool:
        """True for a sentence of an item on another subject that does not name the topic itself."""
        own = self.is_core(told.document.id, told.item.path)
        return not own and (told.document.id, told.span.start) not in self.naming

    def weight(self, statement: Statement) -> float:
        """How much the sentence that a statement quotes matters: from 0 to 1."""
        cited = statement.citations[0]
        return self.weights.get((cited.document, cited.start), 0.0)

    def told(self, statement: Statement) -> Told | None:
        """The sentence of the dossier that a statement quotes; None when it holds no such."""
        cited = statement.citations[0]
        own = (one for one in self.sentences if one.document.id == cited.document)
        return next((t for t in own if t.span.start <= cited.start < t.span.end), None)

    def paper(self, document: str) -> str:
        """What readers call a paper of the dossier."""
        return paper_name(self.documents[document], self.language)

    def month(self, document: str) -> str:
        """ "juni 2025" for a paper of a meeting then; else what the paper is called."""
        dates = self.documents[document].meeting_dates
        return months(dates[0], dates[-1], self.language) if dates else self.paper(document)

    def under(self, statement: Statement, said: Said | None = None) -> Statement:
        """A statement under the name of its paper, as `said` has it; of an agenda that it looks
        ahead."""
        document = self.documents[statement.citations[0].document]
        name = paper_name(document, self.language)
        if document.kind == "geannoteerde agenda":
            said = "expected"
        return replace(statement, group=word(said, self.language, name=name) if said else name)

    def by_place(self, statements: Iterable[Statement]) -> list[Statement]:
        """The statements in order of date, paper and place."""
        order = {document: number for number, document in enumerate(self.documents)}
        return sorted(
            statements, key=lambda one: (order[one.citations[0].document], one.citations[0].start)
        )


def weights_of(found: Dossier) -> dict[tuple[str, int], float]:
    """How much each sentence of a dossier matters in its item, by document and place."""
    return {
        (one.told.document.id, one.told.span.start): one.salience
        for item in found.items
        for one in weighed_item(item.sentences, Counter())
    }


def paper_name(document: Document, language: Language) -> str:
    """ "Verslag JBZ-Raad 13-14 juni 2024"; "Brief van 14 november 2023"; else its file."""
    kind = KINDS[language][document.kind]
    name = kind[:1].upper() + kind[1:]
    if document.meeting_dates:
        council = council_name(document.formality, language)
        return f"{name} {council} {days(document.meeting_dates, language)}"
    if document.letter_date:
        of = "van" if language == "nl" else "of"
        return f"{name} {of} {days((document.letter_date,), language)}"
    return f"{name} {document.id}"


def source(document: Document, language: Language) -> Source:
    """A paper for the list of sources."""
    name = paper_name(document, language)
    return Source(document.id, name, document.meeting_dates, document.kamerstuk, document.kind)
