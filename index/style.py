"""How a paper sets its headings, so far as type tells.

Knows: stated heading levels, bold or italic lines. Does not know: words, kinds of line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.canon import LogicalLine
from index.marks import NUMBER


@dataclass(frozen=True, slots=True)
class Style:
    """How this paper sets its headings: by stated levels, by bold type, or by nothing at all.

    numbers: numbered lines are among them; if not, type tells nothing of a numbered line.
    """

    levels: bool
    bold: bool
    numbers: bool = True

    @classmethod
    def of(cls, lines: Sequence[LogicalLine], texts: Sequence[str]) -> Style:
        """Levels count when two headings state one; bold when used, and not for everything."""
        levels = sum(1 for line in lines if line.level is not None)
        pairs = list(zip(lines, texts, strict=True))
        bold = sum(1 for line, text in pairs if line.bold and len(text) < 300)
        style = cls(levels >= 2, 2 <= bold <= 0.6 * len(lines))
        numbers = any(style.sets_apart(line) and NUMBER.match(text) for line, text in pairs)
        return replace(style, numbers=numbers)

    def sets_apart(self, line: LogicalLine, numbered: bool = False) -> bool | None:
        """True or False when type tells whether the line is a heading; None when it does not."""
        if line.level is not None or (self.bold and line.bold):
            return True
        if numbered and not self.numbers:
            return None
        return False if self.levels or self.bold else None
