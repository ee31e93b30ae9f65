"""Register and comparison as JSON, and that JSON as lines for people.

Knows: field names (they may be added to, never renamed). Does not know: how either is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any, cast

from rag.nouns import Language
from rag.outcomes.nouns import Compared, Comparison, ItemPlace, Move, Outcomes, Record
from rag.outcomes.words import MOVES, OUTCOMES, SORTS, when_name, word
from rag.phrases import actor_name
from rag.plain import place_of
from rag.render import citation_json, statement_json
from rag.terminal import wrapped

Object = dict[str, Any]  # a JSON object: the last stop, nothing of ours reads it again


def register_json(outcomes: Outcomes) -> Object:
    """The register."""
    return {
        "language": outcomes.language,
        "entries": [_record(record) for record in outcomes.records],
        "note": outcomes.note,
        "seconds": round(outcomes.seconds, 4),
    }


def _record(record: Record) -> Object:
    return {
        "sort": record.sort,
        "what": record.what,
        "actor": record.actor,
        "date": record.date,
        "when": record.when if record.date else None,
        "meeting": record.meeting,
        "meeting_dates": list(record.meeting_dates),
        "document": record.document,
        "item": record.item,
        "text": record.statement.text,
        "before": statement_json(record.before) if record.before else None,
        "citations": [citation_json(citation) for citation in record.statement.citations],
    }


def comparison_json(comparison: Comparison) -> Object:
    """Agenda against report."""
    return {
        "meeting": comparison.meeting,
        "language": comparison.language,
        "meeting_dates": list(comparison.meeting_dates),
        "agendas": list(comparison.agendas),
        "reports": list(comparison.reports),
        "items": [_compared(item) for item in comparison.items],
        "note": comparison.note,
        "seconds": round(comparison.seconds, 4),
    }


def _compared(item: Compared) -> Object:
    return {
        "move": item.move,
        "title": item.title,
        "agenda": _place(item.agenda),
        "report": _place(item.report),
        "intended": [statement_json(statement) for statement in item.intended],
        "said": [statement_json(statement) for statement in item.said],
        "outcome": [statement_json(statement) for statement in item.outcome],
        "next_steps": [statement_json(statement) for statement in item.next_steps],
        "line": item.line,
    }


def _place(place: ItemPlace | None) -> Object | None:
    if place is None:
        return None
    return {"document": place.document, "item": place.item, "title": place.title}


def register_lines(found: Object) -> list[str]:
    """The register by meeting, and in it by sort."""
    language: Language = found["language"]
    lines: list[str] = []
    for meeting, held in groupby(found["entries"], key=lambda entry: entry["meeting"]):
        lines.append(meeting)
        entries = list(held)
        for sort, title in SORTS.items():
            mine = [entry for entry in entries if entry["sort"] == sort]
            lines += [f"  {title[language]}", *_entries(mine, language)] if mine else []
        lines.append("")
    return [*lines, *wrapped(found["note"])]


def _entries(entries: Sequence[Object], language: Language) -> list[str]:
    lines = []
    for entry in entries:
        what = "" if entry["sort"] == "next_step" else OUTCOMES[entry["what"]][language]
        date = entry["date"]
        when = when_name(date, entry["when"], language) if date else ""
        told = " · ".join(filter(None, (actor_name(entry["actor"], language), what, when)))
        if entry["before"]:
            lines += wrapped(f"({word('before', language)}: “{entry['before']['text']}”)", "    ")
        lines += wrapped(f"{f'[{told}] ' if told else ''}“{entry['text']}”", "    ")
        lines += wrapped(place_of(entry["citations"][0]), "      ")
    return lines


def comparison_lines(found: Object) -> list[str]:
    """The comparison, item by item."""
    language: Language = found["language"]
    lines = [found["meeting"]]
    for name in ("agendas", "reports"):
        lines.append(f"{word(name, language)}: {', '.join(found[name]) or '-'}")
    for item in found["items"]:
        move = MOVES[cast("Move", item["move"])][language]
        lines += ["", *wrapped(f"{item['title']}{f'  [{move}]' if move else ''}")]
        lines += [f"   {_where(item)}"]
        for name in ("intended", "said", "outcome", "next_steps"):
            for statement in item[name]:
                lines += wrapped(f"{word(name, language)}: “{statement['text']}”", "   ")
        lines += wrapped(item["line"], "   ")
    return [*lines, "", *wrapped(found["note"])]


def _where(item: Object) -> str:
    """Where an item stands in the papers."""
    places = [item[name]["item"] if item[name] else "-" for name in ("agenda", "report")]
    return " -> ".join(places)
