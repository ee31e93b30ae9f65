"""Whether a quote stands in the source file, also where the foot of a page cuts through it.

Knows: the lines of a text file. Does not know: our canonical text; this is the check on it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from eval.compare_text import drop_marks, forms, squash

_INTERRUPTION = 1500  # squashed characters: the longest foot of a page within a sentence
_PIECE = 12  # squashed characters: a shorter piece is found anywhere and proves nothing
_END = 3  # but a sentence may begin or end with its first or last word on another page


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source's squashed text with and without footnote marks; `borders` are its line ends."""

    plain: str
    unmarked: str
    borders: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> SourceText:
        """The source text `text`; lines end at line feeds and form feeds."""
        lines = [squash(drop_marks(line)) for line in text.replace("\f", "\n").split("\n")]
        borders = tuple(sorted(set(accumulate(len(line) for line in lines))))
        return cls(squash(text), "".join(lines), borders)

    def has(self, quote: str) -> bool:
        """True when `quote` stands here, whole or with whole lines in between.

        Only whole lines (a page number, a running footer, notes) may be jumped over, at most
        1,500 squashed characters of them; so a word left out of the quote, or changed in it, is
        noticed. A piece between two jumps has 12 characters or more, a piece at either end 3. An
        empty quote stands nowhere.
        """
        plain, rest = forms(quote)
        if plain and (plain in self.plain or rest in self.unmarked):
            return True
        return len(rest) >= 2 * _PIECE and any(
            self._reads(rest, start, _END) for start in sorted(self._starts(rest[:_PIECE]))
        )

    def _starts(self, opening: str) -> set[int]:
        """Where `opening` stands, or as much of it as fits before the end of a line."""
        cut = {
            border - length
            for border in self.borders
            for length in range(_END, len(opening))
            if self.unmarked.endswith(opening[:length], 0, border)
        }
        return cut | {found.start() for found in re.finditer(re.escape(opening), self.unmarked)}

    def _reads(self, rest: str, position: int, least: int) -> bool:
        """True when `rest` can be read from `position` on, jumping over whole lines.

        `least`: the fewest characters that must be read before the first jump.
        """
        if self.unmarked.startswith(rest, position):
            return True
        # The text may agree by chance for a few characters past the cut: cut at the line end.
        agreed = position + _agreement(rest, self.unmarked[position : position + len(rest)])
        last = bisect_right(self.borders, agreed) - 1
        if last < 0 or self.borders[last] - position < least:
            return False
        cut = self.borders[last]
        rest = rest[cut - position :]
        return len(rest) >= _END and any(
            self.unmarked.startswith(rest[:_PIECE], resume) and self._reads(rest, resume, _PIECE)
            for resume in self.borders[last + 1 :]
            if resume <= cut + _INTERRUPTION
        )


def read_source(path: Path) -> SourceText | None:
    """The source text of a plain-text paper; None for other formats, which no text can prove."""
    if path.suffix.lower() != ".txt" or not path.is_file():
        return None
    raw = path.read_bytes()
    try:
        return SourceText.of(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return SourceText.of(raw.decode("cp1252", errors="replace"))


def _agreement(rest: str, text: str) -> int:
    """How many characters `rest` and `text` have in common from their start."""
    pairs = enumerate(zip(rest, text, strict=False))
    return next((i for i, (mine, theirs) in pairs if mine != theirs), min(len(rest), len(text)))
