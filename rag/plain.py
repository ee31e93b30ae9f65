"""JSON as lines for people at a terminal.

Knows: how much of each object a person wants to see. Does not know: how it was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from index.counted import filled
from rag.nouns import Voice
from rag.phrases import actor_name, say, voice_name
from rag.terminal import wrapped

Object = dict[str, Any]
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
    words = len(item["text"].split())
    size = filled("  {count} [word|words]", count=words) if words else ""
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
    """An answer with numbered citations; what was asked for as **2,5 miljard euro**."""
    lines = [*_understood(found), *wrapped(found["lead"])]
    numbers: dict[str, int] = {}
    group = found["lead"]
    for statement in found["statements"]:
        if statement.get("group") and statement["group"] != group:
            group = statement["group"]
            lines += wrapped(group, " ")
        marks = []
        for citation in statement["citations"]:
            place = place_of(citation)
            marks.append(f"[{numbers.setdefault(place, len(numbers) + 1)}]")
        said = _marked(statement["text"], statement.get("marks", ()))
        verbatim = [c["quote"] for c in statement["citations"]] == [statement["text"]]
        shown = f"“{said}”" if verbatim else said
        voices = statement["citations"][0].get("voices") if verbatim else ()
        heard = [voice_name(Voice(**voice), found["language"]) for voice in voices or ()]
        who = "; ".join(filter(None, heard)) or actor_name(statement["actor"], found["language"])
        lines += _indented(f"{f'[{who}] ' if who else ''}{shown} {''.join(marks)}")
    lines += [f"  gap: {gap['text']}" for gap in found["gaps"]]
    lines += [f"[{number}] {place}" for place, number in numbers.items()]
    return [*lines, *wrapped(found["note"])]


def _marked(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """A text with ** around what is marked."""
    for start, end in sorted(marks, reverse=True):
        text = f"{text[:start]}**{text[start:end]}**{text[end:]}"
    return text


def _understood(found: Object) -> list[str]:
    """How the question was understood; "[- juni 2024]" for what the reader undid of it.

    What it takes from the question before it stands on a line of its own.
    """
    lines = [f"[{found['understood']}]"] if found.get("understood") else []
    slots = found.get("slots", ())
    if old := " · ".join(slot["label"] for slot in slots if slot.get("inherited")):
        own = " · ".join(slot["label"] for slot in slots if not slot["inherited"])
        lines = [f"[{own}]"] if own else []
        lines += [f"[{say('inherited', found.get('language', 'en'))} {old}]"]
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


def _indented(text: str) -> Sequence[str]:
    return wrapped(text, "   ")
