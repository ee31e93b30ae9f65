"""Specimen papers: Dutch Council papers written for this project, as text and in every format read.

Knows: where the shipped papers are. Does not know: their notation (`paper`), formats (`render`).
"""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "papers"


def papers() -> list[Path]:
    """The shipped papers (`.md`), in order of name."""
    return sorted(FOLDER.glob("*.md"))
