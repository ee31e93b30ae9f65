"""JSON as lines for people at a terminal.

Knows: how much of each object a person wants to see. Does not know: how it was made.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

from rag.phrases import actor_name

Object = dict[str, Any]
WIDTH = 96
ABOUT = (
    *("title", "meeting_dates", "place", "formality"),
    *("kamerstuk", "chamber", "letter_date", "presidency"),
)


def added_lines(found: Object) -> list[str]:
    """What became of each file."""
    lines = [
        f"{word:10} {name}" for word in ("added", "replaced", "unchanged") for name in found[word]
    ]
    lines += [
        f"{'duplicate':10} {d['file']} holds the same as {d['document']}"
        for d in found["duplicates"]
    ]
    lines += [f"{'warning':10} {w['document']}: {w['warning']}" for w in found["warnings"]]
    return lines or ["nothing added"]


def document_line(entry: Object) -> str:
    """One document on one line."""
    when = ", ".join(entry["meeting_dates"]) or entry["letter_date"] or "no date"
    size = f"{entry['items']} items, {entry['passages']} passages"
    return f"{entry['document']}  {entry['kind']}  {when}  {size}"


def outline_lines(found: Object) -> list[str]:
    """The outline as a tree."""
    about = found["document"]
    lines = [f"{about['file']}: {about['kind']}"]
    for name in ABOUT:
        value = about[name]
        shown = ", ".join(value) if isinstance(value, list) else value
        lines.append(f"  {name:14} {shown or '-'}")
    section = None
    for item in found["items"]:
        if item["section"] != section:
            section = item["section"]
            lines.append(section or "")
        lines.append(_item_line(item))
        indent = "  " * (1 + max(1, item["path"].count("/")))
        lines += [f"{indent}? {sign}" for sign in item["why"]]
        lines += [
            f"{indent}-> {link['relation']}: {link['document']}, {link['item']}, {link['title']}"
            for link in item.get("links", ())
        ]
    return lines


def _item_line(item: Object) -> str:
    """Number, title, tag, size and notes of an item, as deep as it lies."""
    depth = max(1, item["path"].count("/"))
    number = f"{item['number']}. " if item["number"] else ""
    title = item["title"] or item["path"].split("/")[-1]
    tag = f"  [{item['tag']}]" if item["tag"] else ""
    size = f"  {len(item['text'].split())} words" if item["text"] else ""
    numbers = ", ".join(str(note["number"]) for note in item["notes"])
    notes = f"  notes {numbers}" if numbers else ""
    return f"{'  ' * depth}{number}{title}{tag}{size}{notes}"


def hit_lines(found: Object) -> list[str]:
    """Hits with their place and text."""
    lines: list[str] = _understood(found) if found["hits"] else []
    for rank, hit in enumerate(found["hits"], start=1):
        lines += [f"{rank}. {place_of(hit)}", *_indented(hit["text"]), ""]
    return lines or ["nothing found"]


def answer_lines(found: Object) -> list[str]:
    """An answer with numbered citations."""
    lines = [*_understood(found), *_wrapped(found["lead"])]
    numbers: dict[str, int] = {}
    for statement in found["statements"]:
        marks = []
        for citation in statement["citations"]:
            place = place_of(citation)
            marks.append(f"[{numbers.setdefault(place, len(numbers) + 1)}]")
        said = statement["text"]
        who = actor_name(statement["actor"], found["language"])
        verbatim = [c["quote"] for c in statement["citations"]] == [said]
        shown = f"“{said}”" if verbatim else said
        lines += _indented(f"{f'[{who}] ' if who else ''}{shown} {''.join(marks)}")
    lines += [f"  gap: {gap['text']}" for gap in found["gaps"]]
    lines += [f"[{number}] {place}" for place, number in numbers.items()]
    return [*lines, *_wrapped(found["note"])]


def _understood(found: Object) -> list[str]:
    """How the question was understood, and "[- juni 2024]" for what the reader undid of it."""
    lines = [f"[{found['understood']}]"] if found.get("understood") else []
    undone = " · ".join(slot["label"] for slot in found.get("ignored", ()))
    return [*lines, f"[- {undone}]"] if undone else lines


def place_of(cited: Object) -> str:
    """Document, item, title, page and note of a hit or citation."""
    parts = [cited["document"], cited["item"]]
    if cited["title"] and not cited["item"].endswith(cited["title"]):
        parts.append(cited["title"])
    if cited["page"] is not None:
        parts.append(f"p. {cited['page']}")
    if cited.get("note") is not None:
        parts.append(f"note {cited['note']}")
    return ", ".join(parts)


def _wrapped(text: str, indent: str = "") -> Sequence[str]:
    """Lines of at most WIDTH, broken at blanks only: joined by blanks they are the text again."""
    return [
        line
        for part in text.splitlines()
        for line in textwrap.wrap(
            part,
            WIDTH,
            initial_indent=indent,
            subsequent_indent=indent,
            break_on_hyphens=False,
            break_long_words=False,
        )
    ]


def _indented(text: str) -> Sequence[str]:
    return _wrapped(text, "   ")
