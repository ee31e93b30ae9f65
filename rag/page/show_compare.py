"""A meeting's agenda against its report as HTML: item by item, silence shown as silence.

Knows: what stands where. Does not know: how items are paired, the server, the style sheet.
"""

from __future__ import annotations

from collections import Counter

from rag.nouns import Language, Statement
from rag.outcomes.nouns import Compared, Comparison, ItemPlace, Move
from rag.page.show import Proofs, paragraph, safe
from rag.page.show_summary import fold_html
from rag.page.texts import word

MOVES: tuple[Move, ...] = ("moved", "added", "dropped")


def comparison_html(comparison: Comparison, proofs: Proofs) -> str:
    """Each item with what was intended, what was said, and what came of it."""
    both = _both(comparison)
    items = "".join(
        _item_html(item, comparison.language, both, proofs) for item in comparison.items
    )
    nothing = f'<p class="hint">{safe(word("nothing_here", proofs.language))}</p>'
    inside = paragraph("told", comparison.note, comparison.language)
    inside += f'<ol class="compared">{items}</ol>' if items else nothing
    return fold_html(word("comparison", proofs.language), _count(comparison, proofs), inside)


def _count(comparison: Comparison, proofs: Proofs) -> str:
    """How many items there are, and how many of them went elsewhere."""
    language = proofs.language
    moves = Counter(item.move for item in comparison.items if _both(comparison))
    told = [word("count_items", language, count=len(comparison.items))]
    told += [f"{moves[move]} {word(f'move_{move}', language)}" for move in MOVES if moves[move]]
    return " · ".join(told)


def _both(comparison: Comparison) -> bool:
    """True when there are two papers to compare: with one alone nothing was added or dropped."""
    return bool(comparison.agendas and comparison.reports)


def _item_html(item: Compared, language: Language, both: bool, proofs: Proofs) -> str:
    """One item: its title and what is silent; unfolded its places, and what each paper tells."""
    page = proofs.language
    marked = both and (item.move != "kept" or (item.agenda is not None and item.report is not None))
    move = f'<span class="move">{safe(word(f"move_{item.move}", page))}</span>' if marked else ""
    columns = [
        ("intended", item.intended, item.agenda),
        ("told", item.said, item.report),
        ("outcome", item.outcome, item.report),
    ]
    if item.next_steps:
        columns.append(("sort_next_step", item.next_steps, item.report))
    shown = "".join(_column(name, said, there, proofs) for name, said, there in columns)
    held = {"intended": len(item.intended), "said": len(item.said), "outcome": len(item.outcome)}
    counts = word("count_compared", page, **held)
    line = f'<span class="line" lang="{language}">{safe(item.line)}</span>' if item.line else ""
    return (
        f'<li class="{item.move}"><details><summary><h4 lang="nl">{safe(item.title)}</h4> {move} '
        f'<span class="count">{safe(counts)}</span>{line}</summary>'
        f"{_places(item, page)}<dl>{shown}</dl></details></li>"
    )


def _places(item: Compared, language: Language) -> str:
    """Where the item stands in the papers."""
    places = (("agenda", item.agenda), ("report", item.report))
    told = " · ".join(
        f"{word(name, language)}: {safe(' › '.join(there.item.split('/')))}"
        for name, there in places
        if there is not None
    )
    return f'<p class="place">{told}</p>'


def _column(name: str, said: tuple[Statement, ...], there: ItemPlace | None, proofs: Proofs) -> str:
    """What one paper tells; that it is silent, where the item is in it without such a sentence."""
    shown = "".join(proofs.said(statement) for statement in said)
    if not shown:
        silent = word("silent", proofs.language) if there is not None else "–"
        shown = f'<p class="silent">{safe(silent)}</p>'
    return f"<div><dt>{safe(word(name, proofs.language))}</dt><dd>{shown}</dd></div>"
