"""The nouns as JSON, in the shape that scripts and the benchmark rely on.

Knows: field names (they may be added to, never renamed). Does not know: the command line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from index.doubts import Doubt, doubts
from index.entries import Entry
from index.library import Library
from index.nouns import AgendaItem, Document, Hit
from index.reading import Reading
from rag.nouns import Answer, Citation, Statement
from rag.open import Added
from rag.question import Understood
from rag.related import Related

Object = dict[str, Any]  # a JSON object: the last stop, nothing of ours reads it again


def document_json(document: Document | Entry) -> Object:
    """A document's metadata."""
    return {
        "file": document.file,
        "kind": document.kind,
        "title": document.title,
        "title_says": document.title_says,
        "meeting_dates": list(document.meeting_dates),
        "place": document.place,
        "formality": document.formality,
        "kamerstuk": document.kamerstuk,
        "chamber": document.chamber,
        "letter_date": document.letter_date,
        "presidency": document.presidency,
    }


def entry_json(entry: Entry) -> Object:
    """A document of the library, with counts."""
    return {
        "document": entry.id,
        **document_json(entry),
        "items": entry.items,
        "passages": entry.passages,
        "added_at": entry.added_at,
        "warnings": list(entry.warnings),
    }


def outline_json(reading: Reading, links: Mapping[str, Sequence[Related]] | None = None) -> Object:
    """A paper's metadata and agenda items; with `links` also what goes with each item."""
    text = reading.document.text
    doubtful = doubts(reading.document, reading.items)
    items = [_item(item, text, doubtful[item.path]) for item in reading.items]
    if links is not None:
        for item in items:
            item["links"] = [_link(link) for link in links.get(item["path"], ())]
    return {
        "document": document_json(reading.document),
        "items": items,
        "warnings": list(reading.warnings),
    }


def _link(link: Related) -> Object:
    place = link.place
    return {
        "relation": link.relation,
        "document": place.document.id,
        "item": place.item.path,
        "title": place.item.title,
        "meeting_dates": list(place.document.meeting_dates),
        "likeness": round(link.likeness, 3),
    }


def _item(item: AgendaItem, text: str, doubt: Doubt) -> Object:
    return {
        "path": item.path,
        "section": item.section,
        "number": item.number,
        "title": item.title,
        "tag": item.tag,
        "start": item.span.start,
        "end": item.span.end,
        "text": item.span.of(text),
        "notes": [
            {
                "number": note.number,
                "text": note.span.of(text),
                "start": note.span.start,
                "end": note.span.end,
            }
            for note in item.notes
        ],
        "confidence": doubt.confidence,
        "why": list(doubt.why),
    }


def hits_json(
    question: str, hits: list[Hit], library: Library, asked: Understood | None = None
) -> Object:
    """Search results; with `asked` also what was understood of the question."""
    found: Object = {"question": question, "hits": [hit_json(hit, library) for hit in hits]}
    if asked is not None:
        found |= {"understood": asked.summary(), **_slots(asked)}
    return found


def _slots(understood: Understood | Answer) -> Object:
    """What a reader may undo, and what was undone."""
    return {
        name: [
            {"slot": s.name, "value": s.value, "label": s.label, "inherited": s.inherited}
            for s in slots
        ]
        for name, slots in (("slots", understood.slots), ("ignored", understood.ignored))
    }


def hit_json(hit: Hit, library: Library) -> Object:
    """One hit with the text of its passage."""
    passage = hit.passage
    document = library.document(passage.document)
    item = library.item(passage.document, passage.item)
    return {
        "document": document.id,
        "item": item.path,
        "title": item.title,
        "meeting_dates": list(document.meeting_dates),
        "page": document.page(_place(item, passage.note, passage.span.start)),
        "note": passage.note,
        "start": passage.span.start,
        "end": passage.span.end,
        "score": hit.score,
        "text": passage.span.of(document.text),
    }


def _place(item: AgendaItem, note: int | None, start: int) -> int:
    """Notes stand at the end of the text; their page is that of their call."""
    return next((n.call for n in item.notes if n.number == note and n.call is not None), start)


def answer_json(answer: Answer, library: Library) -> Object:
    """An answer."""
    return {
        "question": answer.question,
        "language": answer.language,
        "status": answer.status,
        "lead": answer.lead,
        "statements": [statement_json(statement) for statement in answer.statements],
        "gaps": [{"meeting": g.meeting, "actor": g.actor, "text": g.text} for g in answer.gaps],
        "understood": answer.understood,
        **_slots(answer),
        "note": answer.note,
        "hits": [hit_json(hit, library) for hit in answer.hits],
        "writer": answer.writer,
        "dropped": answer.dropped,
        "repaired": answer.repaired,
        "confidence": None if answer.confidence is None else round(answer.confidence, 4),
        "seconds": round(answer.seconds, 4),
        "ai_generated": answer.ai_generated,
        "near": [citation_json(citation) for citation in answer.near],
    }


def statement_json(statement: Statement) -> Object:
    """A statement with its citations."""
    return {
        "text": statement.text,
        "actor": statement.actor,
        "citations": [citation_json(citation) for citation in statement.citations],
        "marks": [list(mark) for mark in statement.marks],
        "group": statement.group,
    }


def citation_json(citation: Citation) -> Object:
    """A citation."""
    return {
        "document": citation.document,
        "item": citation.item,
        "title": citation.title,
        "meeting_dates": list(citation.meeting_dates),
        "page": citation.page,
        "note": citation.note,
        "start": citation.start,
        "end": citation.end,
        "quote": citation.quote,
        "voices": [{"actor": v.actor, "stance": v.stance} for v in citation.voices],
    }


def added_json(report: Added) -> Object:
    """What became of files handed in."""
    return {
        "added": report.added,
        "unchanged": report.unchanged,
        "replaced": report.replaced,
        "duplicates": [
            {"file": file, "document": document} for file, document in report.duplicates
        ],
        "failed": [{"file": file, "error": why} for file, why in report.failed],
        "warnings": [{"document": document, "warning": text} for document, text in report.warnings],
    }
