"""Hyphens at line ends: the line's own, which go, and those of the word, which stay.

Knows: how Dutch puts words together (JBZ-Raad, Latijns-Amerika, non-discriminatoire, "informatie-
en communicatie"), and the words of the paper at hand. Does not know: which rows meet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.rows import Row

HYPHENS = "-\u2010\u2011\u00ad"
TYPESET = 0.02  # share of lines ended by a hyphen above which a paper breaks words
KEEPING_PREFIXES = frozenset(
    """non pro anti ex oud niet semi vice co quasi post pre sub ad intra pan""".split()
)
CLASHES = frozenset("""aa ae ai ao au ee ei eu ie ii oe oi oo ou ui uu""".split())
AFTER_HALF = frozenset(("en", "of", "als", "dan", "tot", "and", "or"))  # "informatie- en ..."
WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Join:
    """How two rows meet: `glue` is put between them, `cut` characters leave the first row's end."""

    glue: str
    cut: int = 0


class Hyphens:
    """Decides on line-end hyphens by the words that the paper has elsewhere, then by rule."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Gathers the paper's words."""
        self._words = frozenset(WORD.findall(" ".join(row.text for row in rows).lower()))
        broken = sum(1 for row in rows if row.text[-1:] in HYPHENS)
        self._typeset = broken > TYPESET * max(1, len(rows))

    def join(self, text: str, after: str) -> Join | None:
        """How a row that ends in a hyphen meets the next; None for a row that does not."""
        if len(text) < 2 or text[-1] not in HYPHENS or not text[-2].isalnum():
            return None
        if text[-1] == "\u00ad":
            return Join("", cut=1)
        last = text.rsplit(maxsplit=1)[-1]
        left = WORD.findall(last[:-1])[-1]
        right = WORD.match(after)
        if "/" in last:
            return Join("")
        if right is None or right[0].lower() in AFTER_HALF:
            return Join(" ")
        return Join("") if self._belongs(left, right[0]) else Join("", cut=1)

    def _belongs(self, left: str, right: str) -> bool:
        """True when the hyphen between the halves belongs to the word."""
        whole, parted = (left + right).lower(), f"{left}-{right}".lower()
        last = left.rsplit("-", 1)[-1]
        if parted in self._words and whole not in self._words:
            return True
        if whole in self._words:
            return False
        if not right[0].islower() or left[-1].isdigit() or last[-1:].isupper():
            return True
        if last.lower() in KEEPING_PREFIXES or (last[-1:] + right[0]).lower() in CLASHES:
            return True
        return not self._typeset
