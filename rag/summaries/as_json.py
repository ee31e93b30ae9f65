"""A summary as JSON and as lines for people at a terminal.

Knows: field names (they may be added to, never renamed). Does not know: how a summary is made.
"""

from __future__ import annotations

from collections.abc import Sequence

from rag.nouns import Language, Voice
from rag.overviews import Part, Summary
from rag.phrases import actor_name, voice_name
from rag.plain import place_of
from rag.render import Object, statement_json
from rag.terminal import wrapped


def summary_json(summary: Summary) -> Object:
    """A summary: its parts in reading order, and all statements once more in one list."""
    return {
        "of": summary.of,
        "title": summary.title,
        "language": summary.language,
        "meeting_dates": list(summary.meeting_dates),
        "documents": list(summary.documents),
        "parts": [part_json(part) for part in summary.parts],
        "statements": [statement_json(statement) for statement in summary.statements],
        "words": summary.words,
        "note": summary.note,
        "writer": summary.made.writer,
        "dropped": summary.made.dropped,
        "repaired": summary.made.repaired,
        "seconds": round(summary.made.seconds, 4),
        "ai_generated": summary.made.ai_generated,
    }


def part_json(part: Part) -> Object:
    """One part."""
    return {
        "heading": part.heading,
        "document": part.document,
        "item": part.item,
        "line": part.line,
        "statements": [statement_json(statement) for statement in part.statements],
    }


def summary_lines(found: Object) -> list[str]:
    """Title, parts with numbered citations, the places they stand for, and the note."""
    lines = [found["title"], ""]
    numbers: dict[str, int] = {}
    for part in found["parts"]:
        lines += wrapped(part["heading"])
        group = part["heading"]
        for statement in part["statements"]:
            if statement["group"] and statement["group"] != group:
                group = statement["group"]
                lines += wrapped(group, "  ")
            lines += wrapped(_said(statement, found["language"], numbers), "    ")
        lines += wrapped(part["line"], "    ")
    if numbers:
        lines += ["", *(f"[{number}] {place}" for place, number in numbers.items()), ""]
    return [*lines, *wrapped(found["note"])]


def _said(statement: Object, language: str, numbers: dict[str, int]) -> str:
    """A statement with who speaks before it and the numbers of its citations after it."""
    cited: Sequence[Object] = statement["citations"]
    places = dict.fromkeys(place_of(citation) for citation in cited)
    marks = "".join(f"[{numbers.setdefault(place, len(numbers) + 1)}]" for place in places)
    text = " ".join(statement["text"].split())
    verbatim = [citation["quote"] for citation in cited] == [statement["text"]]
    shown: Language = "nl" if language == "nl" else "en"
    voices = [voice_name(Voice(**v), shown) for v in cited[0]["voices"]] if verbatim else []
    who = "; ".join(filter(None, voices)) or actor_name(statement["actor"], shown)
    return f"{f'[{who}] ' if who else ''}{f'“{text}”' if verbatim else text} {marks}"
