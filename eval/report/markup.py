"""HTML in small: words that are set as text, tables, pictures with their numbers beneath.

Knows: how words become safe. Does not know: what is told.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

LOOKS = {
    "excellent": "good",
    "good": "good",
    "below": "bad",
    "right": "good",
    "partly right": "half",
    "wrong": "bad",
    "fixed": "good",
    "broken": "bad",
}


@dataclass(frozen=True, slots=True)
class Words:
    """A cell of a table: its words, its class and whether it is a number."""

    words: str
    look: str = ""
    number: bool = True


def table(
    caption: str, head: Sequence[str], rows: Sequence[Sequence[Words]], kind: str = ""
) -> str:
    """A table whose first column names its rows; it scrolls by itself where it is too wide."""
    columns = "".join(
        f'<th scope="col" class="{"n" if at else ""}">{escape(column)}</th>'
        for at, column in enumerate(head)
    )
    body = "".join(
        f'<tr><th scope="row" class="quoted">{escape(row[0].words)}</th>'
        f"{''.join(_cell(cell) for cell in row[1:])}</tr>"
        for row in rows
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="{kind}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def figure(title: str, picture: str, numbers: str) -> str:
    """A picture with the table of its numbers, closed, beneath it; nothing without a picture."""
    if not picture:
        return ""
    closed = f"<details><summary>Numbers of this picture</summary>{numbers}</details>"
    beneath = closed if numbers else ""
    held = (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(title)}">{picture}</div>'
    )
    return f"<figure><figcaption>{escape(title)}</figcaption>{held}{beneath}</figure>"


def section(name: str, title: str, *inside: str) -> str:
    """A section with a heading of its own; nothing when nothing is inside."""
    if not any(inside):
        return ""
    held = "".join(inside)
    heading = f'<h2 id="{name}-title">{escape(title)}</h2>'
    return f'<section id="{name}" aria-labelledby="{name}-title">{heading}{held}</section>'


def paragraph(words: str, kind: str = "") -> str:
    """A paragraph of plain words."""
    return f'<p class="{kind}">{escape(words)}</p>'


def choice(name: str, label: str, options: Mapping[str, str]) -> str:
    """A list to choose from: value and words; the first takes everything."""
    inside = "".join(
        f'<option value="{escape(value)}">{escape(words)}</option>'
        for value, words in options.items()
    )
    return (
        f"<label>{escape(label)}"
        f'<select name="{name}"><option value="">all</option>{inside}</select></label>'
    )


def script_json(told: Mapping[str, object]) -> str:
    """JSON that may stand in a script element: no "<" of a paper can end it."""
    plain = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return plain.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _cell(cell: Words) -> str:
    kinds = " ".join(each for each in ("n" if cell.number else "", cell.look) if each)
    return f'<td class="{kinds}">{escape(cell.words)}</td>'
