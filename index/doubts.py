"""What in an outline a person should look at, and why.

Knows: the signs that an outline may be wrong. Does not know: how it came about. An item without a
sign is not thereby right; one with a sign is not thereby wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.nouns import AgendaItem, Document

AGAIN = re.compile(r" \(\d+\)$")
LONG_TITLE = 28  # words
LONG_BODY = 4000  # words of one item
SHORT_BODY = 6
SURE, EACH_SIGN = 1.0, 0.25  # confidence without a sign, and what each sign takes off


@dataclass(frozen=True, slots=True)
class Doubt:
    """How sure an item is, from 0 to 1, and the signs against it, in English."""

    confidence: float
    why: tuple[str, ...]


def doubts(document: Document, items: Sequence[AgendaItem]) -> dict[str, Doubt]:
    """The doubt about each item, by its path."""
    found: dict[str, Doubt] = {}
    counted: dict[str, int] = {}
    for i, item in enumerate(items):
        signs = _signs(document, item)
        signs += _counting(item, counted)
        after = items[i + 1] if i + 1 < len(items) else None
        parent = after is not None and after.path.startswith(f"{item.path}/")
        if not len(item.span) and not parent and not (item.number or "").isalpha():
            signs.append("has no body")
        found[item.path] = Doubt(max(0.0, SURE - EACH_SIGN * len(signs)), tuple(signs))
    return found


def _signs(document: Document, item: AgendaItem) -> list[str]:
    """Signs in the item by itself."""
    signs = []
    words = len(item.span.of(document.text).split())
    if AGAIN.search(item.path):
        signs.append("stands twice under one path")
    if len((item.title or "").split()) > LONG_TITLE:
        signs.append("has a title so long that it may hold text")
    if words > LONG_BODY:
        signs.append("is so long that it may hold another item")
    if 0 < words < SHORT_BODY:
        signs.append("is so short that it may be part of a heading")
    if item.number is None and item.title and item.path.count("/") > 1:
        signs.append("is a heading by its looks alone")
    return signs


def _counting(item: AgendaItem, counted: dict[str, int]) -> list[str]:
    """Numbers that do not count up by one within their section."""
    if not (item.number or "").isdigit():
        return []
    number, section = int(item.number or 0), item.section or ""
    before = counted.get(section, 0)
    counted[section] = number
    return (
        [] if number == before + 1 else [f"follows number {before}" if before else "is the first"]
    )
