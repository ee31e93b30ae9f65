"""What the format readers hand over: the lines of a file, before any cleaning.

Knows: the shape of a source. Does not know: formats (`index/formats/`), cleaning (`index.clean`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source: a printed line (TXT, PDF) or a whole paragraph (DOCX, HTML, XML).

    page: from 1, None where the format has no pages. level: the heading level the format states
    (1 is highest; None: no heading, or the format does not say). bold: the whole line is set
    bold or italic. size: font size in points, None when unknown. whole: a paragraph that is
    complete by itself; False for a printed line that may go on in the next. note: this line is
    (part of) the text of footnote `note`, because the format says so. calls: footnote calls in
    this line as (offset in `text`, number), where the format marks them; their digits are then
    not part of `text`.
    """

    text: str
    page: int | None = None
    level: int | None = None
    bold: bool = False
    size: float | None = None
    whole: bool = False
    note: int | None = None
    calls: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A file's lines in reading order. `text` is what the removals and moves are proved against."""

    format: str
    lines: tuple[Line, ...]
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All lines, each ended by a line feed."""
        return "".join(line.text + "\n" for line in self.lines)


Extractor = Callable[[Path], Source]
