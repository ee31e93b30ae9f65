"""JSON as lines for people at a terminal.

Knows: how much of each object a person wants to see. Does not know: how it was made.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

Object = dict[str, Any]
WIDTH = 96


def added_lines(found: Object) -> list[str]:
    """What became of each file."""
    lines = [f"{word:10} {name}" for word in ("added", "replaced", "unchanged") for name in found[word]]
    lines += [f"{'duplicate':10} {d['file']} holds the same as {d['document']}" for d in found["duplicates"]]
    lines += [f"{'warning':10} {w['document']}: {w['warning']}" for w in found["warnings"]]
    return lines or ["nothing added"]


def document_line(entry: Object) -> str:
    """One document on one line."""
    when = ", ".join(entry["meeting_dates"]) or entry["letter_date"] or "no date"
    return f"{entry['document']}  {entry['kind']}  {when}  {entry['items']} items, {entry['passages']} passages"


def outline_lines(found: Object) -> list[str]:
    """The outline as a tree."""
    about = found["document"]
    lines = [f"{about['file']}: {about['kind']}"]
    for name in ("title", "meeting_dates", "place", "formality", "kamerstuk", "chamber", "letter_date", "presidency"):
        value = about[name]
        shown = ", ".join(value) if isinstance(value, list) else value
        lines.append(f"  {name:14} {shown or '-'}")
    section = None
    for item in found["items"]:
        if item["section"] != section:
            section = item["section"]
            lines.append(f"{section or ''}")
        depth = max(1, item["path"].count("/"))
        number = f"{item['number']}. " if item["number"] else ""
        tag = f"  [{item['tag']}]" if item["tag"] else ""
        notes = f"  notes {', '.join(str(n['number']) for n in item['notes'])}" if item["notes"] else ""
        size = f"  {len(item['text'].split())} words" if item["text"] else ""
        lines.append(f"{'  ' * depth}{number}{item['title'] or item['path'].split('/')[-1]}{tag}{size}{notes}")
    return lines


def hit_lines(found: Object) -> list[str]:
    """Hits with their place and text."""
    lines: list[str] = []
    for rank, hit in enumerate(found["hits"], start=1):
        lines += [f"{rank}. {place_of(hit)}", *_indented(hit["text"]), ""]
    return lines or ["nothing found"]


def answer_lines(found: Object) -> list[str]:
    """An answer with numbered citations."""
    lines = [f"[{found['understood']}]"] if found["understood"] else []
    lines += _wrapped(found["lead"])
    numbers: dict[str, int] = {}
    for statement in found["statements"]:
        marks = []
        for citation in statement["citations"]:
            place = place_of(citation)
            marks.append(f"[{numbers.setdefault(place, len(numbers) + 1)}]")
        said = statement["text"]
        verbatim = [c["quote"] for c in statement["citations"]] == [said]
        lines += _indented(f"“{said}” {''.join(marks)}" if verbatim else f"{said} {''.join(marks)}")
    lines += [f"  gap: {gap['text']}" for gap in found["gaps"]]
    lines += [f"[{number}] {place}" for place, number in numbers.items()]
    return [*lines, *_wrapped(found["note"])]


def place_of(cited: Object) -> str:
    """Document, item, title, page and note of a hit or citation."""
    parts = [cited["document"], cited["item"]]
    if cited["title"]:
        parts.append(cited["title"])
    if cited["page"] is not None:
        parts.append(f"p. {cited['page']}")
    if cited.get("note") is not None:
        parts.append(f"noot {cited['note']}")
    return ", ".join(parts)


def _wrapped(text: str) -> Sequence[str]:
    return textwrap.wrap(text, WIDTH)


def _indented(text: str) -> Sequence[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="   ", subsequent_indent="   ")
