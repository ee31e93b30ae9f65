"""From a file to its manuscript: the canonical text of which everything later is a slice.

Knows: the order of the steps. Does not know: how each is done, nor what an agenda is.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

from index.canon import Manuscript, write
from index.errors import FileRefused
from index.footnotes import lift_footnotes
from index.formats import extract
from index.furniture import without_furniture
from index.rows import rows_of
from index.source import Source


def read(path: Path, name: str | None = None) -> Manuscript:
    """The manuscript of a file; `name` is what messages call it. Raises FileRefused."""
    source = extract(path, name)
    manuscript = clean(source)
    if not manuscript.text:
        raise FileRefused(name or path.name, "holds no text; give a file with text in it")
    return manuscript


def clean(source: Source) -> Manuscript:
    """Furniture out, footnotes lifted to the end, printed lines joined; all of it provable."""
    source = _composed(source)
    rows = without_furniture(rows_of(source))
    running, notes = lift_footnotes(rows, source.text)
    return replace(write(source.text, running, notes), warnings=source.warnings)


def _composed(source: Source) -> Source:
    """Combining accents become single letters (NFC), except where offsets of calls forbid it."""
    if unicodedata.is_normalized("NFC", source.text):
        return source
    lines = tuple(
        line if line.calls else replace(line, text=unicodedata.normalize("NFC", line.text))
        for line in source.lines
    )
    return replace(source, lines=lines)
