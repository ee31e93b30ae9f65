"""Whether a question asks how something developed, or sets things side by side, and which.

Knows: the words for both in Dutch and English. Does not know: actors, times, papers.
"""

from __future__ import annotations

import re
from typing import Literal

Compared = Literal["papers", "actors", "meetings"]
DEVELOPMENT = re.compile(
    r"\b(?:ontwikkel\w*|sinds|door de (?:jaren|tijd)|over tijd|verloop|evolutie|veranderd?e?|"
    r"geschiedenis|develop\w*|since|over (?:time|the years)|evol\w+|chang\w+|history)\b",
    re.I,
)
COMPARISON = re.compile(
    r"\b(?:verschil(?!lende)\w*|vergel[ij]+k\w*|vergeleken|versus|vs|tegenover elkaar|"
    r"in tegenstelling tot|differ(?!ent\s+(?:member|states|countries|kinds))\w*|compar\w*|"
    r"contrast\w*|unlike|as opposed to|side by side)\b",
    re.I,
)


def develops(text: str) -> bool:
    """True for "how did it change", "sinds 2022"."""
    return DEVELOPMENT.search(text) is not None


def comparing(text: str) -> bool:
    """True for "verschil tussen", "compare ... with"."""
    return COMPARISON.search(text) is not None


def compared(text: str, kinds: int, actors: int, times: int) -> Compared | None:
    """What is set side by side, by how many of each the question names; None where nothing is.

    Two times need no word for it ("in 2022, and in 2024"), nor do two kinds of paper.
    """
    if kinds > 1:
        return "papers"
    if actors > 1 and comparing(text):
        return "actors"
    return "meetings" if times > 1 else None
