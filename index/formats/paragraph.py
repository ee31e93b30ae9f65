"""A paragraph in the making, and rows of a table: what DOCX, HTML and XML have in common.

Knows: white space, emphasis, footnote calls and their offsets. Does not know: any format.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from index.formats.breaks import parted
from index.formats.characters import tidy
from index.source import Line

MANY = 64  # words: a longer piece is put whole
CELL_CHARACTERS = 400  # a cell of several paragraphs beyond this lays out a page, not a table
_CLOSING = ".,;:)]!?»”’%"
_OPENING = "([«“‘"


@dataclass(frozen=True, slots=True)
class Break:
    """Where a line break stands, and what there was before it."""

    at: int = 0
    letters: int = 0
    emphasised: int = 0
    sizes: Mapping[float, int] = field(default_factory=dict)


@dataclass(slots=True)
class Paragraph:
    """Text put together piece by piece; `calls` are (offset, number)."""

    text: str = ""
    calls: list[tuple[int, int]] = field(default_factory=list)
    letters: int = 0
    emphasised: int = 0
    sizes: dict[float, int] = field(default_factory=dict)
    breaks: list[Break] = field(default_factory=list)

    def put(self, piece: str, emphasis: bool = False, size: float | None = None) -> None:
        """Add text; white space is one space, and none opens the paragraph."""
        words = tidy(piece).replace("\n", " ").replace("\t", " ").split(" ")
        if len(words) > MANY:
            words = [words[0], " ".join(filter(str.strip, words[1:-1])), words[-1]]
        for i, word in enumerate(words):
            if i:
                self.space()
            self._add(word, emphasis, size)

    def space(self) -> None:
        """Part what follows from what stands."""
        if self.text[-1:] not in ("", " "):
            self._append(" ")

    def broken(self) -> None:
        """Note that a line break was set here; it parts like a space."""
        self.space()
        if self.text:
            held = len(self.text), self.letters, self.emphasised, dict(self.sizes)
            self.breaks.append(Break(*held))

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

    def lines(
        self, mark: str = "", level: int | None = None, note: int | None = None
    ) -> list[Line]:
        """The paragraph as `line` has it, or as several where a break parts heading, tag and text.

        The heading's `level` is that of the first alone.
        """
        whole = self.line(mark, level, note)
        if whole is None or note is not None or not self.breaks:
            return [whole] if whole else []
        parts = [part for part in self._parts() if part.text.strip(" \xa0")]
        heads = level is not None or 0 < parts[0].letters == parts[0].emphasised
        begins = {0, *parted([part.text.strip(" \xa0") for part in parts], heads)}
        made: list[Paragraph] = []
        for at, part in enumerate(parts):
            if at in begins:
                made.append(part)
            else:
                made[-1]._join(part)
        first = made[0].line(mark, level)
        return [line for line in (first, *(part.line() for part in made[1:])) if line]

    def _parts(self) -> Iterator[Paragraph]:
        """What stands between the breaks."""
        end = Break(len(self.text), self.letters, self.emphasised, self.sizes)
        for one, other in pairwise([Break(), *self.breaks, end]):
            last = other is end
            yield Paragraph(
                self.text[one.at : other.at],
                [
                    (at - one.at, n)
                    for at, n in self.calls
                    if one.at <= at and (at < other.at or last)
                ],
                other.letters - one.letters,
                other.emphasised - one.emphasised,
                {
                    size: count - before
                    for size, count in other.sizes.items()
                    if count > (before := one.sizes.get(size, 0))
                },
            )

    def _join(self, part: Paragraph) -> None:
        """Let what stands below a break go on in this paragraph."""
        self.space()
        self.calls += [(len(self.text) + at, number) for at, number in part.calls]
        self._append(part.text)
        self.letters += part.letters
        self.emphasised += part.emphasised
        for size, count in part.sizes.items():
            self.sizes[size] = self.sizes.get(size, 0) + count

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
        self._append(word)
        count = sum(map(str.isalnum, word))
        self.letters += count
        self.emphasised += count if emphasis else 0
        if size and count:
            self.sizes[size] = self.sizes.get(size, 0) + count

    def _append(self, piece: str) -> None:
        text, self.text = self.text, ""  # the only name of it: it grows where it lies
        text += piece
        self.text = text

    def _trim(self) -> None:
        self.text = self.text.rstrip(" ")
        end = len(self.text)
        self.calls = [(min(at, end), number) for at, number in self.calls]
        self.breaks = [replace(one, at=min(one.at, end)) for one in self.breaks]


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
