"""The nouns of a release's papers: what an annotator read in each, unit by unit.

Knows: their fields. Does not know: questions, files, scores.
A unit is what the product calls an agenda item, and a unit's id is an item's path.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """One gold item. `first_words` and `last_words` (8 words) are empty without a body."""

    id: str
    section: str | None
    number: str | None
    title: str | None
    tag: str | None
    first_words: str
    last_words: str
    footnotes: tuple[int, ...]

    @property
    def has_body(self) -> bool:
        """True when text stands under the heading itself."""
        return bool(self.first_words)


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """What an annotator read in one paper; None where the paper does not say."""

    kind: str
    meeting_dates: tuple[str, ...]
    place: str | None
    formality: str | None
    kamerstuk: str | None
    chamber: str | None
    letter_date: str | None
    presidency: str | None
    units: tuple[Unit, ...]
