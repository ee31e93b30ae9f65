"""A paragraph in the making, and rows of a table: what DOCX, HTML and XML have in common.

Knows: white space, emphasis, footnote calls and their offsets. Does not know: any format.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from index.formats.characters import tidy
from index.source import Line

CELL_CHARACTERS = 400  # a cell of several paragraphs beyond this lays out a page, not a table
_CLOSING = ".,;:)]!?»”’%"
_OPENING = "([«“‘"


@dataclass(slots=True)
class Paragraph:
    """Text put together piece by piece; `calls` are (offset, number)."""

    text: str = ""
    calls: list[tuple[int, int]] = field(default_factory=list)
    letters: int = 0
    emphasised: int = 0
    sizes: dict[float, int] = field(default_factory=dict)

    def put(self, piece: str, emphasis: bool = False, size: float | None = None) -> None:
        """Add text; white space is one space, and none opens the paragraph."""
        for i, word in enumerate(tidy(piece).replace("\n", " ").replace("\t", " ").split(" ")):
            if i:
                self.space()
            self._add(word, emphasis, size)

    def space(self) -> None:
        """Part what follows from what stands."""
        if self.text[-1:] not in ("", " "):
            self.text += " "

    def closed_up(self, piece: str, emphasis: bool = False) -> None:
        """Add text whose outer white space is layout: none stays before a comma, after "("."""
        words = tidy(piece).split()
        starts_open, ends_open = piece[:1].isspace(), piece[-1:].isspace()
        if starts_open and self.text[-1:] not in tuple(_OPENING):
            self.space()
        closes = bool(words) and words[0][0] in _CLOSING and not words[0].startswith("..")
        if closes and self.text[-1:] == " ":
            self._trim()
        for i, word in enumerate(words):
            if i:
                self.space()
            self._add(word, emphasis, None)
        if words and ends_open and self.text[-1:] not in tuple(_OPENING):
            self.space()

    def call(self, number: int) -> None:
        """Note that footnote `number` is called here."""
        self.calls.append((len(self.text), number))

    def line(
        self, mark: str = "", level: int | None = None, note: int | None = None
    ) -> Line | None:
        """The paragraph as a whole line, `mark` (a list's number) before it; None when blank."""
        text = self.text.rstrip(" \xa0")
        if not text.strip(" \xa0"):
            return None
        return Line(
            mark + text,
            level=level,
            bold=0 < self.letters == self.emphasised,
            size=max(self.sizes, key=lambda size: (self.sizes[size], size), default=None),
            whole=True,
            note=note,
            calls=tuple((min(at, len(text)) + len(mark), n) for at, n in self.calls),
        )

    def _add(self, word: str, emphasis: bool, size: float | None) -> None:
        if not word.strip() and self.text[-1:] in ("", " "):
            return
        self.text += word
        count = sum(map(str.isalnum, word))
        self.letters += count
        self.emphasised += count if emphasis else 0
        if size and count:
            self.sizes[size] = self.sizes.get(size, 0) + count

    def _trim(self) -> None:
        self.text = self.text.rstrip(" ")
        self.calls = [(min(at, len(self.text)), number) for at, number in self.calls]


def table_row(cells: list[list[Line]]) -> list[Line]:
    """A row's cells as one line, " | " between them; a row that lays out a page as its lines."""
    filled = [lines for lines in cells if lines]
    layout = len(filled) == 1 or any(
        len(lines) > 1 and sum(len(line.text) for line in lines) > CELL_CHARACTERS
        for lines in filled
    )
    if layout:
        return [line for lines in filled for line in lines]
    return [joined([joined(lines, " ") for lines in filled], " | ")] if filled else []


def joined(lines: list[Line], glue: str) -> Line:
    """Several lines as one; calls keep their words. Needs at least one line."""
    text, calls = "", list[tuple[int, int]]()
    for line in lines:
        text += glue if text else ""
        calls += [(len(text) + at, number) for at, number in line.calls]
        text += line.text
    return Line(
        text,
        bold=all(line.bold for line in lines),
        size=lines[0].size,
        whole=True,
        note=lines[0].note,
        calls=tuple(calls),
    )
