"""Parts of an overview as HTML, and the summary that is made of them.

Knows: what stands where. Does not know: how a summary is made, the server, the style sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rag.nouns import Language
from rag.overviews import Making, Part, Summary
from rag.page.show import Proofs, badges_html, paragraph, safe
from rag.page.texts import word


def made_html(made: Making, language: Language) -> str:
    """Who wrote it, and how long that took."""
    return badges_html("generated" if made.ai_generated else "verbatim", made.seconds, language)


def fold_html(name: str, count: str, inside: str, *, unfolded: bool = False) -> str:
    """A part of an overview that can be folded, under its name and what it holds."""
    shown = " open" if unfolded else ""
    told = f' <span class="count">{safe(count)}</span>' if count else ""
    return (
        f'<details class="fold"{shown}><summary><h3>{safe(name)}</h3>{told}</summary>'
        f"{inside}</details>"
    )


def jumps_html(names: Sequence[str], language: Language) -> str:
    """A button for each part of an overview, in their order: it unfolds the part and goes there."""
    buttons = "".join(
        f'<li><button type="button" class="jump" data-jump="{number}">'
        f"{safe(word(name, language))}</button></li>"
        for number, name in enumerate(names)
    )
    label = safe(word("jump_to", language))
    return f'<nav class="jumps" aria-label="{label}"><ul>{buttons}</ul></nav>'


def summary_html(summary: Summary, proofs: Proofs) -> str:
    """The parts in reading order; those of one agenda item each as rows, by document."""
    shown = []
    for document, parts in groupby(summary.parts, lambda part: part.document if part.item else ""):
        together = list(parts)
        if document:
            shown.append(_items_html(document, together, summary.language, proofs))
        else:
            shown += [_part_html(part, summary.language, proofs) for part in together]
    words = word("count_words", proofs.language, count=summary.words)
    inside = made_html(summary.made, proofs.language) + "".join(shown)
    inside += paragraph("told", summary.note, summary.language)
    return fold_html(word("summary", proofs.language), words, inside, unfolded=True)


def _part_html(part: Part, language: Language, proofs: Proofs) -> str:
    """A part under its heading."""
    heading = f'<h4 lang="{language}">{safe(part.heading)}</h4>' if part.heading else ""
    return f"<section>{heading}{_inside(part, language, proofs)}</section>"


def _inside(part: Part, language: Language, proofs: Proofs) -> str:
    """The line of a part, then its statements, those of one group under what it is called."""
    made = [paragraph("line", part.line, language)]
    for group, together in groupby(part.statements, lambda statement: statement.group):
        said = "".join(f"<li>{proofs.said(statement)}</li>" for statement in together)
        above = f'<p class="group">{safe(group)}</p>' if group not in ("", part.heading) else ""
        made.append(f'{above}<ul class="statements">{said}</ul>')
    return "".join(made)


def _items_html(document: str, parts: Sequence[Part], language: Language, proofs: Proofs) -> str:
    """The agenda items of one paper; folded away where there is nothing to quote of any."""
    rows = "".join(
        f"<dt>{safe(part.heading)}</dt><dd>{_inside(part, language, proofs)}</dd>" for part in parts
    )
    listed = f'<dl class="items">{rows}</dl>'
    if any(part.statements for part in parts):
        return f'<p class="place">{safe(document)}</p>{listed}'
    count = safe(word("count_items", proofs.language, count=len(parts)))
    return f"<details><summary>{safe(document)} ({count})</summary>{listed}</details>"
