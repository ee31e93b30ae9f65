"""A briefing as JSON, and what the command line says of it.

Knows: field names (they may be added to, never renamed). Does not know: files, options.
"""

from __future__ import annotations

from pathlib import Path

from rag.overviews import Brief, Part
from rag.render import Object, statement_json


def brief_json(brief: Brief, output: Path | None) -> Object:
    """A briefing; output: the file it was written to, None where there was nothing to write."""
    return {
        "topic": brief.topic,
        "language": brief.language,
        "title": brief.title,
        "output": None if output is None else str(output),
        "parts": [_part(part) for part in brief.parts],
        "sources": [
            {
                "document": source.document,
                "name": source.name,
                "meeting_dates": list(source.meeting_dates),
                "kamerstuk": source.kamerstuk,
                "kind": source.kind,
            }
            for source in brief.sources
        ],
        "footnotes": len(brief.statements),
        "note": brief.note,
        "writer": brief.made.writer,
        "dropped": brief.made.dropped,
        "repaired": brief.made.repaired,
        "ai_generated": brief.made.ai_generated,
        "seconds": round(brief.made.seconds, 4),
    }


def _part(part: Part) -> Object:
    return {
        "heading": part.heading,
        "line": part.line,
        "statements": [statement_json(statement) for statement in part.statements],
    }


def brief_lines(found: Object) -> list[str]:
    """For people at a terminal: which file was written, what it holds, how it was made."""
    lines = [f"{found['output']}: {found['title']}"] if found["output"] else []
    lines += [f"  {part['heading']}: {len(part['statements'])}" for part in found["parts"]]
    if found["output"]:
        lines.append(f"  footnotes: {found['footnotes']}; sources: {len(found['sources'])}")
    return [*lines, found["note"]]
